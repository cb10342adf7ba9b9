/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "any_message.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PER_PAD = 0 };

struct field {
    uint8_t message_id;
    const char *name;
    size_t at;           /* in struct any_message */
    uint8_t size_bytes;  /* of one element */
    uint8_t count;       /* PER_PAD: as many as pad_count says */
    uint64_t min, max;   /* of unsigned fields; signed ones use their whole range */
};

#define FIELD(id, part, name, member, size_bytes, count, min, max) \
    {id, name, offsetof(struct any_message, as.part.member), size_bytes, count, min, max}

/* In wire order, message_id left out. */
static const struct field FIELDS[] = {
    FIELD(ROLLSCOPE_ID_FRAME, frame, "seq", seq, 4, 1, 0, UINT32_MAX),
    FIELD(ROLLSCOPE_ID_FRAME, frame, "device_time_us", device_time_us, 4, 1, 0, UINT32_MAX),
    FIELD(ROLLSCOPE_ID_FRAME, frame, "frame_flags", frame_flags, 1, 1, 0, UINT8_MAX),
    FIELD(ROLLSCOPE_ID_FRAME, frame, "pad_count", pad_count, 1, 1, 1, 64),
    FIELD(ROLLSCOPE_ID_FRAME, frame, "accel_counts", accel_counts, 2, 3, 0, UINT16_MAX),
    FIELD(ROLLSCOPE_ID_FRAME, frame, "gyro_counts", gyro_counts, 2, 3, 0, UINT16_MAX),
    FIELD(ROLLSCOPE_ID_FRAME, frame, "pad_counts", pad_counts, 2, PER_PAD, 0, UINT16_MAX),

    FIELD(ROLLSCOPE_ID_HELLO, hello, "protocol_version", protocol_version, 1, 1, 1, UINT8_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "board_serial", board_serial, 8, 1, 0, UINT64_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "firmware_major", firmware_major, 1, 1, 0, UINT8_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "firmware_minor", firmware_minor, 1, 1, 0, UINT8_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "firmware_patch", firmware_patch, 1, 1, 0, UINT8_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "geometry_id", geometry_id, 1, 1, 0, UINT8_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "reset_cause", reset_cause, 1, 1, 0, UINT8_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "rate_hz", rate_hz, 2, 1, 1, 1000),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "adc_bits", adc_bits, 1, 1, 8, 16),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "adc_full_scale_mv", adc_full_scale_mv, 2, 1, 1, UINT16_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "accel_full_scale_m_per_s2", accel_full_scale_um_per_s2, 4, 1, 1, UINT32_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "gyro_full_scale_rad_per_s", gyro_full_scale_urad_per_s, 4, 1, 1, UINT32_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "imu_offset_us", imu_offset_us, 2, 1, 0, UINT16_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "battery_mv", battery_mv, 2, 1, 0, UINT16_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "temperature_deg_c", temperature_cdeg_c, 2, 1, 0, UINT16_MAX),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "pad_count", pad_count, 1, 1, 1, 64),
    FIELD(ROLLSCOPE_ID_HELLO, hello, "scan_offset_us", scan_offset_us, 2, PER_PAD, 0, UINT16_MAX),

    FIELD(ROLLSCOPE_ID_STATUS, status, "device_time_us", device_time_us, 4, 1, 0, UINT32_MAX),
    FIELD(ROLLSCOPE_ID_STATUS, status, "battery_mv", battery_mv, 2, 1, 0, UINT16_MAX),
    FIELD(ROLLSCOPE_ID_STATUS, status, "temperature_deg_c", temperature_cdeg_c, 2, 1, 0, UINT16_MAX),
    FIELD(ROLLSCOPE_ID_STATUS, status, "missed_tick_count", missed_tick_count, 4, 1, 0, UINT32_MAX),
    FIELD(ROLLSCOPE_ID_STATUS, status, "dropped_frame_count", dropped_frame_count, 4, 1, 0, UINT32_MAX),
    FIELD(ROLLSCOPE_ID_STATUS, status, "imu_error_count", imu_error_count, 2, 1, 0, UINT16_MAX),
    FIELD(ROLLSCOPE_ID_STATUS, status, "command_error_count", command_error_count, 2, 1, 0, UINT16_MAX),

    FIELD(ROLLSCOPE_ID_BUTTON, button, "device_time_us", device_time_us, 4, 1, 0, UINT32_MAX),
    FIELD(ROLLSCOPE_ID_BUTTON, button, "button_index", button_index, 1, 1, 0, UINT8_MAX),
    FIELD(ROLLSCOPE_ID_BUTTON, button, "pressed", pressed, 1, 1, 0, 1),

    FIELD(ROLLSCOPE_ID_PONG, pong, "token_count", token_count, 4, 1, 0, UINT32_MAX),
    FIELD(ROLLSCOPE_ID_PONG, pong, "device_time_us", device_time_us, 4, 1, 0, UINT32_MAX),

    FIELD(ROLLSCOPE_ID_COMMAND_RESULT, command_result, "command_message_id", command_message_id, 1, 1, 0, UINT8_MAX),
    FIELD(ROLLSCOPE_ID_COMMAND_RESULT, command_result, "result", result, 1, 1, 0, 3),
    FIELD(ROLLSCOPE_ID_COMMAND_RESULT, command_result, "rate_hz", rate_hz, 2, 1, 1, 1000),

    FIELD(ROLLSCOPE_ID_SET_RATE, command, "rate_hz", payload.rate_hz, 2, 1, 1, 1000),
    FIELD(ROLLSCOPE_ID_PING, command, "token_count", payload.token_count, 4, 1, 0, UINT32_MAX),
    FIELD(ROLLSCOPE_ID_FEEDBACK, command, "led_ratio", payload.feedback.led_ratio, 1, 1, 0, UINT8_MAX),
    FIELD(ROLLSCOPE_ID_FEEDBACK, command, "vibration_ratio", payload.feedback.vibration_ratio, 1, 1, 0, UINT8_MAX),
    FIELD(ROLLSCOPE_ID_FEEDBACK, command, "buzzer_hz", payload.feedback.buzzer_hz, 2, 1, 0, 20000),
    FIELD(ROLLSCOPE_ID_FEEDBACK, command, "feedback_ms", payload.feedback.feedback_ms, 2, 1, 0, UINT16_MAX),
};
#define FIELD_COUNT (sizeof FIELDS / sizeof FIELDS[0])

static const struct {
    const char *name;
    uint8_t message_id;
} NAMES[] = {
    {"frame", ROLLSCOPE_ID_FRAME},
    {"hello", ROLLSCOPE_ID_HELLO},
    {"status", ROLLSCOPE_ID_STATUS},
    {"button", ROLLSCOPE_ID_BUTTON},
    {"pong", ROLLSCOPE_ID_PONG},
    {"command_result", ROLLSCOPE_ID_COMMAND_RESULT},
    {"hello_request", ROLLSCOPE_ID_HELLO_REQUEST},
    {"set_rate", ROLLSCOPE_ID_SET_RATE},
    {"ping", ROLLSCOPE_ID_PING},
    {"feedback", ROLLSCOPE_ID_FEEDBACK},
};

uint8_t message_id_of(const char *message)
{
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        if (strcmp(NAMES[i].name, message) == 0) {
            return NAMES[i].message_id;
        }
    }
    return 0;
}

/* Two's complement does the same to the bytes of signed and unsigned fields, so one store serves both. */
static void store(struct any_message *message, const struct field *field, size_t element, uint64_t value)
{
    uint8_t *target = (uint8_t *)message + field->at + element * field->size_bytes;
    uint8_t value_u8 = (uint8_t)value;
    uint16_t value_u16 = (uint16_t)value;
    uint32_t value_u32 = (uint32_t)value;
    switch (field->size_bytes) {
    case 1:
        memcpy(target, &value_u8, sizeof value_u8);
        break;
    case 2:
        memcpy(target, &value_u16, sizeof value_u16);
        break;
    case 4:
        memcpy(target, &value_u32, sizeof value_u32);
        break;
    default:
        memcpy(target, &value, sizeof value);
        break;
    }
}

bool set_field(struct any_message *message, const char *name, const char *values)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (FIELDS[i].message_id == message->message_id && strcmp(FIELDS[i].name, name) == 0) {
            const char *at = values;
            for (size_t element = 0; *at != '\0'; element++) {
                char *after;
                uint64_t value = *at == '-' ? (uint64_t)strtoll(at, &after, 10) : strtoull(at, &after, 10);
                store(message, &FIELDS[i], element, value);
                at = *after == ' ' ? after + 1 : after;
            }
            return true;
        }
    }
    return false;
}

size_t encode_any(const struct any_message *message, uint8_t *out)
{
    switch (message->message_id) {
    case ROLLSCOPE_ID_FRAME:
        return rollscope_encode_frame(&message->as.frame, out);
    case ROLLSCOPE_ID_HELLO:
        return rollscope_encode_hello(&message->as.hello, out);
    case ROLLSCOPE_ID_STATUS:
        return rollscope_encode_status(&message->as.status, out);
    case ROLLSCOPE_ID_BUTTON:
        return rollscope_encode_button(&message->as.button, out);
    case ROLLSCOPE_ID_PONG:
        return rollscope_encode_pong(&message->as.pong, out);
    case ROLLSCOPE_ID_COMMAND_RESULT:
        return rollscope_encode_command_result(&message->as.command_result, out);
    default:
        return 0;
    }
}

static uint64_t little_endian(const uint8_t *bytes, size_t size_bytes)
{
    uint64_t value = 0;
    for (size_t i = size_bytes; i > 0; i--) {
        value = value << 8 | bytes[i - 1];
    }
    return value;
}

/* Walks the table over the content. Elements beyond the structures' room are judged by length and range, not kept. */
static enum rollscope_reject_reason read_fields(const struct rollscope_content *content, struct any_message *message)
{
    size_t read_at = 1;
    size_t pad_count = 0;
    bool known = false;
    bool in_range = true;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const struct field *field = &FIELDS[i];
        if (field->message_id != message->message_id) {
            continue;
        }
        known = true;
        size_t count = field->count == PER_PAD ? pad_count : field->count;
        if (read_at + count * field->size_bytes > content->length_bytes) {
            return ROLLSCOPE_REJECT_BAD_LENGTH;
        }
        for (size_t element = 0; element < count; element++, read_at += field->size_bytes) {
            uint64_t value = little_endian(content->bytes + read_at, field->size_bytes);
            in_range = in_range && value >= field->min && value <= field->max;
            if (element < ROLLSCOPE_PAD_COUNT_MAX) {
                store(message, field, element, value);
            }
            if (strcmp(field->name, "pad_count") == 0) {
                pad_count = (size_t)value;
            }
        }
    }
    if (!known || message->message_id >= ROLLSCOPE_ID_HELLO_REQUEST) {
        return ROLLSCOPE_REJECT_UNKNOWN_MESSAGE;
    }
    if (read_at != content->length_bytes) {
        return ROLLSCOPE_REJECT_BAD_LENGTH;
    }
    return in_range ? ROLLSCOPE_REJECT_NONE : ROLLSCOPE_REJECT_BAD_VALUE;
}

bool host_take(struct rollscope_receiver *receiver, uint8_t byte, struct any_message *message,
               enum rollscope_reject_reason *reason)
{
    struct rollscope_content content;
    if (!rollscope_receiver_take(receiver, byte, &content, reason)) {
        return false;
    }
    memset(message, 0, sizeof *message);
    if (*reason == ROLLSCOPE_REJECT_NONE) {
        message->message_id = content.bytes[0];
        *reason = read_fields(&content, message);
    }
    return true;
}

void print_fields(void)
{
    size_t offset = 1;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const struct field *field = &FIELDS[i];
        offset = i > 0 && FIELDS[i - 1].message_id == field->message_id ? offset : 1;
        printf("field,%u,%s,%zu,%u,%u,%" PRIu64 ",%" PRIu64 "\n", field->message_id, field->name, offset,
               field->size_bytes, field->count, field->min, field->max);
        offset += (size_t)field->size_bytes * field->count;
    }
}
