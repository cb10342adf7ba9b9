/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* Puts right what simavr 1.6 gets wrong about time, and takes off what makes it slow. */
#ifndef SIMAVR_FIXES_H
#define SIMAVR_FIXES_H

#include <simavr/sim_avr.h>

void simavr_fixes_apply(avr_t *avr);

/* A reset of the chip undoes one of them. */
void simavr_fixes_after_reset(avr_t *avr);

/* The speed the firmware has given its serial port; 0 before it has. */
double simavr_uart_baud(void);

#endif
