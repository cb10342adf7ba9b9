package org.rollscope.detect;

import java.util.function.Consumer;
import org.rollscope.feature.FeatureFrame;

/**
 * Notices in a hold that tissue gives way beyond what it does passively, or that nothing more happens.
 *
 * <p>Looks at the stiffness of the contact, from force and area together, never at a drop of the force: the limb's weight
 * imposes that. Spells of another load are left out; a load that stays changed begins the course anew. Flags: none matters here
 * but through the confidence.
 *
 * <p><b>Source.</b> domain study 9.4, with stiffness in place of the peak's share and a change of explanation in place of a
 * departure from an extrapolated line: record 0017. <b>Threads.</b> One.
 */
final class ReleaseDetector {
    /** Name of the figure: share of the stiffness that went. */
    static final String DEPTH_RATIO = "depth_ratio";
    /** Name of the figure: time from the hold's onset. */
    static final String AFTER_MS = "after_ms";

    /** The course is looked at twice a second. */
    private static final int LOOK_EVERY_COUNT = 5;

    private static final double TWITCH_BEFORE_S = 3;
    private static final double TWITCH_AFTER_S = 0.5;
    /** A burst of force that stands out so far may be a twitch. */
    private static final double TWITCH_FROM_RATIO = 4;
    /** Nobody should trust it. */
    private static final double TWITCH_CONFIDENCE_RATIO = 0.3;

    private final DetectionSettings.ReleaseSettings settings;
    private final double effectiveRadiusMm;
    private final double ceilingKpa;
    private final StiffnessCourse course = new StiffnessCourse();
    private final KinkSearch kink = new KinkSearch();
    private final EvidenceMeter meter = new EvidenceMeter();
    private final LoadWatch load;
    private final DwellSwitch departed;
    private boolean following;
    private boolean settled;
    private double anchorMm;
    private long quietUntilUs;
    private double highestTremorRatio;

    ReleaseDetector(DetectionSettings.ReleaseSettings settings, double effectiveRadiusMm, double ceilingKpa) {
        this.settings = settings;
        this.effectiveRadiusMm = effectiveRadiusMm;
        this.ceilingKpa = ceilingKpa;
        load = new LoadWatch(settings);
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
        if (Math.abs(atMm - anchorMm) > settings.maxTravelMm() || load.accept(frame)) {
            begin(frame, atMm);
        }
        boolean full =
                load.even(frame.timeUs()) && course.accept(frame, atMm - anchorMm, load.recoveryRatio(frame.timeUs()));
        if (full && course.count() % LOOK_EVERY_COUNT == 0 && hold.holding()) {
            look(frame, hold, atMm, events);
        }
    }

    private void begin(FeatureFrame frame, double atMm) {
        course.restart(frame.timeUs());
        departed.forceOff(frame.timeUs());
        load.begin(frame);
        anchorMm = atMm;
    }

    private void look(FeatureFrame frame, HoldDetector hold, double atMm, Consumer<RollerEvent> events) {
        long timeUs = frame.timeUs();
        if (timeUs - course.startUs() < settings.startMs() * 1000L
                || timeUs < quietUntilUs
                || !kink.look(course, settings.latestMs() / 1e3)) {
            return;
        }
        double lossRatio = 1 - StrictMath.exp(kink.changeRatio());
        boolean plain = lossRatio >= settings.minDepthRatio() && kink.strengthRatio() >= settings.minStrengthRatio();
        if (departed.accept(timeUs, plain, !plain) && departed.on()) {
            release(frame, hold, lossRatio, events);
            begin(frame, atMm);
            quietUntilUs = timeUs + settings.quietMs() * 1000L;
        } else if (!settled && isSettled(timeUs, hold)) {
            settled = true;
            events.accept(new RollerEvent.TissueSettled(
                    timeUs, timeUs, timeUs, meter.evidence(ceilingKpa), after(timeUs, hold, Figures.NONE)));
        }
    }

    private void release(FeatureFrame frame, HoldDetector hold, double lossRatio, Consumer<RollerEvent> events) {
        settled = true;
        long onsetUs = course.startUs() + Math.round(kink.onsetS() * 1e6);
        boolean calmer = frame.tremorRatio() > 0 && frame.tremorRatio() < 0.7 * highestTremorRatio;
        double clear = Math.min(1, kink.strengthRatio() / settings.minStrengthRatio() - 1);
        PressureEvidence plain = meter.evidence(ceilingKpa);
        double sureRatio = plain.confidenceRatio() * Math.min(1, 0.6 + 0.2 * clear + (calmer ? 0.2 : 0));
        if (course.burstRatio(kink.onsetS() - TWITCH_BEFORE_S, kink.onsetS() + TWITCH_AFTER_S) >= TWITCH_FROM_RATIO) {
            events.accept(new RollerEvent.TwitchSeen(
                    onsetUs,
                    onsetUs,
                    frame.timeUs(),
                    sure(plain, TWITCH_CONFIDENCE_RATIO * plain.confidenceRatio()),
                    after(onsetUs, hold, Figures.NONE)));
        }
        events.accept(new RollerEvent.TissueReleased(
                onsetUs,
                onsetUs,
                frame.timeUs(),
                sure(plain, sureRatio),
                after(onsetUs, hold, Figures.of(DEPTH_RATIO, lossRatio))));
    }

    private PressureEvidence sure(PressureEvidence plain, double confidenceRatio) {
        return new PressureEvidence(plain.meanPressureKpa(), plain.peakPressureKpa(), ceilingKpa, confidenceRatio);
    }

    private static Figures after(long timeUs, HoldDetector hold, Figures figures) {
        return figures.and(AFTER_MS, Math.floor((timeUs - hold.holdStartUs()) / 1e3));
    }

    private boolean isSettled(long timeUs, HoldDetector hold) {
        return timeUs - hold.holdStartUs() >= settings.settledAfterMs() * 1000L
                && Math.abs(course.driftPerS()) < settings.settledDriftRatio();
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
