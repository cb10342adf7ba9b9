/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "rollscope_crc.h"

/* A whole byte at once, without a table. The eight steps of the bitwise definition shift out the byte `out`; the
 * polynomial x^12 + x^5 + 1 feeds each of its bits back at three places, and the four high bits once more, because
 * what they feed back at bit 12 leaves the register again within the same byte. */
uint16_t rollscope_crc_update(uint16_t crc, uint8_t byte)
{
    uint8_t out = (uint8_t)((crc >> 8) ^ byte);
    out ^= out >> 4;
    return (uint16_t)((uint16_t)(crc << 8) ^ (uint16_t)(out << 12) ^ (uint16_t)(out << 5) ^ out);
}
