package org.rollscope.viewer.review;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** An open window of the viewer, looked at and handled from outside of the event dispatch thread. */
final class ReviewWindow {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

    /** Something that a test asks of the window. */
    interface Condition {
        boolean holds() throws Exception;
    }

    <T> T on(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        SwingUtilities.invokeLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    void run(Runnable order) throws Exception {
        on(() -> {
            order.run();
            return 0;
        });
    }

    Frame frame() {
        for (Frame frame : Frame.getFrames()) {
            if (frame.isShowing()) {
                return frame;
            }
        }
        throw new AssertionError("no window is open");
    }

    ReviewWorkspace workspace() throws Exception {
        return on(() -> (ReviewWorkspace) ((JComponent) named("review")).getClientProperty(ReviewWorkspace.class));
    }

    <T extends Component> T named(String name, Class<T> type) {
        return type.cast(named(name));
    }

    Component named(String name) {
        Component found = find(frame(), name);
        if (found == null) {
            throw new AssertionError("there is no component " + name);
        }
        return found;
    }

    private static Component find(Container within, String name) {
        for (Component child : within.getComponents()) {
            Component found = name.equals(child.getName())
                    ? child
                    : child instanceof Container container ? find(container, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    void await(String what, Condition condition) throws Exception {
        long endNs = System.nanoTime() + PATIENCE_NS;
        while (!on(condition::holds)) {
            if (System.nanoTime() - endNs > 0) {
                throw new AssertionError("waited in vain: " + what + "; the window says: "
                        + on(() -> workspace0().message()));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private ReviewWorkspace workspace0() {
        return (ReviewWorkspace) ((JComponent) named("review")).getClientProperty(ReviewWorkspace.class);
    }

    /** Paints the window into a file. */
    BufferedImage shoot(Path file) throws Exception {
        BufferedImage picture = on(() -> {
            Frame frame = frame();
            frame.validate();
            BufferedImage made = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D g2 = made.createGraphics();
            frame.paintAll(g2);
            g2.dispose();
            return made;
        });
        write(picture, file);
        return picture;
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        ImageIO.write(picture, "png", file.toFile());
    }
}
