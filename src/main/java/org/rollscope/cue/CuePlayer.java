package org.rollscope.cue;

import org.rollscope.frame.Feedback;
import org.rollscope.frame.FeedbackSignal;
import org.rollscope.session.LiveMetrics;

/**
 * Plays the cue of the moment, and urges more the longer pressure does not come down.
 *
 * <p>It is driven by the live figures alone and makes no time of its own: when they stop, each signal ends by itself, so that no cue
 * outlives what it was decided from. Moments are therefore kept to the interval of the live figures, 50 to 100 ms.
 *
 * <p>A shorter dip than {@link #REST_MS} does not begin the escalation anew. What is said once is played to its end unless something more
 * urgent comes, and said again only after another cue, or none, was due for {@link #REST_MS}. <b>Threads.</b> One.
 */
public final class CuePlayer {
    /** Pressure that was down for so long has come down. Chosen by us: two strokes of the slowest alarm. */
    static final long REST_MS = 1000;

    private static final long NEVER_MS = Long.MIN_VALUE / 2;

    private final CueSettings settings;
    private final Feedback feedback;
    private Cue cue = Cue.NONE;
    private Urgency urgency = Urgency.SEEN;
    private CuePattern pattern = CuePattern.NOTHING;
    private long patternStartMs;
    private long shownUntilMs = -1;
    private long pressingSinceMs = NEVER_MS;
    private long pressedLastMs = NEVER_MS;
    private Cue saidOnce = Cue.NONE;
    private long saidLastMs = NEVER_MS;

    /**
     * Nothing is told yet.
     *
     * @param settings how the athlete wants to be told.
     * @param feedback where.
     */
    public CuePlayer(CueSettings settings, Feedback feedback) {
        this.settings = settings;
        this.feedback = feedback;
    }

    /**
     * Takes the figures of a moment.
     *
     * @param metrics newest figures.
     * @param nowMs host's monotonic clock; never goes back.
     */
    public void live(LiveMetrics metrics, long nowMs) {
        live(Cue.of(metrics), nowMs);
    }

    /**
     * Takes what a moment asks for.
     *
     * @param due what is to be felt.
     * @param nowMs host's monotonic clock; never goes back.
     */
    public void live(Cue due, long nowMs) {
        if (!settings.enabled()) {
            return;
        }
        Cue wanted = unsaid(due, nowMs);
        Urgency wantedUrgency = urgency(wanted, nowMs);
        boolean ended = nowMs - patternStartMs >= pattern.endMs();
        if ((wanted != cue || wantedUrgency != urgency) && (ended || wanted.isPressing())) {
            begin(wanted, wantedUrgency, nowMs);
        }
        play(nowMs);
    }

    /** What is said once and was said just now is no longer wanted, unless it is still being played. */
    private Cue unsaid(Cue wanted, long nowMs) {
        if (wanted.isRepeating()) {
            return wanted;
        }
        boolean said = saidOnce == wanted && nowMs - saidLastMs < REST_MS;
        saidOnce = wanted;
        saidLastMs = nowMs;
        return said && cue != wanted ? Cue.NONE : wanted;
    }

    private Urgency urgency(Cue wanted, long nowMs) {
        if (!wanted.isPressing()) {
            return wanted == Cue.ROLL_SLOWER ? Urgency.FELT : Urgency.SEEN;
        }
        if (nowMs - pressedLastMs > REST_MS) {
            pressingSinceMs = nowMs;
        }
        pressedLastMs = nowMs;
        long pressingMs = nowMs - pressingSinceMs;
        Urgency byTime = pressingMs >= settings.alarmAfterMs()
                ? Urgency.HEARD
                : pressingMs >= settings.escalateAfterMs() ? Urgency.FELT : Urgency.SEEN;
        // far over the ceiling one step more urgent, from the first moment
        return wanted == Cue.STOP ? byTime.more() : byTime;
    }

    private void begin(Cue wanted, Urgency wantedUrgency, long nowMs) {
        boolean wasOn = cue != Cue.NONE;
        cue = wanted;
        urgency = wantedUrgency;
        pattern = CuePattern.of(wanted, wantedUrgency, settings);
        patternStartMs = nowMs;
        shownUntilMs = -1;
        if (wasOn && wanted == Cue.NONE) {
            feedback.show(FeedbackSignal.OFF);
        }
    }

    /** Shows the newest step that is due and was not shown; one that was missed is not made up for. */
    private void play(long nowMs) {
        long sinceMs = nowMs - patternStartMs;
        long cycleStartMs = pattern.cycleMs() > 0 ? sinceMs / pattern.cycleMs() * pattern.cycleMs() : 0;
        FeedbackSignal due = null;
        long dueMs = -1;
        for (CuePattern.Step step : pattern.steps()) {
            long atMs = cycleStartMs + step.atMs();
            if (atMs <= sinceMs && atMs > shownUntilMs) {
                due = step.signal();
                dueMs = atMs;
            }
        }
        if (due != null) {
            shownUntilMs = dueMs;
            feedback.show(due);
        }
    }

    /** Ends what goes on: the session is over. */
    public void rest() {
        if (cue != Cue.NONE) {
            feedback.show(FeedbackSignal.OFF);
        }
        cue = Cue.NONE;
        urgency = Urgency.SEEN;
        pattern = CuePattern.NOTHING;
        pressedLastMs = NEVER_MS;
        saidOnce = Cue.NONE;
        saidLastMs = NEVER_MS;
    }

    /** What is told now. */
    public Cue cue() {
        return cue;
    }

    /** How urgently. */
    public Urgency urgency() {
        return urgency;
    }
}
