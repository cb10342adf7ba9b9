package org.rollscope.app.routine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A routine on a simulated ball, from the first prompt to the report in one command. */
@ExtendWith(NoKeyboard.class)
class BallRoutineIT {
    @TempDir
    private Path folder;

    @Test
    void anAthleteOnABallIsGuidedFromTheFirstPromptToTheReport() throws IOException {
        NeckRoutine.guided(folder, List.of(), List.of("--tool", "ball"))
                .mustHaveLedFromTheFirstPromptToTheReport("ball (lacrosse, 63 mm)");
    }
}
