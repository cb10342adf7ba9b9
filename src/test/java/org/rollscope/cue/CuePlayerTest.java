package org.rollscope.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.Activity;
import org.rollscope.frame.FeedbackSignal;
import org.rollscope.frame.Quality;
import org.rollscope.session.Advice;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;

class CuePlayerTest {
    private static final int TICK_MS = 50;

    /** A signal and when it began. */
    private record Shown(long atMs, FeedbackSignal signal) {}

    private final List<Shown> shown = new ArrayList<>();
    private long nowMs = 7_000;
    private CuePlayer player = player(CueSettings.defaults());

    private CuePlayer player(CueSettings settings) {
        return new CuePlayer(settings, signal -> shown.add(new Shown(nowMs, signal)));
    }

    private static LiveMetrics metrics(Advice advice, boolean overpressure) {
        return new LiveMetrics(
                0,
                Activity.HOLD,
                200,
                40,
                60,
                4700,
                0,
                5000,
                overpressure,
                0,
                new PressureBand(20, 51, 60, CeilingSource.PRIOR),
                advice,
                0.065,
                Quality.GOOD_FLAGS,
                PadPressures.of(new float[48]));
    }

    /** Figures come every tick for so long. */
    private void advise(Advice advice, boolean overpressure, long lengthMs) {
        for (long endMs = nowMs + lengthMs; nowMs < endMs; nowMs += TICK_MS) {
            player.live(metrics(advice, overpressure), nowMs);
        }
    }

    private List<Shown> takeShown() {
        List<Shown> taken = List.copyOf(shown);
        shown.clear();
        return taken;
    }

    @Test
    void pressureThatStaysIsSeenThenFeltThenHeard() {
        long beginMs = nowMs;
        advise(Advice.EASE_OFF, true, 6_000);
        for (Shown one : shown) {
            long sinceMs = one.atMs() - beginMs;
            assertEquals(1, one.signal().ledRatio(), "seen at " + sinceMs);
            assertEquals(sinceMs >= 1500 ? 0.8 : 0, one.signal().vibrationRatio(), "felt at " + sinceMs);
            assertEquals(sinceMs >= 4000, one.signal().buzzerHz() > 0, "heard at " + sinceMs);
        }
        assertEquals(12, shown.size(), "twice a second");
        assertEquals(beginMs, shown.get(0).atMs(), "at once");
    }

    @Test
    void farOverTheCeilingIsFeltFromTheFirstMomentAndTwiceAsQuick() {
        advise(Advice.STOP, true, 1_000);
        List<Shown> told = takeShown();
        assertEquals(4, told.size());
        assertTrue(told.stream().allMatch(one -> one.signal().vibrationRatio() == 0.8));
        assertTrue(told.stream().allMatch(one -> one.signal().buzzerHz() == 0));
        advise(Advice.STOP, true, 1_000);
        assertTrue(takeShown().stream().skip(2).allMatch(one -> one.signal().buzzerHz() > 0), "heard after 1.5 s");
    }

    @Test
    void itEndsAtOnceWhenPressureComesDown() {
        advise(Advice.EASE_OFF, true, 5_000);
        takeShown();
        long downMs = nowMs;
        advise(Advice.KEEP_HOLDING, false, 2_000);
        assertEquals(List.of(new Shown(downMs, FeedbackSignal.OFF)), takeShown());
        assertEquals(Cue.NONE, player.cue());
    }

    @ParameterizedTest
    @CsvSource({"900, HEARD", "1100, SEEN"})
    void aShortDipDoesNotBeginTheEscalationAnew(long dipMs, Urgency urgency) {
        advise(Advice.EASE_OFF, true, 5_000);
        advise(Advice.NONE, false, dipMs);
        advise(Advice.EASE_OFF, true, TICK_MS);
        assertEquals(urgency, player.urgency());
    }

    @Test
    void aChangeOfAdviceWhilePressureStaysKeepsTheTime() {
        advise(Advice.EASE_OFF, true, 3_000);
        advise(Advice.STOP, true, 200);
        advise(Advice.EASE_OFF, true, 1_000);
        assertEquals(Urgency.HEARD, player.urgency());
    }

    @Test
    void aReleaseIsSaidOnceToItsEnd() {
        long beginMs = nowMs;
        advise(Advice.RELEASED_MOVE_ON, false, 100);
        advise(Advice.NONE, false, 2_000);
        List<Shown> told = takeShown();
        assertEquals(3, told.size(), told.toString());
        assertEquals(beginMs, told.get(0).atMs());
        assertEquals(beginMs + 200, told.get(1).atMs());
        assertTrue(told.get(1).signal().buzzerHz() > told.get(0).signal().buzzerHz(), "it rises");
        assertEquals(new Shown(beginMs + 450, FeedbackSignal.OFF), told.get(2), "after its last tone");
        advise(Advice.RELEASED_MOVE_ON, false, 3_000);
        assertEquals(2, takeShown().size(), "the next release is said again, and only once");
    }

    @Test
    void aPlaceThatIsDoneIsSaidInThreeFallingTones() {
        for (int step = 0; step < 20; step++) {
            player.live(Cue.DONE_HERE, nowMs);
            nowMs += 100;
        }
        List<Integer> tonesHz = takeShown().stream()
                .map(one -> one.signal().buzzerHz())
                .filter(hz -> hz > 0)
                .toList();
        assertEquals(3, tonesHz.size(), tonesHz.toString());
        assertTrue(tonesHz.get(0) > tonesHz.get(1) && tonesHz.get(1) > tonesHz.get(2), tonesHz.toString());
    }

    @Test
    void figuresThatFlickerDoNotSayAReleaseAgain() {
        advise(Advice.RELEASED_MOVE_ON, false, 2_000);
        takeShown();
        for (int round = 0; round < 5; round++) {
            advise(Advice.NONE, false, 200);
            advise(Advice.RELEASED_MOVE_ON, false, 200);
        }
        assertTrue(takeShown().stream().allMatch(one -> one.signal().equals(FeedbackSignal.OFF)));
    }

    @Test
    void anAlarmCutsOffWhatIsSaidOnceAndDoesNotOutliveItsReason() {
        advise(Advice.RELEASED_MOVE_ON, false, 100);
        advise(Advice.EASE_OFF, true, 300);
        assertEquals(Cue.EASE_OFF, player.cue());
        advise(Advice.RELEASED_MOVE_ON, false, 100);
        assertEquals(Cue.NONE, player.cue(), "it was said just now");
        assertEquals(FeedbackSignal.OFF, shown.get(shown.size() - 1).signal());
    }

    @ParameterizedTest
    @EnumSource(Advice.class)
    void quietIsWithoutTonesButNotWithoutTheRest(Advice advice) {
        CueSettings usual = CueSettings.defaults();
        player = player(new CueSettings(
                true, true, usual.escalateAfterMs(), usual.alarmAfterMs(), usual.ledRatio(), usual.vibrationRatio()));
        advise(advice, advice == Advice.STOP || advice == Advice.EASE_OFF, 6_000);
        assertTrue(shown.stream().allMatch(one -> one.signal().buzzerHz() == 0));
        boolean tells = Cue.of(metrics(advice, true)) != Cue.NONE;
        assertEquals(tells, shown.stream().anyMatch(one -> one.signal().vibrationRatio() > 0));
    }

    @Test
    void switchedOffNothingIsTold() {
        player = player(new CueSettings(false, false, 1500, 4000, 1, 0.8));
        advise(Advice.STOP, true, 6_000);
        assertEquals(List.of(), shown);
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() {
        advise(Advice.EASE_OFF, true, 100);
        takeShown();
        nowMs += 1_300; // no figures came
        player.live(metrics(Advice.EASE_OFF, true), nowMs);
        assertEquals(1, takeShown().size());
    }

    @Test
    void theEndOfASessionEndsWhatGoesOn() {
        advise(Advice.EASE_OFF, true, 5_000);
        takeShown();
        player.rest();
        player.rest();
        assertEquals(List.of(new Shown(nowMs, FeedbackSignal.OFF)), takeShown());
        advise(Advice.EASE_OFF, true, TICK_MS);
        assertEquals(Urgency.SEEN, player.urgency(), "and its escalation");
    }

    @Test
    void settingsOutOfRangeAreRefusedByTheirKey() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new CueSettings(true, false, 1500, 1000, 1, 1))
                .getMessage()
                .startsWith("alarm_after_ms must be 1500"));
        assertThrows(IllegalArgumentException.class, () -> new CueSettings(true, false, -1, 1000, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new CueSettings(true, false, 0, 0, 1.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new FeedbackSignal(1, Double.NaN, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new FeedbackSignal(1, 0, 20_001, 0));
    }
}
