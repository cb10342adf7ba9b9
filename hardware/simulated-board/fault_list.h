/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* What is to go wrong and when: the rows of a fault file, checked. README.md has the format. */
#ifndef FAULT_LIST_H
#define FAULT_LIST_H

#include <stdbool.h>
#include <stdint.h>

#include "chance.h"

enum fault_kind {
    FAULT_BIT_FLIP,
    FAULT_DROP_BYTE,
    FAULT_STUCK_PAD,
    FAULT_FLOATING_PAD,
    FAULT_SWAPPED_PADS,
    FAULT_IMU_SILENT,
    FAULT_BROWN_OUT,
    FAULT_HANG,
    FAULT_UNPLUG,
    FAULT_WRONG_BAUD,
    FAULT_KIND_COUNT
};

/* Which way bytes go. */
enum direction { TO_HOST, TO_BOARD };

struct fault {
    enum fault_kind kind;
    double from_s, to_s;
    enum direction direction; /* bit_flip, drop_byte */
    int pad_index;            /* stuck_pad, floating_pad, swapped_pads */
    int other_pad_index;      /* swapped_pads */
    double value;             /* by kind: ratio or count, mV, baud */
    struct chance chance;     /* of this row alone */
    double wander;            /* floating_pad: where the charge has wandered to, in standard deviations */
    double wander_at_us;
    int done_count;           /* bit_flip, drop_byte with a count: hits so far; hang: that it is over */
    int wait_byte_count;      /* bit_flip, drop_byte with a count: bytes until the next hit */
};

/* Reads a fault file; ends the program on a wrong row, with one line that names file and line. */
void fault_list_read(const char *path, uint64_t seed);

/* One more fault from the command line. */
void fault_list_add(struct fault fault);

/* The faults in force at a moment, one after the other: start with NULL. */
struct fault *fault_list_next(const struct fault *after, enum fault_kind kind, double time_s);

/* Whether the list has any fault of a kind, now or later. */
bool fault_list_has(enum fault_kind kind);

#endif
