package org.rollscope.app.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollscope.app.PlannedAthlete;
import org.rollscope.app.Ran;

/**
 * One spot of the neck, guided in one command on a simulated tool: what is the same whatever tool that is.
 *
 * @param athlete who was guided.
 * @param document what the command printed.
 * @param prompts what it said meanwhile.
 */
record NeckRoutine(PlannedAthlete athlete, JsonNode document, String prompts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ATHLETE = "anna-1";

    /**
     * Guides.
     *
     * @param folder for data and pages.
     * @param ofPlan more options of the plan.
     * @param ofRoutine more options of the routine.
     */
    static NeckRoutine guided(Path folder, List<String> ofPlan, List<String> ofRoutine) throws IOException {
        PlannedAthlete athlete = PlannedAthlete.of(ATHLETE, folder.resolve("data"), "neck");
        List<String> plan = new ArrayList<>(List.of("plan", "set", ATHLETE, "neck:middle", "--spots", "1"));
        plan.addAll(List.of("--by", "coach-kim", "--reason", "to begin with"));
        plan.addAll(ofPlan);
        athlete.done(plan.toArray(String[]::new));
        List<String> words = new ArrayList<>(List.of("routine", ATHLETE, "--source", "sim", "--rest", "1"));
        words.addAll(List.of("--mqtt", "mqtt://127.0.0.1:9"));
        words.addAll(List.of("--report", folder.resolve("pages").toString(), "--json"));
        words.addAll(ofRoutine);
        Ran routine = athlete.done(words.toArray(String[]::new));
        return new NeckRoutine(athlete, JSON.readTree(routine.out()), routine.err());
    }

    JsonNode place() {
        return document.required("places").required(0);
    }

    /** The spot was held and counts, a page tells of it, and the recording gives the same events again. */
    void mustHaveLedFromTheFirstPromptToTheReport(String spokenTool) throws IOException {
        assertEquals("neck", place().required("muscle").asText());
        assertEquals("done", place().required("ending").asText());
        assertEquals(1, place().required("spot_count").asInt());
        assertTrue(place().required("held_ms").asLong() >= 20_000, place().toString());
        assertTrue(prompts.contains("all done"), prompts);
        String id = document.required("session_ids").required(0).asText();
        Path page = Path.of(document.required("reports").required(0).asText());
        assertTrue(Files.readString(page).contains(id), "the page is about it");
        JsonNode session =
                JSON.readTree(athlete.done("sessions", "show", id, "--json").out());
        JsonNode again = JSON.readTree(athlete.done("analyse", id, "--json").out());
        assertEquals(session.required("events"), again.required("events"), "recomputed, the same events");
        assertTrue(session.required("events").size() > 3, session.toString());
        String words = athlete.done("sessions", "show", id).out();
        assertTrue(words.contains("tissue       not looked for on a " + spokenTool), words);
    }
}
