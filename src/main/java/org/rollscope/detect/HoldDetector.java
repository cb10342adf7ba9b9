package org.rollscope.detect;

import java.util.function.Consumer;
import org.rollscope.feature.FeatureFrame;

/**
 * Finds sustained holds: loaded and still for long enough, at one place.
 *
 * <p>Flags: saturated tiles count as loaded; a silent IMU counts as still, with the event's confidence lowered.
 * <b>Threads.</b> One.
 */
final class HoldDetector {
    /** Share of the entry pressure below which a hold loses its load. */
    private static final double LEAVE_RATIO = 0.95;

    private final DetectionSettings.HoldSettings settings;
    private final double effectiveRadiusMm;
    private final double ceilingKpa;
    private final double entryKpa;
    private final DwellSwitch loaded;
    private final EvidenceMeter meter = new EvidenceMeter();
    private boolean candidate;
    private boolean open;
    private long startUs;
    private long declaredUs;
    private double anchorMm;
    private long leftUs;

    HoldDetector(DetectionSettings.HoldSettings settings, double effectiveRadiusMm, double ceilingKpa) {
        this.settings = settings;
        this.effectiveRadiusMm = effectiveRadiusMm;
        this.ceilingKpa = ceilingKpa;
        entryKpa = Math.max(settings.minPressureKpa(), settings.minCeilingRatio() * ceilingKpa);
        loaded = new DwellSwitch(0, settings.releaseMs() * 1000L);
    }

    /**
     * Takes in a frame.
     *
     * @param inContact whether a limb lies on the roller.
     * @param motion tells still from moving.
     */
    void accept(FeatureFrame frame, boolean inContact, MotionDetector motion, Consumer<RollerEvent> events) {
        boolean pressed = frame.meanPressureKpa() >= entryKpa;
        loaded.accept(frame.timeUs(), pressed, frame.meanPressureKpa() < LEAVE_RATIO * entryKpa);
        boolean possible = inContact && loaded.on() && !motion.moving();
        if (!possible) {
            if (candidate) {
                leave(endUs(frame, inContact, motion), events);
            }
            return;
        }
        double atMm = frame.rollAngleRad() * effectiveRadiusMm;
        if (!candidate) {
            candidate = true;
            startUs = Math.max(leftUs, Math.max(motion.sinceUs(), loaded.changedUs()));
            anchorMm = atMm;
            meter.restart();
        }
        meter.accept(frame);
        if (Math.abs(atMm - anchorMm) > settings.maxTravelMm()) {
            leave(motion.starting() ? motion.startingSinceUs() : frame.timeUs(), events);
        } else if (!open && lastsFor(frame.timeUs(), motion)) {
            open = true;
            declaredUs = frame.timeUs();
            events.accept(new RollerEvent.HoldStarted(startUs, declaredUs, meter.evidence(ceilingKpa)));
        }
    }

    /** Whether it has lasted long enough, and no end that may turn out to be earlier is on its way. */
    private boolean lastsFor(long timeUs, MotionDetector motion) {
        return timeUs - startUs >= settings.minDurationMs() * 1000L && !motion.starting() && !loaded.turning();
    }

    private long endUs(FeatureFrame frame, boolean inContact, MotionDetector motion) {
        long sinceUs = frame.timeUs();
        if (motion.moving()) {
            sinceUs = Math.min(sinceUs, motion.sinceUs());
        }
        if (!loaded.on()) {
            sinceUs = Math.min(sinceUs, loaded.changedUs());
        } else if (!inContact && loaded.turning()) {
            sinceUs = Math.min(sinceUs, loaded.pendingSinceUs());
        }
        return Math.max(startUs, sinceUs);
    }

    private void leave(long endUs, Consumer<RollerEvent> events) {
        candidate = false;
        leftUs = endUs;
        if (open) {
            open = false;
            events.accept(
                    new RollerEvent.HoldEnded(startUs, endUs, declaredUs, meter.evidence(ceilingKpa), Figures.NONE));
        }
    }

    /** Ends an open hold, where its load was already gone with that; what comes later needs its own load. */
    void finish(long timeUs, Consumer<RollerEvent> events) {
        long endUs = loaded.on() && loaded.turning() ? Math.max(startUs, loaded.pendingSinceUs()) : timeUs;
        loaded.forceOff(timeUs);
        if (candidate) {
            leave(endUs, events);
        }
    }

    /** Whether a hold is open or on its way. */
    boolean waiting() {
        return candidate;
    }

    boolean holding() {
        return open;
    }

    /** Onset of the present hold. */
    long holdStartUs() {
        return startUs;
    }
}
