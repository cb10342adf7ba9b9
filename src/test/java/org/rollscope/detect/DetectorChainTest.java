package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;

class DetectorChainTest {
    private static FeatureFrames held() {
        return FeatureFrames.from(0).forMs(1000).limb(100, 30).forMs(5000);
    }

    /** A bit of everything: contact, hold, overpressure, strokes, a gap, carrying. */
    private static FeatureFrames everything(long startUs) {
        return FeatureFrames.from(startUs)
                .forMs(1000)
                .limb(100, 30)
                .forMs(5000)
                .pressure(60, 120)
                .forMs(2000)
                .pressure(30, 45)
                .forMs(2000)
                .speed(100)
                .forMs(1000)
                .speed(-100)
                .forMs(1000)
                .speed(0)
                .forMs(4000)
                .gapMs(400)
                .forMs(1000)
                .gapMs(5000)
                .forMs(3500)
                .speed(60)
                .forMs(2000)
                .lifted()
                .forMs(2000)
                .tilt(1)
                .offAxis(2)
                .forMs(2000);
    }

    @Test
    void silenceInGivesSilenceOut() {
        DetectorRun run = DetectorRun.of(FeatureFrames.from(0).forMs(60_000)).finish(59_990_000);
        assertEquals(List.of(), run.events);
        assertTrue(run.activities.stream().allMatch(activity -> activity == Activity.IDLE));
    }

    @Test
    void gapAtTheLimitIsNone() {
        DetectorRun run = DetectorRun.of(held().gapMs(190).forMs(1000));
        assertEquals(0, run.of(EventType.SIGNAL_LOST).size(), run.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500, 990})
    void shortGapIsToldAndOutlivedByAHold(int gapMs) {
        DetectorRun run = DetectorRun.of(held().gapMs(gapMs).forMs(2000));
        RollerEvent lost = run.onlyBegun(EventType.SIGNAL_LOST);
        assertEquals(5_990_000, lost.startUs(), "the last frame that came");
        assertEquals(6_190_000, lost.declaredUs(), "0.2 s later it could be known");
        RollerEvent restored = run.onlyEnded(EventType.SIGNAL_LOST);
        assertEquals(5_990_000, restored.startUs());
        assertEquals(6_000_000 + gapMs * 1000L, restored.endUs());
        assertEquals(0, run.ended(EventType.HOLD).size(), run.text());
        assertEquals(1_000_000, run.onlyBegun(EventType.HOLD).startUs());
        assertEquals(Activity.HOLD, run.chain.activity());
    }

    @Test
    void longGapEndsEverythingAtTheLastFrameBeforeIt() {
        DetectorRun run =
                DetectorRun.of(held().pressure(60, 80).forMs(2000).gapMs(3000).forMs(5000));
        assertEquals(7_990_000, run.onlyEnded(EventType.HOLD).endUs());
        assertEquals(7_990_000, run.onlyEnded(EventType.CONTACT).endUs());
        assertEquals(7_990_000, run.onlyEnded(EventType.OVERPRESSURE).endUs());
        assertEquals(7_990_000, run.onlyEnded(EventType.SIGNAL_LOST).startUs());
        assertEquals(11_000_000, run.onlyEnded(EventType.SIGNAL_LOST).endUs());
        for (EventType type : List.of(EventType.HOLD, EventType.CONTACT, EventType.OVERPRESSURE)) {
            assertEquals(2, run.begun(type).size(), run.text());
            assertTrue(run.begun(type).get(1).startUs() >= 11_000_000, type + " begins anew after the gap");
        }
    }

    @Test
    void touchBeforeALongGapIsNotCountedThroughIt() {
        DetectorRun run = DetectorRun.of(FeatureFrames.from(0)
                .forMs(1000)
                .limb(100, 30)
                .forMs(100)
                .gapMs(5000)
                .forMs(1000));
        assertEquals(6_100_000, run.onlyBegun(EventType.CONTACT).startUs());
    }

    @Test
    void longGapEndsARollToo() {
        DetectorRun run =
                DetectorRun.of(held().speed(80).forMs(2000).gapMs(3000).speed(0).forMs(3000));
        assertEquals(7_990_000, run.onlyEnded(EventType.ROLL).endUs());
        assertEquals(1, run.ended(EventType.STROKE).size());
    }

    @Test
    void firstStrokeAfterALongGapIsMeasuredFromAfterTheGap() {
        DetectorRun run = DetectorRun.of(held().speed(80)
                .forMs(2000)
                .gapMs(3000)
                .travelled(240)
                .forMs(1000)
                .speed(0)
                .forMs(3000));
        List<RollerEvent> strokes = run.ended(EventType.STROKE);
        assertEquals(2, strokes.size(), run.text());
        // Contact and motion are known 0.3 s into the gap's end; at most the whole second counts.
        double lengthMm = ((RollerEvent.StrokeCompleted) strokes.get(1)).strokeLengthMm();
        assertTrue(lengthMm > 50 && lengthMm <= 81, lengthMm + " mm");
    }

    @Test
    void finishEndsEverythingThatIsOpen() {
        DetectorRun run = DetectorRun.of(
                        held().pressure(60, 80).forMs(1000).speed(80).forMs(2000))
                .finish(8_990_000);
        for (EventType type : List.of(EventType.CONTACT, EventType.ROLL, EventType.OVERPRESSURE)) {
            assertEquals(8_990_000, run.onlyEnded(type).endUs(), type.word());
        }
        assertEquals(Activity.UNKNOWN, run.chain.activity());
        assertEquals(0, run.of(EventType.SIGNAL_LOST).size());
    }

    @Test
    void finishAfterALongSilenceTellsTheLostSignal() {
        DetectorRun run = DetectorRun.of(held()).finish(20_000_000);
        assertEquals(5_990_000, run.onlyEnded(EventType.HOLD).endUs());
        assertEquals(5_990_000, run.onlyEnded(EventType.SIGNAL_LOST).startUs());
        assertEquals(20_000_000, run.onlyEnded(EventType.SIGNAL_LOST).endUs());
    }

    @Test
    void finishWithoutAFrameTellsNothing() {
        assertEquals(List.of(), DetectorRun.of(FeatureFrames.from(0)).finish(1000).events);
    }

    @Test
    void finishTwiceTellsNothingMore() {
        DetectorRun run = DetectorRun.of(held()).finish(5_990_000);
        int toldCount = run.events.size();
        assertEquals(toldCount, run.finish(5_990_000).events.size());
    }

    @Test
    void everyBeginningHasOneEnd() {
        List<FeatureFrame> frames = everything(0).list();
        DetectorRun run =
                DetectorRun.of(frames).finish(frames.get(frames.size() - 1).timeUs());
        EventLaws.check(run.events);
        assertTrue(run.events.stream().map(RollerEvent::type).distinct().count() == 6, run.text());
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000, 3_600_000_000L, 5_000_000_000_000L})
    void shiftInTimeShiftsTheEventsAndNothingElse(long byUs) {
        // Begins at 2 s, so that no onset is cut at the session's start.
        List<FeatureFrame> frames = everything(2_000_000).list();
        long endUs = frames.get(frames.size() - 1).timeUs();
        List<String> expected = texts(DetectorRun.of(frames).finish(endUs).events, 0);
        List<FeatureFrame> moved = FeatureFrames.shifted(frames, byUs);
        assertEquals(expected, texts(DetectorRun.of(moved).finish(endUs + byUs).events, byUs));
    }

    private static List<String> texts(List<RollerEvent> events, long byUs) {
        return events.stream()
                .map(event -> event.type() + " " + event.phase() + " " + (event.startUs() - byUs) + " "
                        + (event.endUs() - byUs) + " " + (event.declaredUs() - byUs) + " " + event.evidence())
                .toList();
    }
}
