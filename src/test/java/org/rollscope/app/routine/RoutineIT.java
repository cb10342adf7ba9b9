package org.rollscope.app.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.PlannedAthlete;
import org.rollscope.app.Ran;

/** From first prompt to report by the real commands: real bytes of a simulated roller, real detectors, in real time. */
@ExtendWith(NoKeyboard.class)
class RoutineIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ATHLETE = "anna-1";
    /** Nothing listens there: guidance must not depend on a broker. */
    private static final String NO_BROKER = "mqtt://127.0.0.1:9";

    @TempDir
    private Path folder;

    private PlannedAthlete athlete = new PlannedAthlete(ATHLETE, Path.of("nowhere"));

    @BeforeEach
    void someoneWithAPlan() throws IOException {
        athlete = PlannedAthlete.of(ATHLETE, folder.resolve("data"), "thoracic");
        athlete.done(
                "plan",
                "set",
                ATHLETE,
                "thoracic:middle",
                "--spots",
                "1",
                "--by",
                "coach-kim",
                "--reason",
                "to begin with");
    }

    @Test
    void anObedientAthleteIsGuidedFromTheFirstPromptToTheReport() throws IOException {
        Path pages = folder.resolve("pages");
        Ran routine = athlete.done(
                "routine",
                ATHLETE,
                "--source",
                "sim",
                "--rest",
                "1",
                "--mqtt",
                NO_BROKER,
                "--report",
                pages.toString(),
                "--json");
        JsonNode document = JSON.readTree(routine.out());
        JsonNode place = document.required("places").required(0);
        assertEquals("thoracic", place.required("muscle").asText());
        assertEquals("done", place.required("ending").asText());
        assertEquals(1, place.required("spot_count").asInt());
        assertTrue(place.required("held_ms").asLong() >= 20_000, place.toString());
        assertEquals("done", document.required("ending").asText());
        for (String prompt :
                List.of("lay it on the roller", "roll slowly", "breathe", "hold", "come off", "all done")) {
            assertTrue(routine.err().contains(prompt), prompt);
        }
        assertTrue(routine.err().contains("does not replace a doctor"), "the standing notice");
        String id = document.required("session_ids").required(0).asText();
        assertTrue(Files.readString(
                        Path.of(document.required("reports").required(0).asText()))
                .contains(id));
        JsonNode session =
                JSON.readTree(athlete.done("sessions", "show", id, "--json").out());
        assertEquals(ATHLETE, session.required("athlete_id").asText());
        assertEquals("thoracic", session.required("muscle").asText());
    }

    @Test
    void whoIsHeldBackByAnAnswerCannotStartAndCanStillDeleteEverything() throws IOException {
        athlete.answer("fever");
        Ran refused = athlete.ran("routine", ATHLETE, "--source", "sim", "--mqtt", NO_BROKER);
        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("no guidance for " + ATHLETE), refused.err());
        assertFalse(refused.out().contains("lay it on"), refused.out());
        athlete.done("athlete", "delete", ATHLETE, "--yes");
        assertEquals(1, athlete.ran("athlete", "show", ATHLETE).exitCode());
    }
}
