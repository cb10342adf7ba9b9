/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* The serial line: from the simulated UART to a pseudo-terminal and to a file, and back. */
#ifndef LINE_H
#define LINE_H

#include <simavr/sim_avr.h>
#include <stdbool.h>

#include "options.h"

/* Makes the pseudo-terminal and its link, if one is wanted, and connects the UART. */
void line_open(avr_t *avr, const struct options *options);

/* Waits until somebody has opened the port; ends the program if nobody does in time. */
void line_wait_for_reader(void);

/* Moves the bytes of the last millisecond out and what has come in. Returns the number of bytes the board sent. */
unsigned long line_exchange(void);

/* A chip that was reset has an empty serial port. */
void line_board_was_reset(void);

/* Lets the reader take what is on its way, then takes the link away. */
void line_close(void);

/* Takes the link away at once; safe in a signal handler. */
void line_remove_link(void);

void line_print_done(void);

#endif
