package org.rollscope.session;

import org.rollscope.detect.Activity;

/**
 * Chooses what to tell the athlete now.
 *
 * <p><b>Source.</b> practice rules T1 to T4 and T17; hold times 30 to 90 s and the stop after 120 s, domain study 9.3;
 * fast rolling over 150 mm/s, domain study 1.1.
 */
public final class AdviceRule {
    private static final double FAST_FROM_MM_PER_S = 150;
    private static final long HOLD_TARGET_MS = 90_000;
    private static final long HOLD_STOP_MS = 120_000;

    private AdviceRule() {}

    /**
     * Advice for one moment.
     *
     * @param activity what is going on.
     * @param overpressure whether an overpressure event is open.
     * @param speedMmPerS travel along the limb, signed.
     * @param holdMs length of the present hold.
     */
    public static Advice advise(Activity activity, boolean overpressure, double speedMmPerS, long holdMs) {
        if (overpressure) {
            return Advice.EASE_OFF;
        }
        if (activity == Activity.ROLLING) {
            return Math.abs(speedMmPerS) > FAST_FROM_MM_PER_S ? Advice.ROLL_SLOWER : Advice.NONE;
        }
        if (activity != Activity.HOLD) {
            return Advice.NONE;
        }
        if (holdMs >= HOLD_STOP_MS) {
            return Advice.STOP;
        }
        return holdMs >= HOLD_TARGET_MS ? Advice.MOVE_ON : Advice.KEEP_HOLDING;
    }
}
