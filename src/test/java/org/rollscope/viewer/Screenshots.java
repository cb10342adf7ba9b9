package org.rollscope.viewer;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.rollscope.frame.HostClock;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Theme;

/** Runs in a virtual machine of its own on a display: opens the viewer in both looks and takes its picture. */
final class Screenshots {
    static final HostClock CLOCK = new HostClock() {
        @Override
        public long monotonicNs() {
            return System.nanoTime();
        }

        @Override
        public Instant wallClock() {
            return Instant.now();
        }
    };

    private static final PrintStream OUT = System.out;
    private static final long PATIENCE_NS = 15_000_000_000L;

    private Screenshots() {}

    /** First argument: folder for the pictures. Exit code 1 when a picture is not as it should be. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        boolean good = true;
        for (Theme theme : Theme.values()) {
            String name = theme.name().toLowerCase(java.util.Locale.ROOT);
            ViewerSettings settings = ViewerSettings.defaults().withTheme(theme);
            try (Viewer viewer = Viewer.open(new PlayedFeed(66), CLOCK, settings)) {
                Thread.sleep(2500);
                good &= shootUntilGood(viewer, Palette.of(theme), folder.resolve(name + ".png"));
                measure(viewer, name);
                viewer.close();
                viewer.awaitClosed();
            }
        }
        good &= toggleAndLoss(folder);
        System.exit(good ? 0 : 1);
    }

    /** The look can be changed while the window is open, and lost data show. */
    private static boolean toggleAndLoss(Path folder) throws Exception {
        PlayedFeed feed = new PlayedFeed(45);
        try (Viewer viewer = Viewer.open(feed, CLOCK, ViewerSettings.defaults())) {
            ViewerWindow window = viewer.window();
            SwingUtilities.invokeAndWait(() -> window.frame().setSize(960, 680));
            SwingUtilities.invokeAndWait(window::toggleTheme);
            Thread.sleep(800);
            boolean good = shootUntilGood(viewer, Palette.DARK, folder.resolve("small-overpressure.png"));
            feed.close();
            Thread.sleep(3500);
            return good & shootUntilGood(viewer, Palette.DARK, folder.resolve("small-no-data.png"));
        }
    }

    /** On a busy machine a window is drawn, or has its colours, later than the pause before a picture. */
    private static boolean shootUntilGood(Viewer viewer, Palette palette, Path file) throws Exception {
        long endNs = System.nanoTime() + PATIENCE_NS;
        boolean good = shoot(viewer, palette, file);
        while (!good && System.nanoTime() < endNs) {
            Thread.sleep(500);
            good = shoot(viewer, palette, file);
        }
        return good;
    }

    private static boolean shoot(Viewer viewer, Palette palette, Path file) throws Exception {
        ViewerWindow window = viewer.window();
        Rectangle bounds = window.frame().getBounds();
        BufferedImage picture = new Robot().createScreenCapture(bounds);
        ImageIO.write(picture, "png", file.toFile());
        Component chart = named(window.frame(), "chart");
        Point corner = SwingUtilities.convertPoint(chart, 0, 0, window.frame());
        Set<Integer> colours = new HashSet<>();
        int meanPixels = 0;
        for (int x = 0; x < chart.getWidth(); x++) {
            for (int y = 0; y < chart.getHeight(); y++) {
                int colour = picture.getRGB(corner.x + x, corner.y + y);
                colours.add(colour);
                meanPixels += (colour & 0xFFFFFF) == (palette.mean().getRGB() & 0xFFFFFF) ? 1 : 0;
            }
        }
        OUT.println(
                file.getFileName() + ": " + colours.size() + " colours, " + meanPixels + " pixels of mean pressure");
        return colours.size() > 20 && meanPixels > 500;
    }

    private static void measure(Viewer viewer, String name) throws Exception {
        ViewerWindow window = viewer.window();
        Component chart = named(window.frame(), "chart");
        SwingUtilities.invokeAndWait(() -> {
            BufferedImage image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D g2 = image.createGraphics();
            for (int round = 0; round < 3; round++) {
                long startNs = System.nanoTime();
                for (int index = 0; index < 50; index++) {
                    window.paintChartOnce(g2, chart.getWidth(), chart.getHeight());
                }
                OUT.println(name + ": chart of " + chart.getWidth() + " x " + chart.getHeight() + " painted in "
                        + (System.nanoTime() - startNs) / 50_000 + " us");
            }
            g2.dispose();
        });
    }

    static Component named(Container container, String name) {
        for (Component component : container.getComponents()) {
            if (name.equals(component.getName())) {
                return component;
            }
            Component found = component instanceof Container inner ? named(inner, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
