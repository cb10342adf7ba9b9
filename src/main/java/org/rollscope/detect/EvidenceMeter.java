package org.rollscope.detect;

import org.rollscope.feature.FeatureFrame;
import org.rollscope.frame.Quality;

/** Gathers what an event is decided from while it lasts. */
final class EvidenceMeter {
    private static final int DOUBTFUL_FLAGS = Quality.PAD_SATURATED_FLAGS
            | Quality.OUTSIDE_CALIBRATED_RANGE_FLAGS
            | Quality.PAD_UNCALIBRATED_FLAGS
            | Quality.IMU_INVALID_FLAGS
            | Quality.LOBES_DISAGREE_FLAGS
            | Quality.PAD_LEFT_OUT_FLAGS
            | Quality.PAD_INFERRED_FLAGS;

    private long frameCount;
    private long soundFrameCount;
    private double pressureSumKpa;
    private double peakKpa;
    private double highestMeanKpa;

    void restart() {
        frameCount = 0;
        soundFrameCount = 0;
        pressureSumKpa = 0;
        peakKpa = 0;
        highestMeanKpa = 0;
    }

    void accept(FeatureFrame frame) {
        frameCount++;
        soundFrameCount += (frame.qualityFlags() & DOUBTFUL_FLAGS) == 0 ? 1 : 0;
        pressureSumKpa += frame.meanPressureKpa();
        peakKpa = Math.max(peakKpa, frame.peakPressureKpa());
        highestMeanKpa = Math.max(highestMeanKpa, frame.meanPressureKpa());
    }

    /** Highest mean pressure so far. */
    double highestMeanKpa() {
        return highestMeanKpa;
    }

    /** Evidence so far, sure as far as its frames are sound. */
    PressureEvidence evidence(double ceilingKpa) {
        double soundRatio = frameCount == 0 ? 0 : (double) soundFrameCount / frameCount;
        double meanKpa = frameCount == 0 ? 0 : pressureSumKpa / frameCount;
        return new PressureEvidence(meanKpa, peakKpa, ceilingKpa, soundRatio);
    }

    /**
     * Evidence of an excess: sure as far as its frames are sound, and its mean pressure is clear of the ceiling or one tile
     * clear of its own limit.
     *
     * @param tileLimitKpa pressure on one tile that counts by itself.
     * @param pressureErrorRatio standard error of a pressure as a share of it.
     */
    PressureEvidence excess(double ceilingKpa, double tileLimitKpa, double pressureErrorRatio) {
        PressureEvidence plain = evidence(ceilingKpa);
        double clearRatio = Math.max(
                clearRatio(highestMeanKpa, ceilingKpa, pressureErrorRatio),
                clearRatio(peakKpa, tileLimitKpa, pressureErrorRatio));
        return new PressureEvidence(
                plain.meanPressureKpa(), plain.peakPressureKpa(), ceilingKpa, plain.confidenceRatio() * clearRatio);
    }

    /** Probability that a pressure was over a limit: a logistic stand-in for the normal distribution, wrong by 0.01 at most. */
    private static double clearRatio(double pressureKpa, double limitKpa, double pressureErrorRatio) {
        double errorKpa = Math.max(1e-9, pressureErrorRatio * pressureKpa);
        return 1 / (1 + StrictMath.exp(-1.702 * (pressureKpa - limitKpa) / errorKpa));
    }
}
