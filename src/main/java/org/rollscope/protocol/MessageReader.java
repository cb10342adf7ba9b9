package org.rollscope.protocol;

import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHello;

/** Reads the fields of the messages other than frames; null stands for a field outside its range. */
final class MessageReader {
    private static final int MAX_RATE_HZ = 1000;

    private MessageReader() {}

    static @Nullable BoardHello hello(byte[] message) {
        int padCount = LittleEndian.u8(message, Wire.HELLO_PAD_COUNT_OFFSET_BYTES);
        int protocolVersion = LittleEndian.u8(message, Wire.HELLO_PROTOCOL_VERSION_OFFSET_BYTES);
        int rateHz = LittleEndian.u16(message, Wire.HELLO_RATE_HZ_OFFSET_BYTES);
        int adcBits = LittleEndian.u8(message, Wire.HELLO_ADC_BITS_OFFSET_BYTES);
        int adcFullScaleMv = LittleEndian.u16(message, Wire.HELLO_ADC_FULL_SCALE_MV_OFFSET_BYTES);
        long accelMicro = LittleEndian.u32(message, Wire.HELLO_ACCEL_FULL_SCALE_M_PER_S2_OFFSET_BYTES);
        long gyroMicro = LittleEndian.u32(message, Wire.HELLO_GYRO_FULL_SCALE_RAD_PER_S_OFFSET_BYTES);
        boolean inRange = padCount >= 1
                && padCount <= Wire.MAX_PAD_COUNT
                && protocolVersion >= 1
                && isRate(rateHz)
                && adcBits >= 8
                && adcBits <= 16
                && adcFullScaleMv >= 1
                && accelMicro >= 1
                && gyroMicro >= 1;
        if (!inRange) {
            return null;
        }
        int[] scanOffsetUs = new int[padCount];
        for (int padIndex = 0; padIndex < padCount; padIndex++) {
            scanOffsetUs[padIndex] = LittleEndian.u16(message, Wire.HELLO_SCAN_OFFSET_US_OFFSET_BYTES + 2 * padIndex);
        }
        return new BoardHello(
                protocolVersion,
                LittleEndian.u64(message, Wire.HELLO_BOARD_SERIAL_OFFSET_BYTES),
                LittleEndian.u8(message, Wire.HELLO_FIRMWARE_MAJOR_OFFSET_BYTES)
                        + "."
                        + LittleEndian.u8(message, Wire.HELLO_FIRMWARE_MINOR_OFFSET_BYTES)
                        + "."
                        + LittleEndian.u8(message, Wire.HELLO_FIRMWARE_PATCH_OFFSET_BYTES),
                LittleEndian.u8(message, Wire.HELLO_GEOMETRY_ID_OFFSET_BYTES),
                LittleEndian.u8(message, Wire.HELLO_RESET_CAUSE_OFFSET_BYTES),
                rateHz,
                adcBits,
                adcFullScaleMv,
                accelMicro * Wire.MICRO_RATIO,
                gyroMicro * Wire.MICRO_RATIO,
                LittleEndian.u16(message, Wire.HELLO_IMU_OFFSET_US_OFFSET_BYTES),
                LittleEndian.u16(message, Wire.HELLO_BATTERY_MV_OFFSET_BYTES),
                temperatureDegC(message, Wire.HELLO_TEMPERATURE_DEG_C_OFFSET_BYTES),
                scanOffsetUs);
    }

    /** Length of a small message without its checksum. */
    static int smallMessageBytes(int messageId) {
        return switch (messageId) {
            case Wire.STATUS_ID -> Wire.STATUS_BYTES;
            case Wire.BUTTON_ID -> Wire.BUTTON_BYTES;
            case Wire.PONG_ID -> Wire.PONG_BYTES;
            case Wire.COMMAND_RESULT_ID -> Wire.COMMAND_RESULT_BYTES;
            default -> throw new IllegalArgumentException("no small message has the id " + messageId);
        };
    }

    static @Nullable BoardMessage small(byte[] message) {
        return switch (LittleEndian.u8(message, 0)) {
            case Wire.STATUS_ID -> status(message);
            case Wire.BUTTON_ID -> button(message);
            case Wire.PONG_ID ->
                new BoardMessage.Pong(
                        LittleEndian.u32(message, Wire.PONG_TOKEN_COUNT_OFFSET_BYTES),
                        LittleEndian.u32(message, Wire.PONG_DEVICE_TIME_US_OFFSET_BYTES));
            default -> commandResult(message);
        };
    }

    private static BoardMessage status(byte[] message) {
        return new BoardMessage.Status(
                LittleEndian.u32(message, Wire.STATUS_DEVICE_TIME_US_OFFSET_BYTES),
                LittleEndian.u16(message, Wire.STATUS_BATTERY_MV_OFFSET_BYTES),
                temperatureDegC(message, Wire.STATUS_TEMPERATURE_DEG_C_OFFSET_BYTES),
                LittleEndian.u32(message, Wire.STATUS_MISSED_TICK_COUNT_OFFSET_BYTES),
                LittleEndian.u32(message, Wire.STATUS_DROPPED_FRAME_COUNT_OFFSET_BYTES),
                LittleEndian.u16(message, Wire.STATUS_IMU_ERROR_COUNT_OFFSET_BYTES),
                LittleEndian.u16(message, Wire.STATUS_COMMAND_ERROR_COUNT_OFFSET_BYTES));
    }

    private static @Nullable BoardMessage button(byte[] message) {
        int pressed = LittleEndian.u8(message, Wire.BUTTON_PRESSED_OFFSET_BYTES);
        return pressed > 1
                ? null
                : new BoardMessage.Button(
                        LittleEndian.u32(message, Wire.BUTTON_DEVICE_TIME_US_OFFSET_BYTES),
                        LittleEndian.u8(message, Wire.BUTTON_BUTTON_INDEX_OFFSET_BYTES),
                        pressed == 1);
    }

    private static @Nullable BoardMessage commandResult(byte[] message) {
        int result = LittleEndian.u8(message, Wire.COMMAND_RESULT_RESULT_OFFSET_BYTES);
        int rateHz = LittleEndian.u16(message, Wire.COMMAND_RESULT_RATE_HZ_OFFSET_BYTES);
        BoardMessage.Result[] results = BoardMessage.Result.values();
        return result >= results.length || !isRate(rateHz)
                ? null
                : new BoardMessage.CommandResult(
                        LittleEndian.u8(message, Wire.COMMAND_RESULT_COMMAND_MESSAGE_ID_OFFSET_BYTES),
                        results[result],
                        rateHz);
    }

    private static boolean isRate(int rateHz) {
        return rateHz >= 1 && rateHz <= MAX_RATE_HZ;
    }

    private static double temperatureDegC(byte[] message, int offsetBytes) {
        int counts = LittleEndian.i16(message, offsetBytes);
        return counts == Wire.TEMPERATURE_NOT_MEASURED_COUNTS ? Double.NaN : counts * Wire.TEMPERATURE_SCALE_DEG_C;
    }
}
