package org.rollscope.protocol;

import org.rollscope.frame.BoardHello;
import org.rollscope.frame.RawFrame;

/**
 * Finds messages in a byte stream that may be cut anywhere and damaged anywhere.
 *
 * <p>After any damage at most the damaged frame and the next are lost, because a zero byte always ends a frame.
 *
 * <p>Every frame is given in the same {@link RawFrame}, which the next one overwrites; decoding makes no garbage.
 *
 * <p><b>Errors.</b> Bad bytes are a {@link RejectReason}, never an exception. <b>Threads.</b> One.
 */
public final class FrameDecoder {
    private final MessageHandler handler;
    private final TickUnwrapper ticks = new TickUnwrapper();
    /** The beginning of a piece whose end has not come yet. */
    private final byte[] held = new byte[Wire.MAX_ENCODED_BYTES];

    private final byte[] message = new byte[Wire.MAX_ENCODED_BYTES];
    private int heldBytes;
    private boolean overlong;
    private long resetCount;
    private RawFrame reused = new RawFrame(1);

    /**
     * Makes a decoder at the start of a stream.
     *
     * @param handler receives what is found.
     */
    public FrameDecoder(MessageHandler handler) {
        this.handler = handler;
    }

    /**
     * Takes in a chunk of any size.
     *
     * @param chunk bytes.
     * @param fromIndex first byte.
     * @param lengthBytes number of bytes, 0 or more.
     * @param hostArrivalNs host's monotonic clock when the chunk was read.
     */
    public void accept(byte[] chunk, int fromIndex, int lengthBytes, long hostArrivalNs) {
        int endIndex = fromIndex + lengthBytes;
        int pieceIndex = fromIndex;
        int delimiterIndex = DelimiterSearch.find(chunk, pieceIndex, endIndex);
        while (delimiterIndex != DelimiterSearch.NONE_INDEX) {
            endOfPiece(chunk, pieceIndex, delimiterIndex - pieceIndex, hostArrivalNs);
            pieceIndex = delimiterIndex + 1;
            delimiterIndex = DelimiterSearch.find(chunk, pieceIndex, endIndex);
        }
        hold(chunk, pieceIndex, endIndex - pieceIndex);
    }

    private void hold(byte[] chunk, int fromIndex, int lengthBytes) {
        if (overlong || heldBytes + lengthBytes > held.length) {
            overlong = true;
        } else {
            System.arraycopy(chunk, fromIndex, held, heldBytes, lengthBytes);
            heldBytes += lengthBytes;
        }
    }

    /** Forgets a half-received piece, as after a port was opened anew. */
    public void dropPartialPiece() {
        heldBytes = 0;
        overlong = false;
    }

    /** Takes note that nobody asked for the last hello: the board has restarted. */
    void unaskedHello() {
        ticks.unaskedHello();
    }

    /** Restarts of the board seen so far. */
    public long resetCount() {
        return resetCount;
    }

    /** The boot that the last frame belonged to. */
    public int bootIndex() {
        return ticks.bootIndex();
    }

    private void endOfPiece(byte[] chunk, int fromIndex, int lengthBytes, long hostArrivalNs) {
        if (overlong || heldBytes + lengthBytes > held.length) {
            dropPartialPiece();
            handler.rejected(RejectReason.TOO_LONG);
        } else if (heldBytes > 0) {
            hold(chunk, fromIndex, lengthBytes);
            int pieceBytes = heldBytes;
            dropPartialPiece();
            decode(held, 0, pieceBytes, hostArrivalNs);
        } else if (lengthBytes > 0) {
            decode(chunk, fromIndex, lengthBytes, hostArrivalNs);
        }
    }

    private void decode(byte[] piece, int fromIndex, int pieceBytes, long hostArrivalNs) {
        int messageBytes = Cobs.decode(piece, fromIndex, pieceBytes, message);
        if (messageBytes == Cobs.MALFORMED_BYTES) {
            handler.rejected(RejectReason.BAD_COBS);
            return;
        }
        int bodyBytes = messageBytes - Wire.CRC_BYTES;
        if (bodyBytes < 1) {
            handler.rejected(RejectReason.TOO_SHORT);
        } else if (Crc16.of(message, 0, bodyBytes) != LittleEndian.u16(message, bodyBytes)) {
            handler.rejected(RejectReason.BAD_CHECKSUM);
        } else {
            dispatch(bodyBytes, hostArrivalNs);
        }
    }

    private void dispatch(int bodyBytes, long hostArrivalNs) {
        switch (LittleEndian.u8(message, 0)) {
            case Wire.FRAME_ID -> frame(bodyBytes, hostArrivalNs);
            case Wire.HELLO_ID -> hello(bodyBytes);
            case Wire.STATUS_ID, Wire.BUTTON_ID, Wire.PONG_ID, Wire.COMMAND_RESULT_ID -> small(bodyBytes);
            default -> handler.rejected(RejectReason.UNKNOWN_MESSAGE);
        }
    }

    private void frame(int bodyBytes, long hostArrivalNs) {
        if (bodyBytes < Wire.FRAME_PAD_COUNTS_OFFSET_BYTES
                || bodyBytes != Wire.frameBytes(LittleEndian.u8(message, Wire.FRAME_PAD_COUNT_OFFSET_BYTES))) {
            handler.rejected(RejectReason.BAD_LENGTH);
            return;
        }
        int padCount = LittleEndian.u8(message, Wire.FRAME_PAD_COUNT_OFFSET_BYTES);
        if (padCount < 1 || padCount > Wire.MAX_PAD_COUNT) {
            handler.rejected(RejectReason.BAD_VALUE);
            return;
        }
        if (ticks.accept(
                LittleEndian.u32(message, Wire.FRAME_SEQ_OFFSET_BYTES),
                LittleEndian.u32(message, Wire.FRAME_DEVICE_TIME_US_OFFSET_BYTES))) {
            resetCount++;
        }
        handler.frame(filled(padCount, hostArrivalNs));
    }

    private RawFrame filled(int padCount, long hostArrivalNs) {
        if (reused.padCounts().length != padCount) {
            reused = new RawFrame(padCount);
        }
        RawFrame frame = reused;
        frame.stamp(
                ticks.bootIndex(),
                ticks.sequence(),
                ticks.deviceTimeUs(),
                hostArrivalNs,
                ticks.lostBeforeCount(),
                LittleEndian.u8(message, Wire.FRAME_FRAME_FLAGS_OFFSET_BYTES));
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            frame.accelCounts()[axisIndex] =
                    LittleEndian.i16(message, Wire.FRAME_ACCEL_COUNTS_OFFSET_BYTES + 2 * axisIndex);
            frame.gyroCounts()[axisIndex] =
                    LittleEndian.i16(message, Wire.FRAME_GYRO_COUNTS_OFFSET_BYTES + 2 * axisIndex);
        }
        char[] padCounts = frame.padCounts();
        for (int padIndex = 0; padIndex < padCount; padIndex++) {
            padCounts[padIndex] = (char) LittleEndian.u16(message, Wire.FRAME_PAD_COUNTS_OFFSET_BYTES + 2 * padIndex);
        }
        return frame;
    }

    private void hello(int bodyBytes) {
        if (bodyBytes < Wire.HELLO_SCAN_OFFSET_US_OFFSET_BYTES
                || bodyBytes != Wire.helloBytes(LittleEndian.u8(message, Wire.HELLO_PAD_COUNT_OFFSET_BYTES))) {
            handler.rejected(RejectReason.BAD_LENGTH);
            return;
        }
        BoardHello hello = MessageReader.hello(message);
        if (hello == null) {
            handler.rejected(RejectReason.BAD_VALUE);
            return;
        }
        ticks.hello(hello.periodUs());
        handler.hello(hello);
    }

    private void small(int bodyBytes) {
        if (bodyBytes != MessageReader.smallMessageBytes(LittleEndian.u8(message, 0))) {
            handler.rejected(RejectReason.BAD_LENGTH);
            return;
        }
        BoardMessage small = MessageReader.small(message);
        if (small == null) {
            handler.rejected(RejectReason.BAD_VALUE);
        } else {
            handler.message(small);
        }
    }
}
