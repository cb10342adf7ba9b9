package org.rollscope.viewer;

import static org.rollscope.viewer.Hand.must;

import com.sun.management.OperatingSystemMXBean;
import java.awt.Robot;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.viewer.look.Theme;
import org.rollscope.viewer.model.Workspace;

/**
 * Runs in a virtual machine of its own on a display: a room of rollers at one broker in one real window with its wall. All must be
 * live, and who is pressed over the ceiling must lie at the top soon after it was said. Prints delays and the share of the processor.
 */
final class CrowdOnDisplay {
    /** From what a roller says to its place at the top: what was asked of the wall. Half of them must keep it. */
    private static final long TOP_LIMIT_MS = 200;

    /** Nobody waits longer: rollers, broker and window share two cores, and one pause of any of them is no fault of the wall. */
    private static final long WORST_LIMIT_MS = 1000;

    private static final int WARM_UP_S = 12;
    private static final int LEAST_ALARM_COUNT = 3;

    private CrowdOnDisplay() {}

    /** {@code FOLDER COUNT SECONDS}. Exit code 1 when something is not as it should be. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int rollerCount = Integer.parseInt(arguments[1]);
        int lengthS = Integer.parseInt(arguments[2]);
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        Process room = new ProcessBuilder(Display.java(
                        RollersProgram.class,
                        Integer.toString(port),
                        Integer.toString(rollerCount),
                        Integer.toString(lengthS + WARM_UP_S + 20)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("crowd-room.log").toFile())
                .start();
        int exitCode = 1;
        MqttSettings settings = MqttSettings.of("mqtt://127.0.0.1:" + port);
        Tapped feed = new Tapped(new PahoMetricsFeed(settings, Screenshots.CLOCK));
        ViewerSettings looks = ViewerSettings.defaults()
                .withTheme(Theme.DARK)
                .withPlace(new WindowPlace(WindowPlace.Corner.OF_SYSTEM, 1400, 900, false));
        try (Viewer viewer = Viewer.open(feed, Screenshots.CLOCK, looks)) {
            watch(viewer.window(), feed, rollerCount, lengthS, folder);
            exitCode = 0;
        } catch (RuntimeException | Error failed) {
            failed.printStackTrace(System.out);
        } finally {
            room.destroyForcibly();
        }
        System.exit(exitCode);
    }

    private static void watch(ViewerWindow window, Tapped feed, int rollerCount, int lengthS, Path folder)
            throws Exception {
        Hand hand = new Hand(window);
        Hand.onSwing(() -> {
            window.open(Workspace.WALL);
            return true;
        });
        hand.await(
                "wall-summary",
                "all rollers are live",
                60_000,
                said -> said.startsWith(rollerCount + " rollers") && !said.contains("without data"));
        TimeUnit.SECONDS.sleep(WARM_UP_S); // what is compiled once is not what is measured
        feed.pressed.clear();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long beginCpuNs = system.getProcessCpuTime();
        long beginNs = System.nanoTime();
        List<Long> delaysMs = new ArrayList<>();
        int lostCount = 0;
        while (System.nanoTime() - beginNs < TimeUnit.SECONDS.toNanos(lengthS)) {
            String first = Hand.onSwing(() -> window.wall().placedRollerIds().get(0));
            Long saidMs = feed.pressed.remove(first);
            if (saidMs != null) {
                delaysMs.add(System.currentTimeMillis() - saidMs);
            }
            lostCount += hand.read("wall-summary").contains("without data") ? 1 : 0;
            TimeUnit.MILLISECONDS.sleep(5);
        }
        System.out.println(feed.real.droppedPayloadCount() + " payloads were dropped on the way to the window");
        double wallNs = System.nanoTime() - beginNs;
        double share = (system.getProcessCpuTime() - beginCpuNs) / wallNs;
        ImageIO.write(
                new Robot().createScreenCapture(window.frame().getBounds()),
                "png",
                folder.resolve("crowd.png").toFile());
        System.out.printf(
                Locale.ROOT,
                "%d rollers of 100 frames and 10 live figures a second in one window of 1400 x 900 for %d s: the viewer takes"
                        + " %.0f %% of one processor; at the top %s ms after it was said, by this machine's clock%n",
                rollerCount,
                lengthS,
                100 * share,
                delaysMs);
        List<String> nameless = new ArrayList<>();
        window.model().lookAtEach((roller, card) -> {
            if (roller.session() == null) {
                nameless.add(roller.rollerId());
            }
        });
        must(nameless.isEmpty(), "who lies where is known of all, but not of " + nameless);
        must(lostCount == 0, "all rollers are live all the while");
        must(delaysMs.size() >= LEAST_ALARM_COUNT, "there were alarms");
        long overdueCount = feed.pressed.values().stream()
                .filter(saidMs -> System.currentTimeMillis() - saidMs > 1000)
                .count();
        must(overdueCount == 0, "nobody who was pressed was left below");
        List<Long> sortedMs = delaysMs.stream().sorted().toList();
        must(sortedMs.get(sortedMs.size() / 2) <= TOP_LIMIT_MS, "half of them within " + TOP_LIMIT_MS + " ms");
        must(sortedMs.get(sortedMs.size() - 1) <= WORST_LIMIT_MS, "each within " + WORST_LIMIT_MS + " ms");
    }

    /** Notes when over-pressure was said. */
    private static final class Tapped implements MetricsFeed {
        private final PahoMetricsFeed real;
        private final Map<String, Long> pressed = new ConcurrentHashMap<>();

        Tapped(PahoMetricsFeed real) {
            this.real = real;
        }

        @Override
        public void start(Listener listener) {
            real.start(new Listener() {
                @Override
                public void message(String rollerId, MetricsMessage message) {
                    listener.message(rollerId, message);
                    if (message instanceof MetricsMessage.Event event
                            && event.eventId().startsWith(RollersProgram.PRESSED)) {
                        pressed.put(
                                rollerId, Long.parseLong(event.eventId().substring(RollersProgram.PRESSED.length())));
                    }
                }

                @Override
                public void connection(boolean connected, String words) {
                    listener.connection(connected, words);
                }

                @Override
                public void unreadable(String topicPath, String reason) {
                    listener.unreadable(topicPath, reason);
                }
            });
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
