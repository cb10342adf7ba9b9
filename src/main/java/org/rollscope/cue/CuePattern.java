package org.rollscope.cue;

import java.util.List;
import org.rollscope.frame.FeedbackSignal;

/**
 * A cue as a rhythm.
 *
 * <p><b>Source.</b> Rhythms chosen by us: told apart by touch alone, because a lying athlete sees little of the roller. Pitches
 * lie where small piezo buzzers are loud and within the voice band; the released chime rises, as in the viewer.
 *
 * @param steps what begins when, in order.
 * @param cycleMs time after which it begins anew; 0 for once.
 */
record CuePattern(List<Step> steps, int cycleMs) {
    /** Silence. */
    static final CuePattern NOTHING = new CuePattern(List.of(), 0);

    private static final int ALARM_HZ = 2000;
    private static final int LOW_HZ = 784;
    private static final int MIDDLE_HZ = 1047;
    private static final int HIGH_HZ = 1319;

    /**
     * A signal and its moment.
     *
     * @param atMs since the pattern, or its cycle, began.
     * @param signal what begins then.
     */
    record Step(int atMs, FeedbackSignal signal) {}

    /** Copies the list. */
    CuePattern {
        steps = List.copyOf(steps);
    }

    /**
     * The rhythm of a cue.
     *
     * @param urgency how hard to overlook; what is said once is always felt and heard.
     */
    static CuePattern of(Cue cue, Urgency urgency, CueSettings settings) {
        double ledRatio = settings.ledRatio();
        double feltRatio = urgency != Urgency.SEEN ? settings.vibrationRatio() : 0;
        int heardHz = urgency == Urgency.HEARD ? ALARM_HZ : 0;
        return switch (cue) {
            case STOP -> repeated(250, new FeedbackSignal(ledRatio, feltRatio, heardHz, 125), settings);
            case EASE_OFF -> repeated(500, new FeedbackSignal(ledRatio, feltRatio, heardHz, 200), settings);
            case ROLL_SLOWER -> repeated(1000, new FeedbackSignal(ledRatio, feltRatio, 0, 80), settings);
            case RELEASED ->
                once(
                        settings,
                        new Step(0, new FeedbackSignal(ledRatio, settings.vibrationRatio(), MIDDLE_HZ, 120)),
                        new Step(200, new FeedbackSignal(ledRatio, settings.vibrationRatio(), HIGH_HZ, 250)));
            case MOVE_ON ->
                once(settings, new Step(0, new FeedbackSignal(ledRatio, settings.vibrationRatio(), LOW_HZ, 400)));
            case DONE_HERE ->
                once(
                        settings,
                        new Step(0, new FeedbackSignal(ledRatio, settings.vibrationRatio(), HIGH_HZ, 120)),
                        new Step(220, new FeedbackSignal(ledRatio, settings.vibrationRatio(), MIDDLE_HZ, 120)),
                        new Step(440, new FeedbackSignal(ledRatio, settings.vibrationRatio(), LOW_HZ, 400)));
            case NONE -> NOTHING;
        };
    }

    private static CuePattern repeated(int cycleMs, FeedbackSignal signal, CueSettings settings) {
        return new CuePattern(List.of(new Step(0, settings.quiet() ? signal.silent() : signal)), cycleMs);
    }

    private static CuePattern once(CueSettings settings, Step... steps) {
        List<Step> wanted = List.of(steps);
        return new CuePattern(
                settings.quiet()
                        ? wanted.stream()
                                .map(step -> new Step(step.atMs(), step.signal().silent()))
                                .toList()
                        : wanted,
                0);
    }

    /** When the last signal of a pattern that is played once has ended; 0 for one that repeats, which may end at any time. */
    int endMs() {
        if (cycleMs > 0 || steps.isEmpty()) {
            return 0;
        }
        Step last = steps.get(steps.size() - 1);
        return last.atMs() + last.signal().lengthMs();
    }
}
