/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* The pseudo-terminal that stands for the serial port, and the link that gives it its name. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Makes a terminal behind the link; the link may have pointed at another one before. */
void terminal_open(const char *link);
bool terminal_is_open(void);

/* Waits until somebody has opened the port; ends the program if nobody does in time. */
void terminal_wait_for_reader(double wait_seconds);

/* The speed that the reader has set. */
double terminal_baud(void);

/* As much as the terminal takes; with patience a live reader is waited for. Returns how many bytes were lost. */
size_t terminal_write(const uint8_t *bytes, size_t length, bool has_patience);
size_t terminal_read(uint8_t *bytes, size_t room);

/* Lets the reader take what is on its way, then takes port and link away. */
void terminal_close(void);

/* Takes port and link away as a pulled cable does. */
void terminal_unplug(void);

/* Takes the link away at once; safe in a signal handler. */
void terminal_remove_link(void);

#endif
