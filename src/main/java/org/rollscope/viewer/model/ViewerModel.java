package org.rollscope.viewer.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.HostClock;
import org.rollscope.session.FramePoint;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.viewer.look.Texts;

/**
 * Everything the window shows, without the window.
 *
 * <p><b>Threads.</b> Filled by the feed's thread and read by the event dispatch thread; every method takes the model's lock for
 * a moment.
 */
public final class ViewerModel implements MetricsFeed.Listener {
    /** More rollers than this are not listed: each costs up to three megabytes, see {@link ChartHistory#capacityCount}. */
    static final int ROLLER_LIMIT_COUNT = 32;

    /** More names than this are not counted. */
    private static final int UNLISTED_LIMIT_COUNT = 1000;

    private final HostClock clock;
    private final int capacityCount;
    private final Map<String, RollerTrack> rollers = new LinkedHashMap<>();
    private final Set<String> unlisted = new HashSet<>();
    private @Nullable String selectedRollerId;
    private boolean connected;
    private String connectionWords = Texts.of("connection.starting");
    private long unreadableCount;
    private String lastUnreadable = "";

    public ViewerModel(HostClock clock, int capacityCount) {
        this.clock = clock;
        this.capacityCount = capacityCount;
    }

    /** The clock by which everything here is old or new. */
    public HostClock clock() {
        return clock;
    }

    @Override
    public synchronized void message(String rollerId, MetricsMessage message) {
        RollerTrack roller = rollers.get(rollerId);
        if (roller == null) {
            if (rollers.size() >= ROLLER_LIMIT_COUNT) {
                if (unlisted.size() < UNLISTED_LIMIT_COUNT) {
                    unlisted.add(rollerId);
                }
                return;
            }
            roller = new RollerTrack(rollerId, capacityCount);
            rollers.put(rollerId, roller);
            if (selectedRollerId == null) {
                selectedRollerId = rollerId;
            }
        }
        roller.hear(message, clock.monotonicNs());
    }

    @Override
    public synchronized void connection(boolean nowConnected, String words) {
        connected = nowConnected;
        connectionWords = words;
    }

    @Override
    public synchronized void unreadable(String topicPath, String reason) {
        unreadableCount++;
        lastUnreadable = topicPath + ": " + reason;
    }

    public synchronized void select(String rollerId) {
        selectedRollerId = rollerId;
    }

    /**
     * What is missing of the selected roller and may be had.
     *
     * @param spanMs so far back from its newest frame.
     */
    public synchronized List<Hole> holesOfSelected(long spanMs) {
        RollerTrack roller = selectedRollerId == null ? null : rollers.get(selectedRollerId);
        return roller == null ? List.of() : roller.holes(spanMs * 1000);
    }

    /**
     * Puts frames that were missing in their places.
     *
     * @param points at least one, in order of time.
     * @return how many were put in.
     */
    public synchronized int fill(String rollerId, List<FramePoint> points) {
        RollerTrack roller = rollers.get(rollerId);
        return roller == null ? 0 : roller.fill(points);
    }

    /** Rollers in the order in which they were first heard. */
    public synchronized List<String> rollerIds() {
        return new ArrayList<>(rollers.keySet());
    }

    /** Rollers that were heard and are not listed, because there are too many. */
    public synchronized int unlistedCount() {
        return unlisted.size();
    }

    public synchronized @Nullable String selectedRollerId() {
        return selectedRollerId;
    }

    /** What a wall would show of the selected roller, null when there is none. */
    public synchronized @Nullable RollerCard selectedCard() {
        RollerTrack roller = selectedRollerId == null ? null : rollers.get(selectedRollerId);
        return roller == null ? null : RollerCard.of(roller, clock.monotonicNs());
    }

    /** Looks at the selected roller under the lock; the result must not keep the track. */
    public synchronized <T> @Nullable T lookAtSelected(Function<RollerTrack, T> look) {
        RollerTrack roller = selectedRollerId == null ? null : rollers.get(selectedRollerId);
        return roller == null ? null : look.apply(roller);
    }

    /**
     * Looks at every roller, in the order in which they were first heard, taking the lock for each anew.
     *
     * @param look gets the track, which it must not keep, and what a wall shows of it.
     */
    public void lookAtEach(BiConsumer<RollerTrack, RollerCard> look) {
        for (String rollerId : rollerIds()) {
            lookAt(rollerId, look);
        }
    }

    private synchronized void lookAt(String rollerId, BiConsumer<RollerTrack, RollerCard> look) {
        RollerTrack roller = rollers.get(rollerId);
        if (roller != null) {
            look.accept(roller, RollerCard.of(roller, clock.monotonicNs()));
        }
    }

    /** The texts of this moment that are of no one roller. */
    public synchronized Readout commonReadout() {
        return Readout.of(null, connected, connectionWords, unreadableCount, clock.monotonicNs());
    }

    /** The texts of this moment. */
    public synchronized Readout readout() {
        RollerTrack roller = selectedRollerId == null ? null : rollers.get(selectedRollerId);
        return Readout.of(roller, connected, connectionWords, unreadableCount, clock.monotonicNs());
    }

    /** The last payload that could not be read, empty when all could. */
    public synchronized String lastUnreadable() {
        return lastUnreadable;
    }
}
