/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "rollscope_command_decoder.h"

#include "rollscope_static_assert.h"

/* Offsets are those of messages.csv. */
enum {
    SET_RATE_AT_RATE_HZ = 1,
    PING_AT_TOKEN_COUNT = 1,
    FEEDBACK_AT_LED_RATIO = 1,
    FEEDBACK_AT_VIBRATION_RATIO = 2,
    FEEDBACK_AT_BUZZER_HZ = 3,
    FEEDBACK_AT_FEEDBACK_MS = 5
};

ROLLSCOPE_STATIC_ASSERT(set_rate_ends_with_its_rate, SET_RATE_AT_RATE_HZ + 2 == ROLLSCOPE_SET_RATE_BYTES);
ROLLSCOPE_STATIC_ASSERT(ping_ends_with_its_token, PING_AT_TOKEN_COUNT + 4 == ROLLSCOPE_PING_BYTES);
ROLLSCOPE_STATIC_ASSERT(feedback_ends_with_its_time, FEEDBACK_AT_FEEDBACK_MS + 2 == ROLLSCOPE_FEEDBACK_BYTES);

static uint16_t u16_at(const uint8_t *bytes)
{
    return (uint16_t)(bytes[0] | (uint16_t)((uint16_t)bytes[1] << 8));
}

static uint32_t u32_at(const uint8_t *bytes)
{
    return u16_at(bytes) | (uint32_t)u16_at(bytes + 2) << 16;
}

/* The one length a command may have; 0 for a message_id that is no command. */
static size_t command_bytes(uint8_t message_id)
{
    switch (message_id) {
    case ROLLSCOPE_ID_HELLO_REQUEST:
        return ROLLSCOPE_HELLO_REQUEST_BYTES;
    case ROLLSCOPE_ID_SET_RATE:
        return ROLLSCOPE_SET_RATE_BYTES;
    case ROLLSCOPE_ID_PING:
        return ROLLSCOPE_PING_BYTES;
    case ROLLSCOPE_ID_FEEDBACK:
        return ROLLSCOPE_FEEDBACK_BYTES;
    default:
        return 0;
    }
}

static enum rollscope_reject_reason read_feedback(const uint8_t *bytes, struct rollscope_feedback *feedback)
{
    feedback->led_ratio = bytes[FEEDBACK_AT_LED_RATIO];
    feedback->vibration_ratio = bytes[FEEDBACK_AT_VIBRATION_RATIO];
    feedback->buzzer_hz = u16_at(bytes + FEEDBACK_AT_BUZZER_HZ);
    feedback->feedback_ms = u16_at(bytes + FEEDBACK_AT_FEEDBACK_MS);
    return feedback->buzzer_hz > ROLLSCOPE_BUZZER_HZ_MAX ? ROLLSCOPE_REJECT_BAD_VALUE : ROLLSCOPE_REJECT_NONE;
}

static enum rollscope_reject_reason read_rate(const uint8_t *bytes, uint16_t *rate_hz)
{
    *rate_hz = u16_at(bytes + SET_RATE_AT_RATE_HZ);
    return *rate_hz < ROLLSCOPE_RATE_HZ_MIN || *rate_hz > ROLLSCOPE_RATE_HZ_MAX ? ROLLSCOPE_REJECT_BAD_VALUE
                                                                               : ROLLSCOPE_REJECT_NONE;
}

static enum rollscope_reject_reason read_command(const struct rollscope_content *content,
                                                 struct rollscope_command *command)
{
    command->message_id = content->bytes[0];
    if (command_bytes(command->message_id) == 0) {
        return ROLLSCOPE_REJECT_UNKNOWN_MESSAGE;
    }
    if (command_bytes(command->message_id) != content->length_bytes) {
        return ROLLSCOPE_REJECT_BAD_LENGTH;
    }
    switch (command->message_id) {
    case ROLLSCOPE_ID_SET_RATE:
        return read_rate(content->bytes, &command->payload.rate_hz);
    case ROLLSCOPE_ID_PING:
        command->payload.token_count = u32_at(content->bytes + PING_AT_TOKEN_COUNT);
        return ROLLSCOPE_REJECT_NONE;
    case ROLLSCOPE_ID_FEEDBACK:
        return read_feedback(content->bytes, &command->payload.feedback);
    default: /* hello_request has no fields */
        return ROLLSCOPE_REJECT_NONE;
    }
}

bool rollscope_command_take(struct rollscope_receiver *receiver, uint8_t byte, struct rollscope_command *command)
{
    struct rollscope_content content;
    if (!rollscope_receiver_take(receiver, byte, &content, &command->reason)) {
        return false;
    }
    command->message_id = 0;
    if (command->reason == ROLLSCOPE_REJECT_NONE) {
        command->reason = read_command(&content, command);
    }
    return true;
}
