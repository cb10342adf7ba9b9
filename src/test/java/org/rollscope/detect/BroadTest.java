package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.dsp.WindowRms;
import org.rollscope.feature.FeatureFrames;

/**
 * The motion rule on real recordings with labels: BROAD (Laidig, Caruso, Cereatti, Seel, Data 2021, 6(7), 72; CC-BY-4.0).
 *
 * <p>The recordings are no part of this repository. They are looked for in {@code shared/data/broad} beside any parent folder.
 */
class BroadTest {
    private static final double STEP_US = 10_000;

    private record Trial(List<Double> rates, List<Boolean> labels) {}

    private static Optional<Path> folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("data").resolve("broad");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The norm of the turn rate at 100 Hz, each axis interpolated in a straight line, with the nearest label. */
    private static Trial read(Path file) throws IOException {
        List<Double> rates = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            double[] before = null;
            double wantedUs = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                double[] now = {
                    Double.parseDouble(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[cells.length - 1])
                };
                for (; before != null && wantedUs <= now[0]; wantedUs += STEP_US) {
                    double ratio = (wantedUs - before[0]) / (now[0] - before[0]);
                    double square = 0;
                    for (int axisIndex = 1; axisIndex <= 3; axisIndex++) {
                        double rate = before[axisIndex] + ratio * (now[axisIndex] - before[axisIndex]);
                        square += rate * rate;
                    }
                    rates.add(Math.sqrt(square));
                    labels.add((ratio < 0.5 ? before[4] : now[4]) > 0.5);
                }
                before = now;
            }
        }
        return new Trial(rates, labels);
    }

    /**
     * Two figures: the live state, which is late by window and dwell, so that many breaks cost up to 2.6 % of the samples;
     * and the state with its turns put back to the onsets that events carry. Tapping hardly disturbs. With the phone
     * vibrating no rest counts as moving, but 2 % of the samples of slow motion are missed. Those two are printed only.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "02_undisturbed_slow_rotation_B, 0.98, 0.98",
        "04_undisturbed_slow_rotation_with_breaks_A, 0.975, 0.99",
        "08_undisturbed_fast_rotation_with_breaks_A, 0.97, 0.985",
        "14_undisturbed_slow_translation_with_breaks_B, 0.98, 0.985",
        "24_disturbed_tapping_A, 0, 0",
        "26_disturbed_phone_vibration_A, 0, 0",
    })
    void movingAndStillAreToldApartAsTheLabelsSay(String trialName, double leastLiveRatio, double leastDatedRatio)
            throws IOException {
        Optional<Path> folder = folder();
        assumeTrue(folder.isPresent(), "the BROAD recordings are not here (shared/data/broad in no parent folder)");
        Path file = folder.orElseThrow().resolve(trialName + ".csv.gz");
        assumeTrue(Files.isReadable(file), "this trial is not here: " + file.getFileName());
        Trial trial = read(file);
        WindowRms window = new WindowRms(30);
        MotionDetector motion = new MotionDetector(DetectorRun.SETTINGS.roll());
        int rightCount = 0;
        int missedCount = 0;
        int falseCount = 0;
        int movingCount = 0;
        boolean[] dated = new boolean[trial.rates.size()];
        for (int index = 0; index < trial.rates.size(); index++) {
            motion.accept(FeatureFrames.moving((long) (index * STEP_US), window.next(trial.rates.get(index))));
            boolean label = trial.labels.get(index);
            dated[index] = motion.moving();
            if (index > 0 && dated[index] != dated[index - 1]) {
                Arrays.fill(dated, (int) (motion.sinceUs() / STEP_US), index, dated[index]);
            }
            movingCount += label ? 1 : 0;
            rightCount += motion.moving() == label ? 1 : 0;
            missedCount += label && !motion.moving() ? 1 : 0;
            falseCount += !label && motion.moving() ? 1 : 0;
        }
        double rightRatio = (double) rightCount / trial.rates.size();
        int datedCount = 0;
        for (int index = 0; index < dated.length; index++) {
            datedCount += dated[index] == trial.labels.get(index) ? 1 : 0;
        }
        double datedRatio = (double) datedCount / trial.rates.size();
        System.out.printf(
                "BROAD %s: live state %.4f, onsets taken back %.4f right of %d samples (%.0f %% moving); "
                        + "live missed %.4f, false %.4f%n",
                trialName,
                rightRatio,
                datedRatio,
                trial.rates.size(),
                100.0 * movingCount / trial.rates.size(),
                (double) missedCount / trial.rates.size(),
                (double) falseCount / trial.rates.size());
        assertTrue(trial.rates.size() > 1000);
        assertTrue(rightRatio >= leastLiveRatio, "live " + rightRatio);
        assertTrue(datedRatio >= leastDatedRatio, "onsets taken back " + datedRatio);
    }
}
