package org.rollscope.command;

/**
 * How often something may happen: so many times at once, and so many a second for as long as one likes.
 *
 * <p><b>Units.</b> Nanoseconds of the host's monotonic clock. <b>Threads.</b> One at a time.
 */
final class Allowance {
    private final int burstCount;
    private final double rateHz;
    private double leftCount;
    private long filledNs;

    /** Full at {@code nowNs}. */
    Allowance(int burstCount, double rateHz, long nowNs) {
        this.burstCount = burstCount;
        this.rateHz = rateHz;
        leftCount = burstCount;
        filledNs = nowNs;
    }

    /** Whether it may happen once more; it counts. */
    boolean spend(long nowNs) {
        double gainedCount = (nowNs - filledNs) / 1e9 * rateHz;
        leftCount = Math.min(burstCount, leftCount + Math.max(0, gainedCount));
        filledNs = nowNs;
        if (leftCount < 1) {
            return false;
        }
        leftCount--;
        return true;
    }
}
