/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * One reading of all pads, paced by a timer.
 *
 * The pads hang on six 8-to-1 muxes, mux m on ADC input m. Muxes 0 to 2 share their select lines, and so do 3 to 5.
 * While three inputs of one group are converted, the other group has been switched and settles:
 *
 *     position      0  1  2  3  4  5  6  7  8  9 ...          position = 6 * channel + mux
 *     mux           0  1  2  3  4  5  0  1  2  3              pad_index = 8 * mux + channel
 *     channel       0  0  0  0  0  0  1  1  1  1
 *     group 0       [ read 0 ][ settle on 1 ][ read 1 ] ...
 *     group 1       [ settle on 0 ][ read 0 ][ settle on 1 ] ... */
#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "board.h"

/* From one conversion to the next: 14 cycles of the converter's clock, of which a conversion takes 13. */
#define SLOT_US 56u
#define SCAN_US (PAD_COUNT * SLOT_US)

void scan_init(void);

/* Starts the first conversion at once. Only with interrupts off, and only if no scan is running. The counts go to
 * pad_counts[pad_index]; scan_done is called in an interrupt after the last. */
void scan_start(volatile uint16_t *pad_counts);
bool scan_is_running(void);

/* Start of the scan to the start of the conversion of a pad. */
uint16_t scan_offset_us(uint8_t pad_index);

/* sampling.c has it. */
void scan_done(void);

#endif
