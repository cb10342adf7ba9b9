/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

struct options {
    const char *firmware;
    const char *trace;
    const char *link; /* null: no pseudo-terminal */
    const char *out;  /* null: no copy of the bytes */
    bool real_time;
    bool has_board_serial;
    bool report_timing;
    uint64_t board_serial;
    double seconds; /* of trace time; 0: to the end of the trace */
    double wait_seconds;
};

/* Reads the command line; ends the program on a wrong one. */
struct options options_read(int argc, char **argv);

#endif
