/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * Interrupts sample and move bytes; the loop below does the rest and sleeps in between. */
#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>
#include <avr/wdt.h>

#include "board.h"
#include "buttons.h"
#include "clock.h"
#include "commands.h"
#include "due.h"
#include "feedback.h"
#include "identity.h"
#include "imu.h"
#include "pins.h"
#include "reports.h"
#include "rollscope_cobs.h"
#include "sampling.h"
#include "scan.h"
#include "sync_input.h"
#include "uart.h"

/* The loop goes round at least once per beat, so 250 ms without a round mean that it is stuck. */
#define WATCHDOG_TIME WDTO_250MS

/* A pin that hangs in the air draws current (datasheet, I/O-Ports, Unconnected Pins). Those in use are set up by their
 * owners after this. */
static void pull_up_unused_pins(void)
{
    PORTA = (uint8_t)~ADC_PINS_MASK;
    PORTC = (uint8_t)~(_BV(TWI_SCL_BIT) | _BV(TWI_SDA_BIT));
    PORTB = _BV(PB5) | _BV(PB7);
}

static void beat(void)
{
    imu_beat();
    buttons_beat();
    sync_input_beat();
    feedback_beat();
    reports_beat();
}

/* Most interrupts only move a byte and leave nothing to do: the chip goes straight back to sleep. */
static void sleep_until_due(void)
{
    cli();
    while (due_nothing()) {
        sleep_enable();
        sei(); /* takes effect after the next instruction: nothing can slip in between (datasheet, AVR CPU Core, Reset
                  and Interrupt Handling) */
        sleep_cpu();
        sleep_disable();
        cli();
    }
    sei();
}

static void wait_for_imu(void)
{
    while (!imu_first_attempt_is_over()) {
        wdt_reset();
        if (clock_take_beat()) {
            imu_beat();
        }
        sleep_until_due();
    }
}

static void start(void)
{
    wdt_enable(WATCHDOG_TIME);
    set_sleep_mode(SLEEP_MODE_IDLE);
    pull_up_unused_pins();
    identity_init();
    clock_start();
    uart_init();
    scan_init();
    buttons_init();
    sync_input_init();
    feedback_init();
    commands_init();
    imu_init();
    sei();
    wait_for_imu();
}

/* SPEC.md section 8: a delimiter ends what a reset may have cut, then the hello, then seq 0. */
static void speak_up(void)
{
    static const uint8_t delimiter = ROLLSCOPE_DELIMITER;
    uart_write(&delimiter, sizeof delimiter);
    clock_start_ticks(RATE_HZ_DEFAULT);
    reports_ask_hello();
    reports_send_due();
}

int main(void)
{
    start();
    speak_up();
    for (;;) {
        wdt_reset();
        sampling_send();
        commands_take();
        if (clock_take_beat()) {
            beat();
        }
        reports_send_due();
        sleep_until_due();
    }
}
