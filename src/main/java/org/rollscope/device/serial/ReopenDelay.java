package org.rollscope.device.serial;

/**
 * How long to wait before the next try: short at first, doubled up to a bound, short again after a success. The bound leaves
 * room in the second within which a port that came back must be read again.
 */
final class ReopenDelay {
    private static final long SHORTEST_MS = 100;
    private static final long LONGEST_MS = 400;

    private long nextMs = SHORTEST_MS;

    long nextMs() {
        long delayMs = nextMs;
        nextMs = Math.min(LONGEST_MS, nextMs * 2);
        return delayMs;
    }

    void succeeded() {
        nextMs = SHORTEST_MS;
    }
}
