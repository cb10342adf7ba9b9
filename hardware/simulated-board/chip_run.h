/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* Runs the chip, through resets, failing supply and a program that hangs. */
#ifndef CHIP_RUN_H
#define CHIP_RUN_H

#include <simavr/sim_avr.h>

void chip_run_connect(avr_t *avr);

/* Runs until that cycle. Time goes on over a reset; the chip's cycle count is put right after it. */
void chip_run_until(avr_t *avr, avr_cycle_count_t end);

#endif
