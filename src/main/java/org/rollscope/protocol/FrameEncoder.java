package org.rollscope.protocol;

import java.util.Arrays;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FeedbackSignal;
import org.rollscope.frame.RawFrame;

/**
 * Writes the messages of a board and of a host as bytes for the line.
 *
 * <p>The simulated roller and recordings of simulated sessions go through here, so that their bytes are the real ones.
 *
 * <p><b>Threads.</b> Stateless.
 */
public final class FrameEncoder {
    private FrameEncoder() {}

    /** A frame, with its delimiter; number and clock are cut to the wire's 32 bits. */
    public static byte[] frame(RawFrame frame) {
        int padCount = frame.padCounts().length;
        byte[] message = new byte[Wire.frameBytes(padCount)];
        message[0] = Wire.FRAME_ID;
        LittleEndian.put32(message, Wire.FRAME_SEQ_OFFSET_BYTES, frame.sequence());
        LittleEndian.put32(message, Wire.FRAME_DEVICE_TIME_US_OFFSET_BYTES, frame.deviceTimeUs());
        message[Wire.FRAME_FRAME_FLAGS_OFFSET_BYTES] = (byte) frame.frameFlags();
        message[Wire.FRAME_PAD_COUNT_OFFSET_BYTES] = (byte) padCount;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            LittleEndian.put16(
                    message, Wire.FRAME_ACCEL_COUNTS_OFFSET_BYTES + 2 * axisIndex, frame.accelCounts()[axisIndex]);
            LittleEndian.put16(
                    message, Wire.FRAME_GYRO_COUNTS_OFFSET_BYTES + 2 * axisIndex, frame.gyroCounts()[axisIndex]);
        }
        for (int padIndex = 0; padIndex < padCount; padIndex++) {
            LittleEndian.put16(message, Wire.FRAME_PAD_COUNTS_OFFSET_BYTES + 2 * padIndex, frame.padCounts()[padIndex]);
        }
        return enclose(message);
    }

    /** A hello, with its delimiter. */
    public static byte[] hello(BoardHello hello) {
        byte[] message = new byte[Wire.helloBytes(hello.padCount())];
        String[] version = hello.firmwareVersion().split("\\.", -1);
        message[0] = Wire.HELLO_ID;
        message[Wire.HELLO_PROTOCOL_VERSION_OFFSET_BYTES] = (byte) hello.protocolVersion();
        LittleEndian.put64(message, Wire.HELLO_BOARD_SERIAL_OFFSET_BYTES, hello.boardSerialId());
        message[Wire.HELLO_FIRMWARE_MAJOR_OFFSET_BYTES] = (byte) Integer.parseInt(version[0]);
        message[Wire.HELLO_FIRMWARE_MINOR_OFFSET_BYTES] = (byte) Integer.parseInt(version[1]);
        message[Wire.HELLO_FIRMWARE_PATCH_OFFSET_BYTES] = (byte) Integer.parseInt(version[2]);
        message[Wire.HELLO_GEOMETRY_ID_OFFSET_BYTES] = (byte) hello.geometryId();
        message[Wire.HELLO_RESET_CAUSE_OFFSET_BYTES] = (byte) hello.resetCauseFlags();
        LittleEndian.put16(message, Wire.HELLO_RATE_HZ_OFFSET_BYTES, hello.rateHz());
        message[Wire.HELLO_ADC_BITS_OFFSET_BYTES] = (byte) hello.adcBits();
        LittleEndian.put16(message, Wire.HELLO_ADC_FULL_SCALE_MV_OFFSET_BYTES, hello.adcFullScaleMv());
        LittleEndian.put32(
                message,
                Wire.HELLO_ACCEL_FULL_SCALE_M_PER_S2_OFFSET_BYTES,
                Math.round(hello.accelFullScaleMPerS2() / Wire.MICRO_RATIO));
        LittleEndian.put32(
                message,
                Wire.HELLO_GYRO_FULL_SCALE_RAD_PER_S_OFFSET_BYTES,
                Math.round(hello.gyroFullScaleRadPerS() / Wire.MICRO_RATIO));
        LittleEndian.put16(message, Wire.HELLO_IMU_OFFSET_US_OFFSET_BYTES, hello.imuOffsetUs());
        LittleEndian.put16(message, Wire.HELLO_BATTERY_MV_OFFSET_BYTES, hello.batteryMv());
        LittleEndian.put16(
                message, Wire.HELLO_TEMPERATURE_DEG_C_OFFSET_BYTES, temperatureCounts(hello.temperatureDegC()));
        message[Wire.HELLO_PAD_COUNT_OFFSET_BYTES] = (byte) hello.padCount();
        for (int padIndex = 0; padIndex < hello.padCount(); padIndex++) {
            LittleEndian.put16(
                    message, Wire.HELLO_SCAN_OFFSET_US_OFFSET_BYTES + 2 * padIndex, hello.scanOffsetUs()[padIndex]);
        }
        return enclose(message);
    }

    /** Asks the board for a hello; begins with a delimiter, which ends whatever the line held before. */
    public static byte[] helloRequest() {
        byte[] request = enclose(new byte[] {(byte) Wire.HELLO_REQUEST_ID});
        byte[] opened = new byte[request.length + 1];
        System.arraycopy(request, 0, opened, 1, request.length);
        return opened;
    }

    /** Asks the board for another sampling rate. */
    public static byte[] setRate(int rateHz) {
        byte[] message = new byte[3];
        message[0] = (byte) Wire.SET_RATE_ID;
        LittleEndian.put16(message, Wire.SET_RATE_RATE_HZ_OFFSET_BYTES, rateHz);
        return enclose(message);
    }

    /** Asks the board for a pong. */
    public static byte[] ping(long tokenCount) {
        byte[] message = new byte[5];
        message[0] = (byte) Wire.PING_ID;
        LittleEndian.put32(message, Wire.PING_TOKEN_COUNT_OFFSET_BYTES, tokenCount);
        return enclose(message);
    }

    /** Asks the board for light, vibration and tone. */
    public static byte[] feedback(FeedbackSignal signal) {
        byte[] message = new byte[7];
        message[0] = (byte) Wire.FEEDBACK_ID;
        message[Wire.FEEDBACK_LED_RATIO_OFFSET_BYTES] = ratioCounts(signal.ledRatio());
        message[Wire.FEEDBACK_VIBRATION_RATIO_OFFSET_BYTES] = ratioCounts(signal.vibrationRatio());
        LittleEndian.put16(message, Wire.FEEDBACK_BUZZER_HZ_OFFSET_BYTES, signal.buzzerHz());
        LittleEndian.put16(message, Wire.FEEDBACK_FEEDBACK_MS_OFFSET_BYTES, signal.lengthMs());
        return enclose(message);
    }

    private static byte ratioCounts(double ratio) {
        return (byte) Math.round(ratio * 255);
    }

    private static int temperatureCounts(double temperatureDegC) {
        return Double.isNaN(temperatureDegC)
                ? Wire.TEMPERATURE_NOT_MEASURED_COUNTS
                : (int) Math.round(temperatureDegC / Wire.TEMPERATURE_SCALE_DEG_C);
    }

    /** Adds the checksum, stuffs the bytes and ends the frame. */
    static byte[] enclose(byte[] body) {
        byte[] message = Arrays.copyOf(body, body.length + Wire.CRC_BYTES);
        LittleEndian.put16(message, body.length, Crc16.of(body, 0, body.length));
        byte[] encoded = new byte[Wire.MAX_ENCODED_BYTES + 1];
        int encodedBytes = Cobs.encode(message, message.length, encoded);
        return Arrays.copyOf(encoded, encodedBytes + 1);
    }
}
