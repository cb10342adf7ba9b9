package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;
import org.rollscope.feature.RecordedFeatures;
import org.rollscope.frame.Quality;

class RollDetectorTest {
    /** Edges of these rolls are sharp; the 150 ms window blurs them, and half of it is taken off again. */
    private static final double EDGE_US = 100_000;

    private static FeatureFrames loaded() {
        return FeatureFrames.from(0).forMs(1000).limb(100, 30).forMs(2000);
    }

    @Test
    void rollStartsWithMotionUnderLoadAndEndsWithIt() {
        DetectorRun run = DetectorRun.of(loaded().speed(80).forMs(3000).speed(0).forMs(3000));
        RollerEvent roll = run.onlyEnded(EventType.ROLL);
        assertEquals(3_000_000, roll.startUs(), EDGE_US);
        assertEquals(6_000_000, roll.endUs(), EDGE_US);
        assertTrue(roll.declaredUs() - roll.startUs() <= 300_000, "known after the dwell");
        assertEquals(30, roll.evidence().meanPressureKpa(), 1e-9);
    }

    @Test
    void turningWithoutLoadIsNoRoll() {
        DetectorRun run = DetectorRun.of(
                FeatureFrames.from(0).forMs(1000).speed(80).forMs(5000).speed(0).forMs(3000));
        assertEquals(0, run.events.size(), run.text());
    }

    @Test
    void rollThatBeginsBeforeTheLimbComesDownCountsFromTheContact() {
        DetectorRun run = DetectorRun.of(FeatureFrames.from(0)
                .forMs(1000)
                .speed(80)
                .forMs(2000)
                .limb(100, 30)
                .forMs(2000)
                .speed(0)
                .forMs(3000));
        assertEquals(3_000_000, run.onlyEnded(EventType.ROLL).startUs());
    }

    @Test
    void limbThatIsLiftedWhileRollingEndsTheRoll() {
        DetectorRun run =
                DetectorRun.of(loaded().speed(80).forMs(3000).limb(0, 0).forMs(3000));
        // The contact is known to be gone half a second later; the roll ends no later than that.
        assertEquals(6_000_000, run.onlyEnded(EventType.ROLL).endUs(), 510_000);
    }

    /** Measured gaps are up to 0.13 s shorter than true ones: the window's tail, less what is taken off. */
    @ParameterizedTest(name = "a pause of {0} ms gives {1} rolls")
    @CsvSource({"200, 1", "500, 1", "800, 1", "900, 1", "990, 1", "1200, 2", "1500, 2", "2500, 2"})
    void gapsUnderASecondAreJoinedAndLongerOnesSplit(int pauseMs, int expectedCount) {
        DetectorRun run = DetectorRun.of(loaded().speed(80)
                .forMs(2000)
                .speed(0)
                .forMs(pauseMs)
                .speed(80)
                .forMs(2000)
                .speed(0)
                .forMs(3000));
        List<RollerEvent> rolls = run.ended(EventType.ROLL);
        assertEquals(expectedCount, rolls.size(), run.text());
        assertEquals(7_000_000 + pauseMs * 1000L, rolls.get(rolls.size() - 1).endUs(), EDGE_US);
        if (expectedCount == 2) {
            assertEquals(5_000_000, rolls.get(0).endUs(), EDGE_US);
            assertEquals(5_000_000 + pauseMs * 1000L, rolls.get(1).startUs(), EDGE_US);
        }
    }

    /** 30 ms at 7 mm/s lift the window's root mean square only to half of the limit, whatever the window still holds of them. */
    @Test
    void twitchAfterARollDoesNotHoldItOpen() {
        DetectorRun run = DetectorRun.of(loaded().speed(80)
                .forMs(2000)
                .speed(0)
                .forMs(900)
                .speed(7)
                .forMs(30)
                .speed(0)
                .forMs(5000));
        assertEquals(5_000_000, run.onlyEnded(EventType.ROLL).endUs(), EDGE_US);
    }

    @Test
    void strokesAreCutAtTheTurns() {
        FeatureFrames frames = loaded();
        for (int pairIndex = 0; pairIndex < 3; pairIndex++) {
            frames.speed(100).forMs(1000).speed(-100).forMs(1000);
        }
        DetectorRun run = DetectorRun.of(frames.speed(0).forMs(3000));
        List<RollerEvent> strokes = run.ended(EventType.STROKE);
        assertEquals(6, strokes.size(), run.text());
        for (int strokeIndex = 0; strokeIndex < 6; strokeIndex++) {
            RollerEvent.StrokeCompleted stroke = (RollerEvent.StrokeCompleted) strokes.get(strokeIndex);
            double expectedMm = strokeIndex % 2 == 0 ? 100 : -100;
            // The turn falls between two frames that are 1 mm apart.
            assertEquals(expectedMm, stroke.strokeLengthMm(), 2, "stroke " + strokeIndex);
            assertEquals(3_000_000 + 1_000_000L * (strokeIndex + 1), stroke.endUs(), 20_000);
            assertEquals(100, stroke.meanSpeedMmPerS(), 9, "the first one's onset is known to 0.1 s");
        }
        RollerEvent roll = run.onlyEnded(EventType.ROLL);
        assertEquals(strokes.get(0).startUs(), roll.startUs());
        assertTrue(strokes.get(5).endUs() <= roll.endUs());
    }

    @Test
    void wiggleThatTurnsBackLessThanTheLimitCutsNothing() {
        FeatureFrames frames = loaded().speed(100).forMs(600);
        frames.speed(-100).forMs(160).speed(100).forMs(560);
        DetectorRun run = DetectorRun.of(frames.speed(0).forMs(3000));
        assertEquals(100, ((RollerEvent.StrokeCompleted) run.onlyEnded(EventType.STROKE)).strokeLengthMm(), 2);
    }

    @Test
    void turnOfMoreThanTheLimitCuts() {
        FeatureFrames frames = loaded().speed(100).forMs(600);
        frames.speed(-100).forMs(210).speed(100).forMs(610);
        DetectorRun run = DetectorRun.of(frames.speed(0).forMs(3000));
        assertEquals(3, run.ended(EventType.STROKE).size(), run.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {160, 190})
    void shortStrokesAreDropped(int strokeMs) {
        DetectorRun run = DetectorRun.of(loaded().speed(100)
                .forMs(strokeMs)
                .speed(-100)
                .forMs(strokeMs)
                .speed(0)
                .forMs(3000));
        assertEquals(0, run.ended(EventType.STROKE).size(), run.text());
    }

    @Test
    void strokeThatIsUnderWayAtTheEndIsTold() {
        DetectorRun run = DetectorRun.of(loaded().speed(100).forMs(800)).finish(3_790_000);
        assertEquals(80, ((RollerEvent.StrokeCompleted) run.onlyEnded(EventType.STROKE)).strokeLengthMm(), 2);
        assertEquals(3_790_000, run.onlyEnded(EventType.ROLL).endUs());
    }

    @ParameterizedTest
    @CsvSource({"guarder, 3, 5", "hurried, 4, 5", "coached, 6, 5", "overpresser, 2, 5", "fidgeter, 8, 1"})
    void tellsOfASessionWhatLookingBackOverItTells(String scenario, long seed, int leastCount) {
        List<FeatureFrame> frames = RecordedFeatures.of(scenario, seed, 90);
        DetectorRun run = DetectorRun.of(List.of());
        ContactDetector contact = new ContactDetector(DetectorRun.SETTINGS.contact(), DetectorRun.CEILING_KPA);
        MotionDetector motion = new MotionDetector(DetectorRun.SETTINGS.roll());
        SlowRolls slow = new SlowRolls(DetectorRun.SETTINGS.roll(), DetectorRun.CEILING_KPA);
        List<SlowRolls.Told> shipped = new ArrayList<>();
        for (int index = 0; index < frames.size(); index++) {
            FeatureFrame frame = frames.get(index);
            int momentIndex = index;
            run.chain.accept(frame, event -> keep(shipped, momentIndex, event));
            contact.accept(frame, event -> {});
            motion.accept(frame);
            slow.accept(moment(frame, contact, motion));
        }
        long endUs = frames.get(frames.size() - 1).timeUs();
        run.chain.finish(endUs, event -> keep(shipped, frames.size(), event));
        slow.finish(endUs);
        assertSame(slow.told(), shipped);
        long strokeCount = shipped.stream()
                .filter(told -> told.event().type() == EventType.STROKE)
                .count();
        assertTrue(strokeCount >= leastCount, strokeCount + " strokes");
    }

    private static void keep(List<SlowRolls.Told> told, int momentIndex, RollerEvent event) {
        if (event.type() == EventType.ROLL || event.type() == EventType.STROKE) {
            told.add(new SlowRolls.Told(momentIndex, event));
        }
    }

    /** Rolling is motion under load: it begins with the later of the two and ends with the earlier of their ends. */
    private static SlowRolls.Moment moment(FeatureFrame frame, ContactDetector contact, MotionDetector motion) {
        boolean rolling = contact.inContact() && motion.moving();
        long sinceUs = motion.sinceUs();
        if (!contact.inContact()) {
            sinceUs = frame.timeUs();
        } else if (rolling) {
            sinceUs = Math.max(sinceUs, contact.contactStartUs());
        }
        long startingUs = motion.starting() ? motion.startingSinceUs() : RollDetector.NOT_STARTING_US;
        return new SlowRolls.Moment(frame, rolling, sinceUs, startingUs);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tellsOfRandomMotionWhatLookingBackOverItTells(long seed) {
        Random random = new Random(seed);
        RollDetector roll = new RollDetector(DetectorRun.SETTINGS.roll(), DetectorRun.CEILING_KPA);
        SlowRolls slow = new SlowRolls(DetectorRun.SETTINGS.roll(), DetectorRun.CEILING_KPA);
        List<SlowRolls.Told> shipped = new ArrayList<>();
        List<FeatureFrame> frames = randomTravel(random, 20_000);
        boolean rolling = false;
        long sinceUs = 0;
        long startingUs = RollDetector.NOT_STARTING_US;
        for (int index = 0; index < frames.size(); index++) {
            FeatureFrame frame = frames.get(index);
            int momentIndex = index;
            if (random.nextInt(rolling ? 250 : 90) == 0) {
                rolling = !rolling;
                sinceUs = frame.timeUs() - random.nextInt(200_000);
            }
            if (rolling || random.nextInt(40) == 0) {
                startingUs = RollDetector.NOT_STARTING_US;
            } else if (random.nextInt(60) == 0) {
                startingUs = frame.timeUs() - random.nextInt(100_000);
            }
            roll.accept(
                    frame, rolling, sinceUs, startingUs, event -> shipped.add(new SlowRolls.Told(momentIndex, event)));
            slow.accept(new SlowRolls.Moment(frame, rolling, sinceUs, startingUs));
            if (random.nextInt(3000) == 0 || index == frames.size() - 1) {
                long endUs = frame.timeUs() + random.nextInt(3) * 10_000L;
                roll.finish(endUs, event -> shipped.add(new SlowRolls.Told(momentIndex + 1, event)));
                slow.finish(endUs);
            }
        }
        assertSame(slow.told(), shipped);
        assertTrue(shipped.size() > 150, "seed " + seed + ": " + shipped.size() + " events");
    }

    /** Goes one way and the other, often by about as much as turns a stroke, and stands still between. */
    private static List<FeatureFrame> randomTravel(Random random, int count) {
        FeatureFrames frames = FeatureFrames.from(1_000_000);
        for (int index = 0; index < count; ) {
            int stepCount = Math.min(count - index, 1 + random.nextInt(40));
            frames.limb(100 + random.nextInt(100), 20 + random.nextInt(20))
                    .flags(random.nextInt(3) == 0 ? Quality.PAD_SATURATED_FLAGS : 0)
                    .speed(random.nextInt(4) == 0 ? 0 : random.nextInt(400) - 200)
                    .forMs(stepCount * 10);
            index += stepCount;
        }
        return frames.list();
    }

    private static void assertSame(List<SlowRolls.Told> expected, List<SlowRolls.Told> told) {
        for (int index = 0; index < Math.min(expected.size(), told.size()); index++) {
            assertEquals(expected.get(index), told.get(index), "event " + index);
        }
        assertEquals(expected.size(), told.size());
    }
}
