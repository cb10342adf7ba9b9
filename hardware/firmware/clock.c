/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "clock.h"

#include <avr/interrupt.h>
#include <avr/io.h>
#include <util/atomic.h>

#include "due.h"

/* Timer 1 counts half microseconds without end: 16 MHz / 8 (datasheet, 16-bit Timer/Counter, TCCR1B). One lap is 32.768 ms. */
#define HALF_US_PER_S 2000000ul
#define HALF_US_PER_BEAT (BEAT_MS * 2000u)
#define HALF_US_BEFORE_WRAP 0x8000u

static volatile uint32_t lap_count;

/* A period that is no whole number of half microseconds is spread over the ticks, so that the rate is exact in the
 * long run: the remainder is gathered until it makes one more. */
struct period {
    uint16_t rate_hz;
    uint32_t half_us;
    uint16_t remainder;
};

static struct period period;
static uint16_t gathered_remainder;
static uint32_t next_tick_half_us;

/* A division takes 40 us here: too long for a place where interrupts are off. */
static struct period period_of(uint16_t rate_hz)
{
    return (struct period){.rate_hz = rate_hz,
                           .half_us = HALF_US_PER_S / rate_hz,
                           .remainder = (uint16_t)(HALF_US_PER_S % rate_hz)};
}

static void schedule_next_tick(void)
{
    next_tick_half_us += period.half_us;
    gathered_remainder = (uint16_t)(gathered_remainder + period.remainder);
    if (gathered_remainder >= period.rate_hz) {
        gathered_remainder = (uint16_t)(gathered_remainder - period.rate_hz);
        next_tick_half_us++;
    }
    OCR1A = (uint16_t)next_tick_half_us;
}

void clock_start(void)
{
    TCCR1A = 0;
    OCR1B = HALF_US_PER_BEAT;
    TIFR1 = _BV(TOV1) | _BV(OCF1A) | _BV(OCF1B);
    TIMSK1 = _BV(TOIE1) | _BV(OCIE1B);
    TCCR1B = _BV(CS11);
}

struct clock_moment clock_moment_now(void)
{
    struct clock_moment moment = {.lap_count = lap_count, .half_us = TCNT1};
    /* The lap may have ended while interrupts were off. A pending overflow belongs to a small reading only: a large
     * one was taken just before it. */
    if ((TIFR1 & _BV(TOV1)) && moment.half_us < HALF_US_BEFORE_WRAP) {
        moment.lap_count++;
    }
    return moment;
}

uint32_t clock_moment_us(struct clock_moment moment)
{
    return (moment.lap_count << 15) + (moment.half_us >> 1);
}

uint32_t clock_us(void)
{
    struct clock_moment moment;
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
        moment = clock_moment_now();
    }
    return clock_moment_us(moment);
}

void clock_start_ticks(uint16_t rate_hz)
{
    period = period_of(rate_hz);
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
        struct clock_moment now = clock_moment_now();
        next_tick_half_us = (now.lap_count << 16) + now.half_us;
        schedule_next_tick();
        TIFR1 = _BV(OCF1A);
        TIMSK1 |= _BV(OCIE1A);
    }
}

/* The tick to come is moved, not the one that was: a host sees one interval of the new length at once. If that
 * moment is already past, the next multiple of the new period is taken. */
void clock_change_rate(uint16_t rate_hz)
{
    struct period wanted = period_of(rate_hz);
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
        const uint32_t soonest_half_us = 40; /* time to leave here before the compare must not be missed */
        struct clock_moment now = clock_moment_now();
        uint32_t earliest_half_us = (now.lap_count << 16) + now.half_us + soonest_half_us;
        next_tick_half_us -= period.half_us;
        period = wanted;
        gathered_remainder = 0;
        do {
            schedule_next_tick();
        } while ((int32_t)(next_tick_half_us - earliest_half_us) < 0);
        TIFR1 = _BV(OCF1A);
    }
}

uint16_t clock_rate_hz(void)
{
    return period.rate_hz; /* written by the main loop only */
}

bool clock_take_beat(void)
{
    bool due = due_is_set(DUE_BEAT);
    due_clear(DUE_BEAT);
    return due;
}

ISR(TIMER1_OVF_vect)
{
    lap_count++;
}

ISR(TIMER1_COMPB_vect)
{
    OCR1B += HALF_US_PER_BEAT;
    due_set(DUE_BEAT);
}

/* The compare register holds 16 bits, so a period longer than a lap matches once per lap until its lap has come. */
ISR(TIMER1_COMPA_vect)
{
    uint16_t lap = (uint16_t)lap_count;
    if ((TIFR1 & _BV(TOV1)) && OCR1A < HALF_US_BEFORE_WRAP) {
        lap++;
    }
    if (lap == (uint16_t)(next_tick_half_us >> 16)) {
        sampling_tick();
        schedule_next_tick();
    }
}
