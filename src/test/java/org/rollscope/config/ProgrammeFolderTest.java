package org.rollscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.plan.FirstPlan;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.screening.HealthEntry;
import org.rollscope.programme.screening.HealthExamples;
import org.rollscope.programme.screening.HealthLog;

class ProgrammeFolderTest {
    private static final String DAY = "2026-03-02";
    private static final BodyPlace CALF = new BodyPlace(Muscle.CALF, Side.LEFT);
    private static final Plan PLAN = FirstPlan.of("anna", Experience.NEW, HoldPreset.SUSTAINED, List.of(CALF), DAY);

    @TempDir
    private Path data;

    private ProgrammeFolder folder() {
        return new ProgrammeFolder(data);
    }

    @Test
    void everythingThatWasWrittenDownIsReadBack() throws IOException, SettingsException {
        HealthLog log = HealthExamples.answering(
                        HealthExamples.cleared("anna", DAY), "varicose_veins", List.of(CALF), "2026-03-03")
                .with(new HealthEntry.Approval(
                        4, DAY, "pregnancy", "Dr. \u00d6z", HealthEntry.Role.DOCTOR, "coach Kim", "2026-09-01"))
                .with(new HealthEntry.Illness(5, DAY, true))
                .with(new HealthEntry.ScreeningDemand(6, DAY, "coach Kim", "fell"));
        assertEquals(HealthLog.empty("anna"), folder().health("anna"));
        folder().save(log);
        assertEquals(log, folder().health("anna"));
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().folder("anna"))));
    }

    @Test
    void aDamagedLogRefusesInsteadOfForgetting() throws IOException {
        folder().save(HealthExamples.cleared("anna", DAY));
        Path file = folder().healthFile("anna");
        Files.writeString(file, Files.readString(file).replace("\"fever\"", "\"fewer\""));
        SettingsException refused = assertThrows(SettingsException.class, () -> folder().health("anna"));
        assertTrue(refused.getMessage().contains("the question fever is not answered"), refused.getMessage());
        assertTrue(refused.getMessage().contains("health.json:"), refused.getMessage());
    }

    @Test
    void anEntryThatLiesThereIsNeverLost() throws IOException, SettingsException {
        HealthLog log = HealthExamples.cleared("anna", DAY);
        HealthLog ill = log.with(new HealthEntry.Illness(3, DAY, true));
        folder().save(log);
        folder().save(ill);
        HealthLog other = log.with(new HealthEntry.ScreeningDemand(3, DAY, "coach Kim", "fell"));
        assertThrows(IOException.class, () -> folder().save(other), "read before the illness was written");
        assertThrows(IOException.class, () -> folder().save(HealthLog.empty("anna")));
        assertEquals(ill, folder().health("anna"));
    }

    @Test
    void everyVersionOfAPlanStaysAndTheLastHolds() throws IOException, SettingsException {
        assertEquals(Optional.empty(), folder().plan("anna"));
        PlanChange change =
                new PlanChange(Muscle.CALF, Side.LEFT, "keep", "few_sessions", "", "", "1 of 3 days: were done");
        Plan second =
                PLAN.changed("2026-03-09", "coach Kim", "it's time: 50 % more", PLAN.prescriptions(), List.of(change));
        folder().save(PLAN);
        folder().save(second);
        assertEquals(List.of(PLAN, second), folder().plans("anna"));
        assertEquals(Optional.of(second), folder().plan("anna"));
        assertThrows(IOException.class, () -> folder().save(second), "none is overwritten");
    }

    @Test
    void aPlanReadsAsACoachWouldWriteIt() throws IOException {
        folder().save(PLAN);
        String text = Files.readString(folder().planFile("anna", 1));
        assertTrue(text.startsWith("schema: rollscope.plan/1\nathlete_id: anna\n"), text);
        assertTrue(text.contains("    hold_ms: 30000\n"), text);
        assertTrue(text.contains("  preset: sustained\n"), text);
        assertTrue(text.contains("    context: post_workout\n"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hold_ms: 30000|hold_ms: 3000|hold_ms must be 20000..120000, was 3000",
                "hold_ms: 30000|hold_mz: 30000|unknown key 'hold_mz'; did you mean 'hold_ms'?",
                "spot_count: 2|# spot_count|the key 'spot_count' is missing",
                "spot_count: 2|spot_count: 2.5|2.5",
                "muscle: calf|muscle: calv|calv",
                "version: 1|version: 2|its name and folder must say so",
                "schema: rollscope.plan/1|schema: rollscope.plan/9|is no rollscope.plan/1 document",
            })
    void whatIsWrongInAPlanIsSaidWithItsPlace(String sound, String wrong, String said) throws IOException {
        folder().save(PLAN);
        Path file = folder().planFile("anna", 1);
        String text = Files.readString(file);
        assertTrue(text.contains(sound), text);
        Files.writeString(file, text.replace(sound, wrong));
        SettingsException refused = assertThrows(SettingsException.class, () -> folder().plans("anna"));
        assertTrue(refused.getMessage().contains(said), refused.getMessage());
        assertTrue(refused.getMessage().contains("0001.yaml"), refused.getMessage());
        assertFalse(refused.getMessage().contains("Exception"), refused.getMessage());
    }

    @Test
    void deletingLeavesNothing() throws IOException {
        folder().save(PLAN);
        folder().save(HealthExamples.cleared("anna", DAY));
        assertTrue(folder().delete("anna"));
        assertFalse(Files.exists(folder().folder("anna")));
        assertFalse(folder().delete("anna"));
        assertFalse(folder().delete("../anna"));
    }
}
