package org.rollscope.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What systemd is told, and above all when it is not told that all is well. */
class SystemdNoticeTest {
    private static final long WAIT_S = 20;

    private final BlockingQueue<Consumer<Boolean>> questions = new LinkedBlockingQueue<>();
    private final BlockingQueue<List<String>> said = new LinkedBlockingQueue<>();

    private SystemdNotice notice(Map<String, String> environment) {
        return new SystemdNotice(environment, questions::add, said::add);
    }

    /** The acquisition comes by and answers the one question that waits. */
    private void answer(boolean works) throws InterruptedException {
        Consumer<Boolean> answered = questions.poll(WAIT_S, TimeUnit.SECONDS);
        assertNotNull(answered, "a question");
        answered.accept(works);
    }

    @Test
    void nobodyIsToldWhereSystemdDoesNotListen() throws Exception {
        try (SystemdNotice notice = notice(Map.of("WATCHDOG_USEC", "3000"))) {
            notice.start("source x");
        }
        assertTrue(said.isEmpty(), () -> said.toString());
    }

    @Test
    void isReadyOnlyWhenTheAcquisitionAnswers() throws Exception {
        try (SystemdNotice notice = notice(Map.of("NOTIFY_SOCKET", "/run/x"))) {
            notice.start("source x");
            assertNull(said.poll(100, TimeUnit.MILLISECONDS));
            answer(true);
            assertEquals(List.of("READY=1", "STATUS=source x"), said.poll(WAIT_S, TimeUnit.SECONDS));
        }
        assertEquals(List.of("STOPPING=1"), said.poll(WAIT_S, TimeUnit.SECONDS));
    }

    @Test
    void anAcquisitionThatHangsIsNotCalledAlive() throws Exception {
        try (SystemdNotice notice = notice(Map.of("NOTIFY_SOCKET", "/run/x", "WATCHDOG_USEC", "150000"))) {
            notice.start("source x");
            answer(true);
            assertEquals(List.of("READY=1", "STATUS=source x"), said.poll(WAIT_S, TimeUnit.SECONDS));
            answer(true);
            assertEquals(List.of("WATCHDOG=1"), said.poll(WAIT_S, TimeUnit.SECONDS));
            // From here on nothing works off orders: three limits pass and nobody says that all is well.
            assertNull(said.poll(450, TimeUnit.MILLISECONDS));
            answer(true);
            assertEquals(List.of("WATCHDOG=1"), said.poll(WAIT_S, TimeUnit.SECONDS));
        }
    }

    @Test
    void oneThatIsTooBusyToTakeTheQuestionIsAskedAgain() throws Exception {
        try (SystemdNotice notice = notice(Map.of("NOTIFY_SOCKET", "/run/x", "WATCHDOG_USEC", "150000"))) {
            notice.start("source x");
            answer(false);
            answer(true);
            assertEquals(List.of("READY=1", "STATUS=source x"), said.poll(WAIT_S, TimeUnit.SECONDS));
            answer(false);
            answer(false);
            assertTrue(said.isEmpty(), () -> said.toString());
            answer(true);
            assertEquals(List.of("WATCHDOG=1"), said.poll(WAIT_S, TimeUnit.SECONDS));
        }
    }

    @Test
    void aWatchThatIsMeantForAParentIsNotOurs() throws Exception {
        try (SystemdNotice notice =
                notice(Map.of("NOTIFY_SOCKET", "/run/x", "WATCHDOG_USEC", "3000", "WATCHDOG_PID", "1"))) {
            notice.start("source x");
            answer(true);
            assertEquals(List.of("READY=1", "STATUS=source x"), said.poll(WAIT_S, TimeUnit.SECONDS));
            answer(true);
            assertNull(said.poll(100, TimeUnit.MILLISECONDS));
        }
    }
}
