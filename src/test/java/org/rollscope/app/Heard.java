package org.rollscope.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.RollerEvent;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;

/** Every event and summary that a listener was told, once each, with a count of what came twice. */
final class Heard implements MetricsFeed.Listener {
    /** A roller that says nothing but that it is there: who hears it has subscribed. */
    static final String WITNESS = "roller-2";

    private static final long SILENCE_MS = 1000;

    private final Map<String, MetricsMessage.Event> events = new HashMap<>();
    private final Set<String> summaries = new TreeSet<>();
    private int duplicateCount;
    private boolean witnessed;
    private long lastNs = System.nanoTime();

    @Override
    public synchronized void message(String rollerId, MetricsMessage message) {
        lastNs = System.nanoTime();
        if (rollerId.equals(WITNESS)) {
            witnessed = true;
        }
        if (message instanceof MetricsMessage.Event told) {
            String key = told.eventId() + " " + told.event().phase();
            if (events.putIfAbsent(key, told) != null) {
                duplicateCount++;
            }
        } else if (message instanceof MetricsMessage.Summary summary) {
            duplicateCount += summaries.add(summary.sessionId()) ? 0 : 1;
        }
    }

    @Override
    public synchronized void connection(boolean isConnected, String words) {
        witnessed = false;
    }

    @Override
    public synchronized void unreadable(String topicPath, String reason) {
        throw new AssertionError(topicPath + ": " + reason);
    }

    /** Whether the listener hears: it is connected and has subscribed. */
    synchronized boolean listening() {
        return witnessed;
    }

    /** Whether nothing is under way any more. */
    synchronized boolean silent() {
        return System.nanoTime() - lastNs > TimeUnit.MILLISECONDS.toNanos(SILENCE_MS);
    }

    synchronized int eventCount() {
        return events.size();
    }

    synchronized int duplicateCount() {
        return duplicateCount;
    }

    synchronized boolean hasSummary(String sessionId) {
        return summaries.contains(sessionId);
    }

    synchronized Set<String> summaries() {
        return new TreeSet<>(summaries);
    }

    /** As {@link Recorded#name} names them; an event that went on when it was told has no end. */
    synchronized Set<String> toldEvents() {
        Set<String> told = new TreeSet<>();
        for (MetricsMessage.Event message : events.values()) {
            RollerEvent event = message.event();
            double endMs = event.phase() == EventPhase.OPEN ? Double.NaN : event.endUs() / 1000.0;
            told.add(Recorded.name(message.sessionId(), event.type().word(), event.startUs() / 1000.0, endMs));
        }
        return told;
    }
}
