package org.rollscope.programme.progress;

import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.Intensity;
import org.rollscope.programme.plan.Prescription;

/** Changes one variable of a prescription by one step; null where it cannot go further. */
final class Step {
    private static final double SHARE_GRAIN_RATIO = 0.001;
    private static final int HOLD_GRAIN_MS = 1000;
    /** Least width of the planned band. */
    private static final double LEAST_WIDTH_RATIO = 0.05;

    /** A product that is a whole number but for the last bit is that number. */
    private static final double LAST_BIT_RATIO = 1e-9;

    private Step() {}

    /** Longer holds, up to the preset's longest. */
    static Prescription longer(Prescription now, double stepRatio) {
        int holdMs = Math.min(
                now.preset().longestHoldMs(), (int) whole(now.dose().holdMs() * (1 + stepRatio), HOLD_GRAIN_MS));
        return holdMs > now.dose().holdMs() ? hold(now, holdMs) : now;
    }

    /** Shorter holds, down to the shortest that counts. */
    static Prescription shorter(Prescription now, double regressRatio) {
        int holdMs = Math.max(Dose.LEAST_HOLD_MS, (int) whole(now.dose().holdMs() * (1 - regressRatio), HOLD_GRAIN_MS));
        return holdMs < now.dose().holdMs() ? hold(now, holdMs) : now;
    }

    /** Harder, up to the personal ceiling. */
    static Prescription harder(Prescription now, double stepRatio) {
        double ceilingRatio = Math.min(1, whole(now.intensity().ceilingRatio() * (1 + stepRatio), SHARE_GRAIN_RATIO));
        return ceilingRatio > now.intensity().ceilingRatio() ? share(now, ceilingRatio) : now;
    }

    /** Gentler, down to a narrow band over its floor. */
    static Prescription gentler(Prescription now, double regressRatio) {
        double ceilingRatio = Math.max(
                now.intensity().floorRatio() + LEAST_WIDTH_RATIO,
                whole(now.intensity().ceilingRatio() * (1 - regressRatio), SHARE_GRAIN_RATIO));
        return ceilingRatio < now.intensity().ceilingRatio() ? share(now, ceilingRatio) : now;
    }

    private static Prescription hold(Prescription now, int holdMs) {
        return now.withDose(
                new Dose(now.dose().sessionsPerWeekCount(), holdMs, now.dose().spotCount()));
    }

    private static Prescription share(Prescription now, double ceilingRatio) {
        return now.withIntensity(new Intensity(now.intensity().floorRatio(), ceilingRatio));
    }

    /** Down to a whole number of grains, so that a step is never more than was allowed. */
    private static double whole(double ownRatio, double grainRatio) {
        double graininess = 1 / grainRatio;
        return grainRatio < 1
                ? StrictMath.floor(ownRatio * graininess * (1 + LAST_BIT_RATIO)) / graininess
                : StrictMath.floor(ownRatio / grainRatio * (1 + LAST_BIT_RATIO)) * grainRatio;
    }
}
