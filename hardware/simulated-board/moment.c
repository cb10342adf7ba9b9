/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "moment.h"

#include "wiring.h"

static bool started;
static avr_cycle_count_t start_cycle;

void moment_start_trace(const avr_t *avr)
{
    if (!started) {
        started = true;
        start_cycle = avr->cycle;
    }
}

bool moment_trace_has_started(void)
{
    return started;
}

double moment_trace_us(const avr_t *avr)
{
    return started ? (double)(avr->cycle - start_cycle) / CYCLES_PER_US : 0;
}
