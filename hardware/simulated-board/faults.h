/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* What goes wrong inside the roller: its pads, its IMU, its supply, its program. Times are trace time. */
#ifndef FAULTS_H
#define FAULTS_H

#include <simavr/sim_avr.h>
#include <stdbool.h>

/* "FROM:TO" in seconds; the same as a row imu_silent. */
void faults_silence_imu(const char *text);

/* The voltage at the converter for a pad, with what is wrong with it. */
double faults_pad_mv(int pad_index, double time_us);

bool faults_imu_is_silent(const avr_t *avr);

/* Whether the supply is too low for the chip to run. */
bool faults_supply_is_down(const avr_t *avr);

/* Whether the program is to stand still. A hang that the watchdog has ended does not come back. */
bool faults_program_hangs(const avr_t *avr);
void faults_hang_is_over(const avr_t *avr);

/* Whether the cable is out. */
bool faults_cable_is_out(const avr_t *avr);

#endif
