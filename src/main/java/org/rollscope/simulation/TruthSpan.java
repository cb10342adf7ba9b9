package org.rollscope.simulation;

import java.util.ArrayList;
import java.util.List;

/** Turns a condition that is true or not at each millisecond into events: short gaps joined, short events dropped. */
final class TruthSpan {
    private final String type;
    private final long shortestMs;
    private final long joinedGapMs;
    private final long leastTrueMs;
    private final List<TruthEvent> ended = new ArrayList<>();
    private boolean open;
    private long startMs;
    private long lastTrueMs;
    private double pressureSumKpa;
    private double peakKpa;
    private long trueCount;

    /**
     * Begins outside an event.
     *
     * @param type word of the event.
     * @param shortestMs shorter ones are no event.
     * @param joinedGapMs shorter gaps do not end an event.
     */
    TruthSpan(String type, long shortestMs, long joinedGapMs) {
        this(type, shortestMs, joinedGapMs, 0);
    }

    /**
     * Begins outside an event.
     *
     * @param type word of the event.
     * @param shortestMs shorter ones are no event.
     * @param joinedGapMs shorter gaps do not end an event.
     * @param leastTrueMs an event within which the condition held for less, gaps left out, is none.
     */
    TruthSpan(String type, long shortestMs, long joinedGapMs, long leastTrueMs) {
        this.leastTrueMs = leastTrueMs;
        this.type = type;
        this.shortestMs = shortestMs;
        this.joinedGapMs = joinedGapMs;
    }

    void accept(long timeMs, boolean condition, double pressureKpa) {
        if (open && timeMs - lastTrueMs > Math.max(1, joinedGapMs)) {
            end();
        }
        if (condition) {
            if (!open) {
                open = true;
                startMs = timeMs;
                pressureSumKpa = 0;
                peakKpa = 0;
                trueCount = 0;
            }
            lastTrueMs = timeMs;
            pressureSumKpa += pressureKpa;
            peakKpa = Math.max(peakKpa, pressureKpa);
            trueCount++;
        }
    }

    /** Events that have ended, and the open one as if it ended now. */
    List<TruthEvent> events() {
        List<TruthEvent> events = new ArrayList<>(ended);
        if (open && isOne()) {
            events.add(event());
        }
        return events;
    }

    private void end() {
        open = false;
        if (isOne()) {
            ended.add(event());
        }
    }

    private boolean isOne() {
        return lastTrueMs - startMs >= shortestMs && trueCount >= leastTrueMs;
    }

    private TruthEvent event() {
        return new TruthEvent(type, startMs, lastTrueMs + 1, pressureSumKpa / trueCount, peakKpa);
    }
}
