package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.programme.screening.HealthExamples;

/** Profiles, answers, notes and plans within a backup. */
class PeopleBackupTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path backup;

    private Ran run(String words) {
        return Ran.of(Stream.concat(Stream.of(words.split(" ")), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    }

    private Ran done(String words) {
        Ran ran = run(words);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : PeopleFiles.of(data).entrySet()) {
            files.put(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8));
        }
        return files;
    }

    @BeforeEach
    void anna() throws IOException {
        data = folder.resolve("data");
        backup = folder.resolve("backup.sqlite");
        done("athlete add anna --sex female");
        new ProgrammeFolder(data)
                .save(HealthExamples.cleared("anna", AthleteCommand.today().toString()));
        done("plan new anna --muscles calf");
        done("plan set anna calf:left --hold-ms 40000 --by kim --reason eases");
        done("athlete note anna --soreness 4 --at 24h --place calf:left");
        Path plan = new ProgrammeFolder(data).planFile("anna", 2);
        Files.writeString(plan, Files.readString(plan) + "# by hand\n");
        assertTrue(done("sessions backup " + backup).out().contains("0 frames and 1 athlete copied"));
    }

    @Test
    void everythingOfAPersonComesBackAfterItWasDeleted() throws IOException {
        Map<String, String> before = files();
        assertEquals(5, before.size(), before.keySet().toString());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        done("athlete delete anna --yes");
        assertEquals(Map.of(), files());
        Ran restored = done("sessions restore " + backup);
        assertTrue(restored.out().contains("restored the plan of anna, 2 versions"), restored.out());
        assertEquals(before, files());
        assertTrue(done("plan check anna").out().contains("ok: 2 versions of the plan, 2 health entries, 1 notes"));
        Ran again = done("sessions restore " + backup);
        assertTrue(again.out().contains("left as it is, there already: the health answers of anna"), again.out());
        try (Stream<Path> left = Files.list(data)) {
            assertFalse(
                    left.anyMatch(file -> file.getFileName().toString().startsWith(".restore")),
                    "nothing is left over");
        }
    }

    @Test
    void whatGoesOnIsTakenAndWhatIsNewerHereIsLeft() throws IOException {
        Path old = backup;
        done("athlete ill anna");
        done("athlete note anna --undo");
        done("plan undo anna");
        Map<String, String> newer = files();
        Ran left = done("sessions restore " + old);
        assertEquals(newer, files(), left.out());
        backup = folder.resolve("newer.sqlite");
        done("sessions backup " + backup);
        done("athlete delete anna --yes");
        done("sessions restore " + old);
        Ran taken = done("sessions restore " + backup);
        assertTrue(taken.out().contains("restored the health answers of anna"), taken.out());
        assertTrue(taken.out().contains("restored the plan of anna, 1 version"), taken.out());
        assertEquals(newer, files());
    }

    @Test
    void whatDiffersOnBothSidesIsSaidAndNotOverwritten() throws IOException {
        done("plan set anna calf:left --hold-ms 45000 --by kim --reason more");
        done("athlete note anna --soreness 1 --at 24h --place calf:left");
        done("sessions backup " + backup + " --force");
        done("athlete delete anna --yes");
        done("athlete add anna --sex male");
        new ProgrammeFolder(data)
                .save(HealthExamples.cleared(
                        "anna", AthleteCommand.today().minusDays(1).toString()));
        done("plan new anna --muscles foot");
        Map<String, String> here = files();
        Ran refused = run("sessions restore " + backup);
        assertEquals(1, refused.exitCode(), refused.out());
        assertTrue(
                refused.out()
                        .contains("NOT restored, left as it is: the plan of anna, version 1 is another one here: of "),
                refused.out());
        assertTrue(refused.out().contains("the profile of anna, it is another one here"), refused.out());
        assertTrue(
                refused.out().contains("the health answers of anna, both have entries that the other has not"),
                refused.out());
        Map<String, String> after = files();
        assertTrue(after.remove("athletes/anna/notes.json") != null, "there were none here");
        assertEquals(here, after);
    }

    @Test
    void aDamagedFileWithinABackupIsNamedAndNoNameLeadsElsewhere() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + backup);
                Statement statement = connection.createStatement()) {
            statement.execute("update beside_file set content = '{}' where path like '%notes.json'");
            statement.execute("insert into beside_file values ('athletes/../../evil.json', 'x'), ('config.yaml', 'x'),"
                    + " ('athletes/anna/plans/x.yaml', 'x')");
        }
        done("athlete delete anna --yes");
        Ran refused = run("sessions restore " + backup);
        assertEquals(1, refused.exitCode(), refused.out());
        assertTrue(
                refused.out()
                        .contains("NOT restored, damaged: the notes of anna, in the backup"
                                + " athletes/anna/notes.json:1: is no rollscope.notes/1 document"),
                refused.out());
        assertEquals(4, files().size(), "all the others");
        assertFalse(Files.exists(folder.resolve("evil.json")) || Files.exists(data.resolve("config.yaml")));
    }

    @Test
    void aBackupOfBeforeHasSessionsOnly() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + backup);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table beside_file");
        }
        Ran restored = done("sessions restore " + backup);
        assertEquals("0 sessions restored, 0 were there already\n", restored.out());
    }

    @Test
    void checkSaysEveryProblemWithFileAndLine() throws IOException {
        ProgrammeFolder people = new ProgrammeFolder(data);
        Path first = people.planFile("anna", 1);
        assertTrue(done("plan check " + first).out().startsWith("ok: a plan for 2 places"));
        Files.writeString(first, Files.readString(first).replace("hold_ms: 30000", "hold_ms: 1"));
        Files.writeString(people.notesFile("anna"), "{");
        Files.writeString(data.resolve("athletes/anna.json"), "[]");
        Path odd = first.resolveSibling("7.yaml");
        Files.copy(people.planFile("anna", 2), odd);
        Ran refused = run("plan check anna");
        assertEquals(2, refused.exitCode());
        String said = refused.err();
        assertEquals(4, said.lines().count(), said);
        assertTrue(said.contains("anna.json:1: is no rollscope.athlete/"), said);
        assertTrue(said.contains("notes.json:1: "), said);
        assertTrue(said.contains("0001.yaml:"), said);
        assertTrue(said.contains("7.yaml: holds version 2 of athlete 'anna'; its name and folder must say so"), said);
        Files.delete(first);
        assertTrue(run("plan check anna").err().contains("0002.yaml: is based on version 1, which is not there"));
        assertEquals(1, run("plan check " + first).exitCode(), "no such file");
        Ran document = run("plan check anna --json");
        assertEquals(2, document.exitCode());
        assertTrue(document.out().contains("\"problems\""), document.out());
        assertEquals(1, run("plan check nobody").exitCode());
    }
}
