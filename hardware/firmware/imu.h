/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * The inertial unit: an MPU-6050 or what answers like one, at +-4 g and +-1000 deg/s.
 *
 * It is mounted so that its axes are the roller's. A chip that stays silent costs a flag in the frame, never a wait:
 * after three failed readings in a row it is set up again, every 100 ms until it answers. */
#ifndef IMU_H
#define IMU_H

#include <stdbool.h>
#include <stdint.h>

/* accelerometer xyz, temperature, gyroscope xyz, high byte first (register map RM-MPU-6000A, registers 59 to 72). */
#define IMU_BURST_BYTES 14u

/* 4 g at 9.80665 m/s2 (the standard value, ISO 80000-3), and 1000 degrees, in micro-units per 32768 counts. */
#define IMU_ACCEL_FULL_SCALE_UM_PER_S2 39226600ul
#define IMU_GYRO_FULL_SCALE_URAD_PER_S 17453293ul

/* Start of the scan to the moment the chip freezes its registers for the burst, which is the start condition: they
 * change only while the bus is idle (register map, registers 59 to 64). Measured on the simulated board with --timing:
 * 13.2 to 13.5 us, of which 2.5 us are the start condition. The delay of the chip's own filter is not in it. */
#define IMU_OFFSET_US 13u

void imu_init(void);

/* One step of setting up or watching the chip. Call it once per beat. */
void imu_beat(void);

/* False only while the first attempt to set the chip up is under way. */
bool imu_first_attempt_is_over(void);

/* Start and end of a reading, in interrupts. Finish returns true if `bytes` holds a good one. */
void imu_start_burst(volatile uint8_t *bytes);
bool imu_finish_burst(void);

int16_t imu_accel_counts(const volatile uint8_t *bytes, uint8_t axis);
int16_t imu_gyro_counts(const volatile uint8_t *bytes, uint8_t axis);

/* The chip's own temperature in hundredths of a degree, or ROLLSCOPE_TEMPERATURE_NOT_MEASURED. */
int16_t imu_temperature_cdeg_c(void);
void imu_note_temperature(const volatile uint8_t *bytes);

uint16_t imu_error_count(void);

#endif
