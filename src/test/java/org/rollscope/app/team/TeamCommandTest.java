package org.rollscope.app.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.config.SettledPlans;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.screening.HealthExamples;

/** An athlete's machine and a coach's, with a folder between them. */
class TeamCommandTest {
    private static final BodyPlace CALF = new BodyPlace(Muscle.CALF, Side.LEFT);

    @TempDir
    private Path folder;

    private Path athletes;
    private Path coachs;
    private Path team;

    private static Ran run(Path data, String words) {
        return Ran.of(Stream.concat(Stream.of(words.split(" ")), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    }

    private static Ran done(Path data, String words) {
        Ran ran = run(data, words);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    private Ran share(Path data) {
        return run(data, "team share anna --to " + team);
    }

    private Ran fetch(Path data, String more) {
        return run(data, ("team fetch anna --from " + team + " " + more).strip());
    }

    private static void set(Path data, int holdMs, String by) {
        done(data, "plan set anna calf:left --hold-ms " + holdMs + " --by " + by + " --reason by-" + by);
    }

    private static List<Plan> plans(Path data) throws SettingsException {
        return new ProgrammeFolder(data).plans("anna");
    }

    private static int holdMs(Path data) throws SettingsException {
        Plan plan = new ProgrammeFolder(data).plan("anna").orElseThrow();
        return plan.find(CALF).orElseThrow().dose().holdMs();
    }

    /** Both have version 1. */
    @BeforeEach
    void both() throws IOException {
        athletes = folder.resolve("athletes");
        coachs = folder.resolve("coachs");
        team = Files.createDirectories(folder.resolve("team"));
        done(athletes, "athlete add anna");
        String today = AthleteCommand.today().toString();
        new ProgrammeFolder(athletes)
                .save(HealthExamples.answering(
                        HealthExamples.cleared("anna", today),
                        "varicose_veins",
                        List.of(new BodyPlace(Muscle.FOOT, Side.RIGHT)),
                        today));
        done(athletes, "plan new anna --muscles calf");
        done(coachs, "athlete add anna");
        done(athletes, "athlete sharing anna plan --agree");
        assertEquals(0, share(athletes).exitCode());
        assertEquals(0, fetch(coachs, "").exitCode());
    }

    @Test
    void whatTheCoachChangesComesToTheAthleteAndBack() throws SettingsException {
        set(coachs, 40_000, "kim");
        Ran shared = share(coachs);
        assertTrue(shared.out().contains("shared version 2 of"), shared.out() + shared.err());
        Ran seen = fetch(athletes, "--dry-run");
        assertTrue(seen.out().contains("new there: version 2 of") && seen.out().contains("by kim: by-kim"), seen.out());
        assertEquals(1, plans(athletes).size());
        assertEquals(0, fetch(athletes, "").exitCode());
        assertEquals(40_000, holdMs(athletes));
        assertEquals(plans(coachs), plans(athletes));
        done(athletes, "plan undo anna");
        assertEquals(30_000, holdMs(athletes));
        assertEquals(0, share(athletes).exitCode());
        assertTrue(done(coachs, "team list " + team).out().contains("version 3 of"), "the list");
        assertEquals(0, fetch(coachs, "").exitCode());
        assertEquals(30_000, holdMs(coachs));
        assertTrue(fetch(coachs, "").out().contains("nothing new: both have version 3"));
    }

    @Test
    void whereBothChangedItBothAreShownAndNothingIsOverwritten() throws Exception {
        set(coachs, 40_000, "kim");
        assertEquals(0, share(coachs).exitCode());
        set(athletes, 35_000, "anna");
        set(athletes, 36_000, "anna");
        List<Plan> mine = plans(athletes);
        for (Ran refused : List.of(share(athletes), fetch(athletes, ""), fetch(athletes, "--keep mine --dry-run"))) {
            assertEquals(1, refused.exitCode(), refused.out());
            assertTrue(refused.err().contains("both sides changed the plan of anna after version 1"), refused.err());
            assertTrue(refused.out().contains("mine:    version 3 of"), refused.out());
            assertTrue(refused.out().contains("theirs:  version 2 of"), refused.out());
            assertTrue(refused.out().contains("by kim: by-kim"), refused.out());
            assertTrue(refused.out().contains("    mine:   hold 36 s"), refused.out());
            assertTrue(refused.out().contains("    theirs: hold 40 s"), refused.out());
            assertEquals(mine, plans(athletes));
        }
        Ran listed = done(athletes, "team list " + team + " --json");
        assertEquals(
                "conflict",
                JsonOutput.JSON.readTree(listed.out()).at("/athletes/0/state").asText());
        Ran document = fetch(athletes, "--json");
        assertEquals(1, document.exitCode());
        JsonNode said = JsonOutput.JSON.readTree(document.out());
        assertEquals(1, said.path("common_version").asInt());
        assertEquals(2, said.path("mine").size());
        assertEquals("calf", said.at("/differences/0/muscle").asText());

        assertEquals(0, fetch(athletes, "--keep mine --by anna").exitCode());
        assertEquals(36_000, holdMs(athletes));
        assertEquals(
                2, new SettledPlans(new ProgrammeFolder(athletes)).aside("anna").size(), "as they were");
        done(athletes, "plan check anna");
        assertEquals(0, share(athletes).exitCode());
        assertEquals(0, fetch(coachs, "").exitCode());
        assertEquals(36_000, holdMs(coachs));
        assertEquals(plans(coachs), plans(athletes));
        done(coachs, "plan undo anna");
        assertEquals(40_000, holdMs(coachs), "undone, theirs holds");
    }

    @Test
    void theirsKeptLeavesMineInTheHistory() throws SettingsException {
        set(coachs, 40_000, "kim");
        assertEquals(0, share(coachs).exitCode());
        for (int index = 0; index < 4; index++) {
            set(athletes, 31_000 + 1000 * index, "anna");
        }
        assertEquals(0, fetch(athletes, "--keep theirs --by anna").exitCode());
        assertEquals(40_000, holdMs(athletes));
        assertEquals(4, plans(athletes).size(), "1, theirs, mine, theirs; the rest lies aside");
        assertEquals(
                4, new SettledPlans(new ProgrammeFolder(athletes)).aside("anna").size());
        done(athletes, "plan undo anna");
        assertEquals(34_000, holdMs(athletes));
        done(athletes, "plan check anna");
        Path backup = folder.resolve("backup.sqlite");
        done(athletes, "sessions backup " + backup);
        List<Plan> before = plans(athletes);
        done(athletes, "athlete delete anna --yes");
        Ran restored = done(athletes, "sessions restore " + backup);
        assertTrue(restored.out().contains("restored the sharing of anna"), restored.out());
        assertEquals(before, plans(athletes));
        assertEquals(
                4, new SettledPlans(new ProgrammeFolder(athletes)).aside("anna").size());
    }

    @Test
    void aStrangersFileIsRefusedWithEveryProblem() throws IOException, SettingsException {
        set(coachs, 40_000, "kim");
        assertEquals(0, share(coachs).exitCode());
        Path plans = team.resolve("anna/plans");
        Path second = plans.resolve("0002.yaml");
        String sound = Files.readString(second);
        List<String[]> spoilt = List.of(
                new String[] {
                    sound.replace("40000", "999999"), "0002.yaml:", "hold_ms must be 20000..120000, was 999999"
                },
                new String[] {
                    sound.replace("athlete_id: anna", "athlete_id: ben"),
                    "is a plan of athlete 'ben', not of 'anna'",
                    ""
                },
                new String[] {sound + "evil: true\n", "unknown key 'evil'", "0002.yaml:"},
                new String[] {sound.replace("version: 2", "version: 7"), "holds version 7; its name must say so", ""},
                new String[] {sound.replaceAll("reviewed_on: .*", "reviewed_on: \"2099-01-01\""), "yet to come", ""},
                new String[] {sound.replace("by: kim", "by: \"k\\e[2J\""), "by has signs that are no text", ""},
                new String[] {
                    sound.replaceAll("ceiling_ratio: [0-9.]+", "ceiling_ratio: 1.5"),
                    "ceiling_ratio must be up to 1",
                    ""
                },
                new String[] {"#" + "x".repeat(300_000) + "\n" + sound, "is larger than 256 kB", ""},
                new String[] {"a: &a [x,x]\n", "is no rollscope.plan/1 document", ""});
        for (String[] one : spoilt) {
            Files.writeString(second, one[0]);
            for (Path data : List.of(athletes, coachs)) {
                Ran refused = fetch(data, "");
                assertEquals(2, refused.exitCode(), one[1]);
                assertTrue(refused.err().contains(one[1]) && refused.err().contains(one[2]), refused.err());
                assertFalse(refused.err().contains("\u001b"), "nothing reaches the terminal");
            }
        }
        Files.writeString(second, sound);
        Files.writeString(plans.resolve("0002.sync-conflict-1.yaml"), sound);
        assertTrue(fetch(athletes, "").err().contains("0002.sync-conflict-1.yaml: is no version of a plan"));
        assertEquals(2, run(athletes, "team list " + team).exitCode());
        Files.delete(plans.resolve("0002.sync-conflict-1.yaml"));
        Files.delete(second);
        Files.createSymbolicLink(second, plans.resolve("0001.yaml"));
        assertTrue(fetch(athletes, "").err().contains("0002.yaml: is no plain file"));
        Files.delete(second);
        Files.writeString(plans.resolve("0003.yaml"), sound.replace("version: 2", "version: 3"));
        assertTrue(fetch(athletes, "").err().contains("0002.yaml: is missing, and later versions are there"));
        assertEquals(1, plans(athletes).size(), "nothing of it was taken");
        assertEquals(1, run(athletes, "team fetch nobody --from " + team).exitCode());
        assertEquals(
                3,
                run(athletes, "team fetch anna --from " + folder.resolve("none"))
                        .exitCode());
    }

    private String everythingShared() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(team)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(file.getFileName()).append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void whatTheAthleteHasNotAgreedToIsNotShared() throws IOException {
        done(athletes, "athlete note anna --soreness 4 --at 24h --place calf:left");
        assertEquals(0, share(athletes).exitCode());
        String shared = everythingShared();
        for (String secret : List.of("clearance", "varicose", "guided", "due_on", "screening", "soreness", "consent")) {
            assertFalse(shared.contains(secret), secret);
        }
        done(athletes, "athlete sharing anna clearance --agree");
        assertTrue(share(athletes).out().contains("told: whether anna may be guided, without reasons"));
        shared = everythingShared();
        assertTrue(shared.contains("\"guided\" : true"), shared);
        assertFalse(shared.contains("varicose") || shared.contains("foot:right"), shared);
        done(athletes, "athlete sharing anna reasons --agree");
        assertEquals(0, share(athletes).exitCode());
        Ran told = fetch(coachs, "");
        assertTrue(
                told.out().contains("may be guided as of") && told.out().contains("left out: foot:right"), told.out());
        done(athletes, "athlete sharing anna plan --agree");
        assertEquals(0, share(athletes).exitCode());
        assertFalse(everythingShared().contains("clearance"), "a step back takes it away");
        done(athletes, "athlete sharing anna --withdraw");
        set(athletes, 35_000, "anna");
        Ran refused = share(athletes);
        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("rollscope athlete sharing anna plan"), refused.err());
        done(athletes, "team take-back anna --from " + team);
        assertEquals("", everythingShared());
        Ran back = share(coachs);
        assertEquals(1, back.exitCode(), "a coach cannot put back what was taken back");
    }

    @Test
    void whoIsForgottenIsForgottenInTheFolderToo() throws IOException {
        Ran deleted = done(athletes, "athlete delete anna --yes");
        assertTrue(deleted.err().contains("1 shared files removed from " + team), deleted.err());
        assertEquals("", everythingShared());
    }

    @Test
    void agreementIsWrittenDownAndAskedFor() throws IOException {
        JsonNode shown = JsonOutput.JSON.readTree(
                done(athletes, "athlete sharing anna --json").out());
        assertEquals("plan", shown.path("level").asText());
        assertEquals(team.toString(), shown.at("/folders/0").asText());
        for (String wrong : List.of("none", "everything", "--agree", "plan --withdraw")) {
            assertEquals(2, run(athletes, "athlete sharing anna " + wrong).exitCode(), wrong);
        }
        Ran german = done(athletes, "athlete sharing anna reasons --agree --lang de");
        assertTrue(german.err().contains("welche Muskeln ausgelassen werden"), german.err());
        Path file = new ProgrammeFolder(athletes).sharingFile("anna");
        Files.writeString(file, "{}");
        Ran damaged = share(athletes);
        assertEquals(2, damaged.exitCode());
        assertTrue(damaged.err().contains("sharing.json:1: is no rollscope.sharing/1 document"), damaged.err());
    }
}
