/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "rollscope_encoder.h"

#include "rollscope_static_assert.h"

/* One code byte leads a COBS block of up to 254 bytes. The writer below knows only that first, short kind of
 * block; these lines hold it to that. */
ROLLSCOPE_STATIC_ASSERT(hello_fits_one_block,
                        ROLLSCOPE_HELLO_BYTES(ROLLSCOPE_PAD_COUNT_MAX) + ROLLSCOPE_CRC_BYTES
                            <= ROLLSCOPE_DECODED_BYTES_MAX);
ROLLSCOPE_STATIC_ASSERT(frame_fits_one_block,
                        ROLLSCOPE_FRAME_BYTES(ROLLSCOPE_PAD_COUNT_MAX) + ROLLSCOPE_CRC_BYTES
                            <= ROLLSCOPE_DECODED_BYTES_MAX);
ROLLSCOPE_STATIC_ASSERT(counts_are_two_bytes, sizeof(uint16_t) == 2 && sizeof(int16_t) == 2);
ROLLSCOPE_STATIC_ASSERT(times_are_four_bytes, sizeof(uint32_t) == 4);
ROLLSCOPE_STATIC_ASSERT(serial_is_eight_bytes, sizeof(uint64_t) == 8);

/* A frame under construction: every byte goes through the checksum and the COBS coding as it arrives. */
struct writer {
    uint8_t *out;
    size_t length_bytes;
    size_t code_at;
    uint16_t crc;
};

static void close_block(struct writer *writer)
{
    writer->out[writer->code_at] = (uint8_t)(writer->length_bytes - writer->code_at);
}

static void put_coded(struct writer *writer, uint8_t value)
{
    if (value == 0) {
        close_block(writer);
        writer->code_at = writer->length_bytes++;
    } else {
        writer->out[writer->length_bytes++] = value;
    }
}

static void put_u8(struct writer *writer, uint8_t value)
{
    writer->crc = rollscope_crc_update(writer->crc, value);
    put_coded(writer, value);
}

static void begin_message(struct writer *writer, uint8_t *out, enum rollscope_message_id message_id)
{
    writer->out = out;
    writer->code_at = 0;
    writer->length_bytes = 1;
    writer->crc = ROLLSCOPE_CRC_START;
    put_u8(writer, (uint8_t)message_id);
}

static void put_u16(struct writer *writer, uint16_t value)
{
    put_u8(writer, (uint8_t)value);
    put_u8(writer, (uint8_t)(value >> 8));
}

static void put_i16(struct writer *writer, int16_t value)
{
    put_u16(writer, (uint16_t)value);
}

static void put_u32(struct writer *writer, uint32_t value)
{
    put_u16(writer, (uint16_t)value);
    put_u16(writer, (uint16_t)(value >> 16));
}

static void put_u64(struct writer *writer, uint64_t value)
{
    put_u32(writer, (uint32_t)value);
    put_u32(writer, (uint32_t)(value >> 32));
}

static void put_axes(struct writer *writer, const int16_t *counts)
{
    for (uint8_t axis = 0; axis < ROLLSCOPE_AXIS_COUNT; axis++) {
        put_i16(writer, counts[axis]);
    }
}

static void put_per_pad(struct writer *writer, const uint16_t *values, uint8_t pad_count)
{
    for (uint8_t pad = 0; pad < pad_count; pad++) {
        put_u16(writer, values[pad]);
    }
}

static size_t finish(struct writer *writer)
{
    uint16_t crc = writer->crc;
    put_coded(writer, (uint8_t)crc);
    put_coded(writer, (uint8_t)(crc >> 8));
    close_block(writer);
    writer->out[writer->length_bytes++] = ROLLSCOPE_DELIMITER;
    return writer->length_bytes;
}

static bool pad_count_is_possible(uint8_t pad_count)
{
    return pad_count >= 1 && pad_count <= ROLLSCOPE_PAD_COUNT_MAX;
}

size_t rollscope_encode_frame(const struct rollscope_frame *frame, uint8_t *out)
{
    struct writer writer;
    if (!pad_count_is_possible(frame->pad_count)) {
        return 0;
    }
    begin_message(&writer, out, ROLLSCOPE_ID_FRAME);
    put_u32(&writer, frame->seq);
    put_u32(&writer, frame->device_time_us);
    put_u8(&writer, frame->frame_flags);
    put_u8(&writer, frame->pad_count);
    put_axes(&writer, frame->accel_counts);
    put_axes(&writer, frame->gyro_counts);
    put_per_pad(&writer, frame->pad_counts, frame->pad_count);
    return finish(&writer);
}

size_t rollscope_encode_hello(const struct rollscope_hello *hello, uint8_t *out)
{
    struct writer writer;
    if (!pad_count_is_possible(hello->pad_count)) {
        return 0;
    }
    begin_message(&writer, out, ROLLSCOPE_ID_HELLO);
    put_u8(&writer, hello->protocol_version);
    put_u64(&writer, hello->board_serial);
    put_u8(&writer, hello->firmware_major);
    put_u8(&writer, hello->firmware_minor);
    put_u8(&writer, hello->firmware_patch);
    put_u8(&writer, hello->geometry_id);
    put_u8(&writer, hello->reset_cause);
    put_u16(&writer, hello->rate_hz);
    put_u8(&writer, hello->adc_bits);
    put_u16(&writer, hello->adc_full_scale_mv);
    put_u32(&writer, hello->accel_full_scale_um_per_s2);
    put_u32(&writer, hello->gyro_full_scale_urad_per_s);
    put_u16(&writer, hello->imu_offset_us);
    put_u16(&writer, hello->battery_mv);
    put_i16(&writer, hello->temperature_cdeg_c);
    put_u8(&writer, hello->pad_count);
    put_per_pad(&writer, hello->scan_offset_us, hello->pad_count);
    return finish(&writer);
}

size_t rollscope_encode_status(const struct rollscope_status *status, uint8_t *out)
{
    struct writer writer;
    begin_message(&writer, out, ROLLSCOPE_ID_STATUS);
    put_u32(&writer, status->device_time_us);
    put_u16(&writer, status->battery_mv);
    put_i16(&writer, status->temperature_cdeg_c);
    put_u32(&writer, status->missed_tick_count);
    put_u32(&writer, status->dropped_frame_count);
    put_u16(&writer, status->imu_error_count);
    put_u16(&writer, status->command_error_count);
    return finish(&writer);
}

size_t rollscope_encode_button(const struct rollscope_button *button, uint8_t *out)
{
    struct writer writer;
    begin_message(&writer, out, ROLLSCOPE_ID_BUTTON);
    put_u32(&writer, button->device_time_us);
    put_u8(&writer, button->button_index);
    put_u8(&writer, button->pressed);
    return finish(&writer);
}

size_t rollscope_encode_pong(const struct rollscope_pong *pong, uint8_t *out)
{
    struct writer writer;
    begin_message(&writer, out, ROLLSCOPE_ID_PONG);
    put_u32(&writer, pong->token_count);
    put_u32(&writer, pong->device_time_us);
    return finish(&writer);
}

size_t rollscope_encode_command_result(const struct rollscope_command_result *result, uint8_t *out)
{
    struct writer writer;
    begin_message(&writer, out, ROLLSCOPE_ID_COMMAND_RESULT);
    put_u8(&writer, result->command_message_id);
    put_u8(&writer, result->result);
    put_u16(&writer, result->rate_hz);
    return finish(&writer);
}
