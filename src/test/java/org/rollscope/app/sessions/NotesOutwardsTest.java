package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.plan.FirstPlan;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.screening.HealthExamples;

/** What athletes noted, and whether it works, in exports, reports and the day's work. */
class NotesOutwardsTest {
    @TempDir
    static Path folder;

    private static Path data;
    private static List<String> sessionIds;

    private static Ran run(String words, String... more) {
        return Ran.of(Stream.of(words.split(" "), more, new String[] {"--data", data.toString()})
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    private static Ran done(String words, String... more) {
        Ran ran = run(words, more);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    /** Anna rolled three and two days ago and yesterday and noted; Ben rolled once, Cleo noted and never rolled. */
    @BeforeAll
    static void record() throws IOException {
        data = folder.resolve("data");
        Path shared = folder.resolve("shared");
        Ran made = Ran.of(
                "simulate", "--scenario", "coached", "--seed", "7", "--seconds", "60", "--out", shared.toString());
        assertEquals(0, made.exitCode(), made.err());
        String subject = Files.readString(shared.resolve("session.json"));
        for (String athleteId : List.of("anna", "ben", "cleo")) {
            done("athlete add " + athleteId);
            new ProgrammeFolder(data)
                    .save(HealthExamples.cleared(
                            athleteId, AthleteCommand.today().toString()));
        }
        for (int daysAgo : new int[] {3, 2, 1}) {
            roll(shared, subject, "anna", daysAgo);
        }
        roll(shared, subject, "ben", 4);
        new ProgrammeFolder(data)
                .save(FirstPlan.of(
                        "anna",
                        Experience.NEW,
                        HoldPreset.USUAL,
                        FirstPlan.places(Muscle.QUADRICEPS),
                        AthleteCommand.today().minusDays(7).toString()));
        String day = AthleteCommand.today().minusDays(2).toString();
        done("athlete note anna --soreness 4.5 --at 24h --place quadriceps:left --date " + day);
        done("athlete note anna --soreness 9 --at 24h --place quadriceps:left --date " + day);
        done("athlete note anna --undo");
        done("athlete note anna --rom 12.5 --test knee-to-wall --at before --place calf:left --date " + day);
        done("athlete note anna --rom 90 --test my-reach --unit deg --at after --place glutes:right --date " + day);
        done("athlete note cleo --soreness 1 --at 24h --place calf:left --date " + day);
        sessionIds = new ArrayList<>();
        for (JsonNode session :
                JsonOutput.JSON.readTree(done("sessions list --json").out()).required("sessions")) {
            sessionIds.add(session.required("session_id").asText());
        }
        Collections.sort(sessionIds); // by their start: Ben's, then Anna's
    }

    private static void roll(Path shared, String subject, String athleteId, int daysAgo) throws IOException {
        Files.writeString(shared.resolve("session.json"), subject.replace("\"simulated\"", "\"" + athleteId + "\""));
        done("import " + shared.resolve("session.rsw") + " --started-at "
                + AthleteCommand.today().minusDays(daysAgo) + "T10:00:00Z");
    }

    private static Path export(String name, String words, String... more) {
        Path out = folder.resolve(name);
        done("export " + words + " --out " + out, more);
        return out;
    }

    @Test
    void bidsHasAFileForEachThingThatIsMeasuredWith() throws IOException {
        Path out = export("bids", "--all --format bids");
        List<String> soreness = Files.readAllLines(out.resolve("phenotype/soreness.tsv"));
        assertEquals(
                "participant_id\tsoreness_24h_quadriceps_left_nrs\tsoreness_24h_quadriceps_left_count",
                soreness.get(0));
        List<String> participants = Files.readAllLines(out.resolve("participants.tsv"));
        assertEquals(
                participants,
                soreness.stream().map(row -> row.split("\t", -1)[0]).toList());
        assertTrue(soreness.get(2).endsWith("\tn/a\t0"), "Ben noted nothing: " + soreness);
        assertTrue(soreness.get(1).endsWith("\t4.5\t1"), "what was taken back does not count: " + soreness);
        JsonNode described = JsonOutput.JSON.readTree(
                out.resolve("phenotype/knee_to_wall.json").toFile());
        assertTrue(
                described.at("/MeasurementToolMetadata/Description").asText().contains("Toe to wall"),
                described.toString());
        assertEquals(
                "mm", described.at("/knee_to_wall_before_calf_left_mm/Units").asText());
        assertEquals(
                "knee to wall, left calf, before rolling",
                described.at("/knee_to_wall_before_calf_left_mm/LongName").asText());
        assertTrue(Files.readString(out.resolve("phenotype/my_reach_angle.tsv")).contains("\t" + Math.PI / 2 + "\t1"));
        assertTrue(Files.readString(out.resolve("SHA256SUMS")).contains("phenotype/soreness.tsv"));
        String notes = Files.readString(out.resolve("sourcedata/documents/notes.csv"));
        assertEquals(4, notes.lines().count(), "each note, of who rolled and was not taken back: " + notes);
    }

    @Test
    void everyFormatHasTheNotesOnceAndSaysWhatTheyAre() throws IOException {
        Path out = export("all", "--all --format csv,parquet,fit,edf,hdf5");
        String notes = Files.readString(out.resolve("csv/notes.csv"));
        assertEquals(4, notes.lines().count(), notes);
        assertTrue(notes.contains(",before,calf,left,motion_length,knee-to-wall,,125.0,"), notes);
        assertFalse(notes.contains("anna") || notes.contains("cleo"), notes);
        assertTrue(Files.exists(out.resolve("parquet/notes.parquet")));
        assertEquals(notes, Files.readString(out.resolve("fit/documents/notes.csv")));
        assertEquals(notes, Files.readString(out.resolve("hdf5/documents/notes.csv")));
        String sums = Files.readString(out.resolve("SHA256SUMS"));
        for (String word : List.of("csv", "parquet", "fit", "edf", "hdf5")) {
            JsonNode dictionary = JsonOutput.JSON.readTree(
                    out.resolve(word + "/documents/data-dictionary.json").toFile());
            assertTrue(
                    dictionary.findValuesAsText("name").contains("notes")
                            && dictionary.toString().contains("soreness_nrs"),
                    word);
            assertTrue(
                    sums.contains(
                            word + (word.equals("csv") || word.equals("parquet") ? "/notes." : "/documents/notes.")),
                    word);
            assertTrue(Files.readString(out.resolve(word + "/README.txt")).contains("as athletes noted them"), word);
        }
    }

    @Test
    void withoutNotesThereIsNoFileOfThem() throws IOException {
        Path bens = export("bens", sessionIds.get(0) + " --format bids,parquet,csv,fit");
        Path none = export("none", "--all --format bids,parquet --without-notes");
        for (Path out : List.of(bens, none)) {
            try (Stream<Path> files = Files.walk(out)) {
                assertEquals(
                        List.of(),
                        files.filter(file -> file.getFileName().toString().matches("notes.*|phenotype"))
                                .toList());
            }
            assertFalse(Files.readString(out.resolve("parquet/documents/data-dictionary.json"))
                    .contains("soreness"));
        }
    }

    @Test
    void theReportShowsWhetherItWorksAsPlanEffectDoes() throws IOException, SettingsException {
        Path file = folder.resolve("anna.html");
        done("report " + sessionIds.get(3) + " --out " + file);
        String page = Files.readString(file);
        assertTrue(page.contains("<h2>Is it working</h2>"), page);
        assertTrue(page.contains("<td>soreness (24h)</td><td>4.5</td><td>4.5 to 4.5</td><td>n 1 notes</td>"), page);
        assertTrue(page.contains("too few to say"), page);
        assertTrue(page.contains("time to release (release): median time"), "formulas");
        assertTrue(page.contains("whether rolling did it, it cannot say"), page);
        for (JsonNode figure :
                JsonOutput.JSON.readTree(done("plan effect anna --json").out()).required("figures")) {
            if (!figure.path("measure").asText().equals("dose")) { // a week later has one week more without a session
                assertTrue(page.contains("<td>" + figure.path("statement").asText()), figure.toString());
            }
        }
        assertFalse(page.contains("NaN"), page);
        Ran printed = run("report " + sessionIds.get(3) + " --out " + folder.resolve("anna.pdf"));
        assertEquals(0, printed.exitCode(), printed.err());
    }

    @Test
    void aFirstSessionHasNoSuchSectionAndADamagedPlanIsNamed() throws IOException {
        for (int first : new int[] {0, 1}) {
            Path file = folder.resolve("first" + first + ".html");
            done("report " + sessionIds.get(first) + " --out " + file);
            assertFalse(Files.readString(file).contains("Is it working"), "nothing was before it");
        }
        Path plan = new ProgrammeFolder(data).planFile("anna", 2);
        Files.writeString(plan, "schema: rollscope.plan/1\nathlete_id: anna\nfoo: 1\n");
        Ran refused = run("report " + sessionIds.get(3) + " --out " + folder.resolve("none.html"));
        Files.delete(plan);
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("0002.yaml:3: "), refused.err());
        assertFalse(Files.exists(folder.resolve("none.html")));
    }

    @Test
    void theDaysWorkSaysWhichSorenessIsToBeNoted() throws IOException {
        String asked = done("plan today anna").out();
        assertTrue(
                asked.contains(
                        "how sore is it? soreness 24 h after rolling, left quadriceps: rollscope athlete note anna"
                                + " --soreness 0..10 --at 24h --place quadriceps:left\n"),
                asked);
        assertTrue(asked.contains("soreness 48 h after rolling, left quadriceps:"), asked);
        JsonNode due =
                JsonOutput.JSON.readTree(done("plan today anna --json").out()).required("due_notes");
        assertEquals(2, due.size());
        assertEquals("48h", due.path(1).path("at").asText());
    }
}
