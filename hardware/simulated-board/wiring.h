/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* How this board is wired. Written from ../wiring/pins.csv and not from the firmware's pins.h, so that a mistake in
 * one of them shows as wrong pads. */
#ifndef WIRING_H
#define WIRING_H

#define MUX_COUNT 6
#define CHANNELS_PER_MUX 8
#define PAD_COUNT (MUX_COUNT * CHANNELS_PER_MUX)
#define MUXES_PER_GROUP 3
#define GROUP_COUNT 2

/* Mux m drives ADC input m. Its select lines S0 S1 S2 lie on three bits of one port. */
static const struct {
    char port;
    int shift;
} SELECT_LINES[GROUP_COUNT] __attribute__((unused)) = {{'B', 0}, {'D', 2}};

/* By button_index of the wire: marker, felt release, pain, sync input. */
enum { BUTTON_COUNT = 4 };
static const struct {
    char port;
    int bit;
} BUTTONS[BUTTON_COUNT] __attribute__((unused)) = {{'B', 3}, {'B', 4}, {'D', 5}, {'C', 6}};

#define AREF_MV 3300
#define CPU_HZ 16000000
#define CYCLES_PER_US (CPU_HZ / 1000000)
#define CYCLES_PER_MS (CPU_HZ / 1000)

#endif
