/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * What interrupts leave for the main loop to do. The flags live in a register that was put into the chip for such use:
 * one instruction sets, clears or looks, and none of them can be interrupted (datasheet, AVR Memories, GPIOR0). */
#ifndef DUE_H
#define DUE_H

#include <avr/io.h>
#include <stdbool.h>

#define DUE_FRAME GPIOR00 /* a sample is complete */
#define DUE_INPUT GPIOR01 /* a byte has come in */
#define DUE_BEAT GPIOR02  /* the slow beat */

#define due_set(what) (GPIOR0 |= _BV(what))
#define due_clear(what) (GPIOR0 &= (uint8_t)~_BV(what))
#define due_is_set(what) ((GPIOR0 & _BV(what)) != 0)
#define due_nothing() (GPIOR0 == 0)

#endif
