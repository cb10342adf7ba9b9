/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * What the board says about itself: the hello, and its health every five seconds. */
#ifndef REPORTS_H
#define REPORTS_H

void reports_ask_hello(void);

/* Sends what is due and fits on the line; the rest is tried again. */
void reports_send_due(void);

/* Counts the time to the next status. Call it once per beat. */
void reports_beat(void);

#endif
