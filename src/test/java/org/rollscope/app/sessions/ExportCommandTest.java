package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;

class ExportCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static String data;
    private static String sessionId;
    private static String athleteId;

    @BeforeAll
    static void record() throws IOException {
        data = folder.resolve("data").toString();
        Ran demo = Ran.of("demo", "--headless", "--speed", "max", "--seconds", "12", "--data", data);
        assertEquals(0, demo.exitCode(), demo.err());
        JsonNode session = JSON.readTree(
                        Ran.of("sessions", "list", "--json", "--data", data).out())
                .required("sessions")
                .get(0);
        sessionId = session.required("session_id").asText();
        athleteId = session.required("athlete_id").asText();
    }

    private static Ran export(String out, String... more) {
        List<String> words = new ArrayList<>(
                List.of("export", "--data", data, "--out", folder.resolve(out).toString()));
        words.addAll(List.of(more));
        return Ran.of(words.toArray(String[]::new));
    }

    @Test
    void everyFormatIsWrittenWithAllThatBelongsToIt() throws IOException {
        String words = "csv,bids,parquet,fit,edf,bdf,hdf5,mat";
        Ran ran = export("all", sessionId, "--format", words, "--json");
        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(8, JSON.readTree(ran.out()).required("formats").size());
        for (String word : words.split(",", -1)) {
            Path place = folder.resolve("all").resolve(word);
            Path documents = (word.equals("bids") ? place.resolve("sourcedata") : place).resolve("documents");
            assertTrue(Files.exists(documents.resolve("data-dictionary.json")), word);
            for (String name : List.of("session.json", "calibration.json", "settings.json", "loss.json")) {
                JSON.readTree(documents.resolve(sessionId).resolve(name).toFile());
            }
        }
        assertNoFileNamesTheAthlete(folder.resolve("all"));
    }

    /** The simulated athlete has the name of the simulated roller: only where an athlete is named may it not stand. */
    private static void assertNoFileNamesTheAthlete(Path place) throws IOException {
        String named = "athlete_id\" : \"" + athleteId + "\"";
        assertTrue(Ran.of("sessions", "show", sessionId, "--json", "--data", data)
                .out()
                .contains(named));
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertTrue(!text.contains(named), file + " names the athlete");
            }
        }
    }

    @Test
    void anAthleteHasTheSamePseudonymInEveryExportOfOneDataFolder() throws IOException {
        String name = participant("first");
        assertTrue(name.matches("p[0-9a-f]{10}"), name);
        assertEquals(name, participant("second"));
        assertEquals(athleteId, participant("kept", "--keep-athlete-ids"));
        Path secret = Path.of(data, Pseudonyms.FILE_NAME);
        byte[] before = Files.readAllBytes(secret);
        Files.delete(secret);
        assertNotEquals(name, participant("third"));
        Files.write(secret, before);
        assertEquals("[OWNER_READ, OWNER_WRITE]", sorted(secret));
    }

    private static String sorted(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream().sorted().toList().toString();
    }

    private static String participant(String out, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(sessionId, "--format", "csv"));
        words.addAll(List.of(more));
        Ran ran = export(out, words.toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.err());
        String row =
                Files.readAllLines(folder.resolve(out).resolve("sessions.csv")).get(1);
        return row.split(",", -1)[1];
    }

    @Test
    void theHelpNamesEveryFormat() {
        String help = Ran.of("export", "--help").out().replaceAll("\\s+", " ");
        assertTrue(help.contains("one of csv, bids, parquet, fit, edf, bdf, hdf5, mat; several"), help);
    }

    @Test
    void whatIsWrongIsToldInOneLine() {
        assertTold(
                2,
                export("none", sessionId, "--format", "xls"),
                "there is no format 'xls'; --format is one of csv, bids,");
        assertTold(2, export("none", "--format", "csv"), "name the sessions, or say --all");
        assertTold(2, export("none", sessionId, "--all", "--format", "csv"), "name the sessions, or say --all");
        assertTold(1, export("none", "yesterday", "--format", "csv"), "there is no session 'yesterday' in " + data);
        assertTold(1, export("data", sessionId, "--format", "csv"), "exists and is not empty; choose another --out");
        assertTold(
                1,
                Ran.of("export", sessionId, "--format", "csv", "--data", data, "--out", "/proc/here"),
                "cannot be written");
        assertTrue(Files.notExists(folder.resolve("none")));
    }

    private static void assertTold(int exitCode, Ran ran, String words) {
        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertTrue(!ran.showsStackTrace(), ran.err());
    }
}
