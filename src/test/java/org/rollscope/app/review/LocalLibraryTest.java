package org.rollscope.app.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.viewer.library.LibraryException;
import org.rollscope.viewer.library.Note;
import org.rollscope.viewer.library.PadTrace;
import org.rollscope.viewer.library.Progress;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.SessionEntry;
import org.rollscope.viewer.library.TimeWindow;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;

/** The library against what the commands say and write about the same session. */
class LocalLibraryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONFIG = Path.of("config");
    private static final long S = 1_000_000;

    @TempDir
    private static Path made;

    private static String sessionId = "";

    @TempDir
    private Path folder;

    private Path data;
    private LocalLibrary library;

    @BeforeAll
    static void record() throws IOException {
        done(
                "simulate",
                "--scenario",
                "coached",
                "--seed",
                "7",
                "--seconds",
                "40",
                "--with",
                "lossy_link",
                "--out",
                made.toString());
        Ran ran = done(
                "import",
                made.resolve("session.rsw").toString(),
                "--started-at",
                "2026-11-02T17:30:00Z",
                "--data",
                made.resolve("data").toString(),
                "--json");
        sessionId = JSON.readTree(ran.out()).path("imported_session_ids").get(0).asText();
    }

    private static Ran done(String... words) {
        Ran ran = Ran.of(words);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    @BeforeEach
    void copy() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        Files.copy(made.resolve("data").resolve("rollscope.sqlite"), data.resolve("rollscope.sqlite"));
        library = new LocalLibrary(data, CONFIG);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private List<String[]> export(Path out, String table) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (Stream<Path> files = Files.walk(out)) {
            Path file = files.filter(one -> one.getFileName().toString().equals(table))
                    .findFirst()
                    .orElseThrow();
            Files.readAllLines(file).forEach(line -> rows.add(line.split(",", -1)));
        }
        return rows;
    }

    private static int column(List<String[]> rows, String key) {
        int index = List.of(rows.get(0)).indexOf(key);
        assertTrue(index >= 0, key);
        return index;
    }

    @Test
    void tracksAreTheVeryNumbersOfAnExport() throws Exception {
        Path out = folder.resolve("whole");
        done("export", sessionId, "--format", "csv", "--out", out.toString(), "--data", data.toString());
        List<String[]> samples = export(out, "samples.csv");
        List<String[]> raw = export(out, "raw.csv");
        int mean = column(samples, "mean_pressure_kpa");
        int peak = column(samples, "peak_pressure_kpa");
        int pad = column(samples, "pad_13_kpa");
        int lost = column(raw, "lost_before_count");
        ReviewedSession session = library.load(sessionId, Progress.NONE);
        PadTrace trace = library.pads(session, List.of(12), Progress.NONE).get(0);
        ChartHistory tracks = session.tracks();
        assertEquals(samples.size() - 1, tracks.count());
        int gapCount = 0;
        for (int index = 0; index < tracks.count(); index++) {
            String[] row = samples.get(index + 1);
            assertEquals(Long.parseLong(row[0]), tracks.timeUs(index));
            assertEquals(Float.parseFloat(row[mean]), tracks.value(Quantity.MEAN_PRESSURE, index));
            assertEquals(Float.parseFloat(row[peak]), tracks.value(Quantity.PEAK_PRESSURE, index));
            assertEquals(Float.parseFloat(row[pad]), trace.pressure().value(index));
            assertEquals(
                    Float.parseFloat(raw.get(index + 1)[column(raw, "pad_13_counts")]),
                    trace.raw().value(index));
            boolean gap = index > 0 && Integer.parseInt(raw.get(index + 1)[lost]) > 0;
            assertEquals(gap, tracks.gapBefore(index), "gap before frame " + index);
            gapCount += gap ? 1 : 0;
        }
        assertTrue(gapCount > 5, "the line was to lose frames");
        assertEquals(gapCount, session.gaps().size());
        assertEquals(export(out, "events.csv").size() - 1, session.events().size());
    }

    @Test
    void aSelectionHasTheFramesAndTheFiguresOfItsStretch() throws Exception {
        TimeWindow selection = new TimeWindow(12 * S, 25 * S);
        Path out = folder.resolve("part");
        library.exportSelection(sessionId, selection, "csv", out, Progress.NONE);
        List<String[]> samples = export(out, "samples.csv");
        ChartHistory tracks = library.load(sessionId, Progress.NONE).tracks();
        int from = tracks.firstIndexFrom(selection.fromUs());
        int to = tracks.firstIndexFrom(selection.toUs());
        assertEquals(to - from, samples.size() - 1);
        int mean = column(samples, "mean_pressure_kpa");
        for (int index = from; index < to; index++) {
            String[] row = samples.get(index - from + 1);
            assertEquals(tracks.timeUs(index), Long.parseLong(row[0]));
            assertEquals(tracks.value(Quantity.MEAN_PRESSURE, index), Float.parseFloat(row[mean]));
        }
        List<String[]> sessions = export(out, "sessions.csv");
        assertEquals(
                (tracks.timeUs(to - 1) - tracks.timeUs(from)) / 1000,
                Long.parseLong(sessions.get(1)[column(sessions, "duration_ms")]));
        for (String[] event :
                export(out, "events.csv").subList(1, export(out, "events.csv").size())) {
            assertTrue(Long.parseLong(event[1]) < selection.toUs() && Long.parseLong(event[2]) >= selection.fromUs());
        }
        assertTrue(Files.readString(out.resolve("README.txt")).contains("12000000 us <= time_us < 25000000 us"));
        assertTrue(Files.exists(out.resolve("SHA256SUMS")));
    }

    @Test
    void everyFormatOfASelectionIsWritten() throws Exception {
        for (String format : library.selectionFormats()) {
            Path out = folder.resolve(format);
            library.exportSelection(sessionId, new TimeWindow(5 * S, 9 * S), format, out, Progress.NONE);
            assertTrue(Files.exists(out.resolve("SHA256SUMS")), format);
        }
    }

    @Test
    void anExportThatIsEndedLeavesNothing() throws IOException {
        Path out = folder.resolve("ended");
        Progress ending = (doneCount, totalCount) -> {
            if (doneCount > totalCount * 0.9) {
                throw new CancellationException("enough");
            }
        };
        assertThrows(CancellationException.class, () -> library.export(sessionId, "csv", out, ending));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(data), left.toList());
        }
    }

    @Test
    void progressReachesItsEnd() throws Exception {
        long[] last = new long[2];
        library.export(sessionId, "csv", folder.resolve("told"), (doneCount, totalCount) -> {
            assertTrue(doneCount >= last[0] && doneCount <= totalCount);
            last[0] = doneCount;
            last[1] = totalCount;
        });
        assertEquals(last[1], last[0]);
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Path out = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(out.resolve("letter.txt"), "mine");
        LibraryException refused =
                assertThrows(LibraryException.class, () -> library.export(sessionId, "csv", out, Progress.NONE));
        assertTrue(refused.getMessage().contains("not empty"), refused.getMessage());
        assertEquals("mine", Files.readString(out.resolve("letter.txt")));
    }

    @Test
    void aFileIsLookedAtWithoutGettingIntoTheArchive() throws Exception {
        SessionEntry entry = library.open(made.resolve("session.rsw"), Progress.NONE);
        ReviewedSession fromFile = library.load(entry.sessionId(), Progress.NONE);
        ReviewedSession fromArchive = library.load(sessionId, Progress.NONE);
        assertEquals(fromArchive.tracks().count(), fromFile.tracks().count());
        assertEquals(fromArchive.events(), fromFile.events());
        assertEquals(2, library.sessions(Progress.NONE).size());
        LibraryException refused = assertThrows(
                LibraryException.class, () -> library.addNote(entry.sessionId(), note("n1", 0, "lost if kept")));
        assertTrue(refused.getMessage().contains("rollscope import"), refused.getMessage());
        JsonNode list = JSON.readTree(
                done("sessions", "list", "--json", "--data", data.toString()).out());
        assertEquals(1, list.path("sessions").size());
    }

    private static Note note(String noteId, long atUs, String text) {
        return new Note(noteId, atUs, atUs, text, Instant.parse("2026-11-03T08:00:00Z"));
    }

    @Test
    void notesAreKeptExportedAndGoWithTheirAthlete() throws Exception {
        library.addNote(sessionId, note("n2", 9 * S, "shifted, \"here\"\nsecond line"));
        library.addNote(sessionId, note("n1", 3 * S, "began to tense"));
        List<Note> kept = new LocalLibrary(data, CONFIG).notes(sessionId);
        assertEquals(List.of("n1", "n2"), kept.stream().map(Note::noteId).toList());
        assertEquals(note("n2", 9 * S, "shifted, \"here\"\nsecond line"), kept.get(1));
        library.removeNote(sessionId, kept.get(0));
        assertEquals(
                List.of("n2"),
                library.notes(sessionId).stream().map(Note::noteId).toList());

        Path out = folder.resolve("with-notes");
        done("export", sessionId, "--format", "csv", "--out", out.toString(), "--data", data.toString());
        JsonNode document = JSON.readTree(out.resolve("documents")
                .resolve(sessionId)
                .resolve("session.json")
                .toFile());
        assertEquals(
                9000.0, document.path("annotations").get(0).path("start_ms").asDouble());

        done("athlete", "delete", "simulated", "--yes", "--data", data.toString());
        assertEquals("", Files.readString(data.resolve("annotations.jsonl")));
    }

    @Test
    void notesStayWithACopyOfTheirSessionAndGoWithItsLast() throws Exception {
        library.addNote(sessionId, note("n1", 3 * S, "began to tense"));
        done("sessions", "delete", sessionId, "--yes", "--data", data.toString());
        assertEquals(1, library.notes(sessionId).size());
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.copy(made.resolve("data").resolve("rollscope.sqlite"), other.resolve("rollscope.sqlite"));
        LocalLibrary second = new LocalLibrary(other, CONFIG);
        second.addNote(sessionId, note("n1", 3 * S, "began to tense"));
        done("sessions", "delete", sessionId, "--yes", "--forever", "--data", other.toString());
        assertEquals(0, second.notes(sessionId).size());
    }

    @Test
    void aFolderWithoutAnArchiveHasNoSessionAndIsNotMade() throws Exception {
        Path nowhere = folder.resolve("nowhere");
        assertEquals(List.of(), new LocalLibrary(nowhere, CONFIG).sessions(Progress.NONE));
        assertFalse(Files.exists(nowhere));
    }
}
