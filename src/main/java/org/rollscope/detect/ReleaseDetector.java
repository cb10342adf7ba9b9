package org.rollscope.detect;

import java.util.function.Consumer;
import org.rollscope.feature.FeatureFrame;

/**
 * Notices in a hold that tissue gives way beyond what it does passively, or that nothing more happens.
 *
 * <p>Looks at the stiffness of the contact, from force and area together, never at a drop of the force: the limb's weight
 * imposes that. A load that changes begins the course anew. Flags: none matters here but through the confidence.
 *
 * <p><b>Source.</b> domain study 9.4; stiffness in place of the peak's share: record 0017. <b>Threads.</b> One.
 */
final class ReleaseDetector {
    /** Name of the figure: share of the stiffness that went. */
    static final String DEPTH_RATIO = "depth_ratio";
    /** Name of the figure: time from the hold's onset. */
    static final String AFTER_MS = "after_ms";

    private static final long FIT_AFTER_US = 1_500_000;
    private static final long FIT_LONGEST_US = 25_000_000;
    private static final long ONSET_BACK_US = 9_000_000;
    private static final double FORCE_FOLLOW_RATIO = 0.002;

    private final DetectionSettings.ReleaseSettings settings;
    private final double effectiveRadiusMm;
    private final double ceilingKpa;
    private final PassiveCurve curve = new PassiveCurve();
    private final EvidenceMeter meter = new EvidenceMeter();
    private final DwellSwitch departed;
    private boolean following;
    private boolean settled;
    private double usualForceN;
    private double anchorMm;
    private long quietUntilUs;
    private long unevenSinceUs;
    private double highestTremorRatio;

    ReleaseDetector(DetectionSettings.ReleaseSettings settings, double effectiveRadiusMm, double ceilingKpa) {
        this.settings = settings;
        this.effectiveRadiusMm = effectiveRadiusMm;
        this.ceilingKpa = ceilingKpa;
        departed = new DwellSwitch(settings.confirmMs() * 1000L, 0);
    }

    /**
     * Takes in a frame.
     *
     * @param hold the present hold.
     */
    void accept(FeatureFrame frame, HoldDetector hold, Consumer<RollerEvent> events) {
        if (!hold.waiting()) {
            following = false;
            return;
        }
        double atMm = frame.rollAngleRad() * effectiveRadiusMm;
        if (!following) {
            following = true;
            settled = false;
            quietUntilUs = 0;
            highestTremorRatio = 0;
            meter.restart();
            begin(frame, atMm);
        }
        meter.accept(frame);
        highestTremorRatio = Math.max(highestTremorRatio, frame.tremorRatio());
        if (Math.abs(atMm - anchorMm) > settings.maxTravelMm() || loadChanged(frame)) {
            begin(frame, atMm);
        }
        if (curve.accept(frame.timeUs(), frame.contactStiffnessKpaPerMm()) && hold.holding()) {
            look(frame, hold, atMm, events);
        }
    }

    private void begin(FeatureFrame frame, double atMm) {
        curve.restart(frame.timeUs());
        departed.forceOff(frame.timeUs());
        usualForceN = frame.contactForceN();
        anchorMm = atMm;
        unevenSinceUs = Long.MIN_VALUE;
    }

    /** Whether the force has been elsewhere for longer than a sway lasts. */
    private boolean loadChanged(FeatureFrame frame) {
        double tolerance = settings.forceToleranceRatio() * usualForceN;
        if (Math.abs(frame.contactForceN() - usualForceN) <= tolerance) {
            usualForceN += FORCE_FOLLOW_RATIO * (frame.contactForceN() - usualForceN);
            unevenSinceUs = Long.MIN_VALUE;
            return false;
        }
        if (unevenSinceUs == Long.MIN_VALUE) {
            unevenSinceUs = frame.timeUs();
        }
        return frame.timeUs() - unevenSinceUs > settings.unevenMs() * 1000L;
    }

    private void look(FeatureFrame frame, HoldDetector hold, double atMm, Consumer<RollerEvent> events) {
        long timeUs = frame.timeUs();
        if (curve.lengthUs() < settings.startMs() * 1000L
                || timeUs < quietUntilUs
                || !curve.fit(FIT_AFTER_US, settings.gapMs() * 1000L, FIT_LONGEST_US)) {
            return;
        }
        double limit = Math.max(settings.minDepthRatio(), settings.noiseRatio() * curve.spread());
        double departure = curve.departure();
        if (departed.accept(timeUs, departure < -limit, departure > -limit / 2) && departed.on()) {
            release(frame, hold, limit, events);
            begin(frame, atMm);
            quietUntilUs = timeUs + settings.quietMs() * 1000L;
        } else if (!settled && isSettled(timeUs, hold)) {
            settled = true;
            events.accept(new RollerEvent.TissueSettled(
                    timeUs, timeUs, timeUs, meter.evidence(ceilingKpa), after(timeUs, hold, Figures.NONE)));
        }
    }

    private void release(FeatureFrame frame, HoldDetector hold, double limit, Consumer<RollerEvent> events) {
        settled = true;
        double depth = 1 - StrictMath.exp(curve.departure());
        long onsetUs = curve.onsetUs(ONSET_BACK_US);
        boolean calmer = frame.tremorRatio() > 0 && frame.tremorRatio() < 0.7 * highestTremorRatio;
        double clear = Math.min(1, -curve.departure() / limit - 1);
        PressureEvidence plain = meter.evidence(ceilingKpa);
        double sureRatio = plain.confidenceRatio() * Math.min(1, 0.6 + 0.2 * clear + (calmer ? 0.2 : 0));
        PressureEvidence evidence =
                new PressureEvidence(plain.meanPressureKpa(), plain.peakPressureKpa(), ceilingKpa, sureRatio);
        events.accept(new RollerEvent.TissueReleased(
                onsetUs, onsetUs, frame.timeUs(), evidence, after(onsetUs, hold, Figures.of(DEPTH_RATIO, depth))));
    }

    private static Figures after(long timeUs, HoldDetector hold, Figures figures) {
        return figures.and(AFTER_MS, Math.floor((timeUs - hold.holdStartUs()) / 1e3));
    }

    private boolean isSettled(long timeUs, HoldDetector hold) {
        return timeUs - hold.holdStartUs() >= settings.settledAfterMs() * 1000L
                && Math.abs(curve.driftPerS()) < settings.settledDriftPerS();
    }

    /** Forgets the present hold. */
    void finish() {
        following = false;
    }

    /** Whether a release was told in the present hold within the time that people need to move on. */
    boolean released(long timeUs) {
        return following && timeUs < quietUntilUs;
    }
}
