/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * Who this board is and why it last started. */
#ifndef IDENTITY_H
#define IDENTITY_H

#include <stdint.h>

void identity_init(void);
uint64_t identity_board_serial(void);

/* Bits of the wire's reset_cause. */
uint8_t identity_reset_cause(void);

#endif
