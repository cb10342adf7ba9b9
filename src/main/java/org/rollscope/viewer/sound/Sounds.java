package org.rollscope.viewer.sound;

import org.jspecify.annotations.Nullable;
import org.rollscope.frame.HostClock;
import org.rollscope.session.Advice;
import org.rollscope.viewer.look.Texts;

/**
 * The sound of the window, unless it is to be quiet.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
public final class Sounds {
    private final HostClock clock;
    private final ToneRule rule = new ToneRule();
    private final TonePlayer player = new TonePlayer();
    private boolean quiet = true;
    private @Nullable Tone lastPlayed;

    /**
     * Quiet at first: nobody has asked for sound.
     *
     * @param clock for the pauses between tones.
     */
    public Sounds(HostClock clock) {
        this.clock = clock;
    }

    public boolean isQuiet() {
        return quiet;
    }

    public void setQuiet(boolean nowQuiet) {
        if (quiet && !nowQuiet) {
            player.tryAgain();
        }
        quiet = nowQuiet;
    }

    /**
     * Takes in what is shown now, and plays what is due. What happens in quiet is not heard later.
     *
     * @param rollerId whose figures they are, null for nobody's.
     * @param advice what the athlete is told.
     * @param released whether tissue let go in the present hold.
     */
    public void hear(@Nullable String rollerId, Advice advice, boolean released) {
        Tone due = rule.due(rollerId, advice, released, clock.monotonicNs());
        if (due != null && !quiet) {
            lastPlayed = due;
            player.play(due);
        }
    }

    /** The tone that was last sent to the audio output, null for none; for tests. */
    @Nullable
    Tone lastPlayed() {
        return lastPlayed;
    }

    /** Why nothing is heard though it should be; empty when nothing is the matter. */
    public String words() {
        return !quiet && player.isAbsent() ? Texts.of("sound.absent") : "";
    }
}
