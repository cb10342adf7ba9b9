/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "rollscope_cobs.h"

bool rollscope_cobs_decode_in_place(uint8_t *bytes, size_t *length_bytes)
{
    size_t encoded_bytes = *length_bytes;
    size_t read_at = 0;
    size_t write_at = 0;

    /* Writing never overtakes reading: every block gives up its code byte and gains at most one zero. */
    while (read_at < encoded_bytes) {
        uint8_t code = bytes[read_at];
        if (code == ROLLSCOPE_DELIMITER || read_at + code > encoded_bytes) {
            return false;
        }
        read_at++;
        for (uint8_t i = 1; i < code; i++) {
            bytes[write_at++] = bytes[read_at++];
        }
        /* A block of 0xFF would carry no zero, but it would be 255 bytes long and no frame is. */
        if (read_at < encoded_bytes) {
            bytes[write_at++] = 0;
        }
    }
    *length_bytes = write_at;
    return true;
}
