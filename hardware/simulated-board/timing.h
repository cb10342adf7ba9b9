/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* Measures what the firmware's constants claim: slot length, latency, the moment the IMU is latched. */
#ifndef TIMING_H
#define TIMING_H

#include <simavr/sim_avr.h>

void timing_conversion(const avr_t *avr);
void timing_imu_latch(const avr_t *avr);
void timing_report(void);

#endif
