package org.rollscope.viewer.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rollscope.frame.HostClock;
import org.rollscope.session.Advice;

class SoundsTest {
    private long nowNs;
    private final Sounds sounds = new Sounds(new HostClock() {
        @Override
        public long monotonicNs() {
            return nowNs;
        }

        @Override
        public Instant wallClock() {
            return Instant.EPOCH;
        }
    });

    private void offTarget() {
        for (int tick = 0; tick < 20; tick++) {
            sounds.hear("a", Advice.EASE_OFF, false);
            nowNs += 50_000_000;
        }
    }

    @Test
    void nothingIsPlayedUntilSomebodyAsksForSound() {
        assertTrue(sounds.isQuiet());
        offTarget();
        assertNull(sounds.lastPlayed());
        assertEquals("", sounds.words());
    }

    @Test
    void aReleaseInQuietDoesNotChimeLater() {
        sounds.hear("a", Advice.KEEP_HOLDING, false);
        sounds.hear("a", Advice.RELEASED_MOVE_ON, true);
        sounds.setQuiet(false);
        sounds.hear("a", Advice.RELEASED_MOVE_ON, true);
        assertNull(sounds.lastPlayed());
    }

    @Test
    @Timeout(30)
    void withoutAnAudioOutputItSaysSoAndNothingBreaks() {
        assumeTrue(
                AudioSystem.getMixerInfo().length == 0,
                "this computer has an audio output, which is not to be heard now");
        sounds.setQuiet(false);
        offTarget();
        assertEquals(Tone.OFF_TARGET, sounds.lastPlayed());
        while (sounds.words().isEmpty()) {
            Thread.onSpinWait();
        }
        assertEquals("no sound: this computer has no audio output", sounds.words());
        offTarget();
        sounds.setQuiet(true);
        assertEquals("", sounds.words(), "who wants none misses none");
    }
}
