/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* A converter of eight pads, bit by bit after its data sheet. */
#ifndef MCP3008_H
#define MCP3008_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes in and out with the chip selected from the first to the last; a silent one leaves the line high. */
void mcp3008_exchange(int first_pad_index, bool silent, const uint8_t *in, uint8_t *out, size_t length_bytes);

#endif
