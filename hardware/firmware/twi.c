/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "twi.h"

#include <avr/interrupt.h>
#include <avr/io.h>
#include <util/delay.h>
#include <util/twi.h>

#include "pins.h"

/* SCL = F_CPU / (16 + 2 * TWBR * prescaler), prescaler 1 (datasheet, 2-wire Serial Interface, Bit Rate Generator Unit). */
#define SCL_HZ 400000ul
#define TWBR_VALUE ((F_CPU / SCL_HZ - 16ul) / 2ul)
#define BUS_CLEAR_HALF_CLOCK_US 5

#define TWCR_ON (_BV(TWEN) | _BV(TWIE))
#define TWCR_GO (TWCR_ON | _BV(TWINT))

/* How far the part of a transfer in which the master writes has come. */
enum write_step { SEND_REGISTER, SEND_VALUE, WRITTEN };

static volatile enum twi_state state;
static uint8_t device_address;
static uint8_t register_index;
static uint8_t write_value;
static enum write_step step;
static volatile uint8_t *read_bytes; /* null: this transfer writes */
static uint8_t bytes_left;

void twi_init(void)
{
    TWSR = 0;
    TWBR = TWBR_VALUE;
    TWCR = _BV(TWEN);
}

static void start(uint8_t device, uint8_t first_register)
{
    device_address = device;
    register_index = first_register;
    step = SEND_REGISTER;
    state = TWI_BUSY;
    TWCR = TWCR_GO | _BV(TWSTA);
}

void twi_start_read(uint8_t device, uint8_t first_register, volatile uint8_t *bytes, uint8_t count)
{
    read_bytes = bytes;
    bytes_left = count;
    start(device, first_register);
}

void twi_start_write(uint8_t device, uint8_t to_register, uint8_t value)
{
    read_bytes = 0;
    write_value = value;
    start(device, to_register);
}

enum twi_state twi_state(void)
{
    return state;
}

void twi_abort(void)
{
    TWCR = 0;
    TWCR = _BV(TWEN);
    state = TWI_FAILED;
}

static void clock_bus_once(void)
{
    TWI_DDR |= _BV(TWI_SCL_BIT); /* the port bit is 0: driven low */
    _delay_us(BUS_CLEAR_HALF_CLOCK_US);
    TWI_DDR &= (uint8_t)~_BV(TWI_SCL_BIT); /* let go: pulled up */
    _delay_us(BUS_CLEAR_HALF_CLOCK_US);
}

void twi_clear_bus(void)
{
    TWCR = 0;
    for (uint8_t clock = 0; clock < 9; clock++) {
        clock_bus_once();
    }
    TWCR = _BV(TWEN);
}

static void end(enum twi_state how)
{
    TWCR = TWCR_GO | _BV(TWSTO);
    state = how;
}

static void write_next(void)
{
    if (step == SEND_REGISTER) {
        TWDR = register_index;
        step = SEND_VALUE;
        TWCR = TWCR_GO;
    } else if (read_bytes) {
        TWCR = TWCR_GO | _BV(TWSTA);
    } else if (step == SEND_VALUE) {
        TWDR = write_value;
        step = WRITTEN;
        TWCR = TWCR_GO;
    } else {
        end(TWI_DONE);
    }
}

static void keep_byte(void)
{
    *read_bytes++ = TWDR;
    bytes_left--;
}

/* Every byte but the last is acknowledged: the missing acknowledge tells the device to stop. */
static void read_next(void)
{
    TWCR = bytes_left > 1 ? TWCR_GO | _BV(TWEA) : TWCR_GO;
}

ISR(TWI_vect)
{
    switch (TW_STATUS) {
    case TW_START:
        TWDR = (uint8_t)(device_address << 1) | TW_WRITE;
        TWCR = TWCR_GO;
        break;
    case TW_REP_START:
        TWDR = (uint8_t)(device_address << 1) | TW_READ;
        TWCR = TWCR_GO;
        break;
    case TW_MT_SLA_ACK:
    case TW_MT_DATA_ACK:
        write_next();
        break;
    case TW_MR_SLA_ACK:
        read_next();
        break;
    case TW_MR_DATA_ACK:
        keep_byte();
        read_next();
        break;
    case TW_MR_DATA_NACK:
        keep_byte();
        end(TWI_DONE);
        break;
    default: /* no answer, arbitration lost, bus error: let go of the bus */
        end(TWI_FAILED);
        break;
    }
}
