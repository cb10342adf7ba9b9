/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* An MPU-6050 as far as the firmware can tell: its register file on the two-wire bus. */
#ifndef IMU_MODEL_H
#define IMU_MODEL_H

#include <simavr/sim_avr.h>

void imu_model_connect(avr_t *avr);

/* The supply came up: the chip sleeps and knows nothing. */
void imu_model_power_on(void);

#endif
