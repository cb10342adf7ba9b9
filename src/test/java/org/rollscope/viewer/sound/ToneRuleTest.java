package org.rollscope.viewer.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollscope.session.Advice;

class ToneRuleTest {
    private static final long TICK_NS = 50_000_000;

    private final ToneRule rule = new ToneRule();
    private long nowNs = 1;

    /** Plays so many ticks and tells at which a tone was due. */
    private List<Integer> ticksWithTone(int tickCount, Advice advice, boolean released) {
        List<Integer> heard = new ArrayList<>();
        for (int tick = 0; tick < tickCount; tick++) {
            if (rule.due("a", advice, released, nowNs) != null) {
                heard.add(tick);
            }
            nowNs += TICK_NS;
        }
        return heard;
    }

    @Test
    void offTheTargetATonesComesAfterHalfASecondAndThenEveryFour() {
        assertEquals(List.of(10, 90, 170), ticksWithTone(200, Advice.EASE_OFF, false));
    }

    @Test
    void whoComesAndGoesAroundTheLimitHearsNoMoreThanThat() {
        int heardCount = 0;
        for (int round = 0; round < 20; round++) {
            heardCount += ticksWithTone(12, Advice.ROLL_SLOWER, false).size();
            heardCount += ticksWithTone(3, Advice.NONE, false).size();
        }
        assertEquals(4, heardCount, "in fifteen seconds");
    }

    @Test
    void aMomentOffTheTargetIsNoReason() {
        assertEquals(List.of(), ticksWithTone(9, Advice.STOP, false));
        assertEquals(List.of(), ticksWithTone(1, Advice.NONE, false));
        assertEquals(List.of(), ticksWithTone(9, Advice.STOP, false));
    }

    @Test
    void aReleaseChimesOnceAHold() {
        ticksWithTone(1, Advice.KEEP_HOLDING, false);
        assertEquals(Tone.RELEASE, rule.due("a", Advice.RELEASED_MOVE_ON, true, nowNs));
        assertEquals(List.of(), ticksWithTone(100, Advice.RELEASED_MOVE_ON, true));
        ticksWithTone(1, Advice.NONE, false);
        assertEquals(Tone.RELEASE, rule.due("a", Advice.RELEASED_MOVE_ON, true, nowNs));
    }

    @Test
    void anotherRollerThatWasReleasedBeforeDoesNotChime() {
        ticksWithTone(1, Advice.NONE, false);
        assertNull(rule.due("b", Advice.RELEASED_MOVE_ON, true, nowNs));
    }

    @Test
    void aReleaseIsHeardAlsoOffTheTarget() {
        ticksWithTone(40, Advice.EASE_OFF, false);
        assertEquals(Tone.RELEASE, rule.due("a", Advice.EASE_OFF, true, nowNs));
    }

    @ParameterizedTest
    @EnumSource
    void everyToneIsSoundThatBeginsAndEndsInSilence(Tone tone) {
        byte[] samples = tone.samples();
        int loudest = 0;
        for (int at = 0; at < samples.length; at += 2) {
            loudest = Math.max(loudest, Math.abs((short) (samples[at] & 0xFF | samples[at + 1] << 8)));
        }
        assertTrue(loudest > 5000 && loudest < 20_000, "loudest sample " + loudest);
        assertTrue(Math.abs(samples[1]) < 1 && Math.abs(samples[samples.length - 1]) < 2);
        double lengthS = samples.length / 2.0 / Tone.RATE_HZ;
        assertTrue(lengthS > 0.2 && lengthS < 0.8, lengthS + " s");
    }
}
