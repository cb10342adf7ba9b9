/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* When it is: the clock that Java's nanoTime reads on Linux too, and the time of the trace, which begins at the first conversion. */
#ifndef MOMENT_H
#define MOMENT_H

#include <stdint.h>

int64_t moment_ns(void);

/* Microseconds of the trace at a moment; the first call sets where it begins. */
double moment_trace_us(int64_t now_ns);

/* Seconds of the trace now; below zero before it has begun. */
double moment_trace_s(void);

/* Where the trace begins; 0 before it has. */
int64_t moment_begin_ns(void);

void moment_sleep_us(double time_us);

#endif
