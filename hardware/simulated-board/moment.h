/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* Trace time: 0 is the start of the first conversion of a pad, however long the firmware took to get there. */
#ifndef MOMENT_H
#define MOMENT_H

#include <simavr/sim_avr.h>
#include <stdbool.h>

void moment_start_trace(const avr_t *avr);
bool moment_trace_has_started(void);

/* 0 until the trace starts. */
double moment_trace_us(const avr_t *avr);

#endif
