/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* An MPU-6050 as a file of registers. */
#ifndef MPU6050_H
#define MPU6050_H

#include <stddef.h>
#include <stdint.h>

enum { MPU6050_ADDRESS = 0x68 };

void mpu6050_power_on(void);

/* The measurement registers stand still during a burst, so they are taken when it begins. */
void mpu6050_begin_burst(void);

void mpu6050_write(const uint8_t *bytes, size_t length_bytes);
void mpu6050_read(uint8_t *bytes, size_t length_bytes);

#endif
