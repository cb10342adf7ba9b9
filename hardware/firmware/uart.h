/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * The line to the host: two rings and two interrupts. */
#ifndef UART_H
#define UART_H

#include <stdbool.h>
#include <stdint.h>

void uart_init(void);

/* Takes all the bytes or none. Returns false if there is no room for all of them. */
bool uart_write(const uint8_t *bytes, uint16_t length_bytes);
uint16_t uart_free_bytes(void);

/* Returns false if nothing has come in. */
bool uart_read(uint8_t *byte);

#endif
