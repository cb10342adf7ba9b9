package org.rollscope.protocol;

import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHealth;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.ButtonChange;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;

/**
 * The receiving end of a link: decodes bytes, counts, and passes frames on once the board has said who it is.
 *
 * <p>Serial port, simulated board and recorded byte streams all go through here.
 *
 * <p><b>Threads.</b> One.
 */
public final class WireReceiver implements MessageHandler {
    private final FrameSink sink;
    private final FrameDecoder decoder;
    private @Nullable BoardHello hello;
    private boolean helloSinceFrame;
    private boolean restartUnannounced;
    private boolean asks;
    private int openRequestCount;
    private int lastBootIndex;
    private long lastSequence = -1;
    private long frameCount;
    private long lostFrameCount;
    private long rejectedFrameCount;
    private long receivedBytes;
    private BoardMessage.@Nullable CommandResult lastResult;

    /**
     * Makes a receiver.
     *
     * @param sink receives hellos and frames.
     */
    public WireReceiver(FrameSink sink) {
        this.sink = sink;
        this.decoder = new FrameDecoder(this);
    }

    /** Takes in a chunk, see {@link FrameDecoder#accept}. */
    public void accept(byte[] chunk, int fromIndex, int lengthBytes, long hostArrivalNs) {
        receivedBytes += lengthBytes;
        decoder.accept(chunk, fromIndex, lengthBytes, hostArrivalNs);
    }

    /** Begins anew on a port that was opened again: the board must say who it is before its frames count. */
    public void reopened() {
        decoder.dropPartialPiece();
        hello = null;
        openRequestCount = 0;
    }

    /** Takes note that a hello was asked for; from then on one that was not asked for means that the board restarted. */
    public void helloAsked() {
        asks = true;
        openRequestCount++;
    }

    /** Whether the board is to be asked for a hello: it never said one, or one after a restart was lost. */
    public boolean wantsHello() {
        return hello == null || restartUnannounced;
    }

    /** Whether the board has said who it is. */
    public boolean introduced() {
        return hello != null;
    }

    /** Counts so far. */
    public LinkCounters counters() {
        return new LinkCounters(frameCount, lostFrameCount, rejectedFrameCount, decoder.resetCount(), receivedBytes);
    }

    @Override
    public void frame(RawFrame frame) {
        if (hello == null || hello.padCount() != frame.padCounts().length) {
            return; // nobody could say what these counts mean
        }
        boolean sameBoot = frame.bootIndex() == lastBootIndex;
        if (sameBoot && frame.sequence() == lastSequence) {
            return; // a repeated frame
        }
        keepTheHole(frame, sameBoot);
        restartUnannounced |= !sameBoot && !helloSinceFrame;
        helloSinceFrame = false;
        lastBootIndex = frame.bootIndex();
        lastSequence = frame.sequence();
        frameCount++;
        lostFrameCount += frame.lostBeforeCount();
        sink.frame(frame);
    }

    /** Frames that came before the board had said who it is, as on a port that came back, are missing to who listens. */
    private void keepTheHole(RawFrame frame, boolean sameBoot) {
        long missingCount = frame.sequence() - lastSequence - 1;
        if (sameBoot && lastSequence >= 0 && missingCount > frame.lostBeforeCount()) {
            frame.stamp(
                    frame.bootIndex(),
                    frame.sequence(),
                    frame.deviceTimeUs(),
                    frame.hostArrivalNs(),
                    (int) Math.min(missingCount, Integer.MAX_VALUE),
                    frame.frameFlags());
        }
    }

    @Override
    public void hello(BoardHello newHello) {
        if (asks && openRequestCount == 0) {
            decoder.unaskedHello();
        }
        openRequestCount = Math.max(0, openRequestCount - 1);
        hello = newHello;
        helloSinceFrame = true;
        restartUnannounced = false;
        sink.hello(newHello, decoder.bootIndex());
    }

    @Override
    public void message(BoardMessage message) {
        if (message instanceof BoardMessage.Status status) {
            sink.health(new BoardHealth(
                    status.batteryMv(),
                    status.temperatureDegC(),
                    status.missedTickCount(),
                    status.droppedFrameCount(),
                    status.imuErrorCount(),
                    status.commandErrorCount()));
        } else if (message instanceof BoardMessage.Button button) {
            sink.button(new ButtonChange(button.deviceTimeUs(), button.buttonIndex(), button.pressed()));
        } else if (message instanceof BoardMessage.CommandResult result) {
            lastResult = result;
        }
    }

    /** The board's last answer to a command since it was asked for here; null when none came. */
    public BoardMessage.@Nullable CommandResult takeResult() {
        BoardMessage.CommandResult result = lastResult;
        lastResult = null;
        return result;
    }

    @Override
    public void rejected(RejectReason reason) {
        rejectedFrameCount++;
    }
}
