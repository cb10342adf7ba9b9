package org.rollscope.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.RecordingState;
import org.rollscope.simulation.SimulatedRoller;
import org.rollscope.telemetry.Backlog;

/** What {@code rollscope status} says of a service, and the exit code that a script reads. */
class StatusCommandTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final String CONNECTED = "connected to 127.0.0.1:1883";
    private static final Backlog NONE = new Backlog(0, 0, null);

    @TempDir
    private Path folder;

    /** A service in the middle of a session, with nothing wrong. */
    private static ServiceState healthy() {
        ServiceState state = new ServiceState("/dev/ttyACM0", NOON);
        state.device(new SimulatedRoller(7).hello(200));
        state.link(true, "frames from /dev/ttyACM0");
        state.sessionStarted("20260203-120000-000-roller-1");
        state.recording(new RecordingState(true, null, 96, 0));
        return state;
    }

    private Ran statusOf(ServiceState state, String broker) throws IOException {
        return statusOf(state.read(broker, NONE, NOON.plusSeconds(60)).document());
    }

    private static String outline(ServiceState state, String broker, Backlog backlog) {
        return state.read(broker, backlog, NOON).outline();
    }

    private Ran statusOf(ObjectNode document) throws IOException {
        return statusOf(JsonOutput.text(document));
    }

    private Ran statusOf(String content) throws IOException {
        Files.writeString(folder.resolve(StateFile.FILE_NAME), content);
        return status();
    }

    private Ran status(String... more) {
        String[] words = new String[3 + more.length];
        words[0] = "status";
        words[1] = "--data";
        words[2] = folder.toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return Ran.of(words);
    }

    private static void assertSays(Ran ran, int exitCode, String... lines) {
        assertEquals(exitCode, ran.exitCode(), ran.out() + ran.err());
        assertFalse(ran.showsStackTrace(), ran.err());
        for (String line : lines) {
            assertTrue(ran.out().lines().anyMatch(line::equals), "'" + line + "' is missing in:\n" + ran.out());
        }
    }

    @Test
    void healthyServiceIsTold() throws IOException {
        assertSays(
                statusOf(healthy(), CONNECTED),
                0,
                "source     /dev/ttyACM0",
                "roller     frames from /dev/ttyACM0, board 51d0000000000007",
                "recording  session 20260203-120000-000-roller-1",
                "broker     connected to 127.0.0.1:1883",
                "restarts   0");
    }

    @Test
    void betweenSessionsTheNumberOfThemIsTold() throws IOException {
        ServiceState state = healthy();
        state.sessionEnded(new LinkCounters(6000, 2, 0, 0, 700_000));
        assertSays(statusOf(state, CONNECTED), 0, "recording  no session; 1 since the start");
        ObjectNode document = JsonOutput.JSON.readValue(status("--json").out(), ObjectNode.class);
        assertEquals("rollscope.service-state/1", document.required("schema").asText());
        assertEquals(2, document.required("last_session_lost_frame_count").asInt());
        assertTrue(document.required("session_id").isNull(), document.toString());
    }

    @Test
    void rollerThatSendsNothingIsNotWell() throws IOException {
        ServiceState state = healthy();
        state.link(false, "no frame for 512 ms from /dev/ttyACM0");
        state.notice("no frame for 512 ms from /dev/ttyACM0");
        assertSays(
                statusOf(state, CONNECTED),
                1,
                "roller     NO FRAMES: no frame for 512 ms from /dev/ttyACM0, board 51d0000000000007",
                "last word  no frame for 512 ms from /dev/ttyACM0");
        assertSays(
                statusOf(new ServiceState("/dev/ttyACM0", NOON), CONNECTED),
                1,
                "roller     NO FRAMES: waiting for the roller");
    }

    @Test
    void brokerThatIsAwayIsNotWell() throws IOException {
        String words = "nothing listens at 127.0.0.1:1883; trying again";
        assertSays(statusOf(healthy(), words), 1, "broker     " + words);
    }

    @Test
    void whatWaitsForTheBrokerIsTold() throws IOException {
        String away = "nothing listens at 127.0.0.1:1883";
        ServiceState state = healthy();
        assertSays(
                statusOf(state.read(away, new Backlog(35, 2, null), NOON).document()),
                1,
                "broker     " + away + "; 35 events and summaries wait; DROPPED: 2 of the oldest");
        assertSays(
                statusOf(state.read(CONNECTED, new Backlog(0, 0, "the outbox x cannot be used: full"), NOON)
                        .document()),
                1,
                "broker     " + CONNECTED + "; TROUBLE: the outbox x cannot be used: full");
        assertFalse(outline(state, away, NONE).equals(outline(state, away, new Backlog(1, 0, null))));
        assertEquals(
                outline(state, away, new Backlog(2, 0, null)),
                outline(state, away, new Backlog(1, 0, null)),
                "one more that waits is no news");
    }

    @Test
    void diskThatRefusesIsNotWell() throws IOException {
        ServiceState state = healthy();
        state.recording(new RecordingState(false, "the archive cannot be written: disk full", 1234, 0));
        assertSays(
                statusOf(state, CONNECTED),
                1,
                "recording  session 20260203-120000-000-roller-1; TROUBLE: the archive cannot be written: disk full,"
                        + " 1234 frames wait");
    }

    @Test
    void restartOfTheAcquisitionIsToldThoughAllIsWellAgain() throws IOException {
        ServiceState state = healthy();
        state.restarted("the acquisition failed and begins anew in 1000 ms: a mistake");
        assertSays(
                statusOf(state, CONNECTED),
                0,
                "restarts   1",
                "last word  the acquisition failed and begins anew in 1000 ms: a mistake");
    }

    @Test
    void whatPeopleShouldSeeAtOnceChangesTheOutline() {
        ServiceState state = healthy();
        String before = outline(state, CONNECTED, NONE);
        state.recording(new RecordingState(true, null, 12, 0));
        assertEquals(before, outline(state, CONNECTED, NONE), "frames on their way to the disk are no news");
        state.recording(new RecordingState(false, "full", 12, 0));
        String troubled = outline(state, CONNECTED, NONE);
        assertFalse(before.equals(troubled));
        state.restarted("why");
        assertFalse(troubled.equals(outline(state, CONNECTED, NONE)));
    }

    @Test
    void noServiceIsToldWithHowToStartOne() {
        Ran ran = status();
        assertEquals(3, ran.exitCode());
        assertEquals(
                "rollscope: no service runs on " + folder + "; start one: rollscope service",
                ran.err().strip());
    }

    @Test
    void killedServiceIsToldWithWhenItWasSeenLast() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Ran ran = statusOf(healthy().read(CONNECTED, NONE, NOON).document().put("process_id", gone.pid()));
        assertEquals(3, ran.exitCode());
        assertEquals(
                "rollscope: the service on " + folder
                        + " was killed, last seen at 2026-02-03T12:00:00Z; what it recorded is on disk",
                ran.err().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"schema\":", "no state"})
    void damagedStateIsToldInOneLine(String content) throws IOException {
        Ran ran = statusOf(content);
        assertEquals(3, ran.exitCode(), ran.err());
        assertFalse(ran.showsStackTrace(), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains(StateFile.FILE_NAME + " cannot be read"), ran.err());
    }
}
