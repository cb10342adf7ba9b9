package org.rollscope.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHealth;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.ButtonChange;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.BoardMessage;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.protocol.WireReceiver;

/**
 * What host and board say to each other before frames count: who are you, and please sample at this rate.
 *
 * <p>Stands between the receiver and the sink. A board that comes back from a reset at its own rate is first asked for the
 * wanted one, so that a running session does not end; the frames in between, some hundredths of a second, are lost with the
 * reset. A refused rate is told once, and the board's own is taken.
 *
 * <p><b>Threads.</b> One.
 */
final class BoardDialogue implements FrameSink {
    private static final long ASK_AGAIN_NS = 1_000_000_000L;
    /** The first bytes after a plug was put in are the likeliest to be lost; the roller is to be back within a second. */
    private static final long ASK_AGAIN_SOON_NS = 300_000_000L;

    private final FrameSink sink;
    private final int wantedRateHz;
    private final Function<BoardHello, @Nullable String> refusals;
    private final WireReceiver receiver = new WireReceiver(this);
    private @Nullable BoardHello refusing;
    private @Nullable BoardHello waiting;
    /** The board that is listened to; null until one has said who it is on this opening of the port. */
    private @Nullable BoardHello introduced;

    private @Nullable String refusal;
    private int waitingBootIndex;
    private long helloAskedNs;
    private int helloAskedCount;
    private long rateAskedNs;
    private boolean heard;

    /**
     * Begins to speak for a sink.
     *
     * @param sink hears hellos and frames once all is settled.
     * @param wantedRateHz sampling rate, 0 for the board's own.
     * @param refusals says why a board is not to be listened to; null when it is.
     */
    BoardDialogue(FrameSink sink, int wantedRateHz, Function<BoardHello, @Nullable String> refusals) {
        this.sink = sink;
        this.refusals = refusals;
        this.wantedRateHz = wantedRateHz;
    }

    /** Whether a whole message came since this was asked last. */
    boolean heardSomething() {
        boolean answer = heard;
        heard = false;
        return answer;
    }

    /** Why the board on the port is not listened to; null when it is, or when none has said who it is. */
    @Nullable
    String refusal() {
        return refusal;
    }

    /** Whether a board that is listened to has said who it is. */
    boolean isIntroduced() {
        return introduced != null && refusal == null;
    }

    WireReceiver receiver() {
        return receiver;
    }

    /** A port was opened: everything is asked again. */
    void reopened(long nowNs) {
        receiver.reopened();
        waiting = null;
        refusing = null;
        introduced = null;
        refusal = null;
        helloAskedNs = nowNs - ASK_AGAIN_NS;
        helloAskedCount = 0;
        rateAskedNs = nowNs - ASK_AGAIN_NS;
    }

    /** Asks what is to be asked now. */
    void tend(SerialPort port, long nowNs) {
        BoardHello slower = waiting;
        if (slower != null) {
            hearAnswer(slower, nowNs);
        }
        long pauseNs = helloAskedCount == 1 ? ASK_AGAIN_SOON_NS : ASK_AGAIN_NS;
        if (receiver.wantsHello() && nowNs - helloAskedNs >= pauseNs) {
            askHello(port, nowNs);
        } else if (waiting != null && nowNs - rateAskedNs >= ASK_AGAIN_NS) {
            send(port, FrameEncoder.setRate(wantedRateHz));
            rateAskedNs = nowNs;
            askHello(port, nowNs);
        }
    }

    /** The rate is in force when the next hello says so; only a refusal must be heard. */
    private void hearAnswer(BoardHello slower, long nowNs) {
        BoardMessage.CommandResult result = receiver.takeResult();
        if (result != null && result.result() != BoardMessage.Result.DONE) {
            waiting = null;
            refusing = slower;
            rateAskedNs = nowNs;
            sink.notice("board " + slower.boardSerial() + " cannot sample at " + wantedRateHz + " Hz ("
                    + (result.result() == BoardMessage.Result.LINE_TOO_FULL
                            ? "the line would be too full or the scan too long; raise the baud"
                            : "out of its range")
                    + "); it goes on at " + result.rateHz() + " Hz");
            sink.hello(slower, waitingBootIndex);
        }
    }

    private void askHello(SerialPort port, long nowNs) {
        send(port, FrameEncoder.helloRequest());
        receiver.helloAsked();
        helloAskedNs = nowNs;
        helloAskedCount++;
    }

    private static void send(SerialPort port, byte[] bytes) {
        port.writeBytes(bytes, bytes.length);
    }

    @Override
    public void hello(BoardHello hello, int bootIndex) {
        refusal = refusals.apply(hello);
        if (refusal != null) {
            return;
        }
        heard = true;
        introduced = hello;
        BoardHello refused = refusing;
        boolean settled = wantedRateHz == 0
                || hello.rateHz() == wantedRateHz
                || (refused != null && refused.boardSerialId() == hello.boardSerialId());
        waiting = settled ? null : hello;
        waitingBootIndex = bootIndex;
        if (settled) {
            sink.hello(hello, bootIndex);
        }
    }

    @Override
    public void frame(RawFrame frame) {
        if (refusal != null) {
            return;
        }
        heard = true;
        if (waiting == null) {
            sink.frame(frame);
        }
    }

    @Override
    public void health(BoardHealth health) {
        if (isIntroduced()) {
            sink.health(health);
        }
    }

    @Override
    public void button(ButtonChange change) {
        if (isIntroduced()) {
            sink.button(change);
        }
    }

    @Override
    public void notice(String line) {
        sink.notice(line);
    }

    @Override
    public void linkLost(String reason) {
        sink.linkLost(reason);
    }
}
