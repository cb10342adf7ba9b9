package org.rollscope.viewer.sound;

import org.jspecify.annotations.Nullable;
import org.rollscope.session.Advice;

/**
 * Which tone is due: one when something is off its target, again while that goes on, and one when tissue let go.
 *
 * <p><b>Units.</b> Nanoseconds of the viewer's clock. <b>Threads.</b> One.
 */
final class ToneRule {
    /** Off the target, a tone comes again after so long at the earliest; chosen by us: a breath, so that it does not nag. */
    static final long AGAIN_NS = 4_000_000_000L;

    /** Off the target for less than this is no reason for a tone; chosen by us. */
    static final long PATIENCE_NS = 500_000_000L;

    private boolean off;
    private long offSinceNs;
    private boolean told;
    private long toldNs;
    private boolean released;
    private @Nullable String rollerId;

    /**
     * Takes in what is shown now.
     *
     * @param nowRollerId whose figures they are.
     * @param advice what the athlete is told.
     * @param hasReleased whether tissue let go in the present hold.
     * @param nowNs the present.
     * @return the tone that is due, null for none.
     */
    @Nullable
    Tone due(@Nullable String nowRollerId, Advice advice, boolean hasReleased, long nowNs) {
        boolean sameRoller = nowRollerId != null && nowRollerId.equals(rollerId);
        rollerId = nowRollerId;
        boolean chime = hasReleased && !released && sameRoller;
        released = hasReleased;
        boolean nowOff = isOff(advice);
        if (nowOff && (!off || !sameRoller)) {
            offSinceNs = nowNs;
        }
        off = nowOff;
        if (chime) {
            return Tone.RELEASE;
        }
        if (off && nowNs - offSinceNs >= PATIENCE_NS && (!told || nowNs - toldNs >= AGAIN_NS)) {
            told = true;
            toldNs = nowNs;
            return Tone.OFF_TARGET;
        }
        return null;
    }

    private static boolean isOff(Advice advice) {
        return switch (advice) {
            case ROLL_SLOWER, EASE_OFF, STOP -> true;
            case NONE, HOLD_HERE, KEEP_HOLDING, RELEASED_MOVE_ON, MOVE_ON, NEXT_MUSCLE -> false;
        };
    }
}
