package org.rollscope.viewer;

import static org.rollscope.viewer.Hand.must;

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.JTextField;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoCommandSender;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.store.SqliteSessionArchive;
import org.rollscope.viewer.model.Workspace;
import org.rollscope.viewer.wall.SimulatedRoom;

/** Runs in a virtual machine of its own on a display: the real window, a real service and its broker, driven as a person does. */
final class LiveOnDisplay {
    private static final String SERVICE_ROLLER = "demo";

    private LiveOnDisplay() {}

    /** First argument: folder for the pictures. Exit code 1 when something is not as it should be. */
    public static void main(String[] arguments) throws Exception {
        Path pictures = Files.createDirectories(Path.of(arguments[0]));
        Path folder = Files.createTempDirectory("rollscope-live");
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        MqttSettings broker = MqttSettings.of("mqtt://127.0.0.1:" + port);
        int exitCode = 1;
        try (ServiceProcess service =
                        new ServiceProcess(folder, "--mqtt", "embedded", "--mqtt-port", Integer.toString(port));
                Viewer viewer = Viewer.open(
                        new BesideRoom(new PahoMetricsFeed(broker, Screenshots.CLOCK)),
                        new PahoCommandSender(broker, "test", Screenshots.CLOCK),
                        Screenshots.CLOCK,
                        ViewerSettings.defaults())) {
            drive(viewer, pictures);
            readOnly(broker);
            painIsInTheArchive(service.data());
            exitCode = 0;
        } catch (RuntimeException | Error failed) {
            failed.printStackTrace(System.out);
        }
        System.exit(exitCode);
    }

    private static void drive(Viewer viewer, Path pictures) throws Exception {
        ViewerWindow window = viewer.window();
        Hand hand = new Hand(window);
        Hand.await(
                "the service's roller", 40_000, () -> window.model().rollerIds().contains(rollerOf(window)));
        String roller = rollerOf(window);
        Hand.onSwing(() -> {
            window.model().select(roller);
            return true;
        });
        hand.await("advice", "a live hold", 40_000, said -> said.startsWith("Keep holding"));
        must(hand.read("mean-pressure").matches("mean pressure \\d+ kPa, .*"), "the pressure can be read");
        must(hand.read("band-words").matches("your band \\d+ to \\d+ kPa"), hand.read("band-words"));
        must(hand.read("band-source").equals("from a ramp test"), "where the band came from");

        hand.type(KeyEvent.VK_P, KeyEvent.VK_4);
        hand.await("answer", "the answer to pain by keys", 10_000, said -> said.startsWith("Pain 4: pain"));
        hand.type(KeyEvent.VK_P, KeyEvent.VK_1, KeyEvent.VK_0);
        hand.await("answer", "the answer to the worst pain", 10_000, said -> said.startsWith("Pain 10: pain"));
        hand.click("pain-0");
        hand.await("answer", "the answer to pain by a click", 10_000, said -> said.startsWith("Pain 0: pain"));
        hand.type(KeyEvent.VK_R);
        hand.await("answer", "the answer to R", 10_000, said -> said.startsWith("It let go: "));
        hand.await("hold-ring", "what was felt, on the ring", 10_000, said -> said.contains("you felt it at"));
        shoot(window, pictures.resolve("live-athlete.png"));

        hand.type(KeyEvent.VK_F2);
        hand.click("coach-athlete");
        hand.type(KeyEvent.VK_M, KeyEvent.VK_R, KeyEvent.VK_P, KeyEvent.VK_7);
        must(
                Hand.onSwing(() -> ((JTextField) hand.find("coach-athlete-field")).getText())
                        .equals("mrp7"),
                "what is typed goes into the field");
        must(hand.read("answer").startsWith("It let go: "), "keys are no orders while somebody types");
        hand.type(KeyEvent.VK_ENTER);
        hand.await(
                "answer",
                "the service's own no",
                10_000,
                said -> said.contains("refused: there is no profile of mrp7"));
        ceiling(window, hand, roller, pictures);
        hand.type(KeyEvent.VK_X);
        hand.await("wall-answer", "the end of the session", 10_000, said -> said.startsWith("Stop: "));
    }

    /** The roller that is not of the simulated room. */
    private static String rollerOf(ViewerWindow window) {
        List<String> real = window.model().rollerIds().stream()
                .filter(id -> !id.startsWith("roller-0"))
                .toList();
        return real.isEmpty() ? SERVICE_ROLLER : real.get(0);
    }

    private static void ceiling(ViewerWindow window, Hand hand, String roller, Path pictures) throws Exception {
        Hand.onSwing(() -> {
            window.open(Workspace.WALL);
            return true;
        });
        Hand.await(
                "the wall has all rollers",
                10_000,
                () -> Hand.onSwing(() -> window.wall().placedRollerIds().size() == 4));
        must(Hand.onSwing(() -> window.wall().placedRollerIds().indexOf(roller)) > 0, "somebody else lies at the top");
        hand.type(KeyEvent.VK_END);
        hand.await("wall-who", "the roller is chosen", 10_000, said -> said.startsWith(roller + ","));
        hand.type(KeyEvent.VK_C);
        Hand.onSwing(() -> {
            ((JTextField) hand.find("wall-ceiling-field")).setText("500");
            return true;
        });
        hand.type(KeyEvent.VK_ENTER);
        hand.await("wall-answer", "why not", 10_000, said -> said.contains("ceiling_kpa must be a number 5..400 kPa"));
        hand.type(KeyEvent.VK_C);
        Hand.onSwing(() -> {
            ((JTextField) hand.find("wall-ceiling-field")).setText("22");
            return true;
        });
        hand.type(KeyEvent.VK_ENTER);
        hand.await("wall-answer", "old and new ceiling", 10_000, said -> said.contains("\u2192 22.0 kPa"));
        Hand.await(
                "the alarm is at the top",
                20_000,
                () -> Hand.onSwing(() -> window.wall().placedRollerIds().get(0).equals(roller)));
        shoot(window, pictures.resolve("live-wall.png"));
        Hand.onSwing(() -> {
            window.open(Workspace.ATHLETE);
            return true;
        });
        hand.await("band-words", "the band has moved", 10_000, said -> said.endsWith("to 22 kPa"));
        hand.await("band-source", "where it came from", 10_000, said -> said.equals("from the settings"));
        hand.await("advice", "what to do", 20_000, said -> said.startsWith("Ease off") || said.startsWith("Stop"));
        Hand.onSwing(() -> {
            window.open(Workspace.WALL);
            return true;
        });
    }

    private static void readOnly(MqttSettings broker) throws Exception {
        try (Viewer viewer = Viewer.open(
                new PahoMetricsFeed(broker, Screenshots.CLOCK), Screenshots.CLOCK, ViewerSettings.defaults())) {
            Hand hand = new Hand(viewer.window());
            hand.await("status", "the read-only window hears", 20_000, said -> said.startsWith("connected"));
            for (String name :
                    List.of("pain-4", "felt-release", "marker", "guide", "coach", "wall-ceiling", "wall-start")) {
                must(!hand.isEnabled(name) && hand.tip(name).startsWith("Read-only"), name + " is off and says why");
            }
            must(hand.read("answer").startsWith("Read-only"), "it says so");
        }
    }

    private static void painIsInTheArchive(Path data) throws Exception {
        try (SessionArchive archive = SqliteSessionArchive.open(data)) {
            List<String> pains = archive.sessions().stream()
                    .map(StoredSession::events)
                    .flatMap(List::stream)
                    .filter(event -> event.type() == EventType.PAIN)
                    .map(event -> Double.toString(event.details().value(RollerEvent.PAIN_NRS)))
                    .toList();
            must(pains.equals(List.of("4.0", "10.0", "0.0")), "the archive has the pains " + pains);
        }
    }

    private static void shoot(ViewerWindow window, Path file) throws Exception {
        Rectangle bounds = window.frame().getBounds();
        ImageIO.write(new Robot().createScreenCapture(bounds), "png", file.toFile());
    }

    /** A room of three quiet rollers, and what a broker says. */
    private static final class BesideRoom implements org.rollscope.telemetry.MetricsFeed {
        private final org.rollscope.telemetry.MetricsFeed real;
        private final SimulatedRoom room = new SimulatedRoom(3, 10_000);

        BesideRoom(org.rollscope.telemetry.MetricsFeed real) {
            this.real = real;
        }

        @Override
        public void start(Listener listener) {
            room.start(listener);
            room.step();
            real.start(listener);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
