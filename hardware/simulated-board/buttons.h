/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* Fingers on the roller's buttons. Times are trace time. */
#ifndef BUTTONS_H
#define BUTTONS_H

#include <simavr/sim_avr.h>

/* "BUTTON:FROM:TO", button_index as on the wire. */
void buttons_press(const char *text);

/* Moves the buttons. Call it once per simulated millisecond. */
void buttons_step(avr_t *avr);

/* A reset of the simulated chip sets its pins to 0 but not what simavr remembers of them, and a pull-up that brings
 * no change brings nothing: both begin at 0 again, as at power-on. */
void buttons_after_reset(avr_t *avr);

#endif
