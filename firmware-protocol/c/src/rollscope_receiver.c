/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "rollscope_receiver.h"

/* message_id and checksum: nothing shorter can be a message. */
#define DECODED_BYTES_MIN (1u + ROLLSCOPE_CRC_BYTES)

void rollscope_receiver_reset(struct rollscope_receiver *receiver)
{
    receiver->length_bytes = 0;
    receiver->too_long = false;
}

static bool checksum_is_right(const uint8_t *bytes, size_t length_bytes)
{
    uint16_t crc = ROLLSCOPE_CRC_START;
    size_t content_bytes = length_bytes - ROLLSCOPE_CRC_BYTES;
    for (size_t i = 0; i < content_bytes; i++) {
        crc = rollscope_crc_update(crc, bytes[i]);
    }
    return bytes[content_bytes] == (uint8_t)crc && bytes[content_bytes + 1] == (uint8_t)(crc >> 8);
}

static enum rollscope_reject_reason open_frame(struct rollscope_receiver *receiver, struct rollscope_content *content)
{
    size_t length_bytes = receiver->length_bytes;
    if (receiver->too_long) {
        return ROLLSCOPE_REJECT_TOO_LONG;
    }
    if (!rollscope_cobs_decode_in_place(receiver->bytes, &length_bytes)) {
        return ROLLSCOPE_REJECT_BAD_COBS;
    }
    if (length_bytes < DECODED_BYTES_MIN) {
        return ROLLSCOPE_REJECT_TOO_SHORT;
    }
    if (!checksum_is_right(receiver->bytes, length_bytes)) {
        return ROLLSCOPE_REJECT_BAD_CHECKSUM;
    }
    content->bytes = receiver->bytes;
    content->length_bytes = length_bytes - ROLLSCOPE_CRC_BYTES;
    return ROLLSCOPE_REJECT_NONE;
}

static void collect(struct rollscope_receiver *receiver, uint8_t byte)
{
    if (receiver->length_bytes == ROLLSCOPE_ENCODED_BYTES_MAX) {
        receiver->too_long = true; /* and everything up to the next delimiter is let go */
    } else {
        receiver->bytes[receiver->length_bytes++] = byte;
    }
}

bool rollscope_receiver_take(struct rollscope_receiver *receiver, uint8_t byte, struct rollscope_content *content,
                             enum rollscope_reject_reason *reason)
{
    if (byte != ROLLSCOPE_DELIMITER) {
        collect(receiver, byte);
        return false;
    }
    if (receiver->length_bytes == 0) {
        return false;
    }
    *reason = open_frame(receiver, content);
    rollscope_receiver_reset(receiver);
    return true;
}
