package org.rollscope.app.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.PlannedAthlete;
import org.rollscope.app.Ran;

/** A routine with a simulated stick that the plan asks for, from the first prompt to the report in one command. */
@ExtendWith(NoKeyboard.class)
class StickRoutineIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ATHLETE = "anna-1";

    @TempDir
    private Path folder;

    @Test
    void anAthleteWithAStickIsGuidedFromTheFirstPromptToTheReport() throws IOException {
        PlannedAthlete athlete = PlannedAthlete.of(ATHLETE, folder.resolve("data"), "neck");
        athlete.done(
                "plan",
                "set",
                ATHLETE,
                "neck:middle",
                "--spots",
                "1",
                "--tool",
                "stick",
                "--by",
                "coach-kim",
                "--reason",
                "to begin with");
        Path pages = folder.resolve("pages");
        Ran routine = athlete.done(
                "routine",
                ATHLETE,
                "--source",
                "sim",
                "--rest",
                "1",
                "--mqtt",
                "mqtt://127.0.0.1:9",
                "--report",
                pages.toString(),
                "--json");
        JsonNode document = JSON.readTree(routine.out());
        JsonNode place = document.required("places").required(0);
        assertEquals("neck", place.required("muscle").asText());
        assertEquals("done", place.required("ending").asText());
        assertEquals(1, place.required("spot_count").asInt());
        assertTrue(place.required("held_ms").asLong() >= 20_000, place.toString());
        assertEquals(0, place.required("covered_mm").asLong(), "nothing rolls");
        assertTrue(routine.err().contains("all done"), routine.err());
        assertTrue(routine.err().contains("press the stick on it"), routine.err());
        assertTrue(routine.err().contains("press here and there"), routine.err());
        String id = document.required("session_ids").required(0).asText();
        assertTrue(Files.readString(
                        Path.of(document.required("reports").required(0).asText()))
                .contains(id));
        JsonNode session =
                JSON.readTree(athlete.done("sessions", "show", id, "--json").out());
        JsonNode again = JSON.readTree(athlete.done("analyse", id, "--json").out());
        assertEquals(session.required("events"), again.required("events"), "recomputed, the same events");
        assertTrue(session.required("events").size() > 3, session.toString());
        String words = athlete.done("sessions", "show", id).out();
        assertTrue(words.contains("tissue       not looked for on a stick (40 mm)"), words);
    }
}
