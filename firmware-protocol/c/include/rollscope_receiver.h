/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * What every receiver does before it looks at a field: collect, take the coding off, check the checksum. */
#ifndef ROLLSCOPE_RECEIVER_H
#define ROLLSCOPE_RECEIVER_H

#include "rollscope_messages.h"

/* Why a frame was refused. The names are those of SPEC.md section 9, in the order of the checks. */
enum rollscope_reject_reason {
    ROLLSCOPE_REJECT_NONE,
    ROLLSCOPE_REJECT_TOO_LONG,
    ROLLSCOPE_REJECT_BAD_COBS,
    ROLLSCOPE_REJECT_TOO_SHORT,
    ROLLSCOPE_REJECT_BAD_CHECKSUM,
    ROLLSCOPE_REJECT_UNKNOWN_MESSAGE,
    ROLLSCOPE_REJECT_BAD_LENGTH,
    ROLLSCOPE_REJECT_BAD_VALUE
};

/* Collects the bytes of one frame. Start it with rollscope_receiver_reset. */
struct rollscope_receiver {
    uint16_t length_bytes;
    bool too_long;
    uint8_t bytes[ROLLSCOPE_ENCODED_BYTES_MAX];
};

/* A message whose checksum is right: message_id first, checksum taken off. It points into the receiver and lasts
 * until the next byte is taken. */
struct rollscope_content {
    const uint8_t *bytes;
    size_t length_bytes;
};

void rollscope_receiver_reset(struct rollscope_receiver *receiver);

/* Takes one byte. Returns true if it ended a frame: `*reason` is then REJECT_NONE and `content` is set, or one of
 * TOO_LONG, BAD_COBS, TOO_SHORT, BAD_CHECKSUM. Two delimiters in a row end nothing. */
bool rollscope_receiver_take(struct rollscope_receiver *receiver, uint8_t byte, struct rollscope_content *content,
                             enum rollscope_reject_reason *reason);

#endif
