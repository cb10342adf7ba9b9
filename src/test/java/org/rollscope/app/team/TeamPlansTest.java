package org.rollscope.app.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.RollerCommand;
import org.rollscope.command.RollerCommand.Plan.PlannedPlace;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Intensity;
import org.rollscope.programme.plan.Manner;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.plan.WorkType;
import org.rollscope.programme.screening.HealthExamples;
import org.rollscope.telemetry.MetricsMessage;

/** A plan that a running service tells, and a coach who sends another. */
class TeamPlansTest {
    private static final BodyPlace CALF = new BodyPlace(Muscle.CALF, Side.LEFT);

    @TempDir
    private Path data;

    private final List<MetricsMessage.Planned> told = new ArrayList<>();
    private TeamPlans plans;

    private Ran done(String words) {
        Ran ran = Ran.of(Stream.concat(Stream.of(words.split(" ")), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    @BeforeEach
    void anna() throws IOException {
        done("athlete add anna");
        new ProgrammeFolder(data)
                .save(HealthExamples.cleared("anna", AthleteCommand.today().toString()));
        done("plan new anna --muscles calf");
        plans = new TeamPlans(data, message -> told.add((MetricsMessage.Planned) message));
    }

    private static RollerCommand.Plan wanted(int basedOnVersion, @Nullable String sha256, int holdMs) {
        PlannedPlace place = new PlannedPlace(
                CALF,
                HoldPreset.USUAL,
                new Dose(3, holdMs, 2),
                new Intensity(0.5, 0.7),
                new Manner(WorkType.GENERAL, Tool.ROLLER, RollContext.ANY));
        return new RollerCommand.Plan(
                "anna", new RollerCommand.Plan.Base(basedOnVersion, sha256), "eases", List.of(place), List.of());
    }

    private Plan plan() throws SettingsException {
        return new ProgrammeFolder(data).plan("anna").orElseThrow();
    }

    private MetricsMessage.Planned.Shared lastTold() {
        return Objects.requireNonNull(told.get(told.size() - 1).shared());
    }

    @Test
    void nothingIsToldOrTakenBeforeTheAthleteAgrees() throws SettingsException {
        plans.look("anna");
        plans.look("anna");
        assertEquals(1, told.size(), "once");
        assertNull(told.get(0).shared());
        CommandAnswer refused = plans.change(wanted(1, null, 40_000), "kim");
        assertFalse(refused.ok());
        assertTrue(refused.message().contains("rollscope athlete sharing anna plan"), refused.message());
        assertEquals(1, plan().origin().version());
        plans.look("nobody of that name");
        assertNull(told.get(1).shared());
    }

    @Test
    void aCoachsVersionIsTakenAndToldAndAnOlderOneIsAConflict() throws SettingsException {
        done("athlete sharing anna plan --agree");
        plans.look("anna");
        assertEquals(1, lastTold().origin().version());
        CommandAnswer taken = plans.change(wanted(1, lastTold().sha256(), 40_000), "kim");
        assertTrue(taken.ok(), taken.message());
        assertEquals(2L, taken.facts().get("version"));
        assertEquals(2, lastTold().origin().version());
        assertEquals("kim", lastTold().origin().by());
        assertEquals(40_000, plan().find(CALF).orElseThrow().dose().holdMs());
        assertEquals(2, plan().prescriptions().size(), "the other side stays");
        assertEquals("eases", plan().origin().reason());
        assertEquals(1, plan().changes().size());

        CommandAnswer late = plans.change(wanted(1, null, 60_000), "lee");
        assertFalse(late.ok());
        assertTrue(
                late.message()
                                .contains(
                                        "the plan is at version 2 and not the version 1 that yours is based on; version 2 of ")
                        && late.message().contains(" by kim"),
                late.message());
        CommandAnswer otherTwo = plans.change(wanted(2, "0".repeat(64), 60_000), "lee");
        assertFalse(otherTwo.ok(), "the same number and another plan");
        assertEquals(2, plan().origin().version());
        assertFalse(plans.change(wanted(2, null, 40_000), "lee").ok(), "nothing changes");
        done("plan undo anna");
        plans.look("anna");
        assertEquals(3, lastTold().origin().version(), "what is typed on the machine is told too");
        assertEquals(30_000, plan().find(CALF).orElseThrow().dose().holdMs());
    }

    @Test
    void aWithdrawnAgreementTakesTheToldPlanAway() throws IOException {
        done("athlete sharing anna plan --agree");
        plans.look("anna");
        assertEquals("anna", lastTold().athleteId());
        done("athlete sharing anna --withdraw");
        Path file = new ProgrammeFolder(data).sharingFile("anna");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        plans.look("anna");
        assertNull(told.get(told.size() - 1).shared());
    }

    @Test
    void aDamagedPlanIsNeitherToldNorChanged() throws IOException {
        done("athlete sharing anna plan --agree");
        Path file = new ProgrammeFolder(data).planFile("anna", 1);
        Files.writeString(file, "schema: rollscope.plan/1\n");
        plans.look("anna");
        assertNull(told.get(0).shared());
        CommandAnswer refused = plans.change(wanted(1, null, 40_000), "kim");
        assertTrue(!refused.ok() && refused.message().contains("0001.yaml"), refused.message());
    }
}
