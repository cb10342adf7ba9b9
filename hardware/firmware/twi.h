/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * Register reads and writes over the two-wire interface, as bus master, run by interrupts. One at a time. */
#ifndef TWI_H
#define TWI_H

#include <stdbool.h>
#include <stdint.h>

enum twi_state { TWI_IDLE, TWI_BUSY, TWI_DONE, TWI_FAILED };

void twi_init(void);

/* Start a transfer; the caller sees to it that none is running. `bytes` must stay until it has ended. */
void twi_start_read(uint8_t device, uint8_t first_register, volatile uint8_t *bytes, uint8_t count);
void twi_start_write(uint8_t device, uint8_t to_register, uint8_t value);

/* What became of the last transfer. Nobody answering, a lost arbitration and a broken bus are all TWI_FAILED. */
enum twi_state twi_state(void);

/* Gives up a transfer that is taking too long. */
void twi_abort(void);

/* A device that lost count of the clock in the middle of a byte holds the data line. Nine clocks let it finish
 * (UM10204, I2C-bus specification, section 3.1.16). Takes 90 us. */
void twi_clear_bus(void);

#endif
