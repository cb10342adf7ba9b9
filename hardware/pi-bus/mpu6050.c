/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "mpu6050.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "moment.h"
#include "said.h"
#include "trace.h"

/* Register numbers, bits and scales: RM-MPU-6000A, revision 4.2. */
enum {
    REG_GYRO_CONFIG = 0x1B,
    REG_ACCEL_CONFIG = 0x1C,
    REG_ACCEL_XOUT_H = 0x3B,
    REG_TEMP_OUT_H = 0x41,
    REG_GYRO_XOUT_H = 0x43,
    REG_GYRO_ZOUT_L = 0x48,
    REG_PWR_MGMT_1 = 0x6B,
    REG_WHO_AM_I = 0x75,
    REGISTER_COUNT = 0x80,
    SLEEP_BIT = 0x40,
    FULL_SCALE_SHIFT = 3,
    FULL_SCALE_MASK = 3
};
static const double STANDARD_GRAVITY_M_PER_S2 = 9.80665;
static const double ACCEL_FULL_SCALE_G_AT_0 = 2;
static const double GYRO_FULL_SCALE_DEG_PER_S_AT_0 = 250;
static const double CHIP_DEG_C = 27;

static uint8_t registers[REGISTER_COUNT];
static uint8_t pointer;

void mpu6050_power_on(void)
{
    memset(registers, 0, sizeof registers);
    registers[REG_PWR_MGMT_1] = SLEEP_BIT;
    registers[REG_WHO_AM_I] = MPU6050_ADDRESS;
}

static double full_scale(int config_register, double at_0)
{
    return at_0 * (1 << (registers[config_register] >> FULL_SCALE_SHIFT & FULL_SCALE_MASK));
}

static int16_t store(int reg, double value, double full_scale_value)
{
    double counts = round(value / full_scale_value * 32768);
    counts = counts > 32767 ? 32767 : counts < -32768 ? -32768 : counts;
    uint16_t bits = (uint16_t)(int16_t)counts;
    registers[reg] = (uint8_t)(bits >> 8);
    registers[reg + 1] = (uint8_t)bits;
    return (int16_t)counts;
}

void mpu6050_begin_burst(void)
{
    if (registers[REG_PWR_MGMT_1] & SLEEP_BIT) {
        return;
    }
    int64_t now_ns = moment_ns();
    double now_us = moment_trace_us(now_ns);
    double accel = full_scale(REG_ACCEL_CONFIG, ACCEL_FULL_SCALE_G_AT_0) * STANDARD_GRAVITY_M_PER_S2;
    double gyro = full_scale(REG_GYRO_CONFIG, GYRO_FULL_SCALE_DEG_PER_S_AT_0) * M_PI / 180;
    int16_t accel_counts[AXIS_COUNT];
    int16_t gyro_counts[AXIS_COUNT];
    for (int axis = 0; axis < AXIS_COUNT; axis++) {
        accel_counts[axis] = store(REG_ACCEL_XOUT_H + 2 * axis, trace_accel_m_per_s2(axis, now_us), accel);
        gyro_counts[axis] = store(REG_GYRO_XOUT_H + 2 * axis, trace_gyro_rad_per_s(axis, now_us), gyro);
    }
    /* counts = (degrees - 36.53) x 340 */
    store(REG_TEMP_OUT_H, (CHIP_DEG_C - 36.53) * 340, 32768);
    said_motion(now_ns, accel_counts, gyro_counts);
}

void mpu6050_write(const uint8_t *bytes, size_t length_bytes)
{
    if (length_bytes == 0) {
        return;
    }
    pointer = bytes[0] % REGISTER_COUNT;
    for (size_t index = 1; index < length_bytes; index++) {
        bool measured = pointer >= REG_ACCEL_XOUT_H && pointer <= REG_GYRO_ZOUT_L;
        if (!measured && pointer != REG_WHO_AM_I) {
            registers[pointer] = bytes[index];
        }
        pointer = (uint8_t)((pointer + 1) % REGISTER_COUNT);
    }
}

void mpu6050_read(uint8_t *bytes, size_t length_bytes)
{
    for (size_t index = 0; index < length_bytes; index++) {
        bytes[index] = registers[pointer];
        pointer = (uint8_t)((pointer + 1) % REGISTER_COUNT);
    }
}
