/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "sync_input.h"

#include <avr/interrupt.h>
#include <avr/io.h>
#include <stdbool.h>

#include "clock.h"
#include "pins.h"
#include "rollscope_encoder.h"
#include "uart.h"

/* The line must be let go for this long, 16 ms, before another edge counts: a relay that bounces is one trigger. */
#define QUIET_BEATS (16u / BEAT_MS)

/* Each state has one owner: the interrupt leaves WAITING, the beat goes all other ways. */
enum sync_state { WAITING, SEEN, TOLD };

static volatile enum sync_state state;
static volatile struct clock_moment seen_at;
static uint8_t quiet_beats;

void sync_input_init(void)
{
    SYNC_PORT |= _BV(SYNC_BIT);
    PCIFR = _BV(SYNC_CHANGE_GROUP_BIT);
    SYNC_CHANGE_MASK |= _BV(SYNC_BIT);
    PCICR |= _BV(SYNC_CHANGE_GROUP_BIT);
}

static bool is_low(void)
{
    return !(SYNC_PIN & _BV(SYNC_BIT));
}

/* On either edge. A pulse that is shorter than the way to here, some microseconds, reads high again: it counts too,
 * because a line at rest does not change. */
ISR(SYNC_CHANGE_VECTOR)
{
    if (state == WAITING) {
        seen_at = clock_moment_now();
        state = SEEN;
    }
}

static bool report(bool pressed, uint32_t at_us)
{
    const struct rollscope_button message = {
        .device_time_us = at_us, .button_index = ROLLSCOPE_BUTTON_SYNC, .pressed = pressed};
    uint8_t line[ROLLSCOPE_LINE_BYTES(ROLLSCOPE_BUTTON_BYTES)];
    return uart_write(line, (uint16_t)rollscope_encode_button(&message, line));
}

/* A line without room keeps the report for the next beat. */
void sync_input_beat(void)
{
    if (state == SEEN && report(true, clock_moment_us(seen_at))) {
        quiet_beats = 0;
        state = TOLD;
    } else if (state == TOLD) {
        quiet_beats = is_low() ? 0 : (uint8_t)(quiet_beats + 1u);
        if (quiet_beats >= QUIET_BEATS && report(false, clock_us())) {
            state = WAITING;
        }
    }
}
