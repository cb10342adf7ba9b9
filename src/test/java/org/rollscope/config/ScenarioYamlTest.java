package org.rollscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Between;
import org.rollscope.simulation.Confounder;
import org.rollscope.simulation.Hardness;
import org.rollscope.simulation.PartBatch;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.Scenario;
import org.rollscope.simulation.Step;
import org.rollscope.simulation.Trait;

/** Scenarios as people write them. */
class ScenarioYamlTest {
    private static final Path FILE = Path.of("own.yaml");
    private static final String SMALL = """
            scenario: own
            steps:
              - rest: {seconds: 1..2}
              - press: {seconds: 1, load: 0.6}
              - hold: {seconds: 5..9, load: 0.6..0.7, on_tender_spot: true}
              - lift: {seconds: 1}
            """;

    @TempDir
    private Path folder;

    private static List<Scenario> builtIn() {
        return Scenario.all();
    }

    private static Scenario read(String text) throws SettingsException {
        return ScenarioYaml.parse(FILE, text);
    }

    private static List<SettingsProblem> problems(String text) {
        return assertThrows(SettingsException.class, () -> read(text)).problems();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void whatIsWrittenReadsTheSame(Scenario scenario) throws SettingsException {
        assertEquals(scenario, read(ScenarioText.of(scenario)));
        Scenario other = new Scenario(
                "own-1",
                "says \"no\": \\ # [ö]",
                new RollerMake(PadGeometry.STARTER, Hardness.SOFT, PartBatch.BAD),
                Set.of(Trait.values()),
                Set.of(Confounder.values()),
                scenario.steps());
        assertEquals(other, read(ScenarioText.of(other)));
        for (PadGeometry geometry : PadGeometry.all()) {
            Scenario onTool = scenario.on(RollerMake.of(geometry, Hardness.RIGID, PartBatch.GOOD));
            assertEquals(onTool, read(ScenarioText.of(onTool)), geometry.name());
        }
    }

    /** Any step with any numbers within their ranges, nested. */
    @Test
    void drawnStepsReadTheSame() throws SettingsException {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            double low = random.nextDouble() * Math.pow(10, -random.nextInt(8));
            Between load = new Between(low, low + random.nextDouble());
            List<Step> inner = List.of(
                    new Step.Shift(new Between(0.001, 3600), load, new Between(low, 22)),
                    new Step.Slip(new Between(0.5, 0.5 + low), new Between(0, 40)),
                    new Step.Maybe(random.nextDouble(), List.of(new Step.Carry(Between.only(1 + low)))));
            Scenario scenario = Scenario.COACHED.on(RollerMake.REFERENCE);
            Scenario drawn = new Scenario(
                    "drawn",
                    "",
                    scenario.make(),
                    Set.of(),
                    Set.of(),
                    List.of(new Step.Repeat(new Between(1, 1 + round), inner)));
            assertEquals(drawn, read(ScenarioText.of(drawn)));
        }
    }

    @Test
    void whatIsLeftOutIsTheReferenceRollerAndNothingElse() throws SettingsException {
        Scenario small = read(SMALL);
        assertEquals(RollerMake.REFERENCE, small.make());
        assertEquals(Set.of(), small.traits());
        assertEquals(Set.of(), small.confounders());
        assertEquals(new Step.Rest(new Between(1, 2)), small.steps().get(0));
        assertEquals(
                new Step.Hold(new Between(5, 9), new Between(0.6, 0.7), true),
                small.steps().get(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenario: own | scenario: Own Way | 1 | scenario must be 1 to 32 of a-z",
                "scenario: own | scenari: own | 1 | unknown key 'scenari'; did you mean 'scenario'?",
                "steps: | traits: [guards_erly]\\nsteps: | 2 | traits must be one of guards_early,",
                "steps: | confounders: bone\\nsteps: | 2 | confounders must be a list",
                "steps: | roller: {hardnes: soft}\\nsteps: | 2 | unknown key 'roller.hardnes'; did you mean 'hardness'?",
                "steps: | roller: {hardness: stone}\\nsteps: | 2 | roller.hardness must be one of soft, firm, rigid, was 'stone'",
                "steps: | roller: {layout: round}\\nsteps: | 2 | roller.layout must be one of reference, starter, lacrosse, tennis, massage, stick, was 'round'",
                "steps: | roller: {layout: tennis, hardness: firm}\\nsteps: | 2 | how hard a ball is follows from layout tennis; leave it out",
                "steps: | description: [a]\\nsteps: | 2 | description must be a single value",
                "rest: | rst: | 3 | unknown step 'rst'; did you mean 'rest'?",
                "{seconds: 1..2} | {second: 1..2} | 3 | did you mean 'seconds'?",
                "{seconds: 1..2} | 7 | 3 | rest must hold keys, as rest: {seconds: 1..2}",
                "1..2 | 0..2 | 3 | rest.seconds must be within 0.001..3600, was '0..2'",
                "1..2 | 1..3601 | 3 | rest.seconds must be within 0.001..3600",
                "1..2 | 2..1 | 3 | rest.seconds must go from small to large, was '2..1'",
                "1..2 | NaN | 3 | rest.seconds must be a number or a range as 1..2, was 'NaN'",
                "1..2 | 1e999 | 3 | rest.seconds must be within",
                "1..2 | 1-2 | 3 | rest.seconds must be a number or a range",
                "1..2 | [1] | 3 | rest.seconds must be a number or a range",
                "load: 0.6} | load: 2.1} | 4 | press.load must be within 0..2, was '2.1'",
                "load: 0.6} | load: -0.1} | 4 | press.load must be within 0..2",
                "true | yes please | 5 | hold.on_tender_spot must be true or false",
                "- lift: {seconds: 1} | - maybe: {chance_ratio: 1.1, steps: [lift: {seconds: 1}]} | 6 | chance_ratio must be within 0..1",
                "- lift: {seconds: 1} | - maybe: {chance_ratio: 0..1, steps: [lift: {seconds: 1}]} | 6 | must be one number",
                "- lift: {seconds: 1} | - repeat: {times: 0, steps: [lift: {seconds: 1}]} | 6 | repeat.times must be within 1..1000",
                "- lift: {seconds: 1} | - repeat: {times: 1.5, steps: [lift: {seconds: 1}]} | 6 | repeat.times must be whole",
                "- lift: {seconds: 1} | - repeat: {times: 2, steps: []} | 6 | repeat.steps must be a list with at least one step",
                "- lift: {seconds: 1} | - strokes: {count: 2, speed_mm_per_s: 40, length_mm: 39, load: 0.5} | 6 | strokes.length_mm must be within 40..1000",
                "- lift: {seconds: 1} | - strokes: {count: 2, speed_mm_per_s: 501, length_mm: 80, load: 0.5} | 6 | speed_mm_per_s must be within 1..500",
                "- lift: {seconds: 1} | - lift | 6 | a step is one word with its keys behind it",
            })
    void whatIsWrongIsToldWithItsLine(String from, String to, int lineIndex, String told) {
        String text = SMALL.replace(from, to.replace("\\n", "\n"));
        assertFalse(text.equals(SMALL), "nothing was changed: " + from);
        List<SettingsProblem> problems = problems(text);
        assertTrue(
                problems.stream()
                        .anyMatch(problem -> problem.lineIndex() == lineIndex
                                && problem.message().contains(told)),
                problems.toString());
        assertTrue(problems.get(0).toString().startsWith("own.yaml:"), problems.toString());
    }

    @Test
    void everyProblemIsToldInOneGo() {
        String text =
                SMALL.replace("rest", "rst").replace("load: 0.6}", "load: 6}").replace("true", "2");
        assertEquals(
                List.of(3, 4, 5),
                problems(text).stream().map(SettingsProblem::lineIndex).toList());
    }

    /** The script would look for a first step for ever. */
    @Test
    void aScenarioInWhichNothingMustHappenIsRefused() {
        String maybe = "scenario: own\nsteps:\n  - maybe: {chance_ratio: 0, steps: [rest: {seconds: 1}]}\n";
        assertTrue(problems(maybe).get(0).message().contains("a step that always happens"));
        String nested = "scenario: own\nsteps:\n  - repeat:\n      times: 2\n      steps:\n"
                + "        - maybe: {chance_ratio: 0, steps: [rest: {seconds: 1}]}\n";
        assertTrue(problems(nested).get(0).message().contains("a step that always happens"));
    }

    @Test
    void aRoundThatWouldFillTheMemoryIsRefused() {
        StringBuilder text = new StringBuilder("scenario: own\nsteps: [");
        text.append("repeat: {times: 1000, steps: [".repeat(4)).append("rest: {seconds: 1}");
        text.append("]}".repeat(4)).append("]\n");
        assertTrue(problems(text.toString()).get(0).message().contains("at most 10000"), text.toString());
    }

    @Test
    void damagedFilesAreRefusedWithoutAnAccident() throws IOException {
        Random random = new Random(11);
        String whole = ScenarioText.of(Scenario.ofWord("fidgeter"));
        int readCount = 0;
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder(whole);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int index = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(index, (char) (' ' + random.nextInt(95)));
                    case 1 -> text.deleteCharAt(index);
                    default -> text.setLength(Math.max(10, index));
                }
            }
            try {
                read(text.toString());
                readCount++;
            } catch (SettingsException refused) {
                assertFalse(refused.problems().isEmpty());
            }
        }
        assertTrue(readCount > 100 && readCount < 2000, "read " + readCount);
        Path missing = folder.resolve("none.yaml");
        assertTrue(assertThrows(SettingsException.class, () -> ScenarioYaml.read(missing))
                .getMessage()
                .contains("is not there; 'rollscope simulate --scenario coached --print'"));
        Path deep = folder.resolve("deep.yaml");
        Files.writeString(deep, "scenario: own\nsteps: " + "[".repeat(20_000) + "\n");
        assertThrows(SettingsException.class, () -> ScenarioYaml.read(deep));
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
        assertThrows(SettingsException.class, () -> ScenarioYaml.read(empty));
    }

    @Test
    void theShippedExampleIsPlayed() throws SettingsException {
        Scenario tempo = ScenarioYaml.read(ShippedSettings.FOLDER.resolve("scenarios/tempo.yaml"));
        assertEquals("tempo", tempo.word());
        assertEquals(Hardness.SOFT, tempo.make().hardness());
        AthleteSimulation athlete = new AthleteSimulation(tempo, 3, 60_000);
        Set<Boolean> loaded = new TreeSet<>();
        double fastestMmPerS = 0;
        while (athlete.step()) {
            loaded.add(athlete.moment().loaded());
            fastestMmPerS = Math.max(fastestMmPerS, Math.abs(athlete.moment().speedMmPerS()));
        }
        assertEquals(Set.of(false, true), loaded);
        assertTrue(fastestMmPerS > 100 && fastestMmPerS < 400, "fastest " + fastestMmPerS);
    }

    /** Everything at its smallest and at its largest does something and ends. */
    @Test
    void extremesArePlayed() throws SettingsException {
        for (StepWord known : StepWord.ALL) {
            for (boolean largest : new boolean[] {false, true}) {
                String text = "scenario: own\nsteps:\n  - rest: {seconds: 1}\n  - " + step(known, largest) + "\n";
                if (largest && StepReader.actionCount(read(text).steps()) > 5000) {
                    continue;
                }
                AthleteSimulation athlete = new AthleteSimulation(read(text), 1, 5000);
                double forceN = 0;
                while (athlete.step()) {
                    forceN += athlete.moment().limbForceN();
                }
                assertTrue(Double.isFinite(forceN) && forceN >= 0, text);
            }
        }
    }

    private static String step(StepWord known, boolean largest) {
        return known.keys().stream()
                .map(key -> key.name() + ": "
                        + switch (key.kind()) {
                            case FLAG -> "" + largest;
                            case STEPS -> "[press: {seconds: 1, load: 1}]";
                            default -> ScenarioText.number(largest ? key.highest() : key.lowest());
                        })
                .collect(Collectors.joining(", ", known.word() + ": {", "}"));
    }

    @Test
    void theSchemaIsTheCodes() throws IOException {
        Path file = ShippedSettings.FOLDER.resolve("scenario.schema.json");
        String generated = ScenarioSchema.text();
        Path fresh = Files.writeString(Path.of("target", "scenario.schema.json"), generated);
        assertEquals(generated, Files.readString(file), "copy " + fresh + " to " + file);
        for (StepWord known : StepWord.ALL) {
            assertTrue(generated.contains("\"#/definitions/" + known.word() + "\""), known.word());
        }
    }
}
