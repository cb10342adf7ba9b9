package org.rollscope.pipeline;

import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.DetectionSettings;
import org.rollscope.detect.ToolProfile;
import org.rollscope.feature.FeatureSettings;
import org.rollscope.frame.BoardHello;

/**
 * What an analysis is decided with, besides frames and calibration.
 *
 * @param features tuning of the features.
 * @param detection tuning of the detectors.
 * @param band floor and ceiling; a person's own for a limb on a roller until {@link #on} scales it.
 */
public record AnalysisSetup(FeatureSettings features, DetectionSettings detection, PressureBand band) {
    /** The same with another band. */
    public AnalysisSetup withBand(PressureBand otherBand) {
        return new AnalysisSetup(features, detection, otherBand);
    }

    /**
     * The same with the personal band as it is on the tool of a board, before any session keeps it.
     *
     * @param board whose geometry this software knows.
     */
    public AnalysisSetup on(BoardHello board) {
        return withBand(ToolProfile.of(board.geometryId()).band(band));
    }
}
