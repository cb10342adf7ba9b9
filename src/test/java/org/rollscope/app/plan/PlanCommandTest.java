package org.rollscope.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.app.sessions.RecordedBouts;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.programme.plan.FirstPlan;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.progress.Bout;
import org.rollscope.programme.screening.HealthExamples;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.StoredSession;
import org.rollscope.store.SqliteSessionArchive;

/** Plans as they are typed. */
class PlanCommandTest {
    private static final BodyPlace QUADRICEPS = new BodyPlace(Muscle.QUADRICEPS, Side.LEFT);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void simulate() {
        Ran ran = Ran.of(
                "simulate", "--scenario", "coached", "--seed", "7", "--seconds", "90", "--out", shared.toString());
        assertEquals(0, ran.exitCode(), ran.err());
    }

    private Ran run(String... words) {
        return Ran.of(Stream.of(words, new String[] {"--data", folder.toString()})
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    private Ran done(String... words) {
        Ran ran = run(words);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    private JsonNode json(String... words) throws IOException {
        return JsonOutput.JSON.readTree(
                done(Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new))
                        .out());
    }

    private static LocalDate today() {
        return AthleteCommand.today();
    }

    private void cleared(String athleteId) throws IOException {
        done("athlete", "add", athleteId);
        new ProgrammeFolder(folder).save(HealthExamples.cleared(athleteId, today().toString()));
    }

    @BeforeEach
    void anna() throws IOException {
        cleared("anna");
    }

    @Test
    void aFirstPlanFollowsTheExperienceAndShowsPressures() throws IOException {
        done("athlete", "set", "anna", "--experience", "some");
        Ran made = done("plan", "new", "anna", "--muscles", "foot,calf", "--preset", "sustained");
        assertTrue(made.err().contains("It is no medical device"), made.err());
        JsonNode first = json("plan", "show", "anna").path("prescriptions").path(0);
        assertEquals("foot", first.path("muscle").asText());
        assertEquals("ball", first.path("tool").asText());
        assertEquals(4, first.path("sessions_per_week_count").asInt());
        double ceilingKpa = json("athlete", "show", "anna", "--all")
                .path("bands")
                .path(0)
                .path("ceiling_kpa")
                .asDouble();
        assertEquals(0.8 * ceilingKpa, first.path("ceiling_kpa").asDouble(), 1e-9);
        assertEquals(1, run("plan", "new", "anna").exitCode(), "there is one already");
    }

    @Test
    void aCoachSetsUndoesAndEverythingStaysToBeRead() throws IOException {
        done("plan", "new", "anna", "--muscles", "calf");
        Ran set = done(
                "plan",
                "set",
                "anna",
                "calf:left",
                "lumbar:middle",
                "--hold-ms",
                "40000",
                "--tool",
                "ball",
                "--by",
                "kim",
                "--reason",
                "eases well");
        assertTrue(set.out().contains("left calf") && set.out().contains("2 spots of 40 s"), set.out());
        assertEquals(3, json("plan", "show", "anna").path("prescriptions").size());
        done("plan", "set", "anna", "calf:right", "--remove", "--by", "kim", "--reason", "sore knee");
        assertEquals(2, json("plan", "show", "anna").path("prescriptions").size());
        done("plan", "undo", "anna", "--by", "kim");
        assertEquals(3, json("plan", "show", "anna").path("prescriptions").size());
        done("plan", "undo", "anna");
        JsonNode begun = json("plan", "show", "anna");
        assertEquals(2, begun.path("prescriptions").size());
        assertEquals(30_000, begun.path("prescriptions").path(0).path("hold_ms").asInt());
        assertEquals(1, run("plan", "undo", "anna").exitCode());
        assertEquals(5, json("plan", "history", "anna").path("versions").size());
        Ran history = done("plan", "history", "anna");
        assertTrue(history.out().contains("kim: sore knee"), history.out());
        assertTrue(history.out().contains("version 3 undone: as version 2"), history.out());
    }

    @Test
    void whatAPlanRefusesIsOneLine() {
        done("plan", "new", "anna", "--muscles", "calf");
        String[] set = {"plan", "set", "anna", "calf:left", "--by", "kim", "--reason", "x"};
        for (String[] wrong : new String[][] {{"--hold-ms", "1000"}, {"--ceiling-ratio", "1.2"}, {"--days", "9"}, {}}) {
            Ran refused = run(Stream.concat(Stream.of(set), Stream.of(wrong)).toArray(String[]::new));
            assertEquals(2, refused.exitCode(), String.join(" ", wrong));
            assertEquals(1, refused.err().lines().count(), refused.err());
        }
        assertEquals(
                2,
                run("plan", "set", "anna", "knee:left", "--days", "3", "--by", "k", "--reason", "x")
                        .exitCode());
        assertEquals(1, run("plan", "show", "nobody").exitCode());
    }

    @Test
    void todayIsInOrderAndLeavesOutWhatTheScreeningDoes() throws IOException {
        new ProgrammeFolder(folder)
                .save(HealthExamples.answering(
                        HealthExamples.cleared("anna", today().toString()),
                        "varicose_veins",
                        List.of(new BodyPlace(Muscle.CALF, Side.LEFT)),
                        today().toString()));
        Ran made = done("plan", "new", "anna");
        assertTrue(made.err().contains("left calf is left out by the screening"), made.err());
        Ran today = done("plan", "today", "anna");
        assertTrue(today.out().contains("1. right calf"), today.out());
        assertTrue(today.out().contains("7. right glutes"), today.out());
        assertTrue(
                today.out().startsWith("Rollscope measures and guides self-massage. It is no medical device"),
                today.out());
        Ran before = done("plan", "today", "anna", "--context", "pre_workout");
        assertTrue(before.out().contains("nothing is due today"), before.out());
    }

    /** Sessions of a simulated athlete on the left quadriceps, so many days ago. */
    private void rolled(int... daysAgo) throws IOException {
        Path subject = shared.resolve("session.json");
        Files.writeString(subject, Files.readString(subject).replace("\"simulated\"", "\"anna\""));
        for (int days : daysAgo) {
            done(
                    "import",
                    shared.resolve("session.rsw").toString(),
                    "--started-at",
                    today().minusDays(days) + "T10:00:00Z");
        }
    }

    @Test
    void recordedSessionsSayWhatAReviewAsksFor() throws IOException, ArchiveException {
        rolled(3);
        try (SessionArchive archive = SqliteSessionArchive.open(folder)) {
            StoredSession stored = archive.sessions().get(0);
            List<Bout> bouts = RecordedBouts.of(archive.sessions(), "anna");
            assertEquals(1, bouts.size());
            assertEquals(List.of(), RecordedBouts.of(archive.sessions(), "ben"));
            Bout bout = bouts.get(0);
            SessionSummary summary = Objects.requireNonNull(stored.closed()).summary();
            assertEquals(stored.record().sessionId(), bout.sessionId());
            assertEquals(QUADRICEPS, bout.place());
            assertEquals(today().minusDays(3), bout.day());
            assertEquals(stored.record().band().ceilingKpa(), bout.load().ceilingKpa());
            assertEquals(summary.meanPressureKpa(), bout.load().meanKpa());
            assertEquals(summary.rollMs(), bout.done().rolledMs());
            assertTrue(summary.holdCount() > 0, "the simulated athlete holds");
            assertEquals(summary.holdCount(), bout.done().holdsMs().size());
            assertEquals(
                    summary.holdMs(),
                    bout.done().holdsMs().stream().mapToLong(Long::longValue).sum(),
                    summary.holdCount());
            assertEquals(
                    summary.figures().whole(SessionSummary.GUARDING_COUNT, -1),
                    bout.response().guardingCount());
            assertEquals(
                    summary.figures().whole(SessionSummary.RELEASE_COUNT, -1),
                    bout.response().releaseCount());
            assertTrue(bout.response().releaseAfterMs() > 0);
            assertTrue(Double.isNaN(bout.response().painNrs()), "nobody said a pain");
        }
    }

    @Test
    void aReviewOfRecordedSessionsIsDueAfterAWeekAndKept() throws IOException {
        rolled(5, 3, 1);
        Plan plan = FirstPlan.of(
                "anna",
                Experience.NEW,
                HoldPreset.USUAL,
                FirstPlan.places(Muscle.QUADRICEPS),
                today().minusDays(7).toString());
        new ProgrammeFolder(folder).save(plan);
        Ran today = done("plan", "today", "anna");
        assertTrue(today.out().contains("not today: left quadriceps, done on 3 of 3 days"), today.out());
        Ran dry = done("plan", "advance", "anna", "--dry-run");
        assertTrue(dry.out().contains("version 2"), dry.out());
        assertEquals(1, json("plan", "show", "anna").path("version").asInt());
        JsonNode review = json("plan", "advance", "anna");
        JsonNode left = review.path("changes").path(0);
        JsonNode right = review.path("changes").path(1);
        assertEquals("guarding", left.path("rule").asText(), "the simulated athlete guards in every session");
        assertEquals("up to 0.700 of the ceiling", left.path("before").asText());
        assertEquals("up to 0.630 of the ceiling", left.path("after").asText());
        assertEquals("missed_week", right.path("rule").asText(), "the right side was never rolled");
        assertEquals("hold 27 s", right.path("after").asText());
        Ran again = run("plan", "advance", "anna");
        assertEquals(1, again.exitCode());
        assertTrue(again.err().contains("the next review is due on " + today().plusDays(7)), again.err());
        done("plan", "undo", "anna");
        assertEquals(plan.prescriptions(), kept().prescriptions(), "an undone review is as if it had not been");
    }

    @Test
    void effectSaysWhatThereIsAndNoTrendFromTwoSessions() throws IOException {
        assertTrue(done("plan", "effect", "anna").out().contains("nothing yet"));
        rolled(9, 1);
        new ProgrammeFolder(folder)
                .save(FirstPlan.of(
                        "anna",
                        Experience.NEW,
                        HoldPreset.USUAL,
                        List.of(QUADRICEPS),
                        today().minusDays(13).toString()));
        done("athlete", "note", "anna", "--soreness", "4", "--at", "24h", "--place", "quadriceps:left");
        JsonNode document = json("plan", "effect", "anna", "--weeks", "4");
        assertEquals(today().minusDays(27).toString(), document.path("from").asText());
        for (JsonNode figure : document.path("figures")) {
            assertEquals("too_few", figure.path("verdict").asText(), figure.toString());
        }
        JsonNode adherence = document.path("figures").path(0);
        assertEquals("adherence", adherence.path("measure").asText());
        assertEquals(2.0 / 6, adherence.path("value").asDouble(), 1e-12);
        assertEquals(6, adherence.path("count").asInt());
        Ran words = done("plan", "effect", "anna", "--weeks", "4", "--formulas");
        assertTrue(
                words.out().contains("adherence: 33 %, weeks 33 % to 33 %, n 6 days planned; too few to say (2 weeks"),
                words.out());
        assertTrue(words.out().contains("soreness (24h): 4.0"), words.out());
        assertTrue(words.out().contains("time to release (release): median time"), words.out());
        assertEquals(2, run("plan", "effect", "anna", "--weeks", "0").exitCode());
        assertEquals(1, run("plan", "effect", "nobody").exitCode());
    }

    private Plan kept() {
        try {
            return new ProgrammeFolder(folder).plan("anna").orElseThrow();
        } catch (org.rollscope.config.SettingsException damaged) {
            throw new AssertionError(damaged);
        }
    }

    @Test
    void aDamagedLogGuidesNobody() throws IOException {
        done("plan", "new", "anna");
        Files.writeString(new ProgrammeFolder(folder).healthFile("anna"), "{}");
        Ran refused = run("plan", "today", "anna");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("health.json:1: is no rollscope.health/1 document"), refused.err());
    }

    @Test
    void simulatedWeeksArePrintedAndTheSameEachTime() {
        Ran once = done("plan", "simulate");
        assertEquals(4 * 13, once.out().lines().count());
        assertTrue(once.out().contains("ill in week 6"), once.out());
        assertEquals(once.out(), done("plan", "simulate").out());
        assertEquals(2, run("plan", "simulate", "--weeks", "0").exitCode());
    }

    @Test
    void rulesAreShown() {
        Ran rules = done("plan", "rules");
        assertTrue(rules.out().contains("T14  Inner thigh"), rules.out());
        assertTrue(rules.out().contains("not yet: The roller knows"), rules.out());
    }
}
