package org.rollscope.viewer;

import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.rollscope.command.CommandSender;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.viewer.connect.Link;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;

/**
 * An open viewer window with its ways to a broker.
 *
 * <p><b>Errors.</b> {@link ViewerException} when there is no display. <b>Threads.</b> Any thread but the event dispatch thread;
 * all of Swing happens there. The window keeps the virtual machine alive until it is closed.
 */
public final class Viewer implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable ViewerWindow> window = new AtomicReference<>();
    private final AtomicReference<Link> link;
    private final Thread keeper = new Thread(this::keep, "viewer-keeper");

    private Viewer(Link link) {
        this.link = new AtomicReference<>(link);
    }

    /** Opens a window that only looks and remembers nothing, as {@link #open(ViewerDesk, ViewerSettings)}. */
    public static Viewer open(MetricsFeed feed, HostClock clock, ViewerSettings settings)
            throws ViewerException, InterruptedException {
        return open(ViewerDesk.of(feed, clock), settings);
    }

    /** Opens a window that remembers nothing, as {@link #open(ViewerDesk, ViewerSettings)}. */
    public static Viewer open(
            MetricsFeed feed, @Nullable CommandSender sender, HostClock clock, ViewerSettings settings)
            throws ViewerException, InterruptedException {
        return open(ViewerDesk.of(new Link(null, feed, sender), clock), settings);
    }

    /**
     * Opens the window and starts the feed; the viewer closes feed and sender when it is closed.
     *
     * @param desk what it is opened with.
     * @param settings looks and size; what the desk's memory holds is for the caller to recall.
     * @return the open viewer.
     * @throws ViewerException when there is no display; the feed is left alone.
     * @throws InterruptedException when the thread is to end.
     */
    public static Viewer open(ViewerDesk desk, ViewerSettings settings) throws ViewerException, InterruptedException {
        if (GraphicsEnvironment.isHeadless()) {
            throw new ViewerException(
                    "there is no display to open a window on; use a desktop, or the demo's --headless");
        }
        Viewer viewer = new Viewer(desk.link());
        try {
            SwingUtilities.invokeAndWait(() -> {
                Texts.speak(settings.language());
                PressureUnit.show(settings.unit());
                ViewerWindow.installLook(settings.theme());
                ViewerWindow made = new ViewerWindow(desk, settings, viewer::switchTo, viewer::closed);
                viewer.window.set(made);
                made.open();
                Runtime.getRuntime().addShutdownHook(viewer.keeper);
                desk.link().feed().start(made.model());
            });
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof HeadlessException || cause instanceof java.awt.AWTError) {
                throw new ViewerException("the display cannot be used: " + cause.getMessage(), e);
            }
            throw new IllegalStateException("the window could not be built", cause);
        }
        return viewer;
    }

    /** What the window remembers also outlives Ctrl-C and SIGTERM, by which no window is closed. */
    private void keep() {
        ViewerWindow open = window.get();
        if (open != null) {
            open.keep();
        }
    }

    private void closed() {
        try {
            Runtime.getRuntime().removeShutdownHook(keeper);
        } catch (IllegalStateException ending) {
            // the process is ending: the hook runs
        }
        closed.countDown();
    }

    /** Leaves one broker for another; on the event dispatch thread. */
    private void switchTo(Link next) {
        ViewerWindow open = window.get();
        if (open == null) {
            next.close();
            return;
        }
        Link before = link.getAndSet(next);
        open.show(next);
        next.feed().start(open.model());
        // A broker that hangs keeps its goodbye waiting; the window does not.
        Thread goodbye = new Thread(before::close, "viewer-goodbye");
        goodbye.setDaemon(true);
        goodbye.start();
    }

    /**
     * Shows recorded sessions in place of the live ones.
     *
     * @param fileOrSessionId a .rsw file or the id of a session that is opened at once; null for none.
     */
    public void showReview(@Nullable String fileOrSessionId) {
        ViewerWindow open = window.get();
        if (open != null) {
            SwingUtilities.invokeLater(() -> open.openReview(fileOrSessionId));
        }
    }

    /** Waits until the window is closed, by a person or by {@link #close}. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Whether the window is still there. */
    public boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** Closes the window and the feed, which may take some seconds; may be called again. */
    @Override
    public void close() {
        ViewerWindow open = window.getAndSet(null);
        if (open != null) {
            SwingUtilities.invokeLater(open::close);
            Objects.requireNonNull(link.get()).close();
        }
    }

    /** The window, for tests. */
    @Nullable
    ViewerWindow window() {
        return window.get();
    }
}
