package org.rollscope.app.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.config.ScenarioYaml;
import org.rollscope.config.ShippedSettings;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.Confounder;
import org.rollscope.simulation.Hardness;
import org.rollscope.simulation.PartBatch;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.Scenario;

/** Scenarios as they are asked for on the command line and in sources. */
class ScenarioChoiceTest {
    @TempDir
    private Path folder;

    private static Ran simulate(String scenario, Path to, String... more) {
        String[] typed = new String[7 + more.length];
        System.arraycopy(
                new String[] {"simulate", "--scenario", scenario, "--seconds", "3", "--out", to.toString()},
                0,
                typed,
                0,
                7);
        System.arraycopy(more, 0, typed, 7, more.length);
        return Ran.of(typed);
    }

    private static JsonNode parameters(Path session) throws IOException {
        return JsonOutput.JSON
                .readTree(Files.readString(session.resolve("truth.json")))
                .path("parameters");
    }

    @Test
    void whatIsPrintedIsPlayedLikeTheBuiltInOne() throws IOException {
        Ran printed = Ran.of("simulate", "--scenario", "hurried", "--print");
        assertEquals(0, printed.exitCode(), printed.err());
        Path file = Files.writeString(folder.resolve("own.yaml"), printed.out());
        assertEquals(0, simulate("hurried", folder.resolve("a")).exitCode());
        Ran ran = simulate(file.toString(), folder.resolve("b"));
        assertEquals(0, ran.exitCode(), ran.err());
        for (String name : new String[] {"session.rsw", "truth.json", "calibration.json"}) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("a").resolve(name)),
                    Files.readAllBytes(folder.resolve("b").resolve(name)),
                    name);
        }
    }

    @Test
    void anotherRollerAndDisturbancesReachTheSessionAndItsCalibration() throws Exception {
        Path to = folder.resolve("soft");
        Ran ran = simulate(
                "still",
                to,
                "--hardness",
                "soft",
                "--layout",
                "starter",
                "--parts",
                "bad",
                "--with",
                "bone,lossy_link");
        assertEquals(0, ran.exitCode(), ran.err());
        JsonNode parameters = parameters(to);
        assertEquals("soft", parameters.path("roller_hardness").asText());
        assertEquals("starter", parameters.path("layout").asText());
        assertEquals(0.2, parameters.path("part_spread_ratio").asDouble());
        assertEquals(
                "[\"talking\",\"bone\",\"lossy_link\"]",
                parameters.path("confounders").toString());
        Ran scored = Ran.of("score", to.toString());
        assertEquals(0, scored.exitCode(), scored.err());

        String source = "sim:still?seed=4&hardness=soft&layout=starter&parts=bad&with=bone";
        SourceUri uri = SourceUri.parse(source);
        assertEquals(4, uri.number("seed", 1));
        ScenarioChoice choice = ScenarioChoice.of(uri);
        uri.rejectRest();
        Scenario scenario = choice.scenario();
        assertEquals(new RollerMake(PadGeometry.STARTER, Hardness.SOFT, PartBatch.BAD), scenario.make());
        assertEquals(Set.of(Confounder.TALKING, Confounder.BONE), scenario.confounders());
        assertEquals(source, Simulation.of(choice, 4, 5).uri());
    }

    @Test
    void aFileIsAPlaceForScoresAndSources() throws CommandFailure {
        String file = ShippedSettings.FOLDER.resolve("scenarios/tempo.yaml").toString();
        Ran ran = Ran.of("score", "--simulate", "1", "--seconds", "10", "--plain", "--scenario", file);
        assertEquals(0, ran.exitCode(), ran.err());
        Simulation simulation = Simulation.of(ScenarioChoice.of(SourceUri.parse("sim:" + file)), 2, 10);
        assertEquals("tempo", simulation.scenario().word());
        assertEquals("sim:" + file + "?seed=2", simulation.uri());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--scenario dancing | there is no scenario 'dancing'; there are coached, hurried,",
                "--scenario still --hardness stone | hardness must be one of soft, firm, rigid, was 'stone'",
                "--scenario still --layout round | layout must be one of reference, starter, lacrosse, tennis, massage, stick, was 'round'",
                "--scenario still --layout tennis --hardness rigid | how hard a ball is follows from layout=tennis",
                "--scenario still --layout stick --hardness soft | how hard a stick is follows from layout=stick",
                "--scenario still --parts great | parts must be one of good, usual, bad, was 'great'",
                "--scenario still --with bone, | with must be one of talking,",
                "--scenario nowhere.yaml | nowhere.yaml: is not there; 'rollscope simulate --scenario coached --print'",
            })
    void whatCannotBeMeantIsToldInOneLine(String typed, String told) {
        Ran ran = Ran.of(("simulate --print " + typed).split(" "));
        assertEquals(typed.contains("yaml") ? 3 : 2, ran.exitCode());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().startsWith("rollscope: ") && ran.err().contains(told), ran.err());
        assertEquals("", ran.out());
        assertFalse(ran.showsStackTrace());
    }

    @Test
    void aWrongFileIsToldWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), "scenario: own\nsteps:\n  - rst: {seconds: 1}\n");
        Ran ran = Ran.of("simulate", "--scenario", file.toString(), "--print");
        assertEquals(2, ran.exitCode());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().startsWith("rollscope: " + file + ":3: unknown step 'rst'; did you mean 'rest'?"));
        assertThrows(
                CommandFailure.class,
                () -> OpenedSource.of("sim:" + file, null, null, null),
                "a source of a wrong file");
    }

    @Test
    void theCheckOfTheSettingsReadsScenariosToo() throws IOException {
        Path scenarios = Files.createDirectories(folder.resolve("scenarios"));
        Files.writeString(scenarios.resolve("own.yaml"), "scenario: own\nsteps:\n  - rst: {seconds: 1}\n");
        java.util.List<org.rollscope.config.SettingsProblem> problems = new java.util.ArrayList<>();
        assertEquals(1, ScenarioYaml.checkAll(folder, problems));
        assertEquals(3, problems.get(0).lineIndex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "demo", "score"})
    void helpListsTheScenarios(String command) {
        String help = Ran.of(command, "--help").out().replaceAll("\\s+", " ");
        for (Scenario scenario : Scenario.all()) {
            assertTrue(help.contains(scenario.word()), scenario.word() + " in: " + help);
        }
        assertTrue(help.contains("FILE.yaml"), help);
    }
}
