package org.rollscope.session;

import org.rollscope.detect.Activity;

/**
 * Chooses what to tell the athlete now.
 *
 * <p><b>Source.</b> practice rules T1 to T4 and T17; hold times 30 to 90 s and the stop after 120 s, domain study 9.3;
 * fast rolling over 150 mm/s, domain study 1.1.
 */
public final class AdviceRule {
    /** Mean pressure over the ceiling at which easing off is not enough: domain study 3.4. */
    private static final double STOP_CEILING_RATIO = 1.25;

    /** Rolling up to here is a search for tender spots: rule T1. */
    public static final double SLOW_UP_TO_MM_PER_S = 50;

    /** Rolling over this is too fast for it. */
    public static final double FAST_FROM_MM_PER_S = 150;

    /** A hold from here on may be enough: rule T3. */
    public static final long HOLD_LEAST_MS = 30_000;

    /** A hold from here on is long enough. */
    public static final long HOLD_TARGET_MS = 90_000;

    private static final long HOLD_STOP_MS = 120_000;

    private AdviceRule() {}

    /** Advice for one moment: first what must come down, then what the hand is doing. */
    public static Advice advise(Situation now) {
        if (now.overpressure()) {
            return now.ceilingShareRatio() >= STOP_CEILING_RATIO ? Advice.STOP : Advice.EASE_OFF;
        }
        if (now.guarding()) {
            return Advice.EASE_OFF;
        }
        if (now.activity() == Activity.ROLLING) {
            return Math.abs(now.speedMmPerS()) > FAST_FROM_MM_PER_S ? Advice.ROLL_SLOWER : Advice.NONE;
        }
        if (now.activity() != Activity.HOLD) {
            return Advice.NONE;
        }
        if (now.holdMs() >= HOLD_STOP_MS) {
            return Advice.STOP;
        }
        if (now.released()) {
            return Advice.RELEASED_MOVE_ON;
        }
        if (now.holdMs() >= HOLD_TARGET_MS) {
            return Advice.MOVE_ON;
        }
        // A hold ends some time after the limb has gone, in case it comes back; nobody is told to go on holding
        // nothing.
        return now.ceilingShareRatio() > 0 ? Advice.KEEP_HOLDING : Advice.NONE;
    }
}
