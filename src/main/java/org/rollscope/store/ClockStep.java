package org.rollscope.store;

import java.time.Duration;
import java.time.Instant;
import org.rollscope.frame.HostClock;

/** Watches whether the host's wall clock is moved against its monotonic clock, as when the time comes from the network. */
final class ClockStep {
    /** A smaller difference is the pace at which a time server corrects a clock. Chosen by us, record 0010. */
    private static final long LEAST_STEP_MS = 500;

    private final HostClock clock;
    private final Instant wallAtStart;
    private final long monotonicAtStartNs;

    ClockStep(HostClock clock) {
        this.clock = clock;
        wallAtStart = clock.wallClock();
        monotonicAtStartNs = clock.monotonicNs();
    }

    /** How far the wall clock was moved since the start, backwards below zero; 0 when at most half a second. */
    long stepMs() {
        long wallMs = Duration.between(wallAtStart, clock.wallClock()).toMillis();
        long stepMs = wallMs - (clock.monotonicNs() - monotonicAtStartNs) / 1_000_000;
        return Math.abs(stepMs) > LEAST_STEP_MS ? stepMs : 0;
    }
}
