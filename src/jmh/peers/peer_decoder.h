/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * A frame decoder as programs in C usually have one: byte by byte, with a table of 256 entries for the checksum. The
 * yardstick for ours. Written for this comparison from the specification. */
#ifndef PEER_DECODER_H
#define PEER_DECODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct peer_frame {
    uint32_t seq, device_time_us;
    uint8_t flags, pad_count;
    int16_t accel[3], gyro[3];
    uint16_t pads[64];
};

struct peer_decoder {
    uint8_t encoded[254];
    size_t length;
    bool too_long;
};

/* Takes one byte; returns true when it ended a good frame. */
bool peer_take(struct peer_decoder *decoder, uint8_t byte, struct peer_frame *frame);

#endif
