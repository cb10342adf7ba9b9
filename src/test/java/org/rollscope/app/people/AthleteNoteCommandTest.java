package org.rollscope.app.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.programme.screening.HealthExamples;

/** Notes about soreness and range of motion as they are typed. */
class AthleteNoteCommandTest {
    @TempDir
    private Path folder;

    private Ran run(String words) {
        return Ran.of(Stream.concat(Stream.of(words.split(" ")), Stream.of("--data", folder.toString()))
                .toArray(String[]::new));
    }

    private Ran done(String words) {
        Ran ran = run(words);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    private JsonNode notes() throws IOException {
        return JsonOutput.JSON.readTree(done("athlete note anna --json").out()).path("notes");
    }

    @BeforeEach
    void anna() throws IOException {
        done("athlete add anna");
        new ProgrammeFolder(folder)
                .save(HealthExamples.cleared("anna", AthleteCommand.today().toString()));
    }

    @Test
    void whatIsTypedIsListedUndoneAndDeleted() throws IOException {
        done("athlete note anna --soreness 4 --at 24h --place calf:left --date 2026-03-03");
        done("athlete note anna --rom 12.5 --test knee-to-wall --unit cm --at before --place calf:left");
        done("athlete note anna --rom 38 --test hip-rotation --at after --place glutes:right");
        assertEquals(4, notes().path(0).path("soreness_nrs").asDouble());
        assertEquals("24h", notes().path(0).path("at").asText());
        assertEquals("2026-03-03", notes().path(0).path("date").asText());
        assertEquals(125, notes().path(1).path("length_mm").asDouble());
        assertEquals(Math.toRadians(38), notes().path(2).path("angle_rad").asDouble());
        assertEquals("right", notes().path(2).path("side").asText());
        Ran undone = done("athlete note anna --undo");
        assertTrue(undone.out().contains("hip-rotation 38.0 deg  (taken back)"), undone.out());
        done("athlete note anna --undo");
        assertFalse(notes().path(0).path("taken_back").asBoolean());
        assertTrue(notes().path(1).path("taken_back").asBoolean());
        done("athlete note anna --undo");
        assertEquals(1, run("athlete note anna --undo").exitCode(), "nothing is left to take back");
        assertEquals(3, notes().size(), "nothing was overwritten");
        Path file = new ProgrammeFolder(folder).notesFile("anna");
        assertTrue(Files.exists(file));
        done("athlete delete anna --yes");
        assertFalse(Files.exists(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--soreness 11 --at 24h --place calf:left",
                "--soreness 4 --at noon --place calf:left",
                "--soreness 4 --at 24h --place knee:left",
                "--soreness 4 --at 24h",
                "--soreness 4 --rom 3 --at 24h --place calf:left",
                "--soreness 4 --at 24h --place calf:left --date 2999-01-01",
                "--rom 3 --at before --place calf:left",
                "--rom 3 --test mine --at before --place calf:left",
                "--rom 3 --test knee-to-wall --unit deg --at before --place calf:left",
                "--rom 3 --test mine --unit inch --at before --place calf:left",
                "--place calf:left",
                "--undo --soreness 3",
            })
    void whatIsNoNoteIsRefusedInOneLine(String words) throws IOException {
        Ran refused = run("athlete note anna " + words);
        assertEquals(2, refused.exitCode(), words);
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertEquals(0, notes().size());
    }

    @Test
    void nothingIsWrittenDownOfWhoHasNotAgreed() throws IOException {
        done("athlete add ben");
        Ran refused = run("athlete note ben --soreness 4 --at 24h --place calf:left");
        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("rollscope athlete consent ben"), refused.err());
        assertFalse(Files.exists(new ProgrammeFolder(folder).notesFile("ben")));
    }

    @Test
    void aDamagedFileIsNamedAndNotOverwritten() throws IOException {
        Path file = new ProgrammeFolder(folder).notesFile("anna");
        Files.writeString(file, "{}");
        Ran refused = run("athlete note anna --soreness 4 --at 24h --place calf:left");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("notes.json:1: is no rollscope.notes/1 document"), refused.err());
        assertEquals("{}", Files.readString(file));
    }
}
