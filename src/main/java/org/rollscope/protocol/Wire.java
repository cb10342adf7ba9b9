package org.rollscope.protocol;

/**
 * The layout constants of the wire: message ids, field offsets and sizes, as in {@code firmware-protocol/messages.csv}.
 *
 * <p><b>Units.</b> Offsets and sizes in bytes from the message id. A test holds every constant against the table.
 */
final class Wire {
    /** Version of the specification that this code speaks. */
    static final int PROTOCOL_VERSION = 1;
    /** Longest encoded frame, without its delimiter: one more byte is an over-long run. */
    static final int MAX_ENCODED_BYTES = 254;
    /** Longest message with its checksum that fits into {@link #MAX_ENCODED_BYTES}. */
    static final int MAX_MESSAGE_BYTES = 253;
    /** Bytes of the checksum. */
    static final int CRC_BYTES = 2;
    /** Ends every frame. */
    static final byte DELIMITER = 0;
    /** Most pads a roller may have. */
    static final int MAX_PAD_COUNT = 64;
    /** Scale of the fields that are sent in millionths. */
    static final double MICRO_RATIO = 1e-6;
    /** Scale of a temperature field. */
    static final double TEMPERATURE_SCALE_DEG_C = 0.01;
    /** Temperature field of a board that does not measure it. */
    static final int TEMPERATURE_NOT_MEASURED_COUNTS = -32768;

    static final int FRAME_ID = 0x01;
    static final int HELLO_ID = 0x02;
    static final int STATUS_ID = 0x03;
    static final int BUTTON_ID = 0x04;
    static final int PONG_ID = 0x05;
    static final int COMMAND_RESULT_ID = 0x06;
    static final int HELLO_REQUEST_ID = 0x81;
    static final int SET_RATE_ID = 0x82;
    static final int PING_ID = 0x83;
    static final int FEEDBACK_ID = 0x84;

    static final int FRAME_SEQ_OFFSET_BYTES = 1;
    static final int FRAME_DEVICE_TIME_US_OFFSET_BYTES = 5;
    static final int FRAME_FRAME_FLAGS_OFFSET_BYTES = 9;
    static final int FRAME_PAD_COUNT_OFFSET_BYTES = 10;
    static final int FRAME_ACCEL_COUNTS_OFFSET_BYTES = 11;
    static final int FRAME_GYRO_COUNTS_OFFSET_BYTES = 17;
    static final int FRAME_PAD_COUNTS_OFFSET_BYTES = 23;

    static final int HELLO_PROTOCOL_VERSION_OFFSET_BYTES = 1;
    static final int HELLO_BOARD_SERIAL_OFFSET_BYTES = 2;
    static final int HELLO_FIRMWARE_MAJOR_OFFSET_BYTES = 10;
    static final int HELLO_FIRMWARE_MINOR_OFFSET_BYTES = 11;
    static final int HELLO_FIRMWARE_PATCH_OFFSET_BYTES = 12;
    static final int HELLO_GEOMETRY_ID_OFFSET_BYTES = 13;
    static final int HELLO_RESET_CAUSE_OFFSET_BYTES = 14;
    static final int HELLO_RATE_HZ_OFFSET_BYTES = 15;
    static final int HELLO_ADC_BITS_OFFSET_BYTES = 17;
    static final int HELLO_ADC_FULL_SCALE_MV_OFFSET_BYTES = 18;
    static final int HELLO_ACCEL_FULL_SCALE_M_PER_S2_OFFSET_BYTES = 20;
    static final int HELLO_GYRO_FULL_SCALE_RAD_PER_S_OFFSET_BYTES = 24;
    static final int HELLO_IMU_OFFSET_US_OFFSET_BYTES = 28;
    static final int HELLO_BATTERY_MV_OFFSET_BYTES = 30;
    static final int HELLO_TEMPERATURE_DEG_C_OFFSET_BYTES = 32;
    static final int HELLO_PAD_COUNT_OFFSET_BYTES = 34;
    static final int HELLO_SCAN_OFFSET_US_OFFSET_BYTES = 35;

    static final int STATUS_DEVICE_TIME_US_OFFSET_BYTES = 1;
    static final int STATUS_BATTERY_MV_OFFSET_BYTES = 5;
    static final int STATUS_TEMPERATURE_DEG_C_OFFSET_BYTES = 7;
    static final int STATUS_MISSED_TICK_COUNT_OFFSET_BYTES = 9;
    static final int STATUS_DROPPED_FRAME_COUNT_OFFSET_BYTES = 13;
    static final int STATUS_IMU_ERROR_COUNT_OFFSET_BYTES = 17;
    static final int STATUS_COMMAND_ERROR_COUNT_OFFSET_BYTES = 19;
    static final int STATUS_BYTES = 21;

    static final int BUTTON_DEVICE_TIME_US_OFFSET_BYTES = 1;
    static final int BUTTON_BUTTON_INDEX_OFFSET_BYTES = 5;
    static final int BUTTON_PRESSED_OFFSET_BYTES = 6;
    static final int BUTTON_BYTES = 7;

    static final int PONG_TOKEN_COUNT_OFFSET_BYTES = 1;
    static final int PONG_DEVICE_TIME_US_OFFSET_BYTES = 5;
    static final int PONG_BYTES = 9;

    static final int COMMAND_RESULT_COMMAND_MESSAGE_ID_OFFSET_BYTES = 1;
    static final int COMMAND_RESULT_RESULT_OFFSET_BYTES = 2;
    static final int COMMAND_RESULT_RATE_HZ_OFFSET_BYTES = 3;
    static final int COMMAND_RESULT_BYTES = 5;

    static final int SET_RATE_RATE_HZ_OFFSET_BYTES = 1;
    static final int PING_TOKEN_COUNT_OFFSET_BYTES = 1;
    static final int FEEDBACK_LED_RATIO_OFFSET_BYTES = 1;
    static final int FEEDBACK_VIBRATION_RATIO_OFFSET_BYTES = 2;
    static final int FEEDBACK_BUZZER_HZ_OFFSET_BYTES = 3;
    static final int FEEDBACK_FEEDBACK_MS_OFFSET_BYTES = 5;

    private Wire() {}

    /** Length of a frame message without its checksum. */
    static int frameBytes(int padCount) {
        return FRAME_PAD_COUNTS_OFFSET_BYTES + 2 * padCount;
    }

    /** Length of a hello message without its checksum. */
    static int helloBytes(int padCount) {
        return HELLO_SCAN_OFFSET_US_OFFSET_BYTES + 2 * padCount;
    }
}
