package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rollscope.config.ShippedSettings;
import org.rollscope.dsp.UpFilter;
import org.rollscope.feature.FeatureExtractor;
import org.rollscope.frame.PadGeometry;

/** Motion rule and inclination on real recordings, through the wire, with the shipped settings. */
class BroadTest {
    /** What VQF reaches on the same files, inclination in degrees: the table in the recordings' own folder. */
    private static final Map<String, Double> VQF_DEG = new LinkedHashMap<>();

    static {
        VQF_DEG.put("02_undisturbed_slow_rotation_B", 0.430);
        VQF_DEG.put("04_undisturbed_slow_rotation_with_breaks_A", 0.788);
        VQF_DEG.put("08_undisturbed_fast_rotation_with_breaks_A", 1.763);
        VQF_DEG.put("14_undisturbed_slow_translation_with_breaks_B", 0.413);
        VQF_DEG.put("24_disturbed_tapping_A", 0.608);
        VQF_DEG.put("26_disturbed_phone_vibration_A", 0.562);
    }

    private static final long TOLERANCE_US = 200_000;

    private static final Map<String, BroadTrial> TRIALS = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        Optional<Path> folder = BroadTrial.folder();
        assumeTrue(folder.isPresent(), "the BROAD recordings are not here (shared/data/broad in no parent folder)");
        for (String name : VQF_DEG.keySet()) {
            Path file = folder.orElseThrow().resolve(name + ".csv.gz");
            assumeTrue(Files.isReadable(file), "this trial is not here: " + file.getFileName());
            TRIALS.put(name, BroadTrial.read(file));
        }
    }

    /** The targets of the issue: causal, 0.2 s of tolerance at transitions, mean 0.99 or more, none under 0.975. */
    @Test
    void movingAndStillAreToldApartAsTheLabelsSay() {
        double sumRatio = 0;
        List<String> low = new ArrayList<>();
        for (Map.Entry<String, BroadTrial> trial : TRIALS.entrySet()) {
            List<BroadTrial.Truth> truths = trial.getValue().truths;
            FeatureExtractor extractor =
                    new FeatureExtractor(ShippedSettings.core().features(), PadGeometry.REFERENCE, 286);
            MotionDetector motion =
                    new MotionDetector(ShippedSettings.core().detection().roll());
            List<Boolean> found = new ArrayList<>();
            trial.getValue().play(frame -> {
                motion.accept(extractor.extract(frame));
                found.add(motion.moving());
            });
            assertEquals(truths.size(), found.size());
            double nowRatio = rightRatio(truths, found, 0);
            double rightRatio = rightRatio(truths, found, TOLERANCE_US);
            System.out.printf("BROAD %s: moving or still %.4f, at once %.4f%n", trial.getKey(), rightRatio, nowRatio);
            sumRatio += rightRatio;
            if (rightRatio < 0.975) {
                low.add(trial.getKey() + " " + rightRatio);
            }
        }
        System.out.printf("BROAD mean: moving or still %.4f%n", sumRatio / TRIALS.size());
        assertEquals(List.of(), low);
        assertTrue(sumRatio / TRIALS.size() >= 0.99, "mean " + sumRatio / TRIALS.size());
    }

    /** A state is right when it is the true one of some moment within the tolerance. */
    private static double rightRatio(List<BroadTrial.Truth> truths, List<Boolean> found, long toleranceUs) {
        int rightCount = 0;
        for (int index = 0; index < truths.size(); index++) {
            boolean right = false;
            long timeUs = truths.get(index).timeUs();
            for (int at = index; !right && at >= 0 && timeUs - truths.get(at).timeUs() <= toleranceUs; at--) {
                right = truths.get(at).moving() == found.get(index);
            }
            for (int at = index;
                    !right && at < truths.size() && truths.get(at).timeUs() - timeUs <= toleranceUs;
                    at++) {
                right = truths.get(at).moving() == found.get(index);
            }
            rightCount += right ? 1 : 0;
        }
        return (double) rightCount / truths.size();
    }

    /** The targets of the issue: no worse than VQF on five of six trials, on none worse than 1.2 times. */
    @Test
    void upIsFollowedAsWellAsByTheBestFilters() {
        int noWorseCount = 0;
        List<String> bad = new ArrayList<>();
        System.out.println("| trial | ours, degrees | VQF, degrees | ratio |");
        System.out.println("| --- | --- | --- | --- |");
        for (Map.Entry<String, BroadTrial> trial : TRIALS.entrySet()) {
            double errorDeg = Math.toDegrees(inclinationErrorRad(trial.getValue()));
            double vqfDeg = VQF_DEG.get(trial.getKey());
            System.out.printf("| %s | %.3f | %.3f | %.3f |%n", trial.getKey(), errorDeg, vqfDeg, errorDeg / vqfDeg);
            noWorseCount += errorDeg <= vqfDeg ? 1 : 0;
            if (errorDeg > 1.2 * vqfDeg) {
                bad.add(trial.getKey() + " " + errorDeg);
            }
        }
        assertEquals(List.of(), bad);
        assertTrue(noWorseCount >= 5, "no worse on " + noWorseCount);
    }

    /** Root mean square of the angle between estimated and true up over the moving samples with a truth. */
    private static double inclinationErrorRad(BroadTrial trial) {
        UpFilter filter = new UpFilter();
        int[] index = new int[1];
        double[] sums = new double[2];
        trial.play(frame -> {
            BroadTrial.Truth truth = trial.truths.get(index[0]);
            filter.accept(
                    frame.accelMPerS2(),
                    frame.gyroRadPerS(),
                    index[0] == 0
                            ? 0
                            : (frame.timeUs() - trial.truths.get(index[0] - 1).timeUs()) / 1e6);
            index[0]++;
            if (truth.moving() && truth.upKnown()) {
                double crossX = filter.upY() * truth.upZ() - filter.upZ() * truth.upY();
                double crossY = filter.upZ() * truth.upX() - filter.upX() * truth.upZ();
                double crossZ = filter.upX() * truth.upY() - filter.upY() * truth.upX();
                double dot = filter.upX() * truth.upX() + filter.upY() * truth.upY() + filter.upZ() * truth.upZ();
                double angleRad = Math.atan2(Math.sqrt(crossX * crossX + crossY * crossY + crossZ * crossZ), dot);
                sums[0] += angleRad * angleRad;
                sums[1]++;
            }
        });
        assertTrue(sums[1] > 10_000);
        return Math.sqrt(sums[0] / sums[1]);
    }
}
