package org.rollscope.device.serial;

import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.RawFrame;

/**
 * Who is on a port: opens it, asks for a hello, waits as long as a search would, and closes it again.
 *
 * <p><b>Threads.</b> One; it blocks for up to two and a half seconds.
 */
public final class BoardQuestion implements FrameSink {
    private @Nullable BoardHello hello;
    private @Nullable String failure;

    /**
     * What came of a question.
     *
     * @param hello of the board; null when none came.
     * @param failure why none came, for people; empty when one did.
     */
    public record Answer(@Nullable BoardHello hello, String failure) {}

    private BoardQuestion() {}

    /**
     * Asks on a port.
     *
     * @param path of the port.
     * @param baud line rate.
     * @param clock of the host.
     */
    public static Answer ask(String path, int baud, HostClock clock) {
        BoardQuestion question = new BoardQuestion();
        long endNs = clock.monotonicNs() + PortSearch.ANSWER_WAIT_NS;
        try (SerialFrameSource source = new SerialFrameSource(SerialSettings.of(path, baud), clock)) {
            source.start(question);
            while (question.hello == null && question.failure == null && clock.monotonicNs() < endNs) {
                source.poll();
            }
        }
        String failure = question.failure;
        return new Answer(
                question.hello, question.hello != null ? "" : failure != null ? failure : "no roller answers");
    }

    @Override
    public void hello(BoardHello newHello, int bootIndex) {
        hello = newHello;
    }

    @Override
    public void frame(RawFrame frame) {
        // a hello is all that is asked for
    }

    @Override
    public void linkLost(String reason) {
        failure = reason;
    }
}
