package org.rollscope.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.BandDecision;
import org.rollscope.athlete.BandRule;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.RampRepeat;
import org.rollscope.athlete.Side;
import org.rollscope.config.AthleteFolder;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.session.SessionRecord;
import org.rollscope.simulation.CalibrationBench;

class GuardingJournalTest {
    private static final String DAY = "2026-11-20";
    private static final PressureEvidence EVIDENCE = new PressureEvidence(40, 80, 44, 0.9);

    @TempDir
    private Path data;

    private AthleteFolder folder;

    @BeforeEach
    void addAnAthlete() throws Exception {
        folder = new AthleteFolder(data);
        folder.save(
                AthleteProfile.empty("anna-1", DAY).withRamp(Muscle.CALF, Side.LEFT, DAY, new RampRepeat(20, 35, 40)));
    }

    private static SessionRecord session(String athleteId, int index) {
        return new SessionRecord(
                "s" + index,
                Instant.parse("2026-11-21T10:0" + index + ":00Z"),
                "roller-1",
                athleteId,
                Muscle.CALF,
                Side.LEFT,
                new PressureBand(20, 35, 40, CeilingSource.RAMP_TEST),
                new CalibrationBench(1).hello(),
                "c",
                "v",
                "h");
    }

    private void run(String athleteId, int index, int guardingCount) {
        try (GuardingJournal journal = new GuardingJournal(folder)) {
            for (int eventIndex = 0; eventIndex < guardingCount; eventIndex++) {
                journal.event(new RollerEvent.GuardingSuspected(1, 2, EVIDENCE, Figures.NONE));
                journal.event(new RollerEvent.GuardingEnded(1, 2, 3, EVIDENCE, Figures.NONE));
            }
            journal.event(new RollerEvent.ContactStarted(1, 2, EVIDENCE));
            journal.sessionEnded(session(athleteId, index));
        }
    }

    private BandDecision decision() throws Exception {
        return BandRule.decide(
                folder.find("anna-1").orElseThrow(), Muscle.CALF, Side.LEFT, LocalDate.parse("2026-11-21"));
    }

    @Test
    void secondSessionWithSuspectedGuardingLowersTheCeiling() throws Exception {
        run("anna-1", 1, 3);
        assertEquals(40, decision().band().ceilingKpa());
        run("anna-1", 2, 0);
        assertEquals(40, decision().band().ceilingKpa());
        run("anna-1", 3, 1);
        assertEquals(36, decision().band().ceilingKpa(), 1e-9);
        assertTrue(decision().factors().get(0).reason().contains("session s3, 1 time"));
    }

    @Test
    void whoHasNoProfileGetsNone() throws Exception {
        run("nobody", 1, 5);
        assertTrue(folder.find("nobody").isEmpty());
    }
}
