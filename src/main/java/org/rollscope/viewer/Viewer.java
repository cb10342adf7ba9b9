package org.rollscope.viewer;

import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.rollscope.command.CommandSender;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.viewer.library.SessionLibrary;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.ViewerModel;
import org.rollscope.viewer.orders.HoleFiller;
import org.rollscope.viewer.orders.Orders;

/**
 * An open viewer window with its feed.
 *
 * <p><b>Errors.</b> {@link ViewerException} when there is no display. <b>Threads.</b> Any thread but the event dispatch thread;
 * all of Swing happens there. The window keeps the virtual machine alive until it is closed.
 */
public final class Viewer implements AutoCloseable {
    private final MetricsFeed feed;
    private final @Nullable CommandSender sender;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable ViewerWindow> window = new AtomicReference<>();

    private Viewer(MetricsFeed feed, @Nullable CommandSender sender) {
        this.feed = feed;
        this.sender = sender;
    }

    /** Opens a window that only looks, as {@link #open(MetricsFeed, CommandSender, HostClock, ViewerSettings)}. */
    public static Viewer open(MetricsFeed feed, HostClock clock, ViewerSettings settings)
            throws ViewerException, InterruptedException {
        return open(feed, null, clock, settings);
    }

    /**
     * Opens the window and starts the feed; the viewer closes feed and sender when it is closed.
     *
     * @param feed not yet started.
     * @param sender tells rollers what people want of them; null for a window that only looks.
     * @param clock tells how old figures are.
     * @param settings looks and size.
     * @return the open viewer.
     * @throws ViewerException when there is no display; the feed is left alone.
     * @throws InterruptedException when the thread is to end.
     */
    public static Viewer open(
            MetricsFeed feed, @Nullable CommandSender sender, HostClock clock, ViewerSettings settings)
            throws ViewerException, InterruptedException {
        return open(feed, sender, clock, settings, null);
    }

    /**
     * As {@link #open(MetricsFeed, CommandSender, HostClock, ViewerSettings)}, with recorded sessions to be reviewed.
     *
     * @param feed not yet started.
     * @param sender tells rollers what people want of them; null for a window that only looks.
     * @param clock tells how old figures are.
     * @param settings looks and size.
     * @param library recorded sessions, closed with the window; null for none.
     * @return the open viewer.
     * @throws ViewerException when there is no display; feed and library are left alone.
     * @throws InterruptedException when the thread is to end.
     */
    public static Viewer open(
            MetricsFeed feed,
            @Nullable CommandSender sender,
            HostClock clock,
            ViewerSettings settings,
            @Nullable SessionLibrary library)
            throws ViewerException, InterruptedException {
        if (GraphicsEnvironment.isHeadless()) {
            throw new ViewerException(
                    "there is no display to open a window on; use a desktop, or the demo's --headless");
        }
        Viewer viewer = new Viewer(feed, sender);
        ViewerModel model = new ViewerModel(clock, ChartHistory.capacityCount(settings.chartSpanMs()));
        try {
            SwingUtilities.invokeAndWait(() -> {
                ViewerWindow.installLook(settings.theme());
                ViewerWindow made = new ViewerWindow(
                        model,
                        new Orders(sender, clock),
                        new HoleFiller(model, sender, clock),
                        settings,
                        viewer.closed::countDown,
                        library);
                viewer.window.set(made);
                made.open();
            });
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof HeadlessException || cause instanceof java.awt.AWTError) {
                throw new ViewerException("the display cannot be used: " + cause.getMessage(), e);
            }
            throw new IllegalStateException("the window could not be built", cause);
        }
        feed.start(model);
        return viewer;
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
            feed.close();
            if (sender != null) {
                sender.close();
            }
        }
    }

    /** The window, for tests. */
    @Nullable
    ViewerWindow window() {
        return window.get();
    }
}
