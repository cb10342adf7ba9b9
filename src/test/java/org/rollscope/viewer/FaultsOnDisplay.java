package org.rollscope.viewer;

import static org.rollscope.viewer.Hand.must;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.detect.Activity;
import org.rollscope.mqtt.MosquittoBroker;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoCommandSender;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.mqtt.PahoMetricsPublisher;
import org.rollscope.session.FramePoint;
import org.rollscope.session.PadPressures;
import org.rollscope.telemetry.MetricsMessage;

/**
 * Runs in a virtual machine of its own on a display: the real window while its broker is killed, restarted and frozen, while it is
 * told nonsense, a board begins anew and a login is wrong. All the while somebody asks whether the window still answers.
 */
final class FaultsOnDisplay {
    /** A person notices a window that stands for longer; a paint, a garbage collection and a busy machine of two cores fit in. */
    private static final long ANSWER_LIMIT_MS = 250;

    /** Of a hundred questions so many may be late, for what else runs on a machine that tests. */
    private static final double LATE_SHARE_RATIO = 0.01;

    private static final int QUESTION_MS = 20;

    private FaultsOnDisplay() {}

    /** First argument: folder for pictures, of which there are none. Exit code 1 when something is not as it should be. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("rollscope-faults");
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        Path openFile = MosquittoBroker.openFile(folder, port);
        MqttSettings settings = MqttSettings.of("mqtt://127.0.0.1:" + port);
        Process broker = MosquittoBroker.run(openFile);
        int exitCode = 1;
        try (ServiceProcess service = new ServiceProcess(folder, "--mqtt", settings.address());
                Viewer viewer = Viewer.open(
                        new PahoMetricsFeed(settings, Screenshots.CLOCK),
                        new PahoCommandSender(settings, "test", Screenshots.CLOCK),
                        Screenshots.CLOCK,
                        ViewerSettings.defaults())) {
            Hand hand = new Hand(viewer.window());
            hand.await("advice", "a live hold", 60_000, said -> said.startsWith("Keep holding"));
            try (Questions questions = new Questions()) {
                broker = killedAndRestarted(viewer.window(), hand, broker, openFile, port);
                frozen(viewer.window(), hand, broker, port);
                nonsense(hand, settings);
                clockReset(viewer.window(), hand, settings);
                wrongPassword(folder);
                questions.judge();
            }
            must(Files.isDirectory(service.data()), "the service went on");
            exitCode = 0;
        } catch (RuntimeException | Error failed) {
            failed.printStackTrace(System.out);
        } finally {
            broker.destroyForcibly();
        }
        System.exit(exitCode);
    }

    private static Process killedAndRestarted(ViewerWindow window, Hand hand, Process broker, Path file, int port)
            throws Exception {
        // Counted before there is a hole: a busy window may fill it before it is asked again.
        long beforeCount = window.athlete().filledFrameCount();
        broker.destroyForcibly().waitFor();
        hand.await(
                "status",
                "the kill in words",
                10_000,
                said -> said.contains("127.0.0.1:" + port) && !said.startsWith("connected"));
        hand.await("advice", "nothing old is shown as new", 10_000, said -> !said.startsWith("Keep holding"));
        hand.click("pain-3");
        hand.await("answer", "why nobody answers", 15_000, said -> said.contains("not answered: nothing listens"));
        TimeUnit.SECONDS.sleep(3); // the outage
        Process again = MosquittoBroker.run(file);
        hand.await("status", "the way back", 20_000, said -> said.startsWith("connected"));
        hand.await("advice", "live figures again", 20_000, said -> said.startsWith("Keep holding"));
        filled(window, beforeCount, "the hole of the kill");
        hand.click("pain-3");
        hand.await("answer", "an answer again", 15_000, said -> said.startsWith("Pain 3: pain"));
        return again;
    }

    /** The chart has had a gap, and has none any more. */
    private static void filled(ViewerWindow window, long beforeCount, String what) throws Exception {
        Hand.await(
                what + " is filled",
                40_000,
                () -> window.athlete().filledFrameCount() > beforeCount
                        && window.model().holesOfSelected(60_000).isEmpty());
        System.out.println(window.athlete().filledFrameCount() + " frames put in their places so far");
    }

    private static void frozen(ViewerWindow window, Hand hand, Process broker, int port) throws Exception {
        long beforeCount = window.athlete().filledFrameCount();
        signal(broker, "STOP");
        hand.await("advice", "nothing old is shown as new", 10_000, said -> !said.startsWith("Keep holding"));
        hand.click("pain-5");
        hand.await("answer", "why nobody answers", 15_000, said -> said.contains("does not take a command"));
        hand.await(
                "status",
                "the frozen broker in words",
                40_000,
                said -> said.contains("no longer answers")
                        || said.contains("no answer from")
                        || said.contains("was lost"));
        signal(broker, "CONT");
        hand.await("status", "the way back", 30_000, said -> said.startsWith("connected to 127.0.0.1:" + port));
        hand.await("advice", "live figures again", 30_000, said -> said.startsWith("Keep holding"));
        filled(window, beforeCount, "the hole of the freeze");
    }

    private static void signal(Process process, String name) throws Exception {
        must(
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                                .start()
                                .waitFor()
                        == 0,
                "the broker got SIG" + name);
    }

    private static void nonsense(Hand hand, MqttSettings settings) throws Exception {
        MqttClient stranger =
                new MqttClient(settings.address().replace("mqtt://", "tcp://"), "stranger", new MemoryPersistence());
        stranger.connect();
        for (String topic : List.of("live", "frames", "event", "session", "device", "status", "summary")) {
            for (String payload :
                    List.of("{", "[]", "\u0000\u00ff", "{\"schema\":\"rollscope.live/1\"}", "x".repeat(200_000))) {
                stranger.publish("rollscope/v1/roller-1/" + topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
            }
        }
        stranger.publish("rollscope/v1/NOT A NAME/live", new byte[] {1, 2, 3}, 1, false);
        stranger.disconnect();
        stranger.close();
        hand.await("loss", "nonsense is counted", 10_000, said -> said.contains("unreadable 36"));
        must(hand.read("advice").startsWith("Keep holding"), "the roller is live all the same");
    }

    private static void clockReset(ViewerWindow window, Hand hand, MqttSettings settings) throws Exception {
        try (PahoMetricsPublisher board = new PahoMetricsPublisher(settings, "reset-1", Screenshots.CLOCK, null)) {
            board.connectTo(settings.address());
            Hand.await("the board speaks", 10_000, () -> board.state().startsWith("connected"));
            long[] startsUs = {500_000_000L, 0L};
            for (long startUs : startsUs) {
                for (int batch = 0; batch < 10; batch++) {
                    List<FramePoint> points = new ArrayList<>();
                    for (int index = 0; index < 10; index++) {
                        long atUs = startUs + (batch * 10L + index) * 10_000;
                        points.add(new FramePoint(
                                atUs, atUs / 10_000, Activity.HOLD, 200, 40, 60, 5000, 0, false, PadPressures.NONE));
                    }
                    board.publish(new MetricsMessage.Frames(points));
                    TimeUnit.MILLISECONDS.sleep(30); // live figures are dropped when they come too quickly
                }
            }
            Hand.await("both clocks in one chart", 10_000, () -> {
                Hand.onSwing(() -> {
                    window.model().select("reset-1");
                    return true;
                });
                Boolean whole = window.model().lookAtSelected(roller -> {
                    int gapCount = 0;
                    for (int index = 0; index < roller.history().count(); index++) {
                        gapCount += roller.history().gapBefore(index) ? 1 : 0;
                    }
                    return roller.history().count() == 200 && gapCount == 1;
                });
                return Boolean.TRUE.equals(whole);
            });
        }
        String roller = window.model().rollerIds().stream()
                .filter(id -> !id.equals("reset-1"))
                .findFirst()
                .orElseThrow();
        Hand.onSwing(() -> {
            window.model().select(roller);
            return true;
        });
        hand.await("advice", "the other roller is live", 10_000, said -> said.startsWith("Keep holding"));
    }

    private static void wrongPassword(Path folder) throws Exception {
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        Path own = Files.createDirectories(folder.resolve("locked"));
        Path users = own.resolve("users");
        must(
                new ProcessBuilder("mosquitto_passwd", "-b", "-c", users.toString(), "coach", "right")
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0,
                "a broker with a password");
        Path file = Files.writeString(
                own.resolve("mosquitto.conf"),
                "listener " + port + " 127.0.0.1\nallow_anonymous false\nuser root\npassword_file " + users + "\n");
        Path password = Files.writeString(own.resolve("password"), "wrong\n");
        Process broker = MosquittoBroker.run(file);
        MqttSettings settings = MqttSettings.of("mqtt://127.0.0.1:" + port).withLogin("coach", password);
        try (Viewer viewer = Viewer.open(
                new PahoMetricsFeed(settings, Screenshots.CLOCK),
                new PahoCommandSender(settings, "test", Screenshots.CLOCK),
                Screenshots.CLOCK,
                ViewerSettings.defaults())) {
            Hand hand = new Hand(viewer.window());
            hand.await(
                    "status",
                    "the wrong password in words",
                    20_000,
                    said -> said.contains("refused the login (user 'coach')"));
            Files.writeString(password, "right\n");
            hand.await("status", "the right password, without a restart", 40_000, said -> said.startsWith("connected"));
        } finally {
            broker.destroyForcibly().waitFor();
        }
    }

    /** Asks the window all the time whether it answers. */
    private static final class Questions implements AutoCloseable {
        private final AtomicBoolean ending = new AtomicBoolean();
        private final List<Long> answerMs = new ArrayList<>();
        private final Thread asker = new Thread(this::ask, "questions");

        Questions() {
            asker.start();
        }

        private void ask() {
            try {
                while (!ending.get()) {
                    long beginNs = System.nanoTime();
                    Hand.onSwing(() -> true);
                    answerMs.add((System.nanoTime() - beginNs) / 1_000_000);
                    TimeUnit.MILLISECONDS.sleep(QUESTION_MS);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        void judge() throws InterruptedException {
            close();
            List<Long> sorted = answerMs.stream().sorted().toList();
            long lateCount =
                    sorted.stream().filter(tookMs -> tookMs > ANSWER_LIMIT_MS).count();
            System.out.printf(
                    "the window was asked %d times: half answered within %d ms, 99 %% within %d ms, the slowest after %d ms,"
                            + " %d later than %d ms%n",
                    sorted.size(),
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() * 99 / 100),
                    sorted.get(sorted.size() - 1),
                    lateCount,
                    ANSWER_LIMIT_MS);
            must(sorted.size() > 500, "it was asked often enough");
            must(lateCount <= LATE_SHARE_RATIO * sorted.size(), "the window answers all the while");
        }

        @Override
        public void close() throws InterruptedException {
            ending.set(true);
            asker.join();
        }
    }
}
