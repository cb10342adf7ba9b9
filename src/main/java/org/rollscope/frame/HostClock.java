package org.rollscope.frame;

import java.time.Instant;

/** The host's two clocks; passed in, so that tests set the time. */
public interface HostClock {
    /** Monotonic clock; only differences mean anything. */
    long monotonicNs();

    /** Wall clock; used at a session's start and for {@code sent_at} only. */
    Instant wallClock();
}
