package org.rollscope.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.PlannedAthlete;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.command.CommandRequest;
import org.rollscope.command.RollerCommand;

/** Who is on the roller after a command, and within which band: what was answered counts on a running service, too. */
class SubjectChangeTest {
    private static final String ATHLETE = "anna-1";

    @TempDir
    private Path folder;

    private PlannedAthlete athlete = new PlannedAthlete(ATHLETE, Path.of("nowhere"));

    @BeforeEach
    void somebody() throws IOException {
        athlete = PlannedAthlete.of(ATHLETE, folder, "calf");
    }

    private SubjectChange.Prepared after(RollerCommand command) {
        Subject first = new Subject(
                "roller-1",
                "nobody",
                Muscle.QUADRICEPS,
                Side.LEFT,
                new PressureBand(20, 40, 50, CeilingSource.SETTINGS));
        SubjectChange change = new SubjectChange(folder, first, new CurrentSubject(first), new SystemHostClock());
        return change.prepare(new CommandRequest("c1", "test", command));
    }

    private double ceilingKpa() {
        Subject wanted = after(new RollerCommand.Athlete(ATHLETE)).wanted();
        assertNotNull(wanted);
        return wanted.band().ceilingKpa();
    }

    @Test
    void extremeCareLowersTheCeilingOfARunningServiceUntilAnotherAnswer() throws IOException {
        double usualKpa = ceilingKpa();
        athlete.answer("tight_or_cramping");
        assertEquals(0.7 * usualKpa, ceilingKpa(), 1e-9, "T21");
        athlete.answer("");
        assertEquals(usualKpa, ceilingKpa(), 1e-9);
    }

    @Test
    void whoHasNoProfileIsNotPutOnTheRoller() {
        SubjectChange.Prepared refused = after(new RollerCommand.Athlete("ben-2"));
        assertNull(refused.wanted());
        assertTrue(refused.answer().message().contains("there is no profile of ben-2"));
    }
}
