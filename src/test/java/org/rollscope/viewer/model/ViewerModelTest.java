package org.rollscope.viewer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.Activity;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.Quality;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.routine.PlaceOutcome;
import org.rollscope.programme.routine.Prompt;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.session.Advice;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.viewer.look.Texts;

class ViewerModelTest {
    private long nowMs = 1000;
    private final ViewerModel model = new ViewerModel(
            new HostClock() {
                @Override
                public long monotonicNs() {
                    return nowMs * 1_000_000;
                }

                @Override
                public Instant wallClock() {
                    return Instant.EPOCH;
                }
            },
            1000);

    @Test
    void theFirstRollerHeardIsSelectedAndStaysSo() {
        model.message("b", live(0, 0));
        model.message("a", live(0, 0));
        assertEquals(List.of("b", "a"), model.rollerIds());
        assertEquals("b", model.selectedRollerId());
        model.select("a");
        assertTrue(model.readout().statusText().contains("roller a"));
    }

    @Test
    void rollersOverTheLimitAreNotListed() {
        for (int index = 0; index < 100; index++) {
            model.message("roller-" + index, live(0, 0));
        }
        assertEquals(ViewerModel.ROLLER_LIMIT_COUNT, model.rollerIds().size());
        assertEquals(100 - ViewerModel.ROLLER_LIMIT_COUNT, model.unlistedCount());
        model.message("roller-99", live(0, 0));
        assertEquals(100 - ViewerModel.ROLLER_LIMIT_COUNT, model.unlistedCount());
    }

    @Test
    void figuresComeWithErrorAndOriginOfTheCeiling() {
        model.message("a", live(0, 23_400));
        Readout readout = model.readout();
        assertEquals("Hold", readout.stateWord());
        assertEquals("0:23", readout.holdText());
        assertEquals("48", readout.meanText());
        assertEquals("\u00b1 3", readout.errorText());
        assertEquals("ceiling 60 kPa, from an estimate", readout.ceilingText());
        assertEquals("243 N", readout.forceText());
        assertEquals("47 cm\u00b2", readout.areaText());
        assertEquals("Keep holding", readout.adviceWords());
        assertEquals("doubtful: pad saturated, after gap", readout.doubtText());
        assertEquals("live, 0.1 s ago", readout.freshness().words());
    }

    private static MetricsMessage routine(Prompt prompt, PlaceOutcome... behind) {
        return new MetricsMessage.Routine(new MetricsMessage.Routine.Guided(
                "anna",
                new RoutineState(
                        prompt,
                        new BodyPlace(Muscle.CALF, Side.LEFT),
                        Tool.ROLLER,
                        0,
                        2,
                        1,
                        2,
                        12_000,
                        30_000,
                        14_200,
                        130_000,
                        86,
                        List.of(behind))));
    }

    @Test
    void aGuidedAthleteReadsWhatTheRoutineSaysAndTheCoachWhoIsGuided() {
        model.message("a", live(0, 23_400));
        model.message("a", routine(Prompt.MOVE_ON));
        assertEquals("Long enough: move slowly on", model.readout().adviceWords());
        assertEquals(Advice.MOVE_ON, model.readout().advice(), "the colour and the tone of it");
        assertEquals(
                "Calf left, place 1 of 2   \u00b7   spot 2 of 2, 0:30 each   \u00b7   9 cm covered   \u00b7   about 3 min left",
                model.readout().routineText());
        assertTrue(model.selectedCard().where().startsWith("guided 1/2: "));
        model.message("a", routine(Prompt.REST));
        assertEquals("Rest 0:15, then Calf left", model.readout().adviceWords());
        model.message(
                "a",
                routine(
                        Prompt.DONE,
                        new PlaceOutcome(
                                new BodyPlace(Muscle.CALF, Side.LEFT),
                                PlaceOutcome.Ending.ENDED,
                                1,
                                2,
                                0,
                                30_000,
                                86,
                                0)));
        assertEquals("Ended here", model.readout().adviceWords());
        assertEquals("1 of 2 places, 1 spot", model.readout().routineText());
        nowMs += 3000;
        assertEquals("No data", model.readout().stateWord());
        assertEquals("", model.readout().routineText(), "figures that are old are not shown as of now");
    }

    @Test
    void oldFiguresAreNotShownAsIfTheyWereOfNow() {
        model.connection(true, "connected");
        model.message("a", live(0, 23_400));
        nowMs += 1500;
        assertEquals("no data for 1.5 s", model.readout().freshness().words());
        assertEquals("48", model.readout().meanText());
        nowMs += 2000;
        Readout late = model.readout();
        assertEquals("no data for 3 s", late.freshness().words());
        assertEquals("No data", late.stateWord());
        assertEquals(Readout.DASH, late.meanText());
        assertEquals(Readout.DASH, late.holdText());
        assertEquals("ceiling 60 kPa, from an estimate", late.ceilingText());
    }

    @Test
    void missingFramesAndUnreadablePayloadsAreCounted() {
        model.message("a", frames(0, 5));
        model.message("a", frames(20_000, 7));
        assertEquals("missing frames 1", model.readout().lossText());
        model.unreadable("rollscope/v1/a/live", "state is missing");
        assertTrue(model.readout().lossText().endsWith("unreadable 1"));
        assertEquals("rollscope/v1/a/live: state is missing", model.lastUnreadable());
    }

    @Test
    void withoutFramesTheChartIsDrawnFromLiveFigures() {
        model.message("a", live(0, 0));
        model.message("a", live(100_000, 0));
        assertEquals(2, model.<Integer>lookAtSelected(roller -> roller.history().count()));
        model.message("a", frames(90_000, 9));
        model.message("a", frames(110_000, 11));
        model.message("a", live(200_000, 0));
        assertEquals(3, model.<Integer>lookAtSelected(roller -> roller.history().count()));
    }

    @Test
    void whatIsOfNoOneRollerNamesNone() {
        model.message("a", frames(0, 5));
        model.message("a", frames(20_000, 7));
        model.connection(true, "connected");
        assertEquals("connected", model.commonReadout().statusText());
        assertEquals("", model.commonReadout().lossText());
        model.unreadable("rollscope/v1/a/live", "state is missing");
        assertEquals("unreadable 1", model.commonReadout().lossText());
    }

    @Test
    void theConnectionIsSaidInWords() {
        model.connection(false, "nothing listens at 127.0.0.1:1883");
        assertTrue(model.readout().statusText().startsWith("nothing listens at 127.0.0.1:1883"));
        assertEquals("no broker", model.readout().freshness().words());
        assertEquals("nothing listens at 127.0.0.1:1883", model.readout().adviceWords());
        model.connection(true, "connected");
        assertEquals("waiting for data", model.readout().freshness().words());
        assertEquals("", model.readout().adviceWords());
    }

    @ParameterizedTest
    @CsvSource({"-5, 0:00", "0, 0:00", "999, 0:00", "1000, 0:01", "59999, 0:59", "60000, 1:00", "605000, 10:05"})
    void aHoldIsToldInMinutesAndWholeSecondsThatHavePassed(long holdMs, String text) {
        assertEquals(text, Readout.holdText(holdMs));
    }

    @ParameterizedTest
    @CsvSource({
        "-1,, LOST, waiting for data",
        "-1, false, LOST, the roller's service is off",
        "40,, LIVE, 'live, 0.1 s ago'",
        "600, true, LIVE, 'live, 0.6 s ago'",
        "601, true, LATE, no data for 0.6 s",
        "601, false, LOST, the roller's service is off",
        "2001, true, LOST, no data for 2 s",
        "119999, true, LOST, no data for 119 s",
        "180000, true, LOST, no data for 3 min"
    })
    void freshnessIsToldInWords(long ageMs, Boolean online, Freshness.Level level, String words) {
        assertEquals(new Freshness(level, words), Freshness.of(ageMs, online));
    }

    @ParameterizedTest
    @CsvSource({
        "-1,, LOST, no broker",
        "601, true, LATE, no data for 0.6 s",
        "601, false, LOST, no broker",
        "2001, true, LOST, no broker",
        "600, true, LIVE, 'live, 0.6 s ago'"
    })
    void withoutBrokerThatIsWhatIsTold(long ageMs, Boolean online, Freshness.Level level, String words) {
        assertEquals(new Freshness(level, words), Freshness.ofBroker(false, ageMs, online));
        assertEquals(Freshness.of(ageMs, online), Freshness.ofBroker(true, ageMs, online));
    }

    @Test
    void everyStateAdviceAndSourceHasWords() {
        for (Activity activity : Activity.values()) {
            assertTrue(!Texts.of("state." + activity.word()).isEmpty());
            assertTrue(!Texts.of("ribbon." + activity.word()).isEmpty());
            assertEquals(1, Texts.of("ribbon.letter." + activity.word()).length());
        }
        for (Advice advice : Advice.values()) {
            assertEquals(
                    advice == Advice.NONE, Texts.of("advice." + advice.word()).isEmpty());
        }
        for (CeilingSource source : CeilingSource.values()) {
            assertTrue(!Texts.of("source." + source.word()).isEmpty());
        }
    }

    private static MetricsMessage live(long deviceTimeUs, long holdMs) {
        return new MetricsMessage.Live(new LiveMetrics(
                deviceTimeUs,
                Activity.HOLD,
                243.2,
                48.2,
                121.5,
                4700,
                0.3,
                holdMs,
                false,
                0.1,
                new PressureBand(20, 51, 60, CeilingSource.PRIOR),
                Advice.KEEP_HOLDING,
                0.065,
                Quality.PAD_SATURATED_FLAGS | Quality.AFTER_GAP_FLAGS,
                PadPressures.of(new float[48])));
    }

    private static MetricsMessage frames(long deviceTimeUs, long sequence) {
        return new MetricsMessage.Frames(List.of(new FramePoint(
                deviceTimeUs, sequence, Activity.HOLD, 1, 1, 1, 1, 0, false, PadPressures.of(new float[48]))));
    }
}
