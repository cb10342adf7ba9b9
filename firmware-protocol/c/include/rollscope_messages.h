/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * The messages of messages.csv as C structures, and what a board needs to speak them.
 * The structures are for the program; the wire is packed and little-endian whatever the compiler does. */
#ifndef ROLLSCOPE_MESSAGES_H
#define ROLLSCOPE_MESSAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rollscope_cobs.h"
#include "rollscope_crc.h"

#define ROLLSCOPE_PROTOCOL_VERSION 1u

#define ROLLSCOPE_PAD_COUNT_MAX 64u
#define ROLLSCOPE_RATE_HZ_MIN 1u
#define ROLLSCOPE_RATE_HZ_MAX 1000u
#define ROLLSCOPE_BUZZER_HZ_MAX 20000u
#define ROLLSCOPE_TEMPERATURE_NOT_MEASURED INT16_MIN
#define ROLLSCOPE_BATTERY_NOT_MEASURED 0u

enum rollscope_message_id {
    ROLLSCOPE_ID_FRAME = 0x01,
    ROLLSCOPE_ID_HELLO = 0x02,
    ROLLSCOPE_ID_STATUS = 0x03,
    ROLLSCOPE_ID_BUTTON = 0x04,
    ROLLSCOPE_ID_PONG = 0x05,
    ROLLSCOPE_ID_COMMAND_RESULT = 0x06,
    ROLLSCOPE_ID_HELLO_REQUEST = 0x81,
    ROLLSCOPE_ID_SET_RATE = 0x82,
    ROLLSCOPE_ID_PING = 0x83,
    ROLLSCOPE_ID_FEEDBACK = 0x84
};

/* Bytes of each message with its message_id, before checksum and framing. */
#define ROLLSCOPE_FRAME_FIXED_BYTES 23u
#define ROLLSCOPE_FRAME_BYTES(pad_count) (ROLLSCOPE_FRAME_FIXED_BYTES + 2u * (pad_count))
#define ROLLSCOPE_HELLO_FIXED_BYTES 35u
#define ROLLSCOPE_HELLO_BYTES(pad_count) (ROLLSCOPE_HELLO_FIXED_BYTES + 2u * (pad_count))
#define ROLLSCOPE_STATUS_BYTES 21u
#define ROLLSCOPE_BUTTON_BYTES 7u
#define ROLLSCOPE_PONG_BYTES 9u
#define ROLLSCOPE_COMMAND_RESULT_BYTES 5u
#define ROLLSCOPE_HELLO_REQUEST_BYTES 1u
#define ROLLSCOPE_SET_RATE_BYTES 3u
#define ROLLSCOPE_PING_BYTES 5u
#define ROLLSCOPE_FEEDBACK_BYTES 7u

/* Bytes on the line of a message of so many bytes: checksum, one COBS code byte, delimiter. Every message is
 * shorter than a COBS block, so the cost is the same whatever the content. */
#define ROLLSCOPE_LINE_BYTES(message_bytes) ((message_bytes) + ROLLSCOPE_CRC_BYTES + 1u + 1u)
#define ROLLSCOPE_LINE_BYTES_MAX ROLLSCOPE_LINE_BYTES(ROLLSCOPE_HELLO_BYTES(ROLLSCOPE_PAD_COUNT_MAX))

enum rollscope_frame_flag {
    ROLLSCOPE_FLAG_IMU_VALID = 0x01,
    ROLLSCOPE_FLAG_AFTER_MISSED_TICK = 0x02
};

enum rollscope_axis { ROLLSCOPE_AXIS_X, ROLLSCOPE_AXIS_Y, ROLLSCOPE_AXIS_Z, ROLLSCOPE_AXIS_COUNT };

/* One sample of every sensor. */
struct rollscope_frame {
    uint32_t seq;
    uint32_t device_time_us;
    uint8_t frame_flags;
    uint8_t pad_count;
    int16_t accel_counts[ROLLSCOPE_AXIS_COUNT];
    int16_t gyro_counts[ROLLSCOPE_AXIS_COUNT];
    uint16_t pad_counts[ROLLSCOPE_PAD_COUNT_MAX];
};

/* Bits of reset_cause; the order of the AVR's MCUSR, which is as good as any. */
enum rollscope_reset_cause {
    ROLLSCOPE_RESET_POWER_ON = 0x01,
    ROLLSCOPE_RESET_EXTERNAL = 0x02,
    ROLLSCOPE_RESET_BROWN_OUT = 0x04,
    ROLLSCOPE_RESET_WATCHDOG = 0x08
};

/* Who is speaking. Full scales are in micro-units: 39226600 is 39.2266 m/s2. */
struct rollscope_hello {
    uint64_t board_serial;
    uint32_t accel_full_scale_um_per_s2;
    uint32_t gyro_full_scale_urad_per_s;
    uint16_t rate_hz;
    uint16_t adc_full_scale_mv;
    uint16_t imu_offset_us;
    uint16_t battery_mv;
    int16_t temperature_cdeg_c;
    uint8_t protocol_version;
    uint8_t firmware_major;
    uint8_t firmware_minor;
    uint8_t firmware_patch;
    uint8_t geometry_id;
    uint8_t reset_cause;
    uint8_t adc_bits;
    uint8_t pad_count;
    uint16_t scan_offset_us[ROLLSCOPE_PAD_COUNT_MAX];
};

/* Health of the board. */
struct rollscope_status {
    uint32_t device_time_us;
    uint32_t missed_tick_count;
    uint32_t dropped_frame_count;
    uint16_t battery_mv;
    uint16_t imu_error_count;
    uint16_t command_error_count;
    int16_t temperature_cdeg_c;
};

enum rollscope_button_index {
    ROLLSCOPE_BUTTON_MARKER,
    ROLLSCOPE_BUTTON_FELT_RELEASE,
    ROLLSCOPE_BUTTON_PAIN,
    ROLLSCOPE_BUTTON_COUNT,
    /* No button: the trigger of another instrument. */
    ROLLSCOPE_BUTTON_SYNC = ROLLSCOPE_BUTTON_COUNT
};

/* A button on the roller changed. */
struct rollscope_button {
    uint32_t device_time_us;
    uint8_t button_index;
    uint8_t pressed;
};

/* Answer to a ping. */
struct rollscope_pong {
    uint32_t token_count;
    uint32_t device_time_us;
};

enum rollscope_result {
    ROLLSCOPE_RESULT_DONE,
    ROLLSCOPE_RESULT_LINE_TOO_FULL,
    ROLLSCOPE_RESULT_OUT_OF_RANGE,
    ROLLSCOPE_RESULT_NOT_UNDERSTOOD
};

/* What became of a command. */
struct rollscope_command_result {
    uint16_t rate_hz;
    uint8_t command_message_id;
    uint8_t result;
};

/* What the athlete sees, hears and feels. 255 is full on. */
struct rollscope_feedback {
    uint16_t buzzer_hz;
    uint16_t feedback_ms;
    uint8_t led_ratio;
    uint8_t vibration_ratio;
};

#endif
