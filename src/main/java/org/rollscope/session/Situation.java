package org.rollscope.session;

import org.rollscope.detect.Activity;

/**
 * What advice is chosen from.
 *
 * @param activity what is going on.
 * @param overpressure whether an overpressure event is open.
 * @param ceilingShareRatio mean pressure over the ceiling.
 * @param guarding whether guarding is suspected.
 * @param released whether tissue was just seen to give way in this hold.
 * @param speedMmPerS travel along the limb, signed.
 * @param holdMs length of the present hold.
 */
public record Situation(
        Activity activity,
        boolean overpressure,
        double ceilingShareRatio,
        boolean guarding,
        boolean released,
        double speedMmPerS,
        long holdMs) {}
