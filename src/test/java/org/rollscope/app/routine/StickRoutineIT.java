package org.rollscope.app.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A routine with a simulated stick, because the plan asks for one, from the first prompt to the report in one command. */
@ExtendWith(NoKeyboard.class)
class StickRoutineIT {
    @TempDir
    private Path folder;

    @Test
    void anAthleteWithAStickIsGuidedFromTheFirstPromptToTheReport() throws IOException {
        NeckRoutine routine = NeckRoutine.guided(folder, List.of("--tool", "stick"), List.of());
        routine.mustHaveLedFromTheFirstPromptToTheReport("stick (40 mm)");
        assertEquals(0, routine.place().required("covered_mm").asLong(), "nothing rolls");
        assertTrue(routine.prompts().contains("press the stick on it"), routine.prompts());
        assertTrue(routine.prompts().contains("press here and there"), routine.prompts());
    }
}
