/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * Megabytes of noise and of spoilt streams through the receiver of a host and the command decoder of a board. The
 * sanitizers judge the memory; here it is judged that no more comes out than was sent and than a checksum of 16 bits lets
 * through. */
#include "fuzz.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "any_message.h"

enum { FRAMES = 32, ROOM = 3 * FRAMES * ROLLSCOPE_LINE_BYTES_MAX, PADS_MAX = 48 };

/* splitmix64: Steele, Lea and Flood, OOPSLA 2014. */
static uint64_t state;

static uint32_t chance(uint32_t below)
{
    uint64_t bits = state += 0x9E3779B97F4A7C15u;
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EBu;
    return (uint32_t)((bits ^ bits >> 31) >> 32) % below;
}

struct tally {
    uint64_t byte_count, good_count, damaged_count, judged_count, passed_count, false_count;
};

/* The messages that are out on the line, as they were encoded: those of this stream and of the one before. */
static uint8_t sent[2 * FRAMES][ROLLSCOPE_LINE_BYTES_MAX];
static size_t sent_bytes[2 * FRAMES];

static bool was_sent(const struct any_message *message)
{
    uint8_t again[ROLLSCOPE_LINE_BYTES_MAX];
    size_t length_bytes = encode_any(message, again);
    for (size_t i = 0; i < 2 * FRAMES; i++) {
        if (length_bytes == sent_bytes[i] && memcmp(again, sent[i], length_bytes) == 0) {
            return true;
        }
    }
    return false;
}

static void tally_host(struct tally *tally, const struct any_message *message, enum rollscope_reject_reason reason)
{
    bool good = reason == ROLLSCOPE_REJECT_NONE && was_sent(message);
    bool by_checksum = reason == ROLLSCOPE_REJECT_BAD_CHECKSUM;
    bool passed = !good
        && (reason == ROLLSCOPE_REJECT_NONE || reason == ROLLSCOPE_REJECT_UNKNOWN_MESSAGE
            || reason == ROLLSCOPE_REJECT_BAD_LENGTH || reason == ROLLSCOPE_REJECT_BAD_VALUE);
    tally->good_count += good;
    tally->damaged_count += !good;
    tally->judged_count += by_checksum || passed;
    tally->passed_count += passed;
    tally->false_count += !good && reason == ROLLSCOPE_REJECT_NONE;
}

static void feed(struct tally *tally, const uint8_t *bytes, size_t length_bytes)
{
    static struct rollscope_receiver host, board;
    struct any_message message;
    struct rollscope_command command;
    enum rollscope_reject_reason reason;
    for (size_t i = 0; i < length_bytes; i++) {
        if (host_take(&host, bytes[i], &message, &reason)) {
            tally_host(tally, &message, reason);
        }
        rollscope_command_take(&board, bytes[i], &command); /* for its memory only */
    }
    tally->byte_count += length_bytes;
}

static size_t make_noise(uint8_t *bytes)
{
    size_t length_bytes = ROOM / 2;
    uint32_t piece_max = chance(3) == 0 ? 0 : 5 + chance(60);
    for (size_t i = 0; i < length_bytes; i++) {
        bytes[i] = (uint8_t)chance(256);
    }
    /* Pieces whose code leads to their end: the checksum has to judge them. */
    for (size_t i = 0; piece_max != 0 && i < length_bytes;) {
        size_t end = i + 4 + chance(piece_max);
        for (size_t in_piece = i; in_piece < end && in_piece < length_bytes; in_piece++) {
            bytes[in_piece] |= bytes[in_piece] == 0;
        }
        bytes[i] = (uint8_t)(end - i);
        if (end < length_bytes) {
            bytes[end] = 0;
        }
        i = end + 1;
    }
    return length_bytes;
}

static size_t make_stream(uint8_t *bytes)
{
    size_t length_bytes = 0;
    uint32_t seq = chance(UINT32_MAX);
    memmove(sent, sent + FRAMES, sizeof sent / 2);
    memmove(sent_bytes, sent_bytes + FRAMES, sizeof sent_bytes / 2);
    for (size_t i = 0; i < FRAMES; i++) {
        struct rollscope_frame frame = {.seq = ++seq, .device_time_us = 10000u * (uint32_t)i, .frame_flags = 1,
                                        .pad_count = (uint8_t)(1 + chance(PADS_MAX))};
        struct rollscope_status status = {.device_time_us = seq, .battery_mv = (uint16_t)chance(5000)};
        for (size_t pad = 0; pad < frame.pad_count; pad++) {
            frame.pad_counts[pad] = (uint16_t)(chance(3) == 0 ? chance(1024) : 0);
        }
        size_t at = FRAMES + i;
        sent_bytes[at] = chance(8) == 0 ? rollscope_encode_status(&status, sent[at])
                                        : rollscope_encode_frame(&frame, sent[at]);
        memcpy(bytes + length_bytes, sent[at], sent_bytes[at]);
        length_bytes += sent_bytes[at];
    }
    return length_bytes;
}

/* One of the ways in which a line, a buffer or a driver spoils bytes. */
static size_t spoil(uint8_t *bytes, size_t length_bytes)
{
    size_t at = chance((uint32_t)length_bytes);
    size_t count = 1 + chance(chance(2) == 0 ? 2 : 60);
    count = count < length_bytes - at ? count : length_bytes - at;
    switch (chance(6)) {
    case 0:
        bytes[at] ^= (uint8_t)(1u << chance(8));
        break;
    case 1:
        for (size_t i = 0; i < count; i++) {
            bytes[at + i] = (uint8_t)chance(256);
        }
        break;
    case 2: /* lost */
        memmove(bytes + at, bytes + at + count, length_bytes - at - count);
        length_bytes -= count;
        break;
    case 3: /* sent twice */
        if (length_bytes + count < ROOM) {
            memmove(bytes + at + count, bytes + at, length_bytes - at);
            length_bytes += count;
        }
        break;
    case 4: { /* two change places */
        uint8_t first = bytes[at];
        bytes[at] = bytes[at + count - 1];
        bytes[at + count - 1] = first;
        break;
    }
    default: /* a line held low or high */
        memset(bytes + at, chance(2) == 0 ? 0 : 0xFF, count);
        break;
    }
    return length_bytes > 0 ? length_bytes : 1;
}

static bool judge(const char *what, const struct tally *tally)
{
    double mean_count = (double)tally->judged_count / 65536;
    double allowed_count = ceil(mean_count + 5 * sqrt(mean_count) + 3); /* mean and five deviations of Poisson's law */
    printf("fuzz, %s: %" PRIu64 " bytes, %" PRIu64 " messages that were sent, %" PRIu64 " damaged pieces, of them %" PRIu64
           " judged by the checksum, %" PRIu64 " passed it (expected %.1f, allowed %.0f), %" PRIu64 " false messages\n",
           what, tally->byte_count, tally->good_count, tally->damaged_count, tally->judged_count, tally->passed_count,
           mean_count, allowed_count, tally->false_count);
    return (double)tally->passed_count <= allowed_count && tally->judged_count > tally->byte_count / 4000;
}

bool fuzz(unsigned megabytes, uint64_t seed)
{
    static uint8_t bytes[ROOM];
    struct tally noise = {0};
    struct tally streams = {0};
    uint64_t half_bytes = (uint64_t)megabytes << 19;
    state = seed;
    while (noise.byte_count < half_bytes) {
        feed(&noise, bytes, make_noise(bytes));
    }
    while (streams.byte_count < half_bytes) {
        size_t length_bytes = make_stream(bytes);
        for (uint32_t left = 2 + chance(20); left > 0; left--) {
            length_bytes = spoil(bytes, length_bytes);
        }
        feed(&streams, bytes, length_bytes);
    }
    bool noise_is_good = judge("random bytes", &noise);
    return judge("spoilt streams", &streams) && noise_is_good && streams.good_count > 0;
}
