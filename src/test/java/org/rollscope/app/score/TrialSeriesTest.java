package org.rollscope.app.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.config.ShippedSettings;
import org.rollscope.evaluation.Accuracy;
import org.rollscope.simulation.PhysicalConstant;

/** The judge on a few simulated sessions. */
class TrialSeriesTest {
    private static final int DRAW_COUNT = 50;
    private static final TrialSeries SERIES = new TrialSeries(List.of("coached", "hurried"), 4, 7, 60, true);

    @TempDir
    private Path folder;

    private static DocumentJson.AnalysisSettings shipped() {
        return new DocumentJson.AnalysisSettings(
                ShippedSettings.core().features(), ShippedSettings.core().detection());
    }

    private static Accuracy run(TrialSeries series, DocumentJson.AnalysisSettings settings, int workerCount)
            throws CommandFailure {
        return new Accuracy(
                series.run(TrialWorld.USUAL, settings, workerCount, new PrintWriter(new StringWriter())), DRAW_COUNT);
    }

    /** The shipped settings with one line changed. */
    private Path configWith(String line, String changed) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(config.resolve("detection"));
        for (String file : List.of("rollscope.yaml", "detection/default.yaml")) {
            String text = Files.readString(ShippedSettings.FOLDER.resolve(file));
            Files.writeString(config.resolve(file), text.replace(line, changed));
        }
        return config;
    }

    private static double value(Accuracy accuracy, String key) {
        return accuracy.reading(key).orElseThrow().interval().value();
    }

    @Test
    void figuresDoNotDependOnHowManyRunAtOnce() throws CommandFailure {
        String alone = JsonOutput.text(AccuracyWords.document(run(SERIES, shipped(), 1)));
        assertEquals(alone, JsonOutput.text(AccuracyWords.document(run(SERIES, shipped(), 3))));
    }

    @Test
    void shippedDetectorsDoWellAndBrokenOnesBadly() throws CommandFailure, IOException, SettingsException {
        Accuracy shipped = run(SERIES, shipped(), 2);
        assertEquals(4, value(shipped, "sessions_count"));
        assertTrue(value(shipped, "hold_f1_ratio") > 0.9);
        assertTrue(value(shipped, "motion_right_ratio") > 0.95);
        assertTrue(value(shipped, "force_within_10_percent_ratio") > 0.8);
        Path config = configWith("min_duration_ms: 3000\n", "min_duration_ms: 15000\n");
        RollscopeSettings core = LoadedSettings.load(config).core();
        DocumentJson.AnalysisSettings broken = new DocumentJson.AnalysisSettings(core.features(), core.detection());
        assertTrue(value(run(SERIES, broken, 2), "hold_f1_ratio") < value(shipped, "hold_f1_ratio") - 0.1);
    }

    /** Files round forces to a millinewton and angles to ten microradians. */
    @Test
    void filesGiveTheSameFiguresAsTheSimulationItself() throws CommandFailure, IOException {
        for (int index = 0; index < 2; index++) {
            Path to = folder.resolve("s" + index);
            String scenario = List.of("coached", "hurried").get(index);
            Ran made = Ran.of(
                    "simulate",
                    "--scenario",
                    scenario,
                    "--seed",
                    "" + (7 + index),
                    "--seconds",
                    "60",
                    "--out",
                    "" + to);
            assertEquals(0, made.exitCode(), made.err());
        }
        Ran ran = Ran.of("score", "--json", "" + folder.resolve("s0"), "" + folder.resolve("s1"));
        assertEquals(0, ran.exitCode(), ran.err());
        JsonNode fromFiles =
                JsonOutput.JSON.readTree(ran.out()).path("accuracy").path("figures");
        Accuracy direct = run(new TrialSeries(List.of("coached", "hurried"), 2, 7, 60, false), shipped(), 2);
        assertTrue(direct.readings().size() > 50);
        for (Accuracy.Reading reading : direct.readings()) {
            double value = reading.interval().value();
            JsonNode other = fromFiles.path(reading.figure().key()).path("value");
            if (Double.isNaN(value)) {
                assertTrue(other.isNull(), reading.figure().key());
            } else {
                assertEquals(
                        value,
                        other.asDouble(),
                        1e-3 + 1e-4 * Math.abs(value),
                        reading.figure().key());
            }
        }
    }

    @Test
    void reportSaysWhatItCannotSayAndHowItIsMade() throws IOException {
        Path file = folder.resolve("accuracy.md");
        Ran ran = Ran.of(
                "score",
                "--simulate",
                "2",
                "--from-seed",
                "5",
                "--seconds",
                "20",
                "--scenario",
                "coached,still",
                "--markdown",
                file.toString());
        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains("2 of 2 sessions"), ran.err());
        String page = Files.readString(file);
        assertTrue(page.indexOf("simulated") < page.indexOf("## Targets"), page);
        assertTrue(page.contains("seeds 5 to 6"), page);
        assertTrue(page.contains("./rollscope score --simulate 2 --from-seed 5 --scenario coached,still"), page);
        assertTrue(page.contains("| holds within 0.5 s, F1 | at least 0.980 |"), page);
        assertTrue(page.contains("## By scenario"), page);
    }

    @Test
    void missedTargetsOnlyFailWhereTheyAreRequired() throws IOException {
        // Motion that must last for five seconds is never found in time.
        Path config = configWith("on_dwell_ms: 100\n", "on_dwell_ms: 5000\n");
        String[] typed = {
            "score", "--simulate", "1", "--scenario", "hurried", "--seconds", "30", "--config", config.toString()
        };
        Ran told = Ran.of(typed);
        assertEquals(0, told.exitCode(), told.err());
        assertTrue(told.out().contains("missed"), told.out());
        String[] required = java.util.Arrays.copyOf(typed, typed.length + 1);
        required[typed.length] = "--require";
        Ran failed = Ran.of(required);
        assertEquals(1, failed.exitCode());
        assertTrue(failed.err().contains("missed: "), failed.err());
        assertTrue(failed.err().contains("moving or still"), failed.err());
    }

    @Test
    void wrongUseIsToldInOneLine() {
        assertEquals(2, Ran.of("score", "--simulate", "0").exitCode());
        assertEquals(2, Ran.of("score", "--simulate", "1", folder.toString()).exitCode());
        assertEquals(
                2, Ran.of("score", "--simulate", "1", "--scenario", "dancing").exitCode());
        assertEquals(2, Ran.of("score", "--simulate", "1", "--seconds", "0").exitCode());
        assertEquals(2, Ran.of("score", "--perturb", folder.toString()).exitCode());
        Ran unknown = Ran.of("score", "--simulate", "1", "--perturb", "--constants", "gravity");
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains("'gravity'"), unknown.err());
    }

    /** Domain study 10.9: what moves and what is still can be told in 99 of 100 frames. */
    @Test
    void movingOrStillIsRightAsOftenAsTheStudyAsks() throws CommandFailure {
        TrialSeries series = new TrialSeries(List.of("coached", "hurried", "still"), 3, 21, 60, false);
        double right = value(run(series, shipped(), 2), "motion_right_ratio");
        System.out.printf("moving or still right: %.4f (seeds 21 to 23)%n", right);
        assertTrue(right >= 0.99, right + "");
    }

    /** Pads with a smaller or a larger loop are calibrated as they are, and read otherwise. */
    @Test
    void figuresMoveWithThePhysicsOnTheSameSeeds() throws IOException {
        Path file = folder.resolve("accuracy.md");
        String[] typed = {
            "score",
            "--simulate",
            "2",
            "--from-seed",
            "5",
            "--seconds",
            "20",
            "--scenario",
            "coached,hurried",
            "--perturb",
            "--constants",
            "pad_hysteresis_ratio",
            "--json",
            "--markdown",
            file.toString()
        };
        Ran ran = Ran.of(typed);
        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains("world 2 of 2: pad_hysteresis_ratio x 1.3"), ran.err());
        JsonNode worlds = JsonOutput.JSON.readTree(ran.out()).path("perturbed");
        assertEquals(2, worlds.size());
        for (JsonNode world : worlds) {
            assertEquals("pad_hysteresis_ratio", world.path("constant").asText());
            JsonNode tile = world.path("figures").path("tile_pressure_within_15_percent_ratio");
            assertTrue(tile.path("difference").asDouble() != 0, world.toString());
        }
        assertTrue(Files.readString(file).contains("| pad_hysteresis_ratio | 0.7 |"), Files.readString(file));
    }

    /** Where no constant is another, another world is the same, figure by figure, kept calibrations included. */
    @Test
    void worldsDifferByTheirConstantsAlone() throws CommandFailure {
        TrialSeries series = new TrialSeries(List.of("coached"), 1, 7, 20, true);
        PrintWriter nobody = new PrintWriter(new StringWriter());
        TrialWorld world = TrialWorld.USUAL.keepingCalibrations();
        Accuracy usual = run(series, shipped(), 1);
        for (PhysicalConstant constant : List.of(PhysicalConstant.PAD_NOISE_MV, PhysicalConstant.SWAY_RATIO)) {
            Accuracy same = new Accuracy(series.run(world.scaled(constant, 1), shipped(), 1, nobody), DRAW_COUNT);
            assertEquals(JsonOutput.text(AccuracyWords.document(usual)), JsonOutput.text(AccuracyWords.document(same)));
        }
    }
}
