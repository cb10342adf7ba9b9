/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * LED, vibration motor and buzzer. Timers make the signals; nothing here needs the processor while they run. */
#ifndef FEEDBACK_H
#define FEEDBACK_H

#include "rollscope_messages.h"

void feedback_init(void);
void feedback_set(const struct rollscope_feedback *feedback);

/* Turns everything off when its time is over. Call it once per beat. */
void feedback_beat(void);

#endif
