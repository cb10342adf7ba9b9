/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * From a message to the bytes on the line. Each function writes checksum, COBS coding and delimiter in one pass
 * and returns the number of bytes written. `out` must hold ROLLSCOPE_LINE_BYTES_MAX bytes, or
 * ROLLSCOPE_LINE_BYTES(...) of the message if that is known.
 *
 * Returns 0, and leaves `out` alone, if the caller broke its promise: a pad_count outside 1..64. */
#ifndef ROLLSCOPE_ENCODER_H
#define ROLLSCOPE_ENCODER_H

#include "rollscope_messages.h"

size_t rollscope_encode_frame(const struct rollscope_frame *frame, uint8_t *out);
size_t rollscope_encode_hello(const struct rollscope_hello *hello, uint8_t *out);
size_t rollscope_encode_status(const struct rollscope_status *status, uint8_t *out);
size_t rollscope_encode_button(const struct rollscope_button *button, uint8_t *out);
size_t rollscope_encode_pong(const struct rollscope_pong *pong, uint8_t *out);
size_t rollscope_encode_command_result(const struct rollscope_command_result *result, uint8_t *out);

#endif
