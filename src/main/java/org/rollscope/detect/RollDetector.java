package org.rollscope.detect;

import java.util.function.Consumer;
import org.rollscope.feature.FeatureFrame;

/**
 * Joins motion under load into rolls and cuts them into strokes at the turns.
 *
 * <p>Flags: a silent IMU coasts, so a roll goes on. <b>Threads.</b> One.
 */
final class RollDetector {
    /** Onset of a motion that is not on its way. */
    static final long NOT_STARTING_US = Long.MAX_VALUE;

    private final DetectionSettings.RollSettings settings;
    private final double ceilingKpa;
    private final EvidenceMeter meter = new EvidenceMeter();
    private final StrokeDetector strokes;
    private boolean open;
    private boolean wasRolling;
    private boolean rested;
    private long startUs;
    private long declaredUs;
    private long stillSinceUs;

    RollDetector(DetectionSettings.RollSettings settings, double ceilingKpa) {
        this.settings = settings;
        this.ceilingKpa = ceilingKpa;
        strokes = new StrokeDetector(settings, ceilingKpa);
    }

    /**
     * Takes in a frame.
     *
     * @param rolling moving and loaded.
     * @param sinceUs when the present motion or stillness began.
     * @param startingSinceUs when the motion that is on its way began, or {@link #NOT_STARTING_US}.
     */
    void accept(FeatureFrame frame, boolean rolling, long sinceUs, long startingSinceUs, Consumer<RollerEvent> events) {
        if (!rolling && (startingSinceUs == NOT_STARTING_US || !rested)) {
            strokes.rest(frame);
            rested = true;
        }
        if (open) {
            meter.accept(frame);
        }
        if (rolling && !wasRolling) {
            if (!open) {
                open(sinceUs, frame, events);
            }
        } else if (!rolling && wasRolling) {
            stillSinceUs = Math.max(startUs, sinceUs);
        }
        wasRolling = rolling;
        if (open) {
            strokes.accept(frame, events);
            // A motion that began within the gap may take longer than the gap to be known.
            long gapEndUs = Math.min(frame.timeUs(), startingSinceUs);
            if (!rolling && gapEndUs - stillSinceUs >= settings.joinGapMs() * 1000L) {
                close(stillSinceUs, events);
            }
        }
    }

    private void open(long sinceUs, FeatureFrame frame, Consumer<RollerEvent> events) {
        open = true;
        startUs = sinceUs;
        declaredUs = frame.timeUs();
        meter.restart();
        meter.accept(frame);
        strokes.start(startUs);
        events.accept(new RollerEvent.RollStarted(startUs, declaredUs, meter.evidence(ceilingKpa)));
    }

    private void close(long endUs, Consumer<RollerEvent> events) {
        open = false;
        strokes.finish(endUs, events);
        events.accept(new RollerEvent.RollEnded(startUs, endUs, declaredUs, meter.evidence(ceilingKpa)));
    }

    /** Ends an open roll. */
    void finish(long timeUs, Consumer<RollerEvent> events) {
        if (open) {
            close(wasRolling ? timeUs : Math.min(timeUs, stillSinceUs), events);
        }
        wasRolling = false;
        rested = false;
    }
}
