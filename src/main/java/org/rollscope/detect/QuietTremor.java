package org.rollscope.detect;

import org.rollscope.dsp.Logarithm;

/**
 * An athlete's own trembling while nothing is the matter, by the force on the roller: what tremor is compared with.
 *
 * <p>Sensors have noise of their own, which weighs more per newton the lighter the load is; so each range of force has its own
 * quiet level. It follows downwards more quickly than upwards, and only while nothing
 * speaks for guarding, so that an episode does not become the rule.
 *
 * <p><b>Source.</b> domain study 4.2 and 9.1: normalised by the athlete's own quiet hold and by force; ranges and times chosen by
 * us, record 0017. <b>Threads.</b> One.
 */
final class QuietTremor {
    private static final double FIRST_FORCE_N = 25;
    private static final double STEP_RATIO = 1.5;
    private static final int RANGE_COUNT = 8;
    private static final double DOWN_S = 6;
    private static final double UP_S = 15;
    /** Time in a range until it speaks for itself. */
    private static final double KNOWN_AFTER_S = 1.5;

    private final double[] quietRatio = new double[RANGE_COUNT];
    private final double[] seenS = new double[RANGE_COUNT];

    /** Takes in a still moment. */
    void learn(double forceN, double tremorRatio, double stepS) {
        int range = rangeIndex(forceN);
        if (seenS[range] == 0) {
            quietRatio[range] = tremorRatio;
        }
        seenS[range] += stepS;
        double followS = tremorRatio < quietRatio[range] ? DOWN_S : UP_S;
        quietRatio[range] += (tremorRatio - quietRatio[range]) * Math.min(1, stepS / followS);
    }

    /** Quiet level at a force; 0 when nothing is known. */
    double at(double forceN) {
        int range = rangeIndex(forceN);
        for (int awayIndex = 0; awayIndex < RANGE_COUNT; awayIndex++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                int other = range + sign * awayIndex;
                if (other >= 0 && other < RANGE_COUNT && seenS[other] >= KNOWN_AFTER_S) {
                    // Between noise, which falls with the force, and tremor, which does not.
                    return quietRatio[other] * Math.sqrt(StrictMath.pow(STEP_RATIO, (double) other - range));
                }
            }
        }
        return 0;
    }

    private static int rangeIndex(double forceN) {
        double steps = Logarithm.of(Math.max(1, forceN) / FIRST_FORCE_N) / Logarithm.of(STEP_RATIO);
        return (int) Math.max(0, Math.min(RANGE_COUNT - 1.0, Math.floor(steps)));
    }
}
