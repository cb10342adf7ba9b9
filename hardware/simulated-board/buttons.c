/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "buttons.h"

#include <simavr/avr_ioport.h>
#include <stdbool.h>
#include <stdio.h>

#include "fail.h"
#include "moment.h"
#include "wiring.h"

/* A worn small switch: it opens and closes for this long after a finger has moved. */
enum { BOUNCE_MS = 7, PRESSES_MAX = 16 };

struct span {
    double from_s, to_s;
};

static struct {
    int button_index;
    struct span held;
} presses[PRESSES_MAX];
static int press_count;
static int step_count;

void buttons_press(const char *text)
{
    char rest;
    int index;
    struct span held;
    if (sscanf(text, "%d:%lf:%lf%c", &index, &held.from_s, &held.to_s, &rest) != 3 || index < 0
        || index >= BUTTON_COUNT) {
        fail(EXIT_WRONG_USAGE, "--press needs BUTTON:FROM:TO, a button of 0 to %d and seconds, was '%s'",
             BUTTON_COUNT - 1, text);
    }
    if (press_count == PRESSES_MAX) {
        fail(EXIT_WRONG_USAGE, "--press can be given %d times", PRESSES_MAX);
    }
    presses[press_count].button_index = index;
    presses[press_count++].held = held;
}

static bool is_within(struct span span, double time_s)
{
    return time_s >= span.from_s && time_s < span.to_s;
}

static bool bounces(struct span span, double time_s)
{
    const double bounce_s = BOUNCE_MS / 1000.0;
    return is_within((struct span){span.from_s, span.from_s + bounce_s}, time_s)
        || is_within((struct span){span.to_s, span.to_s + bounce_s}, time_s);
}

static bool contact_is_closed(int button_index, double time_s)
{
    bool closed = false;
    for (int i = 0; i < press_count; i++) {
        if (presses[i].button_index == button_index) {
            bool bounced_open = bounces(presses[i].held, time_s) && step_count % 2 == 0;
            bool bounced_closed = bounces(presses[i].held, time_s) && step_count % 2 == 1;
            closed = closed || (is_within(presses[i].held, time_s) && !bounced_open) || bounced_closed;
        }
    }
    return closed;
}

/* A closed contact pulls the pin low against the chip's own pull-up. */
static void set_port_contacts(avr_t *avr, char port, double time_s)
{
    avr_ioport_external_t external = {.name = (unsigned)port};
    for (int button = 0; button < BUTTON_COUNT; button++) {
        if (BUTTONS[button].port == port) {
            unsigned bit = 1u << BUTTONS[button].bit;
            bool closed = contact_is_closed(button, time_s);
            external.mask |= bit;
            external.value |= closed ? 0 : bit;
            avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ(port), BUTTONS[button].bit), !closed);
        }
    }
    avr_ioctl(avr, AVR_IOCTL_IOPORT_SET_EXTERNAL(port), &external);
}

void buttons_step(avr_t *avr)
{
    double time_s = moment_trace_us(avr) / 1e6;
    if (press_count == 0) {
        return;
    }
    step_count++;
    set_port_contacts(avr, 'B', time_s);
    set_port_contacts(avr, 'C', time_s);
    set_port_contacts(avr, 'D', time_s);
}

void buttons_after_reset(avr_t *avr)
{
    for (int button = 0; button < BUTTON_COUNT; button++) {
        avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ(BUTTONS[button].port), BUTTONS[button].bit), 0);
    }
}
