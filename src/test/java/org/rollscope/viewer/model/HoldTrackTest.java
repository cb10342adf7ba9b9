package org.rollscope.viewer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.Activity;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.session.Advice;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.viewer.parts.HoldRing;

class HoldTrackTest {
    private static final PressureBand BAND = new PressureBand(20, 50, 60, CeilingSource.RAMP_TEST);
    private static final PressureEvidence EVIDENCE = new PressureEvidence(40, 60, 60, 1);

    private final HoldTrack track = new HoldTrack();

    private void live(long deviceMs, long holdMs, Advice advice) {
        track.hear(new LiveMetrics(
                deviceMs * 1000,
                holdMs > 0 ? Activity.HOLD : Activity.ROLLING,
                300,
                40,
                60,
                5000,
                0,
                holdMs,
                false,
                0,
                BAND,
                advice,
                0.065,
                0,
                PadPressures.NONE));
    }

    private void event(long declaredMs, RollerEvent event) {
        track.hear(new MetricsMessage.Event("e", "s", declaredMs * 1000, event));
    }

    private static RollerEvent released(long afterMs) {
        return new RollerEvent.TissueReleased(
                0, 0, 0, EVIDENCE, Figures.of("depth_ratio", 0.12).and("after_ms", afterMs));
    }

    @Test
    void nothingIsSaidOfAReleaseBeforeTheServiceSaysIt() {
        live(100_000, 0, Advice.NONE);
        assertEquals(HoldProgress.NONE, track.progress());
        assertEquals("no hold", HoldRing.words(track.progress()));
        live(140_000, 40_000, Advice.KEEP_HOLDING);
        assertEquals("no release yet", HoldRing.words(track.progress()));
    }

    @Test
    void aReleaseStandsUntilTheHoldEnds() {
        live(140_000, 40_000, Advice.KEEP_HOLDING);
        event(140_050, released(37_500));
        live(150_000, 50_000, Advice.RELEASED_MOVE_ON);
        assertEquals("let go at 0:37, 12 % softer", HoldRing.words(track.progress()));
        live(152_000, 0, Advice.NONE);
        assertEquals(HoldProgress.NONE, track.progress());
    }

    @Test
    void anAdviceWhoseEventWasLostIsEnough() {
        live(140_000, 40_000, Advice.RELEASED_MOVE_ON);
        live(145_000, 45_000, Advice.RELEASED_MOVE_ON);
        assertEquals(40_000, track.progress().releasedMs());
        assertEquals("let go at 0:40", HoldRing.words(track.progress()));
    }

    @Test
    void anEventOfAnEarlierHoldIsLeftOut() {
        live(240_000, 5_000, Advice.KEEP_HOLDING);
        event(200_000, released(37_500));
        assertEquals(-1, track.progress().releasedMs());
    }

    @Test
    void theNextHoldBeginsAnewThoughNobodySawTheEndOfTheFirst() {
        live(140_000, 40_000, Advice.RELEASED_MOVE_ON);
        live(143_000, 1_000, Advice.KEEP_HOLDING);
        assertEquals(-1, track.progress().releasedMs());
    }

    @Test
    void whatTheAthleteFeltAndThatNothingMoreHappensAreKept() {
        live(160_000, 60_000, Advice.KEEP_HOLDING);
        event(160_000, new RollerEvent.TissueSettled(0, 0, 0, EVIDENCE, Figures.of("after_ms", 59_000)));
        assertEquals("no release; still since 0:59", HoldRing.words(track.progress()));
        event(160_000, new RollerEvent.ReleaseFelt(0, 0, 0, EVIDENCE, Figures.of("after_ms", 60_000)));
        assertEquals("you felt it at 1:00", HoldRing.words(track.progress()));
    }
}
