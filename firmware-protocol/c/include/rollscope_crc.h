/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#ifndef ROLLSCOPE_CRC_H
#define ROLLSCOPE_CRC_H

#include <stdint.h>

/* CRC-16/IBM-3740: polynomial 0x1021, nothing reflected, nothing inverted at the end.
 * The checksum of "123456789" is 0x29B1 (SPEC.md section 3). */
#define ROLLSCOPE_CRC_START 0xFFFFu
#define ROLLSCOPE_CRC_BYTES 2u

/* The checksum after one more byte. */
uint16_t rollscope_crc_update(uint16_t crc, uint8_t byte);

#endif
