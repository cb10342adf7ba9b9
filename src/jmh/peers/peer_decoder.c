/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "peer_decoder.h"

enum { FRAME_ID = 1, HEAD_BYTES = 23, CRC_BYTES = 2 };

static uint16_t table[256];

static void make_table(void)
{
    for (unsigned index = 0; index < 256; index++) {
        uint16_t crc = (uint16_t)(index << 8);
        for (int bit = 0; bit < 8; bit++) {
            crc = (uint16_t)(crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1);
        }
        table[index] = crc;
    }
}

static uint16_t crc_of(const uint8_t *bytes, size_t length)
{
    uint16_t crc = 0xFFFF;
    if (table[1] == 0) {
        make_table();
    }
    for (size_t index = 0; index < length; index++) {
        crc = (uint16_t)(crc << 8 ^ table[crc >> 8 ^ bytes[index]]);
    }
    return crc;
}

/* Returns the decoded length, or 0. */
static size_t cobs_decode(const uint8_t *encoded, size_t length, uint8_t *decoded)
{
    size_t in = 0, out = 0;
    while (in < length) {
        uint8_t code = encoded[in++];
        for (uint8_t left = code; left > 1; left--) {
            if (in >= length) {
                return 0;
            }
            decoded[out++] = encoded[in++];
        }
        if (code != 0xFF && in < length) {
            decoded[out++] = 0;
        }
    }
    return out;
}

static uint16_t u16(const uint8_t *bytes)
{
    return (uint16_t)(bytes[0] | bytes[1] << 8);
}

static uint32_t u32(const uint8_t *bytes)
{
    return u16(bytes) | (uint32_t)u16(bytes + 2) << 16;
}

static bool unpack(const uint8_t *message, size_t length, struct peer_frame *frame)
{
    if (length < HEAD_BYTES + CRC_BYTES || message[0] != FRAME_ID || message[10] < 1 || message[10] > 64
        || length != HEAD_BYTES + 2u * message[10] + CRC_BYTES
        || crc_of(message, length - CRC_BYTES) != u16(message + length - CRC_BYTES)) {
        return false;
    }
    frame->seq = u32(message + 1);
    frame->device_time_us = u32(message + 5);
    frame->flags = message[9];
    frame->pad_count = message[10];
    for (int axis = 0; axis < 3; axis++) {
        frame->accel[axis] = (int16_t)u16(message + 11 + 2 * axis);
        frame->gyro[axis] = (int16_t)u16(message + 17 + 2 * axis);
    }
    for (int pad = 0; pad < frame->pad_count; pad++) {
        frame->pads[pad] = u16(message + HEAD_BYTES + 2 * pad);
    }
    return true;
}

bool peer_take(struct peer_decoder *decoder, uint8_t byte, struct peer_frame *frame)
{
    if (byte != 0) {
        if (decoder->length == sizeof decoder->encoded) {
            decoder->too_long = true;
        } else {
            decoder->encoded[decoder->length++] = byte;
        }
        return false;
    }
    uint8_t message[254];
    size_t length = decoder->too_long ? 0 : cobs_decode(decoder->encoded, decoder->length, message);
    decoder->length = 0;
    decoder->too_long = false;
    return unpack(message, length, frame);
}
