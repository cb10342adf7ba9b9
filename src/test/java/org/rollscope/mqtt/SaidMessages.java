package org.rollscope.mqtt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollscope.telemetry.MetricsMessage;

/** Rollers that say events and summaries, and remember what they said. */
final class SaidMessages implements AutoCloseable {
    private static final int EVENTS_A_SUMMARY_COUNT = 50;

    private final RandomMessages messages = new RandomMessages(61);
    private final List<PahoMetricsPublisher> rollers = new ArrayList<>();
    private final Map<String, MetricsMessage> said = new HashMap<>();
    private int eventCount;

    SaidMessages(String uri, int rollerCount) throws InterruptedException {
        for (int index = 0; index < rollerCount; index++) {
            rollers.add(new PahoMetricsPublisher(MqttSettings.of(uri), id(index), Recorder.CLOCK));
        }
        for (PahoMetricsPublisher roller : rollers) {
            Recorder.eventually("connected", () -> roller.state().startsWith("connected"));
        }
    }

    private static String id(int index) {
        return "roller-" + index;
    }

    /** Says so many events, each roller in its turn, and a summary after every fifty. */
    void say(int count) {
        for (int end = eventCount + count; eventCount < end; eventCount++) {
            int roller = eventCount % rollers.size();
            String sessionId = "session-" + eventCount / EVENTS_A_SUMMARY_COUNT;
            publish(roller, messages.event(sessionId, eventCount));
            if (eventCount % EVENTS_A_SUMMARY_COUNT == 0) {
                publish(roller, messages.summary(sessionId));
            }
        }
    }

    private void publish(int roller, MetricsMessage message) {
        said.put(FleetFile.key(id(roller), message), message);
        rollers.get(roller).publish(message);
    }

    /** Waits until the broker has everything. */
    void awaitDelivered() throws InterruptedException {
        for (PahoMetricsPublisher roller : rollers) {
            Recorder.eventually("the broker has all", () -> roller.backlog().waitingCount() == 0);
        }
    }

    /** Everything that was said, by key. */
    Map<String, MetricsMessage> said() {
        return said;
    }

    /** Keys that are in none of the files. */
    Set<String> missing(List<java.nio.file.Path> folders) {
        Set<String> missing = new HashSet<>(said.keySet());
        folders.forEach(folder -> missing.removeAll(FleetFile.keys(folder)));
        return missing;
    }

    @Override
    public void close() {
        rollers.forEach(PahoMetricsPublisher::close);
    }
}
