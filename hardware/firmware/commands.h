/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * What the host asks for. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include <stdint.h>

void commands_init(void);

/* Carries out what has come in. Stops while the line has no room for an answer; call it every round. */
void commands_take(void);

uint16_t commands_error_count(void);

#endif
