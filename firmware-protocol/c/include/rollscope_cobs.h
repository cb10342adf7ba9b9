/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#ifndef ROLLSCOPE_COBS_H
#define ROLLSCOPE_COBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ROLLSCOPE_DELIMITER 0x00u
/* The longest encoded frame, without its delimiter (SPEC.md section 2). */
#define ROLLSCOPE_ENCODED_BYTES_MAX 254u
/* What such a frame decodes to: one code byte leads it. */
#define ROLLSCOPE_DECODED_BYTES_MAX 253u

/* Takes the COBS coding off `bytes` in place. `*length_bytes` goes in as the encoded length (at most
 * ROLLSCOPE_ENCODED_BYTES_MAX, without delimiter) and comes out as the decoded length.
 * Returns false if a code byte points past the end; the buffer is then of no use. */
bool rollscope_cobs_decode_in_place(uint8_t *bytes, size_t *length_bytes);

#endif
