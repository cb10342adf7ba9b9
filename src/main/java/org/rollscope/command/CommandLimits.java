package org.rollscope.command;

/**
 * How many commands a service takes.
 *
 * @param burstCount commands at once, 1 to 1000. Small values refuse who presses quickly, large ones let a mistaken program in.
 *     Default 10.
 * @param rateHz commands a second for as long as one likes, 0.1 to 100. Default 2.
 */
public record CommandLimits(int burstCount, double rateHz) {
    /** Refuses values that make no sense. */
    public CommandLimits {
        if (burstCount < 1 || burstCount > 1000) {
            throw new IllegalArgumentException("burst_count must be 1..1000, was " + burstCount);
        }
        if (!(rateHz >= 0.1 && rateHz <= 100)) {
            throw new IllegalArgumentException("rate_hz must be 0.1..100, was " + rateHz);
        }
    }
}
