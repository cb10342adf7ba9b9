package org.rollscope.config;

import org.rollscope.detect.DetectionSettings;
import org.rollscope.feature.FeatureSettings;
import org.rollscope.pipeline.AnalysisSetup;
import org.rollscope.pipeline.SessionPolicy;

/**
 * All settings that the core needs; an edge's own settings are read by the edge's section.
 *
 * @param rollerId name of the roller in topics and recordings.
 * @param athlete who rolls what.
 * @param session when sessions start and end.
 * @param features tuning of the features.
 * @param detection tuning of the detectors.
 */
public record RollscopeSettings(
        String rollerId,
        AthleteSettings athlete,
        SessionPolicy session,
        FeatureSettings features,
        DetectionSettings detection) {

    /** What an analysis is decided with. */
    public AnalysisSetup setup() {
        return new AnalysisSetup(features, detection, athlete.band());
    }
}
