package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.JsonOutput;

/** All sessions of an archive computed anew, with sessions that were tampered with among them. */
class AnalyseAllTest {
    private static final int SESSION_COUNT = 5;

    @TempDir
    static Path folder;

    private static final List<String> IDS = new ArrayList<>();

    @BeforeAll
    static void record() throws IOException {
        for (int seed = 1; seed <= SESSION_COUNT; seed++) {
            Ran demo = Ran.of(
                    "demo", "--headless", "--speed", "max", "--seconds", "14", "--seed", "" + seed, "--data", data());
            assertEquals(0, demo.exitCode(), demo.err());
        }
        for (JsonNode session : JsonOutput.JSON
                .readTree(Ran.of("sessions", "list", "--json", "--data", data()).out())
                .required("sessions")) {
            IDS.add(session.required("session_id").asText());
        }
        assertEquals(SESSION_COUNT, IDS.size());
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    private static Ran all(String... more) {
        return allOf(data(), more);
    }

    private static Ran allOf(String data, String... more) {
        List<String> words = new ArrayList<>(List.of("analyse", "--all", "--data", data));
        words.addAll(List.of(more));
        return Ran.of(words.toArray(String[]::new));
    }

    private static int change(Path data, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("rollscope.sqlite"));
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static String session(int index) {
        return "(select session_index from session where session_id = '" + IDS.get(index) + "')";
    }

    @Test
    void allAreTheSameInTheOrderOfTheArchiveWhateverTheJobs() {
        for (String jobs : List.of("1", "3")) {
            Ran ran = all("--jobs", jobs);
            assertEquals(0, ran.exitCode(), ran.out() + ran.err());
            List<String> lines = ran.out().lines().toList();
            assertEquals(SESSION_COUNT + 1, lines.size(), ran.out());
            for (int index = 0; index < SESSION_COUNT; index++) {
                assertTrue(lines.get(index).startsWith("same       " + IDS.get(index) + ": "), lines.get(index));
            }
            assertTrue(lines.get(SESSION_COUNT).contains(SESSION_COUNT + " the same bit for bit"), ran.out());
            assertFalse(ran.err().contains("\r"), ran.err());
            assertTrue(ran.err().contains("100 % of " + SESSION_COUNT + " sessions"), ran.err());
        }
    }

    /** The smallest change that a number can have: only an equality of bits finds it. */
    @Test
    void aSeededDifferenceAndADamagedSessionAreToldAndStopNoOther() throws IOException, SQLException {
        Path tampered = Files.createDirectories(folder.resolve("tampered"));
        Files.copy(Path.of(data(), "rollscope.sqlite"), tampered.resolve("rollscope.sqlite"));
        String event = " where event_index = 1 and session_index = " + session(1);
        String block = " where block_id = (select min(block_id) + 1 from frame_block where block_id >= " + session(3)
                + " * 4294967296)";
        assertEquals(1, change(tampered, "update event set mean_pressure_kpa = mean_pressure_kpa + 4e-15" + event));
        assertEquals(
                1,
                change(
                        tampered,
                        "update frame_block set packed = substr(packed, 1, length(packed) - 1) || x'00'" + block));
        assertEquals(
                1,
                change(
                        tampered,
                        "update session set athlete_id = athlete_id, muscle = 'wing' where session_id = '" + IDS.get(4)
                                + "'"));
        Ran ran = allOf(tampered.toString());
        assertEquals(1, ran.exitCode(), ran.out() + ran.err());
        List<String> lines = ran.out().lines().toList();
        assertEquals(SESSION_COUNT + 1, lines.size(), ran.out());
        assertTrue(lines.get(0).startsWith("same       " + IDS.get(0)), ran.out());
        assertTrue(lines.get(1).startsWith("different  " + IDS.get(1) + ": event 2 of "), ran.out());
        assertTrue(lines.get(2).startsWith("same       " + IDS.get(2)), ran.out());
        assertTrue(
                lines.get(3).startsWith("failed     " + IDS.get(3))
                        && lines.get(3).contains("checksum"),
                ran.out());
        assertTrue(lines.get(4).startsWith("failed     " + IDS.get(4)), ran.out());
        assertTrue(
                lines.get(5).contains("2 the same bit for bit") && lines.get(5).endsWith("1 different, 2 failed"));
        JsonNode document =
                JsonOutput.JSON.readTree(allOf(tampered.toString(), "--json").out());
        assertEquals("rollscope.archive-analysis/1", document.required("schema").asText());
        assertEquals(2, document.required("failed_count").asInt());
        assertEquals(1, document.required("different_count").asInt());
        assertEquals(
                "different",
                document.required("sessions").get(1).required("outcome").asText());
    }

    @Test
    void comparesAllSessionsWithAnotherProfile() throws IOException {
        JsonNode rows = JsonOutput.JSON
                .readTree(all("--compare", "sensitive", "--json").out())
                .required("sessions");
        assertEquals(SESSION_COUNT, rows.size());
        assertEquals(
                "sensitive",
                rows.get(0).required("comparison").required("after").asText());
        assertTrue(all("--compare", "sensitive").out().contains("as recorded against sensitive"));
    }

    @Test
    void whatIsWrongIsToldInOneLine() {
        assertTold(2, all("--jobs", "0"), "--jobs must be 1 to 256, was 0");
        assertTold(2, all(IDS.get(0)), "name .rsw files or sessions, or say --all");
        assertTold(2, Ran.of("analyse", "--data", data()), "name .rsw files or sessions, or say --all");
        assertTold(2, all("--settings", "sensitive"), "--compare sensitive");
        assertTold(
                1, Ran.of("analyse", "--all", "--data", folder.resolve("none").toString()), "there is no session in");
    }

    private static void assertTold(int exitCode, Ran ran, String words) {
        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertFalse(ran.showsStackTrace(), ran.err());
    }
}
