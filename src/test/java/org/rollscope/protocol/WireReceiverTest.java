package org.rollscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;

class WireReceiverTest {
    private static final class Heard implements FrameSink {
        final List<RawFrame> frames = new ArrayList<>();
        final List<BoardHello> hellos = new ArrayList<>();

        @Override
        public void hello(BoardHello hello, int bootIndex) {
            hellos.add(hello);
        }

        @Override
        public void frame(RawFrame frame) {
            frames.add(frame.copy());
        }

        @Override
        public void linkLost(String reason) {
            throw new AssertionError(reason);
        }
    }

    private final Heard heard = new Heard();
    private final WireReceiver receiver = new WireReceiver(heard);
    private long arrivalNs;

    private void feed(byte[] bytes) {
        receiver.accept(bytes, 0, bytes.length, ++arrivalNs);
    }

    private static byte[] hello() {
        return Vectors.valid("board_to_host", "hello_1_pad").bytes("encoded_hex");
    }

    private static byte[] frame(long sequence) {
        return frame(sequence, 1);
    }

    private static byte[] frame(long sequence, int padCount) {
        return FrameEncoder.frame(new RawFrame(
                0, sequence, 1000 + 10_000 * sequence, 0, 0, 1, new short[3], new short[3], new char[padCount]));
    }

    private static byte[] damaged(byte[] frame) {
        byte[] damaged = frame.clone();
        damaged[frame.length / 2] ^= 0x40;
        return damaged;
    }

    @Test
    void framesThatCameBeforeTheHelloOfAReopenedPortAreCountedAsMissing() {
        feed(hello());
        feed(frame(0));
        feed(frame(2));
        receiver.reopened();
        feed(frame(350));
        feed(hello());
        feed(frame(351));
        assertEquals(1 + 348, receiver.counters().lostFrameCount());
        assertEquals(348, heard.frames.get(2).lostBeforeCount());
    }

    @Test
    void framesBeforeTheHelloAreNotPassedOn() {
        feed(frame(4));
        assertFalse(receiver.introduced());
        assertTrue(receiver.wantsHello());
        feed(hello());
        feed(frame(5));
        assertTrue(receiver.introduced());
        assertFalse(receiver.wantsHello());
        assertEquals(List.of(5L), heard.frames.stream().map(RawFrame::sequence).toList());
        assertEquals(0, receiver.counters().lostFrameCount());
    }

    @Test
    void framesOfAnotherPadCountThanTheHelloSaysAreNotPassedOn() {
        feed(hello());
        feed(frame(0, 2));
        feed(frame(1, 1));
        assertEquals(1, heard.frames.size());
        assertEquals(1, receiver.counters().frameCount());
    }

    @Test
    void rejectedAndLostFramesAreCounted() {
        feed(hello());
        feed(frame(0));
        feed(damaged(frame(1)));
        feed(new byte[] {0, 0, 0});
        feed(frame(2));
        feed(new byte[] {7, 7, 0});
        feed(frame(6));
        long byteCount = hello().length + 4L * frame(1).length + 6;
        assertEquals(new LinkCounters(3, 4, 2, 0, byteCount), receiver.counters());
    }

    @Test
    void arrivalIsThatOfTheChunkThatEndedTheFrame() {
        feed(hello());
        byte[] frame = frame(0);
        receiver.accept(frame, 0, 10, 1_000);
        receiver.accept(frame, 10, frame.length - 10, 2_000);
        assertEquals(2_000, heard.frames.get(0).hostArrivalNs());
    }

    @Test
    void repeatedFrameIsIgnored() {
        feed(hello());
        feed(frame(0));
        feed(frame(1));
        feed(frame(1));
        feed(frame(2));
        assertEquals(
                List.of(0L, 1L, 2L),
                heard.frames.stream().map(RawFrame::sequence).toList());
        assertEquals(0, receiver.counters().resetCount());
        assertEquals(3, receiver.counters().frameCount());
        assertEquals(0, receiver.counters().lostFrameCount());
    }

    @Test
    void restartIsCountedAndNotTakenForLoss() {
        feed(hello());
        feed(frame(700));
        feed(new byte[] {0});
        feed(hello());
        feed(frame(0));
        feed(frame(1));
        assertEquals(1, receiver.counters().resetCount());
        assertEquals(0, receiver.counters().lostFrameCount());
        assertEquals(
                List.of(0, 1, 1), heard.frames.stream().map(RawFrame::bootIndex).toList());
        assertFalse(receiver.wantsHello());
    }

    @Test
    void restartWithoutAHelloIsCountedAndTheBoardIsToBeAsked() {
        feed(hello());
        feed(frame(700));
        feed(frame(2));
        assertEquals(1, receiver.counters().resetCount());
        assertTrue(receiver.wantsHello());
        assertTrue(receiver.introduced());
        receiver.helloAsked();
        feed(hello());
        feed(frame(3));
        assertFalse(receiver.wantsHello());
        assertEquals(1, receiver.counters().resetCount());
        assertEquals(3, heard.frames.size());
    }

    @Test
    void helloThatWasNotAskedForIsAResetEvenWhereEverythingSeemsToGoOn() {
        receiver.helloAsked();
        feed(hello());
        feed(frame(0));
        feed(frame(1));
        feed(hello());
        feed(frame(2));
        assertEquals(1, receiver.counters().resetCount());
        assertEquals(0, receiver.counters().lostFrameCount());
        receiver.helloAsked();
        feed(hello());
        feed(frame(3));
        assertEquals(1, receiver.counters().resetCount());
    }

    /** A recording does not say which hellos were asked for. */
    @Test
    void helloInARecordingIsNoResetWhereEverythingGoesOn() {
        feed(hello());
        feed(frame(0));
        feed(hello());
        feed(frame(1));
        assertEquals(0, receiver.counters().resetCount());
    }

    @Test
    void reopenedPortBeginsWithoutTheHalfFrameAndWaitsForAHello() {
        feed(hello());
        feed(frame(0));
        byte[] cut = frame(1);
        receiver.accept(cut, 0, cut.length / 2, 0);
        receiver.reopened();
        assertTrue(receiver.wantsHello());
        feed(frame(2));
        assertEquals(1, heard.frames.size());
        feed(hello());
        feed(frame(3));
        assertEquals(2, heard.frames.size());
        assertEquals(0, receiver.counters().rejectedFrameCount());
    }

    @Test
    void otherMessagesAreReadWithoutBeingCountedAsBad() {
        feed(hello());
        feed(Vectors.valid("board_to_host", "status_quiet").bytes("encoded_hex"));
        feed(Vectors.valid("board_to_host", "button_marker_pressed").bytes("encoded_hex"));
        assertEquals(0, receiver.counters().rejectedFrameCount());
        assertEquals(0, receiver.counters().frameCount());
    }
}
