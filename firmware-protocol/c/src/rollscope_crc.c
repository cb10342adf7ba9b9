/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "rollscope_crc.h"

/* Four bits at a time: on an 8-bit chip sixteen words of table are cheap, and half as many steps as bits
 * would take four times as long. Entry n is the checksum register after shifting n << 12 out by four bits. */
static const uint16_t CRC_OF_NIBBLE[16] = {
    0x0000, 0x1021, 0x2042, 0x3063, 0x4084, 0x50A5, 0x60C6, 0x70E7,
    0x8108, 0x9129, 0xA14A, 0xB16B, 0xC18C, 0xD1AD, 0xE1CE, 0xF1EF,
};

static uint16_t crc_update_nibble(uint16_t crc, uint8_t nibble)
{
    return (uint16_t)(CRC_OF_NIBBLE[(crc >> 12) ^ nibble] ^ (uint16_t)(crc << 4));
}

uint16_t rollscope_crc_update(uint16_t crc, uint8_t byte)
{
    crc = crc_update_nibble(crc, byte >> 4);
    return crc_update_nibble(crc, byte & 0x0Fu);
}
