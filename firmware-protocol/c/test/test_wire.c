/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * Holds the reference encoder and decoder against vectors/vectors.txt and against a few laws of the wire. */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "vector_reader.h"

static unsigned passed_count;
static unsigned failed_count;

static void check(bool good, const char *what, const char *name)
{
    if (good) {
        passed_count++;
    } else {
        failed_count++;
        printf("FAILED %s: %s\n", what, name);
    }
}

static bool same_message(const struct any_message *a, const struct any_message *b)
{
    return memcmp(a, b, sizeof *a) == 0; /* both were zeroed before they were filled, padding included */
}

/* ------------------------------------------------------------------ vectors */

/* Feeds a vector to a host or to a board and returns what came out. */
static size_t receive(const struct vector *vector, struct expected_result *results)
{
    struct rollscope_receiver receiver;
    size_t count = 0;
    rollscope_receiver_reset(&receiver);
    for (size_t i = 0; i < vector->encoded_bytes; i++) {
        struct expected_result *result = &results[count];
        memset(result, 0, sizeof *result);
        bool ended;
        if (vector->to_host) {
            ended = host_take(&receiver, vector->encoded[i], &result->message, &result->reason);
        } else {
            ended = rollscope_command_take(&receiver, vector->encoded[i], &result->message.as.command);
            result->reason = result->message.as.command.reason;
            result->message.message_id = result->message.as.command.message_id;
        }
        if (ended && ++count == RESULTS_MAX) {
            break;
        }
    }
    return count;
}

static bool result_is(const struct expected_result *found, const struct expected_result *expected, bool to_host)
{
    if (found->reason != expected->reason) {
        return false;
    }
    if (found->reason != ROLLSCOPE_REJECT_NONE) {
        return true;
    }
    struct any_message message = expected->message;
    if (!to_host) { /* the vector speaks of fields only; the command repeats its id */
        message.as.command.message_id = message.message_id;
    }
    return same_message(&found->message, &message);
}

static bool receives_as_expected(const struct vector *vector)
{
    static struct expected_result found[RESULTS_MAX + 1];
    if (receive(vector, found) != vector->result_count) {
        return false;
    }
    for (size_t i = 0; i < vector->result_count; i++) {
        if (!result_is(&found[i], &vector->results[i], vector->to_host)) {
            return false;
        }
    }
    return true;
}

static bool encodes_to(const struct any_message *message, const struct vector *vector)
{
    uint8_t out[ROLLSCOPE_LINE_BYTES_MAX];
    size_t length_bytes = encode_any(message, out);
    return length_bytes == vector->encoded_bytes && memcmp(out, vector->encoded, length_bytes) == 0;
}

/* The checksum as it lies in the encoded frame. */
static long crc_on_the_wire(const struct vector *vector)
{
    uint8_t bytes[ENCODED_MAX];
    size_t length_bytes = vector->encoded_bytes - 1;
    memcpy(bytes, vector->encoded, length_bytes);
    if (!rollscope_cobs_decode_in_place(bytes, &length_bytes)) {
        return -1;
    }
    return bytes[length_bytes - 2] | bytes[length_bytes - 1] << 8;
}

static void check_vector(const struct vector *vector)
{
    static const char *const WHAT[] = {"valid vector is received", "invalid vector is rejected",
                                       "stream is received"};
    check(receives_as_expected(vector), WHAT[vector->kind], vector->name);
    if (vector->kind == VECTOR_VALID) {
        check(crc_on_the_wire(vector) == vector->crc, "valid vector has its checksum", vector->name);
        if (vector->to_host) {
            check(encodes_to(&vector->results[0].message, vector), "fields encode to the vector", vector->name);
        }
    }
}

static void check_vectors(const char *path)
{
    static struct vector vector;
    unsigned count = 0;
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        fprintf(stderr, "cannot read %s; make it with tools/make_vectors.py\n", path);
        exit(2);
    }
    while (read_vector(file, &vector)) {
        check_vector(&vector);
        count++;
    }
    fclose(file);
    check(count >= 100, "there are vectors", path);
}

/* ------------------------------------------------------------------ laws */

static void check_crc_check_value(void)
{
    static const char digits[] = "123456789";
    uint16_t crc = ROLLSCOPE_CRC_START;
    for (size_t i = 0; digits[i] != '\0'; i++) {
        crc = rollscope_crc_update(crc, (uint8_t)digits[i]);
    }
    check(crc == 0x29B1, "the checksum of 123456789 is 0x29B1", "crc");
}

static void check_impossible_pad_counts(void)
{
    uint8_t out[ROLLSCOPE_LINE_BYTES_MAX];
    struct rollscope_frame frame = {0};
    struct rollscope_hello hello = {0};
    check(rollscope_encode_frame(&frame, out) == 0, "no frame without pads", "encoder");
    check(rollscope_encode_hello(&hello, out) == 0, "no hello without pads", "encoder");
    frame.pad_count = hello.pad_count = ROLLSCOPE_PAD_COUNT_MAX + 1;
    check(rollscope_encode_frame(&frame, out) == 0, "no frame of 65 pads", "encoder");
    check(rollscope_encode_hello(&hello, out) == 0, "no hello of 65 pads", "encoder");
}

static void check_line_bytes(void)
{
    uint8_t out[ROLLSCOPE_LINE_BYTES_MAX];
    bool as_promised = true;
    for (uint8_t pad_count = 1; pad_count <= ROLLSCOPE_PAD_COUNT_MAX; pad_count++) {
        struct rollscope_frame frame = {.pad_count = pad_count};
        struct rollscope_hello hello = {.pad_count = pad_count};
        as_promised = as_promised
            && rollscope_encode_frame(&frame, out) == ROLLSCOPE_LINE_BYTES(ROLLSCOPE_FRAME_BYTES(pad_count))
            && rollscope_encode_hello(&hello, out) == ROLLSCOPE_LINE_BYTES(ROLLSCOPE_HELLO_BYTES(pad_count));
    }
    check(as_promised, "every pad count takes the bytes it should", "encoder");
}

enum { STREAM_FRAMES = 5, STREAM_PADS = 2, FRAME_LINE_BYTES = ROLLSCOPE_LINE_BYTES(ROLLSCOPE_FRAME_BYTES(STREAM_PADS)) };

static void make_stream(uint8_t *stream)
{
    for (uint8_t i = 0; i < STREAM_FRAMES; i++) {
        struct rollscope_frame frame = {.seq = i, .device_time_us = 10000u * i, .pad_count = STREAM_PADS,
                                        .accel_counts = {-5, 0, 8192}, .pad_counts = {(uint16_t)(257u * i), 1023}};
        rollscope_encode_frame(&frame, stream + i * FRAME_LINE_BYTES);
    }
}

/* The frames of the stream that come through, as bits; a frame that was never sent sets the top bit. */
static uint32_t frames_received(const uint8_t *stream, size_t length_bytes)
{
    struct rollscope_receiver receiver;
    struct any_message message;
    enum rollscope_reject_reason reason;
    uint8_t original[STREAM_FRAMES * FRAME_LINE_BYTES];
    uint8_t again[ROLLSCOPE_LINE_BYTES_MAX];
    uint32_t seen = 0;
    make_stream(original);
    rollscope_receiver_reset(&receiver);
    for (size_t i = 0; i < length_bytes; i++) {
        if (host_take(&receiver, stream[i], &message, &reason) && reason == ROLLSCOPE_REJECT_NONE) {
            uint32_t seq = message.as.frame.seq;
            bool genuine = seq < STREAM_FRAMES && encode_any(&message, again) == FRAME_LINE_BYTES
                && memcmp(again, original + seq * FRAME_LINE_BYTES, FRAME_LINE_BYTES) == 0;
            seen |= genuine ? 1u << seq : 0x80000000u;
        }
    }
    return seen;
}

/* SPEC.md section 9: one damaged byte costs at most the frame it lies in and the next. */
static void check_single_bit_flips(void)
{
    uint8_t stream[STREAM_FRAMES * FRAME_LINE_BYTES];
    bool never_accepted_wrong = true;
    bool always_back_in_time = true;
    for (size_t bit = 0; bit < 8u * 2u * FRAME_LINE_BYTES; bit++) {
        size_t damaged = bit / 8 / FRAME_LINE_BYTES;
        make_stream(stream);
        stream[bit / 8] ^= (uint8_t)(1u << bit % 8);
        uint32_t seen = frames_received(stream, sizeof stream);
        uint32_t all = (1u << STREAM_FRAMES) - 1;
        uint32_t may_be_lost = 3u << damaged;
        never_accepted_wrong = never_accepted_wrong && (seen & 0x80000000u) == 0 && (seen & 1u << damaged) == 0;
        always_back_in_time = always_back_in_time && (seen | may_be_lost) == (all | may_be_lost);
    }
    check(never_accepted_wrong, "no frame with one flipped bit is accepted", "bit flips");
    check(always_back_in_time, "a flipped bit costs at most two frames", "bit flips");
}

static void check_lost_and_added_bytes(void)
{
    uint8_t stream[STREAM_FRAMES * FRAME_LINE_BYTES + 1];
    uint32_t all = (1u << STREAM_FRAMES) - 1;
    bool good = true;
    for (size_t at = 0; at < 2u * FRAME_LINE_BYTES; at++) {
        uint32_t may_be_lost = 3u << at / FRAME_LINE_BYTES;
        make_stream(stream);
        memmove(stream + at, stream + at + 1, STREAM_FRAMES * FRAME_LINE_BYTES - at - 1);
        good = good && (frames_received(stream, STREAM_FRAMES * FRAME_LINE_BYTES - 1) | may_be_lost) == (all | may_be_lost);
        make_stream(stream);
        memmove(stream + at + 1, stream + at, STREAM_FRAMES * FRAME_LINE_BYTES - at);
        stream[at] = 0x00;
        good = good && (frames_received(stream, sizeof stream) | may_be_lost) == (all | may_be_lost);
    }
    check(good, "a lost byte or an added delimiter costs at most two frames", "lost bytes");
}

/* What the library thinks the table says, for tools/check_layout.py to hold against it. */
static void print_layout(void)
{
    printf("constant,pad_count_max,%u\n", ROLLSCOPE_PAD_COUNT_MAX);
    printf("constant,rate_hz_min,%u\n", ROLLSCOPE_RATE_HZ_MIN);
    printf("constant,rate_hz_max,%u\n", ROLLSCOPE_RATE_HZ_MAX);
    printf("constant,buzzer_hz_max,%u\n", ROLLSCOPE_BUZZER_HZ_MAX);
    printf("bytes,frame,%u\n", ROLLSCOPE_FRAME_FIXED_BYTES);
    printf("bytes,hello,%u\n", ROLLSCOPE_HELLO_FIXED_BYTES);
    printf("bytes,status,%u\n", ROLLSCOPE_STATUS_BYTES);
    printf("bytes,button,%u\n", ROLLSCOPE_BUTTON_BYTES);
    printf("bytes,pong,%u\n", ROLLSCOPE_PONG_BYTES);
    printf("bytes,command_result,%u\n", ROLLSCOPE_COMMAND_RESULT_BYTES);
    printf("bytes,hello_request,%u\n", ROLLSCOPE_HELLO_REQUEST_BYTES);
    printf("bytes,set_rate,%u\n", ROLLSCOPE_SET_RATE_BYTES);
    printf("bytes,ping,%u\n", ROLLSCOPE_PING_BYTES);
    printf("bytes,feedback,%u\n", ROLLSCOPE_FEEDBACK_BYTES);
    print_fields();
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--layout") == 0) {
        print_layout();
        return 0;
    }
    if (argc != 4) {
        fprintf(stderr, "usage: test_wire VECTORS.TXT FUZZ_MB SEED\n       test_wire --layout\n");
        return 2;
    }
    check_crc_check_value();
    check_impossible_pad_counts();
    check_line_bytes();
    check_vectors(argv[1]);
    check_single_bit_flips();
    check_lost_and_added_bytes();
    check(fuzz((unsigned)strtoul(argv[2], NULL, 10), strtoull(argv[3], NULL, 10)), "no more comes out than should",
          "fuzz");
    printf("%u passed, %u failed\n", passed_count, failed_count);
    return failed_count == 0 ? 0 : 1;
}
