/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "wire_faults.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "moment.h"
#include "simavr_fixes.h"

enum {
    BITS_PER_BYTE = 10,
    DATA_BITS = 8,
    ARRIVED_ROOM = 1 << 16,
    WAIT_BYTES_MAX = 150 /* longer than a frame, so that any byte of one may be hit */
};

static double host_baud;

void wire_faults_set_host_baud(double baud)
{
    host_baud = baud;
}

/* Whether this row hits the byte that passes now. A number of hits is spread evenly over the time of the row, each a
 * random number of bytes later. */
static bool hits(struct fault *fault, double time_s)
{
    if (fault->value < 1) {
        return chance_ratio(&fault->chance) < fault->value;
    }
    if (fault->wait_byte_count > 0) {
        return --fault->wait_byte_count == 0;
    }
    double due_count = ceil((time_s - fault->from_s) / (fault->to_s - fault->from_s) * fault->value);
    if (fault->done_count < due_count) {
        fault->done_count++;
        fault->wait_byte_count = 1 + (int)(chance_bits(&fault->chance) % WAIT_BYTES_MAX);
    }
    return false;
}

static bool any_hits(enum fault_kind kind, enum direction direction, double time_s, struct fault **by)
{
    struct fault *fault = NULL;
    bool hit = false;
    while ((fault = fault_list_next(fault, kind, time_s)) != NULL) {
        if (fault->direction == direction && hits(fault, time_s)) {
            hit = true;
            *by = fault;
        }
    }
    return hit;
}

static size_t flip_and_drop(enum direction direction, uint8_t *bytes, size_t length, double time_s)
{
    size_t kept = 0;
    for (size_t i = 0; i < length; i++) {
        struct fault *by;
        uint8_t byte = bytes[i];
        if (any_hits(FAULT_BIT_FLIP, direction, time_s, &by)) {
            byte ^= (uint8_t)(1u << chance_bits(&by->chance) % DATA_BITS);
        }
        if (!any_hits(FAULT_DROP_BYTE, direction, time_s, &by)) {
            bytes[kept++] = byte;
        }
    }
    return kept;
}

/* The line at a moment counted in the sender's bits: start bit low, data from the lowest bit, stop bit high, then idle. */
static bool level(const uint8_t *bytes, size_t length, double at_bits)
{
    size_t bit = (size_t)at_bits;
    size_t index = bit / BITS_PER_BYTE;
    size_t place = bit % BITS_PER_BYTE;
    if (index >= length || place == BITS_PER_BYTE - 1) {
        return true;
    }
    return place > 0 && (bytes[index] >> (place - 1) & 1);
}

/* Reads the line as a receiver of another speed does: it waits for the edge of a start bit and looks at the middle of
 * each of its own bits. A byte whose stop bit is low is a zero to the host, as a serial port of Linux gives it. */
static size_t misread(const uint8_t *bytes, size_t length, double ratio, bool zero_bad_ones, uint8_t *arrived)
{
    size_t count = 0;
    double at_bits = 0;
    for (;;) {
        size_t edge = (size_t)ceil(at_bits);
        while (edge < length * BITS_PER_BYTE
               && (level(bytes, length, (double)edge) || (edge > 0 && !level(bytes, length, (double)edge - 1)))) {
            edge++;
        }
        if (edge >= length * BITS_PER_BYTE || count == ARRIVED_ROOM) {
            return count;
        }
        unsigned byte = 0;
        for (int bit = 0; bit < DATA_BITS; bit++) {
            byte |= (unsigned)level(bytes, length, (double)edge + (bit + 1.5) * ratio) << bit;
        }
        at_bits = (double)edge + (BITS_PER_BYTE - 0.5) * ratio;
        bool good = level(bytes, length, at_bits);
        arrived[count++] = (uint8_t)(good || !zero_bad_ones ? byte : 0);
    }
}

static double board_baud(double time_s)
{
    const struct fault *fault = fault_list_next(NULL, FAULT_WRONG_BAUD, time_s);
    return fault != NULL ? fault->value : simavr_uart_baud();
}

size_t wire_faults_pass(const avr_t *avr, enum direction direction, uint8_t *bytes, size_t length)
{
    static uint8_t arrived[ARRIVED_ROOM];
    double time_s = moment_trace_us(avr) / 1e6;
    double board = board_baud(time_s);
    double host = host_baud > 0 ? host_baud : simavr_uart_baud();
    if (length == 0) {
        return 0;
    }
    if (board != host && board > 0) {
        double ratio = direction == TO_HOST ? board / host : host / board;
        length = misread(bytes, length, ratio, direction == TO_HOST, arrived);
        memcpy(bytes, arrived, length);
    }
    return flip_and_drop(direction, bytes, length, time_s);
}
