package org.rollscope.detect;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.PressureBand;
import org.rollscope.feature.FeatureFrame;

/**
 * All detectors of one session, in their order, and the live state.
 *
 * <p>Depends on the frames alone: the same frames give the same events bit for bit.
 *
 * <p><b>Threads.</b> One. Events come out in the order in which they could be known.
 */
public final class DetectorChain {
    private static final PressureEvidence NO_FRAMES = new PressureEvidence(0, 0, 0, 1);

    /** Null where everything exists. */
    private final @Nullable ToolProfile tool;

    private final DetectionSettings.SignalSettings signal;
    private final ContactDetector contact;
    private final MotionDetector motion;
    private final RollDetector roll;
    private final HoldDetector hold;
    private final OverpressureDetector overpressure;
    private final ReleaseDetector release;
    private final GuardingDetector guarding;
    private final LoadingRateDetector loading;
    private long lastTimeUs = Long.MIN_VALUE;
    private Activity activity = Activity.UNKNOWN;

    /**
     * Lays out the detectors.
     *
     * @param settings tuning.
     * @param band the athlete's.
     * @param effectiveRadiusMm rolling travel per radian.
     * @param pressureErrorRatio standard error of a pressure as a share of it.
     */
    public DetectorChain(
            DetectionSettings settings, PressureBand band, double effectiveRadiusMm, double pressureErrorRatio) {
        this(null, settings, band, effectiveRadiusMm, pressureErrorRatio);
    }

    /**
     * Lays out the detectors of a tool; what does not exist on it is never told.
     *
     * @param tool which; null for one on which everything exists.
     * @param settings tuning.
     * @param band the athlete's.
     * @param effectiveRadiusMm rolling travel per radian.
     * @param pressureErrorRatio standard error of a pressure as a share of it.
     */
    public DetectorChain(
            @Nullable ToolProfile tool,
            DetectionSettings settings,
            PressureBand band,
            double effectiveRadiusMm,
            double pressureErrorRatio) {
        this.tool = tool == null || tool.events().size() == EventType.values().length ? null : tool;
        double ceilingKpa = band.ceilingKpa();
        signal = settings.signal();
        contact = new ContactDetector(settings.contact(), ceilingKpa);
        motion = new MotionDetector(settings.roll());
        roll = new RollDetector(settings.roll(), ceilingKpa);
        hold = new HoldDetector(settings.hold(), effectiveRadiusMm, ceilingKpa);
        release = new ReleaseDetector(settings.release(), effectiveRadiusMm, ceilingKpa);
        guarding = new GuardingDetector(settings.guarding(), ceilingKpa);
        loading = new LoadingRateDetector(settings.loading(), ceilingKpa, tool == null ? 1 : tool.pressureRatio());
        overpressure = new OverpressureDetector(settings.overpressure(), ceilingKpa, pressureErrorRatio);
    }

    /**
     * Takes in the next frame.
     *
     * @param frame later than the one before.
     * @param events receives what happened.
     */
    public void accept(FeatureFrame frame, Consumer<RollerEvent> events) {
        judge(frame, existing(events));
    }

    private boolean has(EventType type) {
        return tool == null || tool.has(type);
    }

    private Consumer<RollerEvent> existing(Consumer<RollerEvent> events) {
        return tool == null ? events : tool.only(events);
    }

    private void judge(FeatureFrame frame, Consumer<RollerEvent> events) {
        bridgeGap(frame.timeUs(), events);
        lastTimeUs = frame.timeUs();
        contact.accept(frame, events);
        motion.accept(frame);
        boolean inContact = contact.inContact();
        hold.accept(frame, inContact, motion, events);
        release.accept(frame, hold, events);
        roll.accept(frame, inContact && motion.moving(), rollSinceUs(), startingSinceUs(), events);
        overpressure.accept(frame, inContact, events);
        loading.accept(frame, inContact, events);
        guarding.accept(frame, inContact, !motion.moving(), events);
        activity = activityNow(inContact);
    }

    /** Rolling under load begins with the later of motion and contact, and ends with the earlier of their ends. */
    private long rollSinceUs() {
        if (!contact.inContact()) {
            return lastTimeUs;
        }
        return motion.moving() ? Math.max(motion.sinceUs(), contact.contactStartUs()) : motion.sinceUs();
    }

    private long startingSinceUs() {
        return motion.starting() ? motion.startingSinceUs() : RollDetector.NOT_STARTING_US;
    }

    /** How much speaks for guarding, 0 to 1; 0 without contact. */
    public double guardingScoreRatio() {
        return has(EventType.GUARDING) ? guarding.scoreRatio() : 0;
    }

    /** Whether guarding is suspected. */
    public boolean guardingSuspected() {
        return has(EventType.GUARDING) && guarding.suspected();
    }

    /** Whether tissue was seen to give way in the present hold, within the time that people need to move on. */
    public boolean released() {
        return has(EventType.RELEASE) && release.released(lastTimeUs);
    }

    private void bridgeGap(long timeUs, Consumer<RollerEvent> events) {
        if (lastTimeUs == Long.MIN_VALUE) {
            return;
        }
        long gapUs = timeUs - lastTimeUs;
        long declaredUs = lastTimeUs + signal.maxGapMs() * 1000L;
        if (gapUs <= signal.maxGapMs() * 1000L) {
            return;
        }
        if (gapUs > signal.bridgeMs() * 1000L) {
            endAll(lastTimeUs, events);
        }
        events.accept(new RollerEvent.SignalLost(lastTimeUs, declaredUs, NO_FRAMES));
        events.accept(new RollerEvent.SignalRestored(lastTimeUs, timeUs, declaredUs, NO_FRAMES));
    }

    private void endAll(long timeUs, Consumer<RollerEvent> events) {
        release.finish();
        hold.finish(timeUs, events);
        roll.finish(timeUs, events);
        overpressure.finish(timeUs, events);
        loading.finish(timeUs, events);
        guarding.finish(timeUs, events);
        contact.finish(timeUs, events);
        motion.forceStill(timeUs);
    }

    /**
     * Ends what is open, as the session ends.
     *
     * @param endUs end of the session, not before the last frame; a longer silence before it is told as lost signal.
     * @param events receives what happened.
     */
    public void finish(long endUs, Consumer<RollerEvent> events) {
        if (lastTimeUs == Long.MIN_VALUE) {
            return;
        }
        Consumer<RollerEvent> told = existing(events);
        endAll(lastTimeUs, told);
        bridgeGap(endUs, told);
        activity = Activity.UNKNOWN;
    }

    private Activity activityNow(boolean inContact) {
        if (!inContact) {
            return contact.handling() ? Activity.HANDLING : Activity.IDLE;
        }
        if (hold.holding()) {
            return Activity.HOLD;
        }
        return motion.moving() ? Activity.ROLLING : Activity.CONTACT;
    }

    /** What is going on; {@link Activity#UNKNOWN} before the first frame and after the end. */
    public Activity activity() {
        return activity;
    }

    /** Whether a limb lies on the roller. */
    public boolean inContact() {
        return contact.inContact();
    }

    /** Whether the roller turns, loaded or not. */
    public boolean moving() {
        return motion.moving();
    }

    /** Whether an overpressure event is open. */
    public boolean overpressure() {
        return overpressure.overpressure();
    }

    /** Length of the present hold, 0 when there is none. */
    public long holdMs() {
        return hold.holding() ? (lastTimeUs - hold.holdStartUs()) / 1000 : 0;
    }
}
