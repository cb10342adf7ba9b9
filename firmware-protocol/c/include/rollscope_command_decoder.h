/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * From bytes on the line to commands, one byte at a time, as a board receives them. */
#ifndef ROLLSCOPE_COMMAND_DECODER_H
#define ROLLSCOPE_COMMAND_DECODER_H

#include "rollscope_receiver.h"

/* One received command. `message_id` is 0 unless the checksum was right; from UNKNOWN_MESSAGE on it is what was
 * sent, so that a board can say what it did not understand. `payload` is set only if `reason` is REJECT_NONE. */
struct rollscope_command {
    enum rollscope_reject_reason reason;
    uint8_t message_id;
    union {
        uint16_t rate_hz;
        uint32_t token_count;
        struct rollscope_feedback feedback;
    } payload;
};

/* Takes one byte. Returns true if it ended a frame; `command` then says what it was or why it was refused.
 * The receiver is started with rollscope_receiver_reset. */
bool rollscope_command_take(struct rollscope_receiver *receiver, uint8_t byte, struct rollscope_command *command);

#endif
