package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.feature.FeatureFrames;
import org.rollscope.frame.Quality;

class ContactDetectorTest {
    private static FeatureFrames alone() {
        return FeatureFrames.from(0).forMs(1000);
    }

    private static FeatureFrames loaded() {
        return alone().limb(100, 30).forMs(1000);
    }

    @ParameterizedTest(name = "limb {0} N, floor {1} N, tilt {2} rad, across {3} rad/s: {4}")
    @CsvSource({
        "100, 105.5, 0,    0,    true",
        "15.1, 20.6, 0,    0,    true",
        "15,   20.5, 0,    0,    false",
        "100,  40,   0,    0,    true",
        "100,  39.9, 0,    0,    false",
        "100,  0,    0,    0,    false",
        "100, 105.5, 0.51, 0,    true",
        "100, 105.5, 0.53, 0,    false",
        "100, 105.5, 0,    0.34, true",
        "100, 105.5, 0,    0.36, false",
        "100, 105.5, 0.51, 0.34, true",
        "0,   105.5, 0,    0,    false",
    })
    void contactNeedsForceSupportAndALevelQuietAxis(
            double limbN, double floorN, double tiltRad, double acrossRadPerS, boolean expected) {
        DetectorRun run = DetectorRun.of(alone().limb(limbN, 30)
                .floor(floorN)
                .tilt(tiltRad)
                .offAxis(acrossRadPerS)
                .forMs(3000));
        assertEquals(expected, !run.begun(EventType.CONTACT).isEmpty(), run.text());
        assertEquals(expected, run.chain.inContact());
    }

    @Test
    void squeezeWithoutFloorForceIsNoContact() {
        DetectorRun run = DetectorRun.of(
                alone().limb(60, 40).floor(0).forMs(10_000).lifted().forMs(2000));
        assertEquals(0, run.events.size(), run.text());
    }

    @Test
    void contactIsKnownAfterItsDwellAndCountsFromItsOnset() {
        RollerEvent contact = DetectorRun.of(loaded()).onlyBegun(EventType.CONTACT);
        assertEquals(1_000_000, contact.startUs());
        assertEquals(1_300_000, contact.declaredUs());
    }

    @ParameterizedTest
    @CsvSource({"300, false", "310, true"})
    void touchShorterThanTheDwellIsNone(int touchMs, boolean expected) {
        // The dwell is over when a frame comes that is 300 ms after the first: that is the 31st.
        DetectorRun run =
                DetectorRun.of(alone().limb(100, 30).forMs(touchMs).lifted().forMs(2000));
        assertEquals(expected, run.of(EventType.CONTACT).size() == 2, run.text());
    }

    @Test
    void forceThatFlickersAroundTheLimitIsNoContact() {
        FeatureFrames frames = alone();
        for (int flickerIndex = 0; flickerIndex < 20; flickerIndex++) {
            frames.limb(16, 4).forMs(200).limb(14, 4).forMs(10);
        }
        assertEquals(0, DetectorRun.of(frames).events.size());
    }

    @ParameterizedTest(name = "down to {0} N for {1} ms: ended {2}")
    @CsvSource({"8, 20000, false", "10, 20000, false", "7.9, 500, false", "7.9, 510, true", "0, 510, true"})
    void contactEndsOnlyWellBelowItsBeginningAndForLongEnough(double forceN, int lowMs, boolean expected) {
        DetectorRun run = DetectorRun.of(
                loaded().limb(forceN, 1).forMs(lowMs).limb(100, 30).forMs(100));
        assertEquals(expected, !run.ended(EventType.CONTACT).isEmpty(), run.text());
        if (expected) {
            assertEquals(2_000_000, run.onlyEnded(EventType.CONTACT).endUs());
            assertEquals(1_300_000, run.onlyEnded(EventType.CONTACT).declaredUs());
        }
    }

    @Test
    void rollerThatIsPickedUpEndsTheContact() {
        DetectorRun run = DetectorRun.of(loaded().tilt(0.8).forMs(2000));
        // Carried counts after 0.2 s, and from then on the limb is gone.
        assertEquals(2_200_000, run.onlyEnded(EventType.CONTACT).endUs());
        assertEquals(Activity.HANDLING, run.chain.activity());
    }

    @Test
    void shortJerkDoesNotEndTheContact() {
        DetectorRun run =
                DetectorRun.of(loaded().offAxis(2).forMs(200).offAxis(0).forMs(2000));
        assertEquals(0, run.ended(EventType.CONTACT).size(), run.text());
    }

    @Test
    void contactAfterCarryingBeginsWhenTheRollerHasBeenPutDown() {
        DetectorRun run =
                DetectorRun.of(alone().tilt(1).forMs(2000).tilt(0).limb(100, 30).forMs(3000));
        RollerEvent contact = run.onlyBegun(EventType.CONTACT);
        assertEquals(3_500_000, contact.startUs(), "handling ends 0.5 s after the last tilt");
    }

    @Test
    void statesFollowWhatIsDone() {
        DetectorRun run = DetectorRun.of(
                alone().tilt(1).forMs(1000).tilt(0).forMs(1000).limb(100, 30).forMs(1000));
        assertEquals(Activity.IDLE, run.activities.get(50));
        assertEquals(Activity.HANDLING, run.activities.get(150));
        assertEquals(Activity.IDLE, run.activities.get(290));
        assertEquals(Activity.CONTACT, run.activities.get(390));
    }

    @Test
    void beforeTheFirstFrameNothingIsKnown() {
        assertEquals(
                Activity.UNKNOWN, DetectorRun.of(FeatureFrames.from(0)).chain.activity());
    }

    @Test
    void evidenceIsThatOfTheFramesSinceTheOnset() {
        DetectorRun run =
                DetectorRun.of(alone().limb(100, 20).forMs(150).limb(100, 40).forMs(160));
        PressureEvidence evidence = run.onlyBegun(EventType.CONTACT).evidence();
        // 15 frames of 20 kPa and 16 of 40.
        assertEquals((15 * 20 + 16 * 40) / 31.0, evidence.meanPressureKpa(), 1e-9);
        assertEquals(60, evidence.peakPressureKpa(), 1e-9);
        assertEquals(DetectorRun.CEILING_KPA, evidence.ceilingKpa());
        assertEquals(1, evidence.confidenceRatio());
    }

    @Test
    void confidenceIsTheShareOfSoundFrames() {
        DetectorRun run = DetectorRun.of(alone().limb(100, 30)
                .flags(Quality.PAD_SATURATED_FLAGS)
                .forMs(150)
                .flags(Quality.AFTER_GAP_FLAGS)
                .forMs(160));
        double confidenceRatio = run.onlyBegun(EventType.CONTACT).evidence().confidenceRatio();
        assertEquals(16 / 31.0, confidenceRatio, 1e-9, "a frame after a gap is itself sound");
        assertTrue(confidenceRatio < 1);
    }
}
