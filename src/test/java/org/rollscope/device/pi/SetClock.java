package org.rollscope.device.pi;

import java.time.Instant;
import org.rollscope.frame.HostClock;

/** A clock that goes on when it is told to, and by a little at every look. */
final class SetClock implements HostClock, PiSampler.Pause {
    long nowNs = 5_000_000_000L;
    /** How late a sleep ends. */
    long oversleepNs = 30_000;

    @Override
    public long monotonicNs() {
        return nowNs;
    }

    @Override
    public Instant wallClock() {
        return Instant.EPOCH;
    }

    @Override
    public void untilNs(long timeNs) {
        nowNs = Math.max(nowNs, timeNs) + oversleepNs;
    }

    void passUs(long timeUs) {
        nowNs += timeUs * 1000;
    }
}
