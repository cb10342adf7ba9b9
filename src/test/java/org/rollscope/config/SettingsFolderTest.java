package org.rollscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.access.BrokerLimits;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.RetentionSettings;
import org.rollscope.app.shell.ServiceSettings;
import org.rollscope.app.shell.SettingsHash;
import org.rollscope.command.CommandLimits;
import org.rollscope.cue.CueSettings;
import org.rollscope.device.pi.PiSettings;
import org.rollscope.device.pi.PinSettings;
import org.rollscope.programme.effect.EffectSettings;
import org.rollscope.programme.progress.PainSettings;
import org.rollscope.programme.progress.ProgressSettings;
import org.rollscope.programme.routine.RoutineSettings;
import org.rollscope.programme.screening.ScreeningSettings;

class SettingsFolderTest {
    private static final List<String> FILES = List.of("rollscope.yaml", "detection/default.yaml");
    /** Texts and words; everything else is a number. */
    private static final Set<String> TEXTS = Set.of(
            "roller_id",
            "detection_profile",
            "athlete_id",
            "muscle",
            "roller_hardness",
            "side",
            "source",
            "broker",
            "embedded_host",
            "secure_folder",
            "user_name",
            "password_file",
            "home_assistant",
            "enabled",
            "quiet",
            "ca_file",
            "converters",
            "imu",
            "imu_address");

    @TempDir
    private Path folder;

    /** A key of a shipped file with a value, and where it stands. */
    private record Key(String file, int lineIndex, int sectionLineIndex, String section, String name, String value) {
        String path() {
            return section + name;
        }

        boolean number() {
            return !TEXTS.contains(name);
        }

        @Override
        public String toString() {
            return file + ":" + lineIndex + " " + path();
        }
    }

    private static List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (String file : FILES) {
            List<String> lines = lines(ShippedSettings.FOLDER.resolve(file));
            String section = "";
            int sectionLineIndex = 0;
            for (int index = 0; index < lines.size(); index++) {
                String line = lines.get(index);
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] parts = line.strip().split(":", 2);
                if (!line.startsWith(" ")) {
                    section = "";
                }
                if (parts[1].isBlank()) {
                    section = parts[0] + ".";
                    sectionLineIndex = index + 1;
                } else {
                    keys.add(new Key(file, index + 1, sectionLineIndex, section, parts[0], parts[1].strip()));
                }
            }
        }
        return keys;
    }

    private static Stream<Key> numbers() {
        return keys().stream().filter(Key::number);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @BeforeEach
    void copyTheShippedFiles() throws IOException {
        Files.createDirectories(folder.resolve("detection"));
        for (String file : FILES) {
            Files.copy(ShippedSettings.FOLDER.resolve(file), folder.resolve(file));
        }
    }

    private void setLine(Key key, String line) throws IOException {
        List<String> lines = new ArrayList<>(lines(folder.resolve(key.file)));
        lines.set(key.lineIndex - 1, line);
        Files.write(folder.resolve(key.file), lines);
    }

    private void setValue(Key key, String value) throws IOException {
        setLine(key, (key.section.isEmpty() ? "" : "  ") + key.name + ": " + value);
    }

    private List<SettingsProblem> problems() {
        try {
            core();
            return List.of();
        } catch (SettingsException found) {
            return found.problems();
        }
    }

    private void deleteRecursively(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private RollscopeSettings core() throws SettingsException {
        SettingsFolder read = new SettingsFolder(folder);
        read.edge("mqtt", ConnectionSettings.class);
        read.edge("service", ServiceSettings.class);
        read.edge("broker", BrokerLimits.class);
        read.edge("commands", CommandLimits.class);
        read.edge("retention", RetentionSettings.class);
        read.edge("screening", ScreeningSettings.class);
        read.edge("progress", ProgressSettings.class);
        read.edge("pain", PainSettings.class);
        read.edge("routine", RoutineSettings.class);
        read.edge("effect", EffectSettings.class);
        read.edge("feedback", CueSettings.class);
        read.edge("pi", PiSettings.class);
        read.edge("pi_pins", PinSettings.class);
        return read.core();
    }

    private SettingsProblem find(Key key, String... words) {
        List<SettingsProblem> problems = problems();
        return problems.stream()
                .filter(problem -> problem.file().equals(folder.resolve(key.file)))
                .filter(problem -> Stream.of(words).allMatch(problem.message()::contains))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no problem with " + List.of(words) + " in " + problems));
    }

    @Test
    void shippedSettingsAreSound() {
        assertEquals(List.of(), problems());
        assertEquals(47, ShippedSettings.core().athlete().ceilingKpa());
        assertTrue(keys().size() >= 40, keys().size() + " keys");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void misspeltKeyIsToldWithTheNearestOne(Key key) throws IOException {
        String typo = key.name.substring(0, key.name.length() - 1) + "q";
        setLine(key, (key.section.isEmpty() ? "" : "  ") + typo + ": " + key.value);
        assertEquals(
                key.lineIndex,
                find(key, "unknown key '" + key.section + typo + "'", "did you mean '" + key.name + "'?")
                        .lineIndex());
        find(key, "the key '" + key.path() + "' is missing");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void missingKeyIsToldWhereItBelongs(Key key) throws IOException {
        setLine(key, "");
        SettingsProblem problem = find(key, "the key '" + key.path() + "' is missing");
        if (!key.section.isEmpty()) {
            assertEquals(key.sectionLineIndex, problem.lineIndex());
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numberOutOfRangeIsToldWithItsLine(Key key) throws IOException {
        for (String value : new String[] {"-1", "999999999"}) {
            setValue(key, value);
            SettingsProblem problem = find(key, key.path() + " must be", "was " + (value.equals("-1") ? "-1" : "9"));
            assertEquals(key.lineIndex, problem.lineIndex());
            assertEquals(1, problems().size(), problems().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void wordInPlaceOfANumberIsToldWithItsLine(Key key) throws IOException {
        for (String value : new String[] {"soon", ".nan", "5 mm", "[1, 2]", "{a: 1}"}) {
            setValue(key, value);
            assertEquals(key.lineIndex, find(key, key.path() + " must be").lineIndex());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roller_id=My Roller",
                "athlete_id=Ada Lovelace",
                "muscle=arm",
                "side=up",
                "broker=there",
                "converters=spidev9.0",
                "imu=mpu9250",
                "imu_address=0x99"
            })
    void wrongTextIsToldWithItsLine(String setting) throws IOException {
        String[] parts = setting.split("=");
        Key key = keys().stream()
                .filter(one -> one.name.equals(parts[0]))
                .findFirst()
                .orElseThrow();
        setValue(key, parts[1]);
        assertEquals(
                key.lineIndex,
                find(key, key.path() + " must be", "'" + parts[1] + "'").lineIndex());
    }

    @Test
    void yesOrNoIsTrueOrFalse() throws IOException {
        Key key = keys().stream()
                .filter(one -> one.name.equals("home_assistant"))
                .findFirst()
                .orElseThrow();
        setValue(key, "true");
        assertEquals(List.of(), problems());
        setValue(key, "yes");
        find(key, "home_assistant must be true or false, was 'yes'");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keyThatAFileOnTopOfTheShippedOneLacksIsTheShippedOne(Key key) throws Exception {
        setLine(key, "");
        Path file = folder.resolve(key.file);
        Files.writeString(file, "extends: shipped\n" + Files.readString(file));
        assertEquals(ShippedSettings.core(), core());
    }

    @Test
    void twoLinesAreEnoughAndDecideAsTheSameSettingsInFull() throws Exception {
        deleteRecursively("detection");
        Files.writeString(folder.resolve("rollscope.yaml"), "extends: shipped\nathlete: {ceiling_kpa: 50}\n");
        RollscopeSettings settings = core();
        assertEquals(50, settings.athlete().ceilingKpa());
        assertEquals(
                ShippedSettings.core().athlete().floorKpa(), settings.athlete().floorKpa());
        assertEquals(
                SettingsHash.of(new DocumentJson.AnalysisSettings(
                        ShippedSettings.core().features(),
                        ShippedSettings.core().detection())),
                SettingsHash.of(new DocumentJson.AnalysisSettings(settings.features(), settings.detection())));
    }

    @Test
    void shippedProfileThatIsNotThereIsTheShippedOneAndAnotherIsTold() throws Exception {
        deleteRecursively("detection");
        Files.writeString(folder.resolve("rollscope.yaml"), "extends: shipped\ndetection_profile: sensitive\n");
        assertEquals(200, core().detection().overpressure().onDwellMs());
        Files.writeString(folder.resolve("rollscope.yaml"), "extends: shipped\ndetection_profile: mine\n");
        assertTrue(problems().get(0).toString().contains("mine.yaml: is not there"));
    }

    @Test
    void profileOnTopOfTheShippedOneTakesWhatItLacksFromTheOneOfItsNameOrFromDefault() throws Exception {
        Files.writeString(
                folder.resolve("detection/sensitive.yaml"), "extends: shipped\nhold:\n  min_duration_ms: 4000\n");
        Files.writeString(folder.resolve("detection/mine.yaml"), "extends: shipped\nhold:\n  min_duration_ms: 4000\n");
        Files.createDirectories(folder.resolve("detection/muscle"));
        Files.writeString(folder.resolve("detection/muscle/quadriceps.yaml"), "hold:\n  max_travel_mm: 30\n");
        for (String profile : List.of("sensitive", "mine")) {
            Files.writeString(
                    folder.resolve("rollscope.yaml"), "extends: shipped\ndetection_profile: " + profile + "\n");
            assertEquals(4000, core().detection().hold().minDurationMs());
            assertEquals(30, core().detection().hold().maxTravelMm());
            assertEquals(
                    profile.equals("mine") ? 500 : 200,
                    core().detection().overpressure().onDwellMs());
        }
    }

    @Test
    void unknownKeyOnTopOfTheShippedOnesIsToldWithTheNearestOne() throws IOException {
        Files.writeString(folder.resolve("rollscope.yaml"), "extends: shipped\nathlete:\n  ceiling_kp: 40\n");
        assertEquals(
                List.of(folder.resolve("rollscope.yaml")
                        + ":3: unknown key 'athlete.ceiling_kp'; did you mean 'ceiling_kpa'?"),
                problems().stream().map(SettingsProblem::toString).toList());
    }

    @Test
    void valueThatDoesNotFitAShippedOneIsToldInTheUsersFile() throws IOException {
        // The shipped amber pressure is 40.
        Files.writeString(folder.resolve("rollscope.yaml"), "extends: shipped\n\nathlete:\n  floor_kpa: 60\n");
        SettingsProblem problem = problems().get(0);
        assertEquals(1, problems().size(), problems().toString());
        assertEquals(folder.resolve("rollscope.yaml"), problem.file());
        assertTrue(problem.lineIndex() == 3 || problem.lineIndex() == 4, problem.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"extends: defaults", "extends:", "extends: {a: 1}", "extends: [shipped]"})
    void anythingElseToExtendIsRefusedInOneLine(String line) throws IOException {
        Files.writeString(folder.resolve("rollscope.yaml"), "# mine\n" + line + "\n");
        List<SettingsProblem> problems = problems();
        assertEquals(1, problems.size(), problems.toString());
        assertEquals(2, problems.get(0).lineIndex());
        assertTrue(problems.get(0).message().startsWith("extends must be shipped, or not be there"));
    }

    @Test
    void sectionWithoutKeysOnTopOfTheShippedOneIsRefused() throws IOException {
        Files.writeString(folder.resolve("rollscope.yaml"), "extends: shipped\nathlete:\n");
        assertEquals(2, problems().get(0).lineIndex());
        assertTrue(
                problems().get(0).message().startsWith("athlete must hold keys"),
                problems().toString());
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnce() throws IOException {
        List<Key> keys = keys();
        int brokenCount = 0;
        for (Key key : keys) {
            if (key.number()) {
                setValue(key, brokenCount % 2 == 0 ? "-1" : "soon");
                brokenCount++;
            }
        }
        List<SettingsProblem> problems = problems();
        for (Key key : keys) {
            if (key.number()
                    && lines(folder.resolve(key.file)).get(key.lineIndex - 1).endsWith("soon")) {
                find(key, key.path() + " must be");
            }
        }
        assertTrue(problems.size() >= brokenCount / 2, problems.size() + " of " + brokenCount);
        assertEquals(problems.size(), problems.stream().distinct().count());
    }

    @Test
    void allRefusedValuesOfOneSectionAreToldAtOnce() throws IOException {
        List<Key> hold =
                keys().stream().filter(key -> key.section.equals("hold.")).toList();
        for (Key key : hold) {
            setValue(key, "-1");
        }
        assertEquals(hold.size(), problems().size(), problems().toString());
    }

    @Test
    void duplicateKeyIsToldWithItsLine() throws IOException {
        Files.writeString(
                folder.resolve("rollscope.yaml"),
                Files.readString(folder.resolve("rollscope.yaml"))
                        .replace("  floor_kpa: 20", "  floor_kpa: 20\n  floor_kpa: 21"));
        SettingsProblem problem = problems().get(0);
        assertTrue(problem.message().contains("Duplicate field 'floor_kpa'"), problem.toString());
        assertTrue(problem.lineIndex() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"athlete: [", "a: b: c", "\t- x", "athlete: \"open"})
    void malformedFileIsToldWithItsLine(String text) throws IOException {
        Files.writeString(folder.resolve("rollscope.yaml"), "# comment\n" + text + "\n");
        SettingsProblem problem = problems().get(0);
        assertTrue(problem.message().startsWith("is no valid YAML: "), problem.toString());
        assertTrue(problem.lineIndex() >= 1, problem.toString());
        assertEquals(1, problem.message().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n", "---\n", "just words\n", "- a\n- list\n"})
    void fileWithoutKeysIsTold(String text) throws IOException {
        Files.writeString(folder.resolve("detection/default.yaml"), text);
        SettingsProblem problem = problems().get(0);
        assertEquals(folder.resolve("detection/default.yaml"), problem.file());
        assertTrue(problem.message().equals("is empty") || problem.message().contains("mapping"), problem.toString());
    }

    @Test
    void missingFilesAreToldByName() throws IOException {
        Files.delete(folder.resolve("detection/default.yaml"));
        assertTrue(problems().get(0).toString().contains("default.yaml: is not there"));
        Files.delete(folder.resolve("rollscope.yaml"));
        assertTrue(problems().get(0).toString().contains("rollscope.yaml: is not there"));
    }

    @Test
    void profileThatIsNotThereIsToldByName() throws IOException {
        setValue(
                keys().stream()
                        .filter(key -> key.name.equals("detection_profile"))
                        .findFirst()
                        .orElseThrow(),
                "mine");
        assertTrue(problems().get(0).toString().contains("mine.yaml: is not there"));
    }

    @Test
    void analysisSettingsReadBackTheSame() {
        RollscopeSettings settings = ShippedSettings.core();
        var analysis = new DocumentJson.AnalysisSettings(settings.features(), settings.detection());
        assertEquals(analysis, DocumentJson.readAnalysisSettings(DocumentJson.write(analysis)));
        assertThrows(IllegalArgumentException.class, () -> DocumentJson.readCalibration(DocumentJson.write(analysis)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollscope.yaml", "detection/default.yaml"})
    void fileThatIsCutOffAnywhereIsRefusedWithItsNameAndAtMostItsLastLine(String file) throws IOException {
        byte[] whole = Files.readAllBytes(ShippedSettings.FOLDER.resolve(file));
        for (int lengthBytes = 0; lengthBytes < whole.length; lengthBytes++) {
            Files.write(folder.resolve(file), Arrays.copyOf(whole, lengthBytes));
            int lineCount = lines(folder.resolve(file)).size();
            List<SettingsProblem> problems = problems();
            assertTrue(
                    problems.stream().anyMatch(problem -> problem.file().equals(folder.resolve(file))),
                    "cut to " + lengthBytes + " bytes: " + problems);
            for (SettingsProblem problem : problems) {
                assertTrue(
                        problem.lineIndex() <= lineCount + 1
                                && problem.message().lines().count() == 1,
                        "cut to " + lengthBytes + " bytes: " + problem);
            }
        }
    }

    @Test
    void fileThatIsCutOffInItsLastNumberIsRefusedThoughTheRestIsANumber() throws IOException {
        Path file = folder.resolve("detection/default.yaml");
        String whole = Files.readString(file);
        assertTrue(whole.endsWith("bridge_ms: 1000\n"), whole);
        Files.writeString(file, whole.substring(0, whole.length() - 2));
        assertEquals(1, problems().size(), problems().toString());
        assertEquals(lines(file).size(), problems().get(0).lineIndex());
        assertTrue(problems().get(0).message().contains("has no end"));
    }
}
