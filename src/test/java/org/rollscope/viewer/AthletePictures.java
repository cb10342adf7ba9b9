package org.rollscope.viewer;

import java.awt.Rectangle;
import java.awt.Robot;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandName;
import org.rollscope.command.CommandSender;
import org.rollscope.viewer.look.Theme;
import org.rollscope.viewer.model.Workspace;
import org.rollscope.viewer.wall.SimulatedRoom;

/** Runs in a virtual machine of its own on a display: pictures of the athlete's view and of the wall's bar, for people to look at. */
final class AthletePictures {
    private static final PrintStream OUT = System.out;

    private AthletePictures() {}

    /** A service that says yes. */
    static final class Yes implements CommandSender {
        @Override
        public void send(String rollerId, CommandName name, Map<String, String> args, Outcome outcome) {
            outcome.answered(
                    name == CommandName.CEILING
                            ? CommandAnswer.refused("ceiling_kpa must be a number 5..400 kPa, was 500.0")
                            : CommandAnswer.done(name.word() + " noted"));
        }

        @Override
        public void close() {}
    }

    /** First argument: folder for the pictures. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Theme theme : Theme.values()) {
            for (List<Integer> size : List.of(List.of(900, 640), List.of(1400, 900))) {
                String name = theme.name().toLowerCase(Locale.ROOT) + "-" + size.get(0) + ".png";
                ViewerSettings settings = ViewerSettings.defaults()
                        .withTheme(theme)
                        .withPlace(new WindowPlace(WindowPlace.Corner.OF_SYSTEM, size.get(0), size.get(1), false));
                try (Viewer viewer = Viewer.open(
                        new PlayedFeed(theme == Theme.LIGHT ? 44.5 : 66), new Yes(), Screenshots.CLOCK, settings)) {
                    Thread.sleep(1500);
                    press(viewer, "pain-4");
                    Thread.sleep(700);
                    shoot(viewer, folder.resolve("athlete-" + name));
                    press(viewer, "coach");
                    SwingUtilities.invokeAndWait(() -> viewer.window().athlete().showChartLarge(true));
                    Thread.sleep(400);
                    shoot(viewer, folder.resolve("chart-" + name));
                    viewer.close();
                    viewer.awaitClosed();
                }
                SimulatedRoom room = new SimulatedRoom(12, 10_000);
                try (Viewer viewer = Viewer.open(room, new Yes(), Screenshots.CLOCK, settings)) {
                    for (int step = 0; step < 300; step++) {
                        room.step();
                    }
                    SwingUtilities.invokeAndWait(() -> viewer.window().open(Workspace.WALL));
                    room.press(3, 1.2);
                    room.step();
                    Thread.sleep(400);
                    SwingUtilities.invokeAndWait(() -> {
                        viewer.window().wall().act("marker");
                        viewer.window().wall().act("ceiling");
                    });
                    room.step();
                    Thread.sleep(300);
                    shoot(viewer, folder.resolve("wall-" + name));
                    viewer.close();
                    viewer.awaitClosed();
                }
            }
        }
        System.exit(0);
    }

    private static void press(Viewer viewer, String name) throws Exception {
        SwingUtilities.invokeAndWait(() ->
                ((javax.swing.AbstractButton) Screenshots.named(viewer.window().frame(), name)).doClick());
    }

    private static void shoot(Viewer viewer, Path file) throws Exception {
        Rectangle bounds = viewer.window().frame().getBounds();
        ImageIO.write(new Robot().createScreenCapture(bounds), "png", file.toFile());
        OUT.println(file);
    }
}
