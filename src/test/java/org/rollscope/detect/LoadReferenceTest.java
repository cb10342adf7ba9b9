package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;
import org.rollscope.feature.RecordedFeatures;

/** Contact, overpressure and holds against a slow version of each, event by event and with all that they say. */
class LoadReferenceTest {
    private static final DetectionSettings SETTINGS = DetectorRun.SETTINGS;
    private static final double CEILING_KPA = 45;
    private static final double ERROR_RATIO = 0.08;

    private int comparedCount;

    private void compare(List<FeatureFrame> frames) {
        ContactDetector contact = new ContactDetector(SETTINGS.contact(), CEILING_KPA);
        OverpressureDetector overpressure = new OverpressureDetector(SETTINGS.overpressure(), CEILING_KPA, ERROR_RATIO);
        MotionDetector motion = new MotionDetector(SETTINGS.roll());
        HoldDetector hold = new HoldDetector(SETTINGS.hold(), FeatureFrames.RADIUS_MM, CEILING_KPA);
        List<RollerEvent> contacts = new ArrayList<>();
        List<RollerEvent> overpressures = new ArrayList<>();
        List<RollerEvent> holds = new ArrayList<>();
        List<SlowLoads.Motion> motions = new ArrayList<>();
        List<Boolean> inContact = new ArrayList<>();
        for (FeatureFrame frame : frames) {
            contact.accept(frame, contacts::add);
            motion.accept(frame);
            hold.accept(frame, contact.inContact(), motion, holds::add);
            overpressure.accept(frame, contact.inContact(), overpressures::add);
            inContact.add(contact.inContact());
            motions.add(new SlowLoads.Motion(
                    motion.moving(),
                    motion.sinceUs(),
                    motion.starting(),
                    motion.starting() ? motion.startingSinceUs() : 0));
        }
        SlowLoads slow = new SlowLoads(SETTINGS, CEILING_KPA, frames);
        SlowDwell slowContact = slow.contact();
        for (int index = 0; index < frames.size(); index++) {
            assertEquals(slowContact.on[index], inContact.get(index), "frame " + index);
        }
        assertEquals(slow.contacts(slowContact), contacts);
        assertEquals(slow.overpressures(slowContact, ERROR_RATIO), overpressures);
        assertEquals(slow.holds(slowContact, motions, FeatureFrames.RADIUS_MM), holds);
        comparedCount += contacts.size() + overpressures.size() + holds.size();
    }

    @ParameterizedTest
    @CsvSource({"coached, 5", "overpresser, 7", "hurried, 3", "fidgeter, 5", "carry, 2", "guarder, 4"})
    void sessionsGiveWhatTheSlowVersionsFind(String scenario, long seed) {
        compare(RecordedFeatures.of(scenario, seed, 60));
        assertTrue(comparedCount > (scenario.equals("carry") ? -1 : 2), comparedCount + " events");
    }

    /** Loads, tilts and turns that come and go for times about the detectors' dwells. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomLoadsGiveWhatTheSlowVersionsFind(long seed) {
        Random random = new Random(seed);
        FeatureFrames frames = FeatureFrames.from(0).forMs(500);
        for (int part = 0; part < 150; part++) {
            double forceN = random.nextInt(4) == 0 ? 10 * random.nextDouble() : 20 + 300 * random.nextDouble();
            double meanKpa = forceN < 8 ? 0 : 60 * random.nextDouble();
            frames.limb(forceN, meanKpa).pressure(meanKpa, meanKpa * (1 + random.nextDouble()));
            frames.floor(random.nextInt(8) == 0 ? 0 : forceN + 5);
            frames.tilt(random.nextInt(12) == 0 ? 0.8 : 0).offAxis(random.nextInt(12) == 0 ? 0.6 : 0);
            frames.speed(random.nextInt(3) == 0 ? 60 * random.nextGaussian() : 0.5 * random.nextGaussian());
            frames.forMs(20 + random.nextInt(random.nextInt(4) == 0 ? 6000 : 900));
        }
        compare(frames.list());
        assertTrue(comparedCount > 30, comparedCount + " events");
    }
}
