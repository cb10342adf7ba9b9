package org.rollscope.pipeline;

import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.DetectionSettings;
import org.rollscope.feature.FeatureSettings;

/**
 * What an analysis is decided with, besides frames and calibration.
 *
 * @param features tuning of the features.
 * @param detection tuning of the detectors.
 * @param band floor and ceiling.
 */
public record AnalysisSetup(FeatureSettings features, DetectionSettings detection, PressureBand band) {
    /** The same with another band. */
    public AnalysisSetup withBand(PressureBand otherBand) {
        return new AnalysisSetup(features, detection, otherBand);
    }
}
