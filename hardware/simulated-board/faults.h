/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* Things that happen to a board: a button is pressed, the IMU falls silent. Times are trace time. */
#ifndef FAULTS_H
#define FAULTS_H

#include <simavr/sim_avr.h>
#include <stdbool.h>

/* "FROM:TO" in seconds. */
void faults_silence_imu(const char *text);
/* "BUTTON:FROM:TO", button_index as on the wire. */
void faults_press_button(const char *text);

/* Moves the buttons. Call it once per simulated millisecond. */
void faults_step(avr_t *avr);

bool faults_imu_is_silent(const avr_t *avr);

#endif
