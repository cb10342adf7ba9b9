/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * The board's clock, the sampling tick and a slow beat for everything that is in no hurry, all from timer 1. */
#ifndef CLOCK_H
#define CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* Time between two beats. */
#define BEAT_MS 4u

/* A moment as the timer has it. Taking it is quick, which an interrupt wants; turning it into microseconds is not. */
struct clock_moment {
    uint32_t lap_count;
    uint16_t half_us;
};

void clock_start(void);

/* The moment now. Only where interrupts are off. */
struct clock_moment clock_moment_now(void);
uint32_t clock_moment_us(struct clock_moment moment);

/* The moment now, from the main loop. Wraps as the wire's device_time_us does. */
uint32_t clock_us(void);

/* Ticks begin one period from now; a change of rate begins one period after the last tick. */
void clock_start_ticks(uint16_t rate_hz);
void clock_change_rate(uint16_t rate_hz);
uint16_t clock_rate_hz(void);

/* True once per beat. Beats that nobody asked for in time are lost. */
bool clock_take_beat(void);

/* Called in the tick's interrupt; sampling.c has it. */
void sampling_tick(void);

#endif
