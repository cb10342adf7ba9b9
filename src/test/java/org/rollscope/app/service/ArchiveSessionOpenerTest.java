package org.rollscope.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.Subject;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.detect.Figures;
import org.rollscope.evaluation.SimulatedCalibration;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;
import org.rollscope.simulation.SimulatedRoller;
import org.rollscope.store.SqliteSessionArchive;

class ArchiveSessionOpenerTest {
    private static final Path SETTINGS = Path.of("config");
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00.250Z");

    @TempDir
    private Path folder;

    /** A wall clock that tests set. */
    private static final class SetClock implements HostClock {
        private Instant wall = NOON;

        @Override
        public long monotonicNs() {
            return 0;
        }

        @Override
        public Instant wallClock() {
            return wall;
        }
    }

    @Test
    void sessionsOfAWallClockThatGoesBackHaveNamesOfTheirOwnAndKeepTheirOrder() throws Exception {
        SetClock clock = new SetClock();
        RollscopeSettings settings = LoadedSettings.load(SETTINGS).core();
        BoardHello hello = new SimulatedRoller(7).hello(200);
        RollerCalibration calibration = SimulatedCalibration.of(7);
        try (SessionArchive archive = SqliteSessionArchive.open(folder, clock)) {
            ArchiveSessionOpener opener = new ArchiveSessionOpener(
                    archive, new CalibrationFolder(SETTINGS), () -> Subject.of(settings), settings, clock);
            for (Instant wall : List.of(NOON, NOON.plusSeconds(60), NOON, NOON.minusSeconds(94_608_000), NOON)) {
                clock.wall = wall;
                SessionRecord record = opener.describe(hello, calibration, 0);
                SessionWriter writer = opener.record(record, calibration);
                writer.end(new StoredSession.Closed(
                        0, LinkCounters.ZERO, new SessionSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Figures.NONE)));
            }
            String noonId = "20260203-120000-250-" + settings.rollerId();
            assertEquals(
                    List.of(
                            noonId,
                            "20260203-120100-250-" + settings.rollerId(),
                            noonId + "-2",
                            "20230204-120000-250-" + settings.rollerId(),
                            noonId + "-3"),
                    archive.sessions().stream()
                            .map(stored -> stored.record().sessionId())
                            .toList());
        }
        Ran list = Ran.of("sessions", "list", "--data", folder.toString());
        assertEquals(0, list.exitCode(), list.err());
        assertTrue(list.out().contains(" 2023-02-04 12:00 "), list.out());
    }
}
