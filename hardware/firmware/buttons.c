/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "buttons.h"

#include "clock.h"
#include "pins.h"
#include "rollscope_encoder.h"
#include "uart.h"

/* A change counts when it has lasted this many looks, 16 ms. Small switches bounce for less than 10 ms. */
#define STEADY_BEATS (16u / BEAT_MS)

struct button {
    bool pressed;         /* as last reported */
    uint8_t beats_changed;
    uint32_t changed_at_us;
};

static struct button buttons[ROLLSCOPE_BUTTON_COUNT];

void buttons_init(void)
{
    BUTTON_MARKER_PORT |= _BV(BUTTON_MARKER_BIT);
    BUTTON_FELT_RELEASE_PORT |= _BV(BUTTON_FELT_RELEASE_BIT);
    BUTTON_PAIN_PORT |= _BV(BUTTON_PAIN_BIT);
}

static bool is_down(uint8_t button_index)
{
    switch (button_index) {
    case ROLLSCOPE_BUTTON_MARKER:
        return !(BUTTON_MARKER_PIN & _BV(BUTTON_MARKER_BIT));
    case ROLLSCOPE_BUTTON_FELT_RELEASE:
        return !(BUTTON_FELT_RELEASE_PIN & _BV(BUTTON_FELT_RELEASE_BIT));
    default:
        return !(BUTTON_PAIN_PIN & _BV(BUTTON_PAIN_BIT));
    }
}

static bool report(uint8_t button_index, bool pressed, uint32_t changed_at_us)
{
    const struct rollscope_button message = {
        .device_time_us = changed_at_us, .button_index = button_index, .pressed = pressed};
    uint8_t line[ROLLSCOPE_LINE_BYTES(ROLLSCOPE_BUTTON_BYTES)];
    return uart_write(line, (uint16_t)rollscope_encode_button(&message, line));
}

static void look_at(uint8_t button_index)
{
    struct button *button = &buttons[button_index];
    bool pressed = is_down(button_index);
    if (pressed == button->pressed) {
        button->beats_changed = 0;
        return;
    }
    if (button->beats_changed == 0) {
        button->changed_at_us = clock_us();
    }
    if (button->beats_changed < STEADY_BEATS) {
        button->beats_changed++;
    }
    /* A line without room keeps the change for the next beat: a press is never dropped. */
    if (button->beats_changed == STEADY_BEATS && report(button_index, pressed, button->changed_at_us)) {
        button->pressed = pressed;
        button->beats_changed = 0;
    }
}

void buttons_beat(void)
{
    for (uint8_t button_index = 0; button_index < ROLLSCOPE_BUTTON_COUNT; button_index++) {
        look_at(button_index);
    }
}
