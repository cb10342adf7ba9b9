package org.rollscope.app.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.BuiltProgram;
import org.rollscope.app.PlannedAthlete;
import org.rollscope.broker.LoopbackPort;

/** A routine on a service that runs, asked for and heard by clients that others wrote ({@code mosquitto_rr}, {@code mosquitto_sub}). */
class RoutineByBrokerIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MOSQUITTO_RR = Path.of("/usr/bin/mosquitto_rr");
    private static final String ATHLETE = "anna-1";
    private static final String ROLLER = "rollscope/v1/roller-1/";

    /** Lies down and gets up again, so that a place that was skipped is soon left. */
    private static final String RESTLESS = """
            scenario: restless
            description: "lies down for a few seconds, and gets up"
            roller: {layout: reference, hardness: firm, parts: usual}
            traits: []
            confounders: []
            steps:
              - repeat:
                  times: 60
                  steps:
                    - rest: {seconds: 3}
                    - press: {seconds: 1, load: 0.6}
                    - hold: {seconds: 3, load: 0.6, on_tender_spot: false}
                    - lift: {seconds: 1}
            """;

    @TempDir
    private Path folder;

    private PlannedAthlete athlete = new PlannedAthlete(ATHLETE, Path.of("nowhere"));
    private int port;
    private int commandCount;
    private @Nullable Process service;

    @BeforeEach
    void somebodyOnARunningRoller() throws Exception {
        assumeTrue(Files.isExecutable(MOSQUITTO_RR), "SKIPPED: mosquitto-clients is not installed");
        athlete = PlannedAthlete.of(ATHLETE, folder.resolve("data"), "calf,glutes");
        port = LoopbackPort.freeFrom("127.0.0.1", 0);
        Path restless = Files.writeString(folder.resolve("restless.yaml"), RESTLESS);
        service = BuiltProgram.rollscope(
                        "service",
                        "--source",
                        "sim:" + restless + "?seed=3",
                        "--mqtt-port",
                        "" + port,
                        "--data",
                        athlete.data().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("service.err").toFile())
                .start();
        awaitThat("an answer of the service", () -> ask("marker", "{\"number\":0}", 1) != null);
    }

    @AfterEach
    void endIt() throws Exception {
        if (service != null) {
            service.destroy();
            service.waitFor();
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("service.err"));
        } catch (IOException none) {
            return String.valueOf(none.getMessage());
        }
    }

    private static String said(String... words) throws Exception {
        Process asking = new ProcessBuilder(words).redirectErrorStream(true).start();
        String out = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        asking.waitFor();
        return out;
    }

    private @Nullable JsonNode ask(String name, String args, int waitSeconds) throws Exception {
        commandCount++;
        String command = "{\"schema\":\"rollscope.command/1\",\"command_id\":\"c" + commandCount + "\",\"name\":\""
                + name + "\",\"args\":" + args + ",\"sender\":\"mosquitto\"}";
        String answer = said(
                MOSQUITTO_RR.toString(),
                "-p",
                "" + port,
                "-V",
                "5",
                "-q",
                "1",
                "-W",
                "" + waitSeconds,
                "-t",
                ROLLER + "command",
                "-e",
                ROLLER + "answer/rr-" + commandCount,
                "-m",
                command);
        return answer.startsWith("{") ? JSON.readTree(answer) : null;
    }

    private JsonNode answered(String name, String args, String outcome) throws Exception {
        JsonNode answer = ask(name, args, 10);
        assertTrue(answer != null, () -> "no answer to " + name + "; " + log());
        assertEquals(outcome, answer.path("outcome").asText(), answer::toString);
        return answer;
    }

    private void refused(String name, String args, String part) throws Exception {
        String message = answered(name, args, "error").path("message").asText();
        assertTrue(message.contains(part), message);
    }

    /** What the broker keeps. */
    private JsonNode retained() throws Exception {
        return retained("routine");
    }

    private JsonNode retained(String topic) throws Exception {
        String kept = said("/usr/bin/mosquitto_sub", "-p", "" + port, "-t", ROLLER + topic, "-C", "1", "-W", "5");
        assertTrue(kept.startsWith("{"), () -> "nothing is kept on " + topic + ": " + kept + "; " + log());
        return JSON.readTree(kept);
    }

    @Test
    void aPlanIsToldAsFarAsItIsSharedAndACoachsVersionIsTakenOnce() throws Exception {
        String version = "{\"athlete_id\":\"" + ATHLETE
                + "\",\"based_on_version\":1,\"reason\":\"rest\",\"removed\":[\"calf:left\"]}";
        answered("athlete", "{\"athlete_id\":\"" + ATHLETE + "\"}", "ok");
        assertFalse(retained("plan").required("shared").asBoolean());
        refused("plan", version, "the plan of '" + ATHLETE + "' is not shared");
        athlete.done("athlete", "sharing", ATHLETE, "plan", "--agree");
        awaitThat("the plan", () -> retained("plan").required("shared").asBoolean());
        assertEquals(4, retained("plan").required("prescriptions").size());
        assertEquals(2, answered("plan", version, "ok").required("version").asInt());
        JsonNode told = retained("plan");
        assertEquals(2, told.required("version").asInt());
        assertEquals("mosquitto", told.required("by").asText());
        assertEquals(3, told.required("prescriptions").size());
        assertFalse(told.toString().contains("rest\""), "why is not for everybody who looks on");
        refused("plan", version, "the plan is at version 2 and not the version 1 that yours is based on");
    }

    @Test
    void whoIsHeldBackByAnAnswerIsNotGuidedOverABrokerAndCanStillDeleteEverything() throws Exception {
        refused("routine", "{\"action\":\"start\"}", "say who is on the roller: command athlete");
        answered("athlete", "{\"athlete_id\":\"" + ATHLETE + "\"}", "ok");
        athlete.answer("aneurysm");
        refused("routine", "{\"action\":\"start\"}", "no guidance for " + ATHLETE + ": yes to aneurysm");
        assertFalse(retained().required("running").asBoolean());
        refused("routine", "{\"action\":\"skip\"}", "no routine runs");
        athlete.done("athlete", "add", "ben-2");
        answered("athlete", "{\"athlete_id\":\"ben-2\"}", "ok"); // her session ends: what is recorded cannot be deleted
        // a moment later: the answer does not wait for the disk
        awaitThat(
                "the deletion",
                () -> athlete.ran("athlete", "delete", ATHLETE, "--yes").exitCode() == 0);
        refused("athlete", "{\"athlete_id\":\"" + ATHLETE + "\"}", "there is no profile of " + ATHLETE);
    }

    /** Every place asks the gate anew. */
    @Test
    void whoFallsIllMeanwhileIsNotGuidedToTheNextPlace() throws Exception {
        answered("athlete", "{\"athlete_id\":\"" + ATHLETE + "\"}", "ok");
        answered("routine", "{\"action\":\"start\"}", "ok");
        athlete.done("athlete", "ill", ATHLETE);
        awaitThat("the end", () -> {
            ask("routine", "{\"action\":\"skip\"}", 10);
            return !retained().required("running").asBoolean();
        });
        assertTrue(retained().required("place_index").asInt() <= 1, "no further than to the next place");
        refused("routine", "{\"action\":\"start\"}", "no guidance for " + ATHLETE);
    }

    @Test
    void aRoutineSaysWhoRollsWhatUntilItEnds() throws Exception {
        answered("athlete", "{\"athlete_id\":\"" + ATHLETE + "\"}", "ok");
        JsonNode begun = answered("routine", "{\"action\":\"start\",\"context\":\"post_workout\"}", "ok");
        assertEquals(4, begun.required("place_count").asInt());
        assertTrue(begun.required("message").asText().contains("no medical device"), "the standing notice");
        refused("routine", "{\"action\":\"start\"}", "a routine runs already, place 1 of 4");
        refused("muscle", "{\"muscle\":\"neck\",\"side\":\"left\"}", "a routine of " + ATHLETE + " runs");
        refused("athlete", "{\"athlete_id\":\"" + ATHLETE + "\"}", "a routine of " + ATHLETE + " runs");
        answered("ceiling", "{\"ceiling_kpa\":20}", "ok");
        JsonNode running = retained();
        assertTrue(running.required("running").asBoolean(), running::toString);
        assertEquals("calf", running.required("muscle").asText());

        answered("routine", "{\"action\":\"skip\"}", "ok");
        awaitThat("the second place", () -> {
            if (retained().required("place_index").asInt() == 0) {
                answered("routine", "{\"action\":\"skip\"}", "ok"); // a limb lay there: first it has to come off
            }
            return retained().required("place_index").asInt() > 0;
        });
        awaitThat(
                "a session of hers that is recorded now, and called so",
                () -> athlete.done("sessions", "list").out().matches("(?s).*" + ATHLETE + "[^\\n]* runs\\s.*"));
        answered("routine", "{\"action\":\"end\"}", "ok");
        JsonNode over = retained();
        assertFalse(over.required("running").asBoolean());
        assertEquals(
                "skipped",
                over.required("places").required(0).required("ending").asText());
        answered("muscle", "{\"muscle\":\"neck\",\"side\":\"left\"}", "ok");
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private void awaitThat(String what, Check check) throws Exception {
        for (int tries = 0; tries < 120; tries++) {
            if (check.holds()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new AssertionError("waited in vain for " + what + "; " + log());
    }
}
