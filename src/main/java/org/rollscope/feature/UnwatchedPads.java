package org.rollscope.feature;

import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.Quality;

/**
 * The pads of a tool whose neighbours nobody compares: those without a calibration are left out, and told. <b>Units.</b> Newton.
 * <b>Threads.</b> One.
 */
final class UnwatchedPads {
    /** Force on each; 0 on those left out. */
    final double[] forceN;

    final boolean[] leftOut;

    UnwatchedPads(int padCount) {
        forceN = new double[padCount];
        leftOut = new boolean[padCount];
    }

    /** Takes in a frame; a pad that is left out is told in the features' flags. */
    void take(CalibratedFrame frame, FeatureFrame features) {
        for (int padIndex = 0; padIndex < forceN.length; padIndex++) {
            leftOut[padIndex] = (frame.padQualityFlags()[padIndex] & Quality.PAD_UNCALIBRATED_FLAGS) != 0;
            forceN[padIndex] = leftOut[padIndex] ? 0 : frame.padForceN()[padIndex];
            features.qualityFlags |= leftOut[padIndex] ? Quality.PAD_LEFT_OUT_FLAGS : Quality.GOOD_FLAGS;
        }
    }
}
