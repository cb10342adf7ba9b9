package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;
import org.rollscope.feature.RecordedFeatures;

class ReleaseDetectorTest {
    private static final DetectionSettings SETTINGS = DetectorRun.SETTINGS;

    @ParameterizedTest
    @CsvSource({
        "coached, 5, 90, 1",
        "coached, 12, 90, 0",
        "onesided, 4, 90, 2",
        "onesided, 7, 90, 1",
        "fidgeter, 5, 60, 0",
        "still, 2, 60, 0"
    })
    void findsWhatEverythingAnewFinds(String scenario, long seed, int seconds, int leastCount) {
        double ceilingKpa = 45;
        ContactDetector contact = new ContactDetector(SETTINGS.contact(), ceilingKpa);
        MotionDetector motion = new MotionDetector(SETTINGS.roll());
        HoldDetector hold = new HoldDetector(SETTINGS.hold(), FeatureFrames.RADIUS_MM, ceilingKpa);
        ReleaseDetector shipped = new ReleaseDetector(SETTINGS.release(), FeatureFrames.RADIUS_MM, ceilingKpa);
        SlowReleaseDetector slow = new SlowReleaseDetector(SETTINGS.release(), FeatureFrames.RADIUS_MM);
        List<RollerEvent> events = new ArrayList<>();
        for (FeatureFrame frame : RecordedFeatures.of(scenario, seed, seconds)) {
            contact.accept(frame, event -> {});
            motion.accept(frame);
            hold.accept(frame, contact.inContact(), motion, event -> {});
            shipped.accept(frame, hold, events::add);
            slow.accept(frame, hold);
            assertEquals(slow.told.size(), events.size(), scenario + " at " + frame.timeUs());
        }
        for (int index = 0; index < events.size(); index++) {
            RollerEvent event = events.get(index);
            SlowReleaseDetector.Told told = slow.told.get(index);
            String kind = event instanceof RollerEvent.TissueReleased
                    ? "release"
                    : event instanceof RollerEvent.TwitchSeen ? "twitch" : "settled";
            assertEquals(told.kind(), kind);
            assertEquals(told.startUs(), event.startUs());
            assertEquals(told.declaredUs(), event.declaredUs());
            assertEquals(told.confidence(), event.evidence().confidenceRatio(), 1e-6);
            told.figures()
                    .forEach(
                            (name, value) -> assertEquals(value, event.details().value(name), 1e-6, name));
        }
        long givenWayCount = slow.told.stream()
                .filter(told -> !told.kind().equals("settled"))
                .count();
        assertTrue(givenWayCount >= leastCount, "told " + slow.told);
    }

    /** A hold from 1 s on of tissue that relaxes by itself; from 21 s on it loses a share more. */
    private static FeatureFrames held(double lossRatio, double forceLossRatio) {
        FeatureFrames frames = FeatureFrames.from(0).forMs(1000);
        for (int index = 0; index < 4000; index++) {
            double atS = index / 100.0;
            double done = atS > 20 ? 1 - Math.exp(-(atS - 20) / 1.5) : 0;
            frames.stiffness(8 * Math.pow(atS + 0.5, -0.03) * (1 - lossRatio * done));
            frames.limb(300 * (1 - forceLossRatio * done), 30).forMs(10);
        }
        return frames;
    }

    @Test
    void aReleaseIsFoundWithinASecondOfItsOnset() {
        DetectorRun run = DetectorRun.of(held(0.12, 0));
        List<RollerEvent> found = run.events.stream()
                .filter(event -> event instanceof RollerEvent.TissueReleased)
                .toList();
        assertEquals(1, found.size(), run.text());
        assertEquals(21e6, found.get(0).startUs(), 1e6);
        assertTrue(found.get(0).declaredUs() < 25_000_000, run.text());
        assertEquals(0.12, found.get(0).details().value(ReleaseDetector.DEPTH_RATIO), 0.02);
        assertTrue(run.chain.released() == (40_990_000 - found.get(0).declaredUs() < 10_000_000));
    }

    @Test
    void thereIsNoReleaseWithoutAKink() {
        assertEquals(0, released(held(0, 0)));
        assertEquals(0, released(held(0.015, 0)), "less than the least depth");
    }

    /** The limb's weight is taken off, the tissue stays as it is. */
    @Test
    void aFallOfTheForceAloneIsNoRelease() {
        assertEquals(0, released(held(0, 0.2)));
    }

    /** Presses harder from 8 to 11 s, and again from 5.5 s after the onset of the loss on. */
    @Test
    void aReleaseIsFoundBetweenSpellsOfAnotherLoad() {
        FeatureFrames frames = FeatureFrames.from(0).forMs(1000);
        for (int index = 0; index < 4000; index++) {
            double atS = index / 100.0;
            double done = atS > 14 ? 1 - Math.exp(-(atS - 14) / 1.5) : 0;
            boolean spell = atS > 8 && atS < 11 || atS > 19.5 && atS < 23;
            frames.stiffness(8 * Math.pow(atS + 0.5, -0.03) * (1 - 0.12 * done) * (spell ? 1.3 : 1));
            frames.limb(spell ? 450 : 300, 30).forMs(10);
        }
        DetectorRun run = DetectorRun.of(frames);
        List<RollerEvent> found = run.events.stream()
                .filter(event -> event instanceof RollerEvent.TissueReleased)
                .toList();
        assertEquals(1, found.size(), run.text());
        assertEquals(15e6, found.get(0).startUs(), 1e6);
    }

    private static long released(FeatureFrames frames) {
        return DetectorRun.of(frames).events.stream()
                .filter(event -> event instanceof RollerEvent.TissueReleased)
                .count();
    }
}
