/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * The three buttons, without their bouncing. */
#ifndef BUTTONS_H
#define BUTTONS_H

void buttons_init(void);

/* Looks at the buttons and reports what changed. Call it once per beat. */
void buttons_beat(void);

#endif
