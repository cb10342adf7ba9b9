package org.rollscope.viewer;

import static org.rollscope.viewer.Hand.must;

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.JTextField;
import org.rollscope.app.PlannedAthlete;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoCommandSender;
import org.rollscope.mqtt.PahoMetricsFeed;

/**
 * Runs in a virtual machine of its own on a display: somebody whom the screening holds back asks the window for guidance and is refused,
 * then answers anew and is guided on the real service.
 */
final class RoutineOnDisplay {
    private static final String ATHLETE = "anna-1";

    private RoutineOnDisplay() {}

    /** First argument: folder for the pictures. Exit code 1 when something is not as it should be. */
    public static void main(String[] arguments) throws Exception {
        Path pictures = Files.createDirectories(Path.of(arguments[0]));
        Path folder = Files.createTempDirectory("rollscope-guided");
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        MqttSettings broker = MqttSettings.of("mqtt://127.0.0.1:" + port);
        int exitCode = 1;
        try (ServiceProcess service =
                        new ServiceProcess(folder, "--mqtt", "embedded", "--mqtt-port", Integer.toString(port));
                Viewer viewer = Viewer.open(
                        new PahoMetricsFeed(broker, Screenshots.CLOCK),
                        new PahoCommandSender(broker, "test", Screenshots.CLOCK),
                        Screenshots.CLOCK,
                        ViewerSettings.defaults())) {
            drive(viewer, PlannedAthlete.of(ATHLETE, service.data(), "calf"), pictures);
            exitCode = 0;
        } catch (RuntimeException | Error failed) {
            failed.printStackTrace(System.out);
        }
        System.exit(exitCode);
    }

    private static void drive(Viewer viewer, PlannedAthlete athlete, Path pictures) throws Exception {
        athlete.answer("fever");
        ViewerWindow window = viewer.window();
        Hand hand = new Hand(window);
        Hand.await("the service's roller", 40_000, () -> !window.model()
                .rollerIds()
                .isEmpty());
        hand.type(KeyEvent.VK_F2);
        hand.click("coach-athlete");
        Hand.onSwing(() -> {
            ((JTextField) hand.find("coach-athlete-field")).setText(ATHLETE);
            return true;
        });
        hand.type(KeyEvent.VK_ENTER);
        hand.await("answer", "who lies there", 10_000, said -> said.contains("ceiling"));
        begin(hand);
        hand.await(
                "answer",
                "why nobody is guided",
                10_000,
                said -> said.contains("refused: no guidance for " + ATHLETE) && said.contains("fever"));
        must(!Hand.onSwing(() -> hand.find("routine").isVisible()), "no routine is shown");
        shoot(window, pictures.resolve("routine-refused.png"));

        athlete.answer("");
        begin(hand);
        hand.await("answer", "guided", 10_000, said -> said.contains(ATHLETE + " is guided: 2 places"));
        Hand.await(
                "the strip",
                5_000,
                () -> Hand.onSwing(() -> hand.find("routine").isVisible()));
        hand.await("advice", "a prompt of the plan", 40_000, said -> said.startsWith("Hold;"));
        must(hand.read("routine-progress").startsWith("Calf left, place 1 of 2"), hand.read("routine-progress"));
        shoot(window, pictures.resolve("routine.png"));
        hand.await("advice", "long enough by the plan: 20 s", 40_000, said -> said.startsWith("Long enough"));
        hand.type(KeyEvent.VK_N);
        hand.await("advice", "come off", 10_000, said -> said.startsWith("Calf left is done: come off"));
        hand.click("routine-end");
        hand.await("advice", "the end", 10_000, said -> said.startsWith("Ended here"));
        must(hand.read("routine-progress").startsWith("1 of 2 places, 1 spot"), hand.read("routine-progress"));
        shoot(window, pictures.resolve("routine-over.png"));
    }

    /** The key, then the first entry of its menu. */
    private static void begin(Hand hand) throws Exception {
        Hand.onSwing(() -> {
            hand.find("athlete").requestFocusInWindow();
            return true;
        });
        hand.type(KeyEvent.VK_G);
        Thread.sleep(300);
        hand.type(KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
    }

    private static void shoot(ViewerWindow window, Path file) throws Exception {
        Rectangle bounds = window.frame().getBounds();
        ImageIO.write(new Robot().createScreenCapture(bounds), "png", file.toFile());
    }
}
