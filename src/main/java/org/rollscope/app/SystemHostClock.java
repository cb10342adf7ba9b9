package org.rollscope.app;

import java.time.Instant;
import org.rollscope.frame.HostClock;

/** The clocks of this machine. */
final class SystemHostClock implements HostClock {
    @Override
    public long monotonicNs() {
        return System.nanoTime();
    }

    @Override
    public Instant wallClock() {
        return Instant.now();
    }
}
