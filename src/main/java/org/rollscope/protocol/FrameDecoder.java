package org.rollscope.protocol;

import org.rollscope.frame.BoardHello;
import org.rollscope.frame.RawFrame;

/**
 * Finds messages in a byte stream that may be cut anywhere and damaged anywhere.
 *
 * <p>After any damage at most the damaged frame and the next are lost, because a zero byte always ends a frame.
 *
 * <p><b>Errors.</b> Bad bytes are a {@link RejectReason}, never an exception. <b>Threads.</b> One.
 */
public final class FrameDecoder {
    private final MessageHandler handler;
    private final TickUnwrapper ticks = new TickUnwrapper();
    private final byte[] encoded = new byte[Wire.MAX_ENCODED_BYTES];
    private int encodedBytes;
    private boolean overlong;
    private long resetCount;

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
        for (int index = fromIndex; index < fromIndex + lengthBytes; index++) {
            byte value = chunk[index];
            if (value == Wire.DELIMITER) {
                endOfPiece(hostArrivalNs);
            } else if (encodedBytes == encoded.length) {
                overlong = true;
            } else {
                encoded[encodedBytes++] = value;
            }
        }
    }

    /** Forgets a half-received piece, as after a port was opened anew. */
    public void dropPartialPiece() {
        encodedBytes = 0;
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

    private void endOfPiece(long hostArrivalNs) {
        int pieceBytes = encodedBytes;
        boolean tooLong = overlong;
        dropPartialPiece();
        if (tooLong) {
            handler.rejected(RejectReason.TOO_LONG);
        } else if (pieceBytes > 0) {
            decode(pieceBytes, hostArrivalNs);
        }
    }

    private void decode(int pieceBytes, long hostArrivalNs) {
        int messageBytes = Cobs.decode(encoded, pieceBytes);
        if (messageBytes == Cobs.MALFORMED_BYTES) {
            handler.rejected(RejectReason.BAD_COBS);
            return;
        }
        int bodyBytes = messageBytes - Wire.CRC_BYTES;
        if (bodyBytes < 1) {
            handler.rejected(RejectReason.TOO_SHORT);
        } else if (Crc16.of(encoded, 0, bodyBytes) != LittleEndian.u16(encoded, bodyBytes)) {
            handler.rejected(RejectReason.BAD_CHECKSUM);
        } else {
            dispatch(bodyBytes, hostArrivalNs);
        }
    }

    private void dispatch(int bodyBytes, long hostArrivalNs) {
        switch (LittleEndian.u8(encoded, 0)) {
            case Wire.FRAME_ID -> frame(bodyBytes, hostArrivalNs);
            case Wire.HELLO_ID -> hello(bodyBytes);
            case Wire.STATUS_ID, Wire.BUTTON_ID, Wire.PONG_ID, Wire.COMMAND_RESULT_ID -> small(bodyBytes);
            default -> handler.rejected(RejectReason.UNKNOWN_MESSAGE);
        }
    }

    private void frame(int bodyBytes, long hostArrivalNs) {
        if (bodyBytes < Wire.FRAME_PAD_COUNTS_OFFSET_BYTES
                || bodyBytes != Wire.frameBytes(LittleEndian.u8(encoded, Wire.FRAME_PAD_COUNT_OFFSET_BYTES))) {
            handler.rejected(RejectReason.BAD_LENGTH);
            return;
        }
        int padCount = LittleEndian.u8(encoded, Wire.FRAME_PAD_COUNT_OFFSET_BYTES);
        if (padCount < 1 || padCount > Wire.MAX_PAD_COUNT) {
            handler.rejected(RejectReason.BAD_VALUE);
            return;
        }
        if (ticks.accept(
                LittleEndian.u32(encoded, Wire.FRAME_SEQ_OFFSET_BYTES),
                LittleEndian.u32(encoded, Wire.FRAME_DEVICE_TIME_US_OFFSET_BYTES))) {
            resetCount++;
        }
        char[] padCounts = new char[padCount];
        for (int padIndex = 0; padIndex < padCount; padIndex++) {
            padCounts[padIndex] = (char) LittleEndian.u16(encoded, Wire.FRAME_PAD_COUNTS_OFFSET_BYTES + 2 * padIndex);
        }
        handler.frame(new RawFrame(
                ticks.bootIndex(),
                ticks.sequence(),
                ticks.deviceTimeUs(),
                hostArrivalNs,
                ticks.lostBeforeCount(),
                LittleEndian.u8(encoded, Wire.FRAME_FRAME_FLAGS_OFFSET_BYTES),
                triple(Wire.FRAME_ACCEL_COUNTS_OFFSET_BYTES),
                triple(Wire.FRAME_GYRO_COUNTS_OFFSET_BYTES),
                padCounts));
    }

    private short[] triple(int offsetBytes) {
        return new short[] {
            LittleEndian.i16(encoded, offsetBytes),
            LittleEndian.i16(encoded, offsetBytes + 2),
            LittleEndian.i16(encoded, offsetBytes + 4)
        };
    }

    private void hello(int bodyBytes) {
        if (bodyBytes < Wire.HELLO_SCAN_OFFSET_US_OFFSET_BYTES
                || bodyBytes != Wire.helloBytes(LittleEndian.u8(encoded, Wire.HELLO_PAD_COUNT_OFFSET_BYTES))) {
            handler.rejected(RejectReason.BAD_LENGTH);
            return;
        }
        BoardHello hello = MessageReader.hello(encoded);
        if (hello == null) {
            handler.rejected(RejectReason.BAD_VALUE);
            return;
        }
        ticks.hello(hello.periodUs());
        handler.hello(hello);
    }

    private void small(int bodyBytes) {
        if (bodyBytes != MessageReader.smallMessageBytes(LittleEndian.u8(encoded, 0))) {
            handler.rejected(RejectReason.BAD_LENGTH);
            return;
        }
        BoardMessage message = MessageReader.small(encoded);
        if (message == null) {
            handler.rejected(RejectReason.BAD_VALUE);
        } else {
            handler.message(message);
        }
    }
}
