package org.rollscope.app.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;

/** Who is deleted is deleted in exports and reports too, wherever they were written. */
class ForgottenExportsTest {
    private static final String ANNAS = "20261121-085518-385-simulated";
    private static final String BENS = "20261121-200000-000-simulated";

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void twoAthletes() throws IOException {
        data = folder.resolve("data");
        take(1, "anna");
        take(3, "ben");
    }

    private void take(int version, String athleteId) throws IOException {
        Path other = folder.resolve("other-" + version + ".sqlite");
        try (InputStream packed = new GZIPInputStream(
                ForgottenExportsTest.class.getResourceAsStream("/recordings/archive-" + version + ".sqlite.gz"))) {
            Files.copy(packed, other);
        }
        done("import", other.toString(), "--rename", "simulated=" + athleteId);
        Files.delete(other);
    }

    private Ran run(String... arguments) {
        return Ran.of(Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    }

    private Ran done(String... arguments) {
        Ran ran = run(arguments);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    private Path export(String name, String... sessionIds) {
        Path out = folder.resolve(name);
        done(Stream.of(List.of("export"), List.of(sessionIds), List.of("--format", "csv", "--out", out.toString()))
                .flatMap(List::stream)
                .toArray(String[]::new));
        assertTrue(Files.exists(out.resolve("SHA256SUMS")));
        return out;
    }

    @Test
    void exportsAndReportsGoWhereverTheyWereWritten() throws IOException {
        Path hers = export("hers", ANNAS);
        Path withNotes = export("with-notes", ANNAS);
        Files.writeString(withNotes.resolve("my notes.txt"), "mine\n");
        Path his = export("his", BENS);
        Path report = folder.resolve("hers.html");
        done("report", ANNAS, "--out", report.toString());

        Ran deleted = done("athlete", "delete", "anna", "--yes");
        assertTrue(deleted.out().contains("3 exports"), deleted.out());
        assertTrue(deleted.err().contains("with-notes holds files that no export wrote"), deleted.err());
        assertFalse(Files.exists(hers));
        assertFalse(Files.exists(report));
        try (Stream<Path> rest = Files.walk(withNotes)) {
            assertEquals(
                    List.of(withNotes.resolve("my notes.txt")),
                    rest.filter(Files::isRegularFile).toList());
        }
        assertTrue(Files.exists(his.resolve("SHA256SUMS")));
        assertNoTrace("anna", ANNAS);
    }

    @Test
    void exportsWithOthersAreAskedAboutBeforeAnythingIsDeleted() throws IOException {
        Path both = export("both", ANNAS, BENS);
        Ran refused = run("athlete", "delete", "anna", "--yes");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains(both.toString()), refused.err());
        assertTrue(refused.err().contains("--shared-exports delete or keep, nothing was deleted"), refused.err());
        assertTrue(done("sessions", "list").out().contains(ANNAS));

        Ran kept = done("athlete", "delete", "anna", "--yes", "--shared-exports", "keep");
        assertTrue(kept.err().contains("holds sessions of others too and was kept"), kept.err());
        assertTrue(Files.exists(both.resolve("SHA256SUMS")));
        assertNoTrace("anna", ANNAS);

        done("athlete", "delete", "ben", "--yes");
        assertFalse(Files.exists(both), "now nobody else is in it");
    }

    @Test
    void sharedExportsGoWhenThatIsWanted() {
        Path both = export("both", ANNAS, BENS);
        done("athlete", "delete", "anna", "--yes", "--shared-exports", "delete");
        assertFalse(Files.exists(both));
        assertTrue(done("sessions", "list").out().contains(BENS));
    }

    @Test
    void whatWasMovedIsSaid() throws IOException {
        Path hers = export("hers", ANNAS);
        Files.move(hers, folder.resolve("moved"));
        Ran deleted = done("athlete", "delete", "anna", "--yes");
        assertTrue(deleted.err().contains(hers + " is not there any more"), deleted.err());
        assertTrue(Files.exists(folder.resolve("moved")));
    }

    /** No byte of the data folder tells of somebody. */
    private void assertNoTrace(String... words) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String word : words) {
                    assertFalse(bytes.contains(word), word + " stands in " + file);
                    assertFalse(file.toString().contains(word), file.toString());
                }
            }
        }
    }
}
