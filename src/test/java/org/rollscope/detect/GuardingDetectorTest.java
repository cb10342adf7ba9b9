package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;
import org.rollscope.feature.RecordedFeatures;

class GuardingDetectorTest {
    private static final DetectionSettings SETTINGS = DetectorRun.SETTINGS;

    @ParameterizedTest
    @CsvSource({"guarder, 3, 1", "guarder, 9, 1", "overpresser, 2, 0", "hurried, 4, 0", "coached, 6, 0"})
    void findsWhatLookingBackFinds(String scenario, long seed, int leastCount) {
        double ceilingKpa = 40;
        ContactDetector contact = new ContactDetector(SETTINGS.contact(), ceilingKpa);
        MotionDetector motion = new MotionDetector(SETTINGS.roll());
        GuardingDetector shipped = new GuardingDetector(SETTINGS.guarding(), ceilingKpa);
        SlowGuarding slow = new SlowGuarding(SETTINGS.guarding(), ceilingKpa);
        List<List<Long>> episodes = new ArrayList<>();
        for (FeatureFrame frame : RecordedFeatures.of(scenario, seed, 90)) {
            contact.accept(frame, event -> {});
            motion.accept(frame);
            boolean still = !motion.moving();
            shipped.accept(frame, contact.inContact(), still, event -> {
                if (event instanceof RollerEvent.GuardingSuspected) {
                    episodes.add(new ArrayList<>(List.of(event.startUs(), event.declaredUs())));
                } else {
                    episodes.get(episodes.size() - 1).add(event.endUs());
                }
            });
            slow.accept(frame, contact.inContact(), still);
            for (int sign = 0; sign < GuardingSigns.COUNT; sign++) {
                // A sign may follow its level by a first or by a last bit of the step.
                assertEquals(slow.sign(sign), shipped.sign(sign), 1e-3, "sign " + sign + " at " + frame.timeUs());
            }
            assertEquals(slow.score(), shipped.scoreRatio(), 1e-3, "score at " + frame.timeUs());
        }
        assertEquals(slow.episodes, episodes);
        assertTrue(episodes.size() >= leastCount, "suspected " + episodes.size());
    }

    @Test
    void quietLevelsAreThoseOfRangesByTheirEdges() {
        QuietTremor shipped = new QuietTremor();
        SlowQuietTremor slow = new SlowQuietTremor();
        Random random = new Random(3);
        for (int index = 0; index < 3000; index++) {
            double forceN = 15 + random.nextDouble() * (index < 1000 ? 60 : 600);
            double tremor = 0.5 + random.nextDouble();
            assertEquals(slow.at(forceN), shipped.at(forceN), 1e-9, "moment " + index);
            slow.learn(forceN, tremor, 0.01);
            shipped.learn(forceN, tremor, 0.01);
        }
        assertTrue(shipped.at(100) > 0.5);
    }

    /** Twelve calm seconds at 25 of 50 kPa, then what is given for five. */
    private static long suspected(double pressureKpa, double stiffnessFactor, double tremorFactor) {
        FeatureFrames frames = FeatureFrames.from(0)
                .forMs(1000)
                .limb(200, 25)
                .stiffness(8)
                .tremor(1)
                .forMs(12_000);
        frames.limb(200, pressureKpa)
                .stiffness(8 * stiffnessFactor)
                .tremor(tremorFactor)
                .forMs(5000);
        return DetectorRun.of(frames).events.stream()
                .filter(event -> event instanceof RollerEvent.GuardingSuspected)
                .count();
    }

    @Test
    void oneSignAloneIsNoGuardingHoweverPlain() {
        assertEquals(0, suspected(25, 2, 1), "stiffer alone, as on bone");
        assertEquals(0, suspected(25, 1, 6), "tremor alone, as of tired arms");
        assertEquals(0, suspected(60, 1, 1), "pressure alone");
    }

    @Test
    void twoPlainSignsAreGuarding() {
        assertEquals(1, suspected(25, 1.6, 5));
        assertEquals(1, suspected(52, 1.6, 1));
        assertEquals(1, suspected(52, 1, 4));
        assertEquals(0, suspected(25, 1.05, 1.2), "neither is plain");
    }
}
