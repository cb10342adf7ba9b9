/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * What this board is: the reference roller, 12 x 4 pads on an ATmega1284P at 16 MHz.
 * "Datasheet" without a name is that of the ATmega164A/PA/324A/PA/644A/PA/1284/P (Atmel 8272); chapters are named,
 * not numbered, because editions differ. */
#ifndef BOARD_H
#define BOARD_H

#include <stdint.h>

#define FIRMWARE_MAJOR 0u
#define FIRMWARE_MINOR 1u
#define FIRMWARE_PATCH 0u

/* messages.csv, geometry_id: 1 is the reference roller. */
#define GEOMETRY_ID 1u
#define MUX_COUNT 6u
#define CHANNELS_PER_MUX 8u
#define PAD_COUNT (MUX_COUNT * CHANNELS_PER_MUX)

/* The external 3.3 V reference on AREF also feeds the pad dividers, so its own error cancels. */
#define ADC_BITS 10u
#define ADC_FULL_SCALE_MV 3300u

/* A board on another line is built with  make BAUD_HZ=250000 BUILD=build-250000 . */
#ifndef BAUD_HZ
#define BAUD_HZ 500000ul
#endif
#define RATE_HZ_DEFAULT 100u

/* Used when bytes 0..7 of the EEPROM are blank. Every board that was set up has its own. */
#ifndef BOARD_SERIAL_DEFAULT
#define BOARD_SERIAL_DEFAULT 0x524F4C4C53434F50ull /* "ROLLSCOP" */
#endif

#endif
