package org.rollscope.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rollscope.frame.ToolKind;

/**
 * Collects the labels of a simulation from its own state: commands, true pressures, activation; never from a detector.
 *
 * <p><b>Source.</b> section 6 of the contract: a roll is a commanded speed over 6 mm/s under load with gaps under 1 s
 * joined; a hold is loaded and commanded still for at least 3 s; guarding is activation over 0.20 for at least 0.5 s;
 * a release is the moment at which the tissue's stiffness starts to fall.
 * Overpressure is a true mean pressure over the ceiling for at least 0.5 s, gaps under 1 s joined; on a ball the gaps do not count
 * towards the 0.5 s, because a ball that rolls fast over a hard spot is over the ceiling for a twentieth of a second, again and again. <b>Threads.</b> One.
 */
public final class TruthLabels {
    private static final double MOVING_FROM_MM_PER_S = 6;
    private static final double CONTACT_FROM_N = 15;
    private static final double GUARDING_FROM_RATIO = 0.20;
    private static final long LEAST_OVER_MS = 500;

    private final double ceilingKpa;
    private final TruthSpan contact = new TruthSpan("contact", 300, 1000);
    private final TruthSpan hold = new TruthSpan("hold", 3000, 0);
    private final TruthSpan roll = new TruthSpan("roll", 1, 1000);
    private final TruthSpan overpressure;
    private final TruthSpan guarding = new TruthSpan("guarding", 500, 1000);
    private final TruthSpan twitch = new TruthSpan("twitch", 1, 3000);
    private final List<TruthSpan> spans;
    private final List<TruthEvent> releases = new ArrayList<>();
    private final List<TruthEvent> strokes = new ArrayList<>();
    private TruthSpan stroke = new TruthSpan("stroke", 1, 0);
    private int strokeIndex;

    /**
     * Begins without a label.
     *
     * @param ceilingKpa of the athlete.
     */
    public TruthLabels(double ceilingKpa) {
        this(ceilingKpa, ToolKind.ROLLER);
    }

    private TruthLabels(double ceilingKpa, ToolKind tool) {
        this.ceilingKpa = ceilingKpa;
        long leastOverMs = tool == ToolKind.BALL ? LEAST_OVER_MS : 0;
        overpressure = new TruthSpan("overpressure", LEAST_OVER_MS, 1000, leastOverMs);
        spans = List.of(contact, hold, roll, overpressure, guarding, twitch);
    }

    /** Labels for a simulation, of whatever tool. */
    public static TruthLabels of(AthleteSimulation athlete) {
        return new TruthLabels(
                athlete.ceilingKpa(), athlete.roller().make().geometry().tool());
    }

    /** Whether the athlete means to move in this moment. */
    public static boolean isMoving(SimulatedMoment moment) {
        return Math.abs(moment.commandedSpeedMmPerS()) > MOVING_FROM_MM_PER_S;
    }

    /** Takes in the next moment. */
    public void accept(SimulatedMoment moment) {
        long timeMs = moment.timeMs();
        double pressureKpa = moment.meanPressureKpa();
        boolean moving = isMoving(moment);
        boolean touched = !moment.carried() && moment.limbForceN() > CONTACT_FROM_N;
        contact.accept(timeMs, touched, pressureKpa);
        hold.accept(timeMs, moment.loaded() && !moving, pressureKpa);
        roll.accept(timeMs, moment.loaded() && moving, pressureKpa);
        overpressure.accept(timeMs, touched && pressureKpa > ceilingKpa, pressureKpa);
        twitch.accept(timeMs, moment.twitching(), pressureKpa);
        if (moment.releasing()) {
            releases.add(new TruthEvent("release", timeMs, timeMs, pressureKpa, moment.peakPressureKpa()));
        }
        guarding.accept(timeMs, touched && moment.activationRatio() > GUARDING_FROM_RATIO, pressureKpa);
        if (moment.strokeIndex() != strokeIndex) {
            strokes.addAll(stroke.events());
            stroke = new TruthSpan("stroke", 1, 0);
            strokeIndex = moment.strokeIndex();
        }
        stroke.accept(timeMs, strokeIndex > 0 && moment.loaded() && moving, pressureKpa);
    }

    /** All labels so far, ordered by onset; an open one ends now. */
    public List<TruthEvent> events() {
        List<TruthEvent> events = new ArrayList<>(strokes);
        events.addAll(stroke.events());
        events.addAll(releases);
        for (TruthSpan span : spans) {
            events.addAll(span.events());
        }
        events.sort(Comparator.comparingLong(TruthEvent::startMs).thenComparing(TruthEvent::type));
        return events;
    }
}
