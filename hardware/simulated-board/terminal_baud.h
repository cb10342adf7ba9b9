/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#ifndef TERMINAL_BAUD_H
#define TERMINAL_BAUD_H

#include <stdbool.h>

bool terminal_baud_set(int descriptor, unsigned baud);

/* 0 if it cannot be told. */
double terminal_baud_get(int descriptor);

#endif
