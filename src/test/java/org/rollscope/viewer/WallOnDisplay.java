package org.rollscope.viewer;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Theme;
import org.rollscope.viewer.model.Workspace;
import org.rollscope.viewer.wall.SimulatedRoom;

/** Runs in a virtual machine of its own on a display: opens the wall in both looks, raises alarms and takes its picture. */
final class WallOnDisplay {
    private static final PrintStream OUT = System.out;
    private static final int ROLLER_COUNT = 30;
    private static final int PRESSED = 17;
    private static final int STEP_MS = 100;

    private WallOnDisplay() {}

    /** First argument: folder for the pictures. Exit code 1 when the wall is not as it should be. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        boolean good = true;
        for (Theme theme : Theme.values()) {
            String name = "wall-" + theme.name().toLowerCase(Locale.ROOT);
            good &= shown(theme, name, folder, theme == Theme.LIGHT ? 1600 : 1200, theme == Theme.LIGHT ? 1000 : 760);
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean shown(Theme theme, String name, Path folder, int widthPx, int heightPx) throws Exception {
        SimulatedRoom room = new SimulatedRoom(ROLLER_COUNT, 10_000);
        ViewerSettings settings = ViewerSettings.defaults()
                .withTheme(theme)
                .withPlace(new WindowPlace(WindowPlace.Corner.OF_SYSTEM, widthPx, heightPx, false));
        try (Viewer viewer = Viewer.open(room, Screenshots.CLOCK, settings)) {
            ViewerWindow window = viewer.window();
            for (int step = 0; step < 300; step++) {
                room.step();
            }
            room.silence(12);
            room.guard(22, 0.72);
            SwingUtilities.invokeAndWait(() -> window.open(Workspace.WALL));
            room.press(26, 1.15);
            play(room, 15);
            room.release(26);
            play(room, 15);
            // On Swing's own thread, so that the window's clock cannot tick in between.
            int[] tickCount = {0};
            SwingUtilities.invokeAndWait(() -> {
                room.press(PRESSED, 1.3);
                while (!first(window).equals(SimulatedRoom.rollerId(PRESSED)) && tickCount[0] < 10) {
                    window.tick();
                    tickCount[0]++;
                }
            });
            OUT.println(name + ": at the top after ticks: " + tickCount[0] + " of " + ViewerWindow.TICK_MS + " ms");
            play(room, 10);
            boolean good = tickCount[0] <= 1 && first(window).equals(SimulatedRoom.rollerId(PRESSED));
            good &= shoot(window, theme, folder.resolve(name + ".png"));
            good &= opensWithAKey(window);
            viewer.close();
            viewer.awaitClosed();
            return good;
        }
    }

    private static void play(SimulatedRoom room, int stepCount) throws InterruptedException {
        for (int step = 0; step < stepCount; step++) {
            room.step();
            Thread.sleep(STEP_MS);
        }
    }

    private static String first(ViewerWindow window) {
        List<String> placed = window.wall().placedRollerIds();
        return placed.isEmpty() ? "" : placed.get(0);
    }

    private static boolean shoot(ViewerWindow window, Theme theme, Path file) throws Exception {
        Rectangle bounds = window.frame().getBounds();
        BufferedImage picture = new Robot().createScreenCapture(bounds);
        ImageIO.write(picture, "png", file.toFile());
        JComponent wall = (JComponent) Screenshots.named(window.frame(), "wall");
        Point corner = SwingUtilities.convertPoint(wall, 0, 0, window.frame());
        int alarmPixels = 0;
        int linePixels = 0;
        int alarmColour = Palette.of(theme).ceiling().getRGB() & 0xFFFFFF;
        int lineColour = Palette.of(theme).mean().getRGB() & 0xFFFFFF;
        for (int x = 0; x < wall.getVisibleRect().width; x++) {
            for (int y = 0; y < wall.getVisibleRect().height; y++) {
                int colour = picture.getRGB(corner.x + x, corner.y + y) & 0xFFFFFF;
                boolean atTop = x < wall.getWidth() / 7 && y < wall.getHeight() / 7;
                alarmPixels += atTop && colour == alarmColour ? 1 : 0;
                linePixels += colour == lineColour ? 1 : 0;
            }
        }
        OUT.println(
                file.getFileName() + ": " + alarmPixels + " pixels of alarm at the top, " + linePixels + " of lines");
        return alarmPixels > 300 && linePixels > 28 * 100;
    }

    private static boolean opensWithAKey(ViewerWindow window) throws Exception {
        boolean[] opened = {false};
        SwingUtilities.invokeAndWait(() -> {
            JComponent wall = (JComponent) Screenshots.named(window.frame(), "wall");
            for (String key : List.of("HOME", "ENTER")) {
                wall.getActionForKeyStroke(KeyStroke.getKeyStroke(key)).actionPerformed(null);
            }
            opened[0] = Screenshots.named(window.frame(), "chart").isShowing() && !wall.isShowing();
        });
        return opened[0];
    }
}
