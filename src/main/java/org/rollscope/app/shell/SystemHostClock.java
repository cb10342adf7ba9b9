package org.rollscope.app.shell;

import java.time.Instant;
import org.rollscope.frame.HostClock;

/** The clocks of this machine. */
public final class SystemHostClock implements HostClock {
    @Override
    public long monotonicNs() {
        return System.nanoTime();
    }

    @Override
    public Instant wallClock() {
        return Instant.now();
    }
}
