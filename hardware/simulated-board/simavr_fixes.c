/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "simavr_fixes.h"

#include <simavr/avr_extint.h>
#include <simavr/avr_twi.h>
#include <simavr/avr_uart.h>
#include <string.h>

#include "fail.h"

/* A write handler of the simulator that runs behind ours. */
struct wrapped {
    avr_io_write_t write;
    void *param;
};

static struct wrapped twi_control;
static struct wrapped uart_baud;
static double baud;

static struct wrapped wrap(avr_t *avr, avr_io_addr_t address, avr_io_write_t ours, void *param)
{
    avr_io_addr_t io = AVR_DATA_TO_IO(address);
    struct wrapped original = {.write = avr->io[io].w.c, .param = avr->io[io].w.param};
    if (original.write == NULL) {
        fail(EXIT_WORK_FAILED, "simavr has no handler at 0x%02x; is it version 1.6?", address);
    }
    avr->io[io].w.c = ours;
    avr->io[io].w.param = param;
    return original;
}

static avr_io_t *find_io(avr_t *avr, const char *kind)
{
    for (avr_io_t *io = avr->io_port; io != NULL; io = io->next) {
        if (strcmp(io->kind, kind) == 0) {
            return io;
        }
    }
    fail(EXIT_WORK_FAILED, "the simulated chip has no %s", kind);
}

/* One clock of the bus: 16 + 2 * TWBR * 4^TWPS cycles (datasheet, 2-wire Serial Interface, Bit Rate Generator). */
static avr_cycle_count_t twi_bit_cycles(avr_t *avr, const avr_twi_t *twi)
{
    return 16 + 2 * avr->data[twi->r_twbr] * ((avr_cycle_count_t)1 << 2 * avr_regbit_get(avr, twi->twps));
}

/* simavr takes nothing for a start condition or an address and 9 us for a byte, whatever the bit rate. What it has
 * just scheduled is moved to where the bus would be: one clock for a start, nine for a byte. */
static void write_twi_control(avr_t *avr, avr_io_addr_t address, uint8_t value, void *param)
{
    enum { START_SENT = 0x08, START_REPEATED = 0x10, BYTE_CLOCKS = 9 };
    const avr_twi_t *twi = param;
    twi_control.write(avr, address, value, twi_control.param);
    for (avr_cycle_timer_slot_p slot = avr->cycle_timers.timer; slot != NULL; slot = slot->next) {
        if (slot->param == param) {
            int is_start = twi->next_twstate == START_SENT || twi->next_twstate == START_REPEATED;
            avr_cycle_timer_register(avr, (is_start ? 1 : BYTE_CLOCKS) * twi_bit_cycles(avr, twi), slot->timer, param);
            return;
        }
    }
}

/* simavr counts a parity bit that is not there. 8N1 is 10 bits. */
static void write_uart_baud(avr_t *avr, avr_io_addr_t address, uint8_t value, void *param)
{
    enum { BITS_PER_BYTE = 10 };
    avr_uart_t *uart = param;
    uart_baud.write(avr, address, value, uart_baud.param);
    uint32_t divisor = avr_regbit_get(avr, uart->ubrrl) | (uint32_t)avr_regbit_get(avr, uart->ubrrh) << 8;
    uint32_t cycles_per_bit = (divisor + 1) * (avr_regbit_get(avr, uart->u2x) ? 8 : 16);
    uart->cycles_per_byte = cycles_per_bit * BITS_PER_BYTE;
    baud = (double)avr->frequency / cycles_per_bit;
}

double simavr_uart_baud(void)
{
    return baud;
}

static avr_uart_t *find_uart(avr_t *avr, char name)
{
    for (avr_io_t *io = avr->io_port; io != NULL; io = io->next) {
        if (strcmp(io->kind, "uart") == 0 && ((avr_uart_t *)io)->name == name) {
            return (avr_uart_t *)io;
        }
    }
    fail(EXIT_WORK_FAILED, "the simulated chip has no uart %c", name);
}

/* A pin that could raise an external interrupt is looked at every cycle while it is low, whether the interrupt is on
 * or not. Our select lines are such pins; without this the board runs at half the speed. */
static void stop_polling_interrupt_pins(avr_t *avr)
{
    enum { EXTERNAL_INTERRUPTS = 3 };
    for (uint8_t number = 0; number < EXTERNAL_INTERRUPTS; number++) {
        avr_extint_set_strict_lvl_trig(avr, number, 0);
    }
}

void simavr_fixes_after_reset(avr_t *avr)
{
    stop_polling_interrupt_pins(avr);
}

void simavr_fixes_apply(avr_t *avr)
{
    simavr_fixes_after_reset(avr);
    avr_twi_t *twi = (avr_twi_t *)find_io(avr, "twi");
    avr_uart_t *uart = find_uart(avr, '0');
    twi_control = wrap(avr, twi->r_twcr, write_twi_control, twi);
    uart_baud = wrap(avr, uart->ubrrl.reg, write_uart_baud, uart);
}
