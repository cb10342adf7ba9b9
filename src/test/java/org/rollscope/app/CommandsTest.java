package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as they are typed: what they print, what they write, how they end. */
class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void simulate() {
        Ran ran = Ran.of("simulate", "--scenario", "coached", "--seed", "7", "--seconds", "30", "--out", shared + "/a");
        assertEquals(0, ran.exitCode(), ran.err());
    }

    private static Path simulated(String file) {
        return shared.resolve("a").resolve(file);
    }

    private static Path copyOfSimulated(Path to) throws IOException {
        for (String file : new String[] {"session.rsw", "calibration.json", "session.json", "truth.json"}) {
            Files.copy(simulated(file), to.resolve(file));
        }
        return to.resolve("session.rsw");
    }

    private static void assertOneClearLine(Ran ran, int exitCode, String... words) {
        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertFalse(ran.showsStackTrace(), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().startsWith("rollscope: "), ran.err());
        assertEquals("", ran.out());
        for (String word : words) {
            assertTrue(ran.err().contains(word), word + " is missing in: " + ran.err());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "service",
                "viewer",
                "simulate",
                "sessions",
                "sessions list",
                "sessions show",
                "sessions verify",
                "sessions delete",
                "sessions backup",
                "sessions restore",
                "analyse",
                "score",
                "config",
                "config check"
            })
    void helpIsThereForEveryCommand(String command) {
        List<String> words = new ArrayList<>(command.isEmpty() ? List.of() : List.of(command.split(" ")));
        words.add("--help");
        Ran ran = Ran.of(words.toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("Usage: rollscope"), ran.out());
        assertEquals("", ran.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "simulate",
                "simulate --scenario coached",
                "simulate --scenario coached --seed x --out y",
                "simulate --scenario coached --out y --colour red",
                "demo --speed slow",
                "analyse",
                "score",
                "sessions show",
                "sessions delete",
                "sessions backup",
                "sessions restore",
                "config check --config"
            })
    void wrongUsageIsToldInOneLineWithWhereHelpIs(String typed) {
        Ran ran = Ran.of(typed.split(" "));
        assertEquals(2, ran.exitCode());
        assertFalse(ran.showsStackTrace(), ran.err());
        List<String> lines = ran.err().lines().toList();
        assertTrue(lines.get(0).startsWith("rollscope: "), ran.err());
        assertTrue(lines.get(lines.size() - 1).startsWith("Help: rollscope "), ran.err());
        // Between the two there may be a suggestion.
        assertTrue(lines.size() <= 3, ran.err());
        assertEquals("", ran.out());
    }

    @Test
    void theHelpOfACommandOfACommandIsNamedWhole() {
        Ran ran = Ran.of("plan", "set", "mia", "--tool", "cane", "calf:left");
        assertTrue(ran.err().endsWith("Help: rollscope plan set --help" + System.lineSeparator()), ran.err());
    }

    @Test
    void wrongValuesAreRefusedWithTheirLimits() {
        String out = folder.toString();
        assertOneClearLine(
                Ran.of("simulate", "--scenario", "dancing", "--out", out), 2, "'dancing'", "coached", "carry");
        assertOneClearLine(
                Ran.of("simulate", "--scenario", "still", "--seconds", "0", "--out", out), 2, "1..86400", "was 0");
        assertOneClearLine(Ran.of("simulate", "--scenario", "still", "--seed", "-1", "--out", out), 2, "was -1");
        assertOneClearLine(Ran.of("demo", "--headless", "--mqtt-port", "0"), 2, "1..65535");
    }

    @Test
    void unknownSessionIsToldWithWhereToLook() {
        String data = folder.toString();
        assertOneClearLine(Ran.of("sessions", "show", "nobody", "--data", data), 1, "'nobody'", "sessions list");
        assertOneClearLine(Ran.of("analyse", "nobody", "--data", data), 1, "'nobody'", "sessions list");
    }

    @Test
    void emptyArchiveHasNoSessionsAndIsSound() throws IOException {
        Ran list = Ran.of("sessions", "list", "--json", "--data", folder.toString());
        assertEquals(0, list.exitCode(), list.err());
        assertEquals(
                "rollscope.sessions/1", JSON.readTree(list.out()).path("schema").asText());
        assertTrue(JSON.readTree(list.out()).path("sessions").isEmpty());
        Ran verify = Ran.of("sessions", "verify", "--data", folder.toString());
        assertEquals(0, verify.exitCode(), verify.err());
        assertTrue(verify.out().contains("0 sessions, 0 blocks, 0 frames, all sound"), verify.out());
    }

    @Test
    void missingRecordingIsToldByName() {
        assertOneClearLine(Ran.of("analyse", folder + "/none.rsw"), 3, "none.rsw", "is not there");
        assertOneClearLine(Ran.of("score", folder.toString()), 3, "truth.json");
    }

    @Test
    void missingOrBrokenCompanionsAreToldByName() throws IOException {
        String file = copyOfSimulated(folder).toString();
        Files.writeString(folder.resolve("calibration.json"), "{ \"schema\": ");
        assertOneClearLine(Ran.of("analyse", file), 1, "calibration.json");
        Files.writeString(folder.resolve("calibration.json"), "{\"schema\":\"rollscope.calibration/9\"}");
        assertOneClearLine(Ran.of("analyse", file), 1, "calibration.json", "is no rollscope.calibration/2 document");
        Files.delete(folder.resolve("calibration.json"));
        assertOneClearLine(Ran.of("analyse", file), 3, "calibration.json", "named by an option");
        Files.copy(simulated("calibration.json"), folder.resolve("calibration.json"));
        Files.writeString(folder.resolve("session.json"), "[]");
        assertOneClearLine(Ran.of("analyse", file), 1, "session.json");
        Files.writeString(
                folder.resolve("session.json"),
                Files.readString(simulated("session.json"))
                        .replace("right", "up")
                        .replace("left", "up"));
        assertOneClearLine(Ran.of("analyse", file), 1, "session.json");
    }

    @Test
    void calibrationOfAnotherConverterIsRefused() throws IOException {
        String file = copyOfSimulated(folder).toString();
        Files.writeString(
                folder.resolve("calibration.json"),
                Files.readString(simulated("calibration.json")).replace("\"adc_bits\" : 10", "\"adc_bits\" : 12"));
        assertOneClearLine(Ran.of("analyse", file), 1, "12 converter bits", "the board has 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "this is no recording", "\0\0\0\0\0"})
    void fileThatIsNoRecordingIsToldSo(String content) throws IOException {
        Path file = copyOfSimulated(folder);
        Files.writeString(file, content);
        assertOneClearLine(Ran.of("analyse", file.toString()), 1, "holds no session");
    }

    @Test
    void simulateWritesTheFilesOfTheContract() throws IOException {
        List<String> rows = Files.readAllLines(simulated("truth-frames.csv"));
        String[] columns = rows.get(0).split(",");
        assertEquals(
                "device_time_us,state,total_force_n,contact_area_mm2,mean_pressure_kpa,peak_pressure_kpa,"
                        + "roll_angle_rad,speed_mm_per_s,activation_ratio,moving",
                String.join(",", List.of(columns).subList(0, 10)));
        assertEquals(10 + 48, columns.length);
        assertEquals("pad_47_force_n", columns[57]);
        assertEquals(1 + 3000, rows.size(), "100 a second for 30 s");
        Set<String> states = new TreeSet<>();
        for (int rowIndex = 1; rowIndex < rows.size(); rowIndex++) {
            String[] cells = rows.get(rowIndex).split(",");
            assertEquals(58, cells.length);
            assertEquals((rowIndex - 1) * 10_000L, Long.parseLong(cells[0]));
            states.add(cells[1]);
        }
        assertTrue(Set.of("idle", "handling", "contact", "rolling", "hold", "unknown")
                .containsAll(states));
        assertTrue(states.containsAll(Set.of("idle", "contact", "rolling")), states.toString());
        JsonNode truth = JSON.readTree(simulated("truth.json").toFile());
        assertEquals("rollscope.truth/1", truth.path("schema").asText());
        assertEquals("coached", truth.path("scenario").asText());
        assertEquals(7, truth.path("seed").asInt());
        assertTrue(truth.path("parameters").path("ceiling_kpa").asDouble() > 0);
        for (JsonNode event : truth.path("events")) {
            assertTrue(event.hasNonNull("type") && event.hasNonNull("start_ms") && event.hasNonNull("end_ms"));
        }
        assertEquals(
                "rollscope.calibration/2",
                JSON.readTree(simulated("calibration.json").toFile())
                        .path("schema")
                        .asText());
        JsonNode subject = JSON.readTree(simulated("session.json").toFile());
        for (String key : List.of("athlete_id", "muscle", "side", "floor_kpa", "ceiling_kpa")) {
            assertTrue(subject.hasNonNull(key), key);
        }
        assertFalse(Files.exists(simulated("board-trace.csv")));
    }

    @Test
    void boardTraceHasAMillisecondARow() throws IOException {
        Ran ran = Ran.of(
                "simulate",
                "--scenario",
                "still",
                "--seconds",
                "2",
                "--board-trace",
                "--json",
                "--out",
                folder.toString());
        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(2000, JSON.readTree(ran.out()).path("duration_ms").asInt());
        List<String> rows = Files.readAllLines(folder.resolve("board-trace.csv"));
        assertEquals(1 + 2000, rows.size());
        assertTrue(rows.get(0).startsWith("time_us,pad_00_mv,"));
        assertTrue(rows.get(0).endsWith(",gyro_z_rad_per_s"));
        assertEquals(1 + 48 + 6, rows.get(1).split(",").length);
        assertTrue(rows.get(2).startsWith("1000,"));
    }

    @Test
    void sameSeedWritesTheSameBytes() throws IOException {
        Ran ran = Ran.of(
                "simulate", "--scenario", "coached", "--seed", "7", "--seconds", "30", "--out", folder.toString());
        assertEquals(0, ran.exitCode(), ran.err());
        for (String file :
                List.of("session.rsw", "truth.json", "truth-frames.csv", "calibration.json", "session.json")) {
            assertArrayEquals(Files.readAllBytes(simulated(file)), Files.readAllBytes(folder.resolve(file)), file);
        }
    }

    private static void assertKeys(JsonNode node, String... keys) {
        for (String key : keys) {
            assertTrue(node.has(key), key + " is missing in " + node.toString());
        }
    }

    @Test
    void analysisHoldsTheKeysOfTheContract() throws IOException {
        Ran ran = Ran.of("analyse", "--json", simulated("session.rsw").toString());
        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("", ran.err());
        JsonNode document = JSON.readTree(ran.out());
        assertEquals("rollscope.session/1", document.path("schema").asText());
        assertKeys(
                document,
                "session_id",
                "started_at",
                "roller_id",
                "athlete_id",
                "muscle",
                "side",
                "device",
                "calibration_id",
                "software_version",
                "settings_hash",
                "link",
                "summary",
                "events");
        assertKeys(
                document.path("link"),
                "frame_count",
                "lost_frame_count",
                "rejected_frame_count",
                "reset_count",
                "rate_hz");
        assertEquals(3000, document.path("link").path("frame_count").asInt());
        assertKeys(
                document.path("summary"),
                "duration_ms",
                "contact_ms",
                "hold_ms",
                "roll_ms",
                "in_band_ms",
                "over_ceiling_ms",
                "guarding_ms",
                "hold_count",
                "stroke_count",
                "release_count",
                "overpressure_count",
                "guarding_count",
                "mean_pressure_kpa",
                "peak_pressure_kpa",
                "pressure_time_kpa_s",
                "median_speed_mm_per_s");
        assertTrue(document.path("events").size() > 3);
        for (JsonNode event : document.path("events")) {
            assertKeys(
                    event,
                    "type",
                    "start_ms",
                    "end_ms",
                    "declared_ms",
                    "mean_pressure_kpa",
                    "peak_pressure_kpa",
                    "ceiling_kpa",
                    "confidence_ratio");
        }
        Ran again = Ran.of("analyse", "--json", simulated("session.rsw").toString());
        assertEquals(ran.out(), again.out());
        assertTrue(Ran.of("analyse", simulated("session.rsw").toString()).out().contains("hold"));
    }

    /**
     * 0.95 is the limit of the first release's definition of done, on boundaries within 0.5 s.
     *
     * <p>115 s, because at 120 s one of these recordings breaks off 0.28 s after the onset of a roll: what lasts less than
     * window and dwell cannot be known.
     */
    @Test
    void holdsAndRollsOfCoachedSessionsAreFound() throws IOException {
        List<String> words = new ArrayList<>(List.of("score", "--json"));
        for (String seed : List.of("101", "102", "103")) {
            Path to = folder.resolve(seed);
            assertEquals(
                    0,
                    Ran.of(
                                    "simulate",
                                    "--scenario",
                                    "coached",
                                    "--seed",
                                    seed,
                                    "--seconds",
                                    "115",
                                    "--out",
                                    to.toString())
                            .exitCode());
            words.add(to.toString());
        }
        Ran ran = Ran.of(words.toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.err());
        JsonNode types = JSON.readTree(ran.out()).path("types");
        for (String type : List.of("contact", "hold", "roll", "stroke", "overpressure")) {
            JsonNode score = types.path(type);
            System.out.printf(
                    "coached seeds 101 to 103: %s F1 %.3f of %d, boundary error %.0f ms%n",
                    type,
                    score.path("f1_ratio").asDouble(),
                    score.path("truth_count").asInt(),
                    score.path("boundary_error_ms").asDouble());
        }
        for (String type : List.of("hold", "roll")) {
            assertTrue(types.path(type).path("truth_count").asInt() >= 3, type);
            assertTrue(types.path(type).path("f1_ratio").asDouble() >= 0.95, type + types.path(type));
        }
    }

    @Test
    void shippedSettingsCheckOut() {
        Ran ran = Ran.of("config", "check");
        assertEquals(0, ran.exitCode(), ran.out() + ran.err());
        assertTrue(ran.out().contains("are sound; 1 calibration, 1 scenario"), ran.out());
    }

    @Test
    void unsoundSettingsExitWithTwoAndEveryProblem() throws IOException {
        Files.createDirectories(folder.resolve("detection"));
        Files.writeString(
                folder.resolve("rollscope.yaml"),
                Files.readString(Path.of("config/rollscope.yaml"))
                        .replace("floor_kpa: 20", "floor_kpa: 60")
                        .replace("quiet_ms:", "quite_ms:"));
        Files.writeString(
                folder.resolve("detection/default.yaml"),
                Files.readString(Path.of("config/detection/default.yaml"))
                        .replace("on_force_n: 15", "on_force_n: soft"));
        Files.createDirectories(folder.resolve("calibration"));
        Files.writeString(folder.resolve("calibration/mine.json"), "{");
        Ran check = Ran.of("config", "check", "--config", folder.toString());
        assertEquals(2, check.exitCode());
        assertTrue(check.out().contains("rollscope.yaml:"), check.out());
        assertTrue(check.out().contains("athlete.floor_kpa must be"), check.out());
        assertTrue(check.out().contains("did you mean 'quiet_ms'?"), check.out());
        assertTrue(check.out().contains("contact.on_force_n must be a number, was 'soft'"), check.out());
        assertTrue(check.out().contains("mine.json"), check.out());
        assertTrue(check.out().endsWith("5 problems" + System.lineSeparator()), check.out());
        Ran analyse = Ran.of("analyse", simulated("session.rsw").toString(), "--config", folder.toString());
        assertEquals(2, analyse.exitCode());
        assertTrue(analyse.err().startsWith("rollscope: 4 problems in the settings:"), analyse.err());
        assertFalse(analyse.showsStackTrace());
    }

    @Test
    void settingsFolderThatIsNotThereIsToldByName() {
        Ran ran = Ran.of("config", "check", "--config", folder + "/nowhere");
        assertEquals(2, ran.exitCode());
        assertTrue(ran.out().contains("rollscope.yaml: is not there"), ran.out());
        assertFalse(ran.showsStackTrace());
    }

    @Test
    void verboseShowsWhereAnErrorCameFrom() {
        assertTrue(Ran.of("analyse", folder + "/none.rsw", "--verbose").showsStackTrace());
    }
}
