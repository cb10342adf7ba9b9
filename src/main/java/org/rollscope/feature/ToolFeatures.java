package org.rollscope.feature;

import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;

/**
 * Turns calibrated frames of one tool into features: the same quantities for every kind of tool, measured as its shape allows.
 *
 * <p><b>Threads.</b> One; the frame returned is written anew by the next call.
 */
public interface ToolFeatures {
    /**
     * The features of a tool.
     *
     * @param settings tuning; radius, weight and hardness of a ball or stick follow from its geometry instead.
     * @param geometry of its pads.
     * @param rateHz frames per second, 50 or more.
     */
    static ToolFeatures of(FeatureSettings settings, PadGeometry geometry, int rateHz) {
        return switch (geometry.tool()) {
            case ROLLER -> new FeatureExtractor(settings, geometry, rateHz);
            case BALL -> new BallFeatures(settings.on(geometry), geometry, rateHz);
            case STICK -> new StickFeatures(settings.on(geometry), geometry, rateHz);
        };
    }

    /** The frame as it is before the first sample: all zero. */
    FeatureFrame nothing();

    /**
     * Takes in the next frame.
     *
     * @param frame later than the one before.
     * @return the one feature frame.
     */
    FeatureFrame extract(CalibratedFrame frame);
}
