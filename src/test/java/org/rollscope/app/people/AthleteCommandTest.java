package org.rollscope.app.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.Subject;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.config.AthleteFolder;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.SettingsException;
import org.rollscope.config.ShippedSettings;
import org.rollscope.store.ArchiveFiles;
import org.rollscope.store.SqliteSessionArchive;

class AthleteCommandTest {
    /** Athlete of the sessions in the recorded archive. */
    private static final String RECORDED = "simulated";

    @TempDir
    private Path folder;

    private Ran athlete(String... words) {
        return Ran.of(Stream.of(new String[] {"athlete"}, words, new String[] {"--data", folder.toString()})
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    private Ran done(String... words) {
        Ran ran = athlete(words);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    private JsonNode band(String athleteId) throws IOException {
        return JsonOutput.JSON
                .readTree(done("show", athleteId, "--json").out())
                .path("bands")
                .path(0);
    }

    private void addWithRamp() {
        done("add", "anna-1", "--sex", "female");
        done(
                "set",
                "anna-1",
                "--ramp",
                "quadriceps:right:3=22,6=38,7=44",
                "--ramp",
                "quadriceps:right:3=21,6=37,7=45",
                "--ramp",
                "quadriceps:right:3=24,6=40,7=48");
    }

    @Test
    void rampTestGivesTheBandAndEverySourceIsShown() throws IOException {
        addWithRamp();
        JsonNode band = band("anna-1");
        assertEquals(45, band.path("ceiling_kpa").asDouble());
        assertEquals(38, band.path("amber_kpa").asDouble());
        assertEquals(22, band.path("floor_kpa").asDouble());
        assertEquals("ramp_test", band.path("ceiling_source").asText());
        assertEquals(AthleteCommand.today().toString(), band.path("source_date").asText());
        assertEquals(0, band.path("notes").size());
        Ran set = done("set", "anna-1", "--tender", "quadriceps:right", "--care");
        assertTrue(set.out().contains("45.0 kPa  ramp test of "), set.out());
        assertTrue(set.out().contains("x   0.75    a tender spot is marked there"), set.out());
        assertEquals(45 * 0.75 * 0.7, band("anna-1").path("ceiling_kpa").asDouble(), 1e-9);
        done("set", "anna-1", "--not-tender", "quadriceps:right", "--no-care");
        assertEquals(45, band("anna-1").path("ceiling_kpa").asDouble());
    }

    @Test
    void repeatedGuardingLowersAndCanBeUndone() throws IOException {
        addWithRamp();
        done("set", "anna-1", "--guarded", "quadriceps:right=session a");
        done("set", "anna-1", "--guarded", "quadriceps:right=session b");
        assertEquals(40.5, band("anna-1").path("ceiling_kpa").asDouble(), 1e-9);
        assertTrue(
                band("anna-1").path("factors").path(0).path("reason").asText().contains("session b"));
        done("set", "anna-1", "--undo-guarded", "quadriceps:right");
        assertEquals(45, band("anna-1").path("ceiling_kpa").asDouble());
    }

    @Test
    void serviceTakesTheProfileOfTheAthleteInTheSettingsElseTheSettings() throws SettingsException {
        LocalDate today = AthleteCommand.today();
        assertEquals(
                CeilingSource.SETTINGS,
                Subject.of(ShippedSettings.core(), folder, today).band().source());
        done("add", "athlete-1");
        assertEquals(
                CeilingSource.PRIOR,
                Subject.of(ShippedSettings.core(), folder, today).band().source());
        done("set", "athlete-1", "--ramp", "quadriceps:right:3=22,6=38,7=44");
        Subject subject = Subject.of(ShippedSettings.core(), folder, today);
        assertEquals(CeilingSource.RAMP_TEST, subject.band().source());
        assertEquals(44, subject.band().ceilingKpa());
    }

    @Test
    void listShowsAllAndADamagedProfileIsSaidWithItsLine() throws IOException {
        assertTrue(done("list").out().contains("no athletes"));
        addWithRamp();
        assertTrue(done("list").out().startsWith("anna-1"));
        Path file = folder.resolve("athletes/anna-1.json");
        String whole = Files.readString(file);
        assertEquals(
                DocumentJson.readAthlete(whole),
                DocumentJson.readAthlete(DocumentJson.write(DocumentJson.readAthlete(whole))));
        assertTrue(whole.contains("\"muscle\" : \"quadriceps\""), whole);
        Files.writeString(file, whole.replace("contact_area_mm2", "contact_area_cm2"));
        Ran damaged = athlete("show", "anna-1");
        assertEquals(2, damaged.exitCode());
        assertTrue(damaged.err().contains("anna-1.json:5: unknown key 'contact_area_cm2'"), damaged.err());
        assertFalse(damaged.showsStackTrace());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--ramp; quadriceps:right:3=40,6=38,7=44; pressure at pain 3",
                "--ramp; quadriceps:right:3=22,7=44; needs the pressures at pain 3, 6 and 7",
                "--ramp; quadriceps:right:3=22,6=x,7=44; is no number of kPa",
                "--ramp; quadriceps; needs MUSCLE:SIDE=VALUE",
                "--ramp; quads:right:3=22,6=38,7=44; the muscle must be one of foot, calf",
                "--algometer; calf:left=5; 20..2000 kPa",
                "--tender; calf:up; the side left, right or middle",
                "--date; tomorrow; must be a day like",
                "--date; 2999-01-01; is yet to come",
                "--contact-area-mm2; 60; contactAreaMm2 must be",
                "--sex; female; nothing to write down"
            })
    void whatMakesNoSenseIsRefusedInOneLineAndNothingIsWritten(String option, String value, String words)
            throws IOException {
        done("add", "anna-1", "--sex", "female");
        String before = Files.readString(folder.resolve("athletes/anna-1.json"));
        Ran ran = athlete("set", "anna-1", option, value);
        assertEquals(2, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertFalse(ran.showsStackTrace());
        assertEquals(before, Files.readString(folder.resolve("athletes/anna-1.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna Bell", "../evil", ""})
    void idIsAPseudonymAndNoPath(String athleteId) {
        assertEquals(2, athlete("add", athleteId).exitCode());
        assertEquals(1, athlete("show", athleteId).exitCode());
        assertEquals(1, athlete("delete", athleteId, "--yes").exitCode());
    }

    @Test
    void knownIdIsNotOverwritten() {
        addWithRamp();
        assertEquals(1, athlete("add", "anna-1").exitCode());
    }

    private void unpack() throws IOException {
        try (InputStream packed =
                new GZIPInputStream(AthleteCommandTest.class.getResourceAsStream("/recordings/archive-1.sqlite.gz"))) {
            Files.copy(packed, folder.resolve(SqliteSessionArchive.FILE_NAME));
        }
    }

    private int sessionCount() throws IOException {
        return JsonOutput.JSON
                .readTree(Ran.of("sessions", "list", "--json", "--data", folder.toString())
                        .out())
                .path("sessions")
                .size();
    }

    @Test
    void deletionTakesProfileSessionsCopiesAndExportsAndSaysHowMany() throws Exception {
        unpack();
        int sessionCount = sessionCount();
        assertTrue(sessionCount > 1);
        String id = JsonOutput.JSON
                .readTree(Ran.of("sessions", "list", "--json", "--data", folder.toString())
                        .out())
                .path("sessions")
                .path(0)
                .path("session_id")
                .asText();
        assertEquals(
                0,
                Ran.of("sessions", "delete", id, "--yes", "--data", folder.toString())
                        .exitCode());
        String other = JsonOutput.JSON
                .readTree(Ran.of("sessions", "list", "--json", "--data", folder.toString())
                        .out())
                .path("sessions")
                .path(0)
                .path("session_id")
                .asText();
        Path export = folder.resolve("exports/" + other + "-csv");
        Files.createDirectories(export);
        Files.writeString(export.resolve("frames.csv"), "x");
        done("add", RECORDED);
        done("add", "somebody-else");

        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("n\n".getBytes(StandardCharsets.US_ASCII)));
        try {
            assertEquals(1, athlete("delete", RECORDED).exitCode());
        } finally {
            System.setIn(before);
        }
        assertEquals(sessionCount - 1, sessionCount());

        Ran deleted = done("delete", RECORDED, "--yes");
        assertTrue(
                deleted.out().contains("the profile, " + (sessionCount - 1) + " sessions, 1 kept copies, 1 exports"),
                deleted.out());
        assertEquals(0, sessionCount());
        assertFalse(Files.exists(export));
        try (Stream<Path> copies = Files.list(folder.resolve(ArchiveFiles.DELETED_FOLDER_NAME))) {
            assertEquals(0, copies.count());
        }
        assertTrue(new AthleteFolder(folder).find(RECORDED).isEmpty());
        assertTrue(new AthleteFolder(folder).find("somebody-else").isPresent());
        assertEquals(1, athlete("delete", RECORDED, "--yes").exitCode());
    }
}
