package org.rollscope.pipeline;

import org.rollscope.detect.Activity;
import org.rollscope.detect.DetectionSettings;
import org.rollscope.feature.FeatureFrame;

/** Notices that a limb has left the roller, by the rule that ends a contact. <b>Threads.</b> One. */
final class LiftWatch {
    private final double offForceN;
    private final long offDwellUs;
    private long offSinceUs = Long.MIN_VALUE;

    LiftWatch(DetectionSettings settings) {
        offForceN = settings.contact().offForceN();
        offDwellUs = settings.contact().offDwellMs() * 1000L;
    }

    /** Takes in the next frame and tells whether the limb is gone. */
    boolean accept(FeatureFrame features, Activity activity) {
        boolean off = features.contactForceN() < offForceN || activity == Activity.HANDLING;
        if (!off) {
            offSinceUs = Long.MIN_VALUE;
            return false;
        }
        offSinceUs = offSinceUs == Long.MIN_VALUE ? features.timeUs() : offSinceUs;
        return features.timeUs() - offSinceUs >= offDwellUs;
    }
}
