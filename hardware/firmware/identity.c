/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "identity.h"

#include <avr/eeprom.h>
#include <avr/io.h>
#include <avr/pgmspace.h>
#include <avr/wdt.h>

#include "board.h"
#include "rollscope_messages.h"

/* The serial lies at the start of the EEPROM, low byte first, as on the wire. */
#define SERIAL_ADDRESS ((const void *)0)
#define BLANK 0xFFFFFFFFFFFFFFFFull

/* What a file of firmware says of itself, so that who flashes it can tell before it is on a board. The linker is told to
 * keep it. */
struct firmware_mark {
    char words[19];
    uint8_t version[3];
    uint32_t baud_hz;
};
extern const struct firmware_mark firmware_mark;
const struct firmware_mark firmware_mark PROGMEM = {
    "rollscope firmware", {FIRMWARE_MAJOR, FIRMWARE_MINOR, FIRMWARE_PATCH}, BAUD_HZ};

static uint64_t board_serial;
static uint8_t reset_cause __attribute__((section(".noinit")));

/* MCUSR has the wire's bits in the wire's places (datasheet, System Control and Reset, MCUSR). */
_Static_assert(_BV(PORF) == ROLLSCOPE_RESET_POWER_ON && _BV(EXTRF) == ROLLSCOPE_RESET_EXTERNAL
                   && _BV(BORF) == ROLLSCOPE_RESET_BROWN_OUT && _BV(WDRF) == ROLLSCOPE_RESET_WATCHDOG,
               "reset causes are passed on as they are");
#define CAUSES (_BV(PORF) | _BV(EXTRF) | _BV(BORF) | _BV(WDRF))

/* After a watchdog reset the watchdog keeps running at its shortest time, 16 ms. It has to be stopped before main,
 * and its flag cleared before that (same chapter, Watchdog Timer). */
void identity_note_reset_cause(void) __attribute__((naked, used, section(".init3")));
void identity_note_reset_cause(void)
{
    reset_cause = MCUSR & CAUSES;
    MCUSR = 0;
    wdt_disable();
}

void identity_init(void)
{
    eeprom_read_block(&board_serial, SERIAL_ADDRESS, sizeof board_serial);
    if (board_serial == BLANK || board_serial == 0) {
        board_serial = BOARD_SERIAL_DEFAULT;
    }
}

uint64_t identity_board_serial(void)
{
    return board_serial;
}

uint8_t identity_reset_cause(void)
{
    return reset_cause;
}
