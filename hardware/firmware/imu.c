/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "imu.h"

#include <util/atomic.h>

#include "clock.h"
#include "rollscope_messages.h"
#include "twi.h"

/* Register numbers and bits: MPU-6000/MPU-6050 Register Map and Descriptions, RM-MPU-6000A, revision 4.2. */
#define IMU_ADDRESS 0x68u
enum {
    REG_SMPLRT_DIV = 0x19,
    REG_CONFIG = 0x1A,
    REG_GYRO_CONFIG = 0x1B,
    REG_ACCEL_CONFIG = 0x1C,
    REG_ACCEL_XOUT_H = 0x3B,
    REG_TEMP_OUT_H = 0x41,
    REG_PWR_MGMT_1 = 0x6B,
    REG_WHO_AM_I = 0x75
};
#define WHO_AM_I_MPU6050 0x68u
#define PWR_AWAKE_ON_GYRO_CLOCK 0x01u
#define SAMPLE_AT_1_KHZ 0x00u
#define FILTER_44_HZ 0x03u
#define GYRO_1000_DEG_PER_S 0x10u
#define ACCEL_4_G 0x08u

#define TEMPERATURE_AT 6u
#define GYRO_AT 8u

#define RETRY_BEATS (100u / BEAT_MS)
/* The gyroscope needs 30 ms to start (product specification PS-MPU-6000A, Gyroscope Specifications). */
#define SETTLE_BEATS (40u / BEAT_MS)
#define FAILURES_UNTIL_LOST 3u

static const struct {
    uint8_t reg;
    uint8_t value;
} SETUP[] = {
    {REG_PWR_MGMT_1, PWR_AWAKE_ON_GYRO_CLOCK},
    {REG_SMPLRT_DIV, SAMPLE_AT_1_KHZ},
    {REG_CONFIG, FILTER_44_HZ},
    {REG_GYRO_CONFIG, GYRO_1000_DEG_PER_S},
    {REG_ACCEL_CONFIG, ACCEL_4_G},
};
#define SETUP_COUNT (sizeof SETUP / sizeof SETUP[0])

/* What the chip is doing. Bursts run in READY only; in every other state the bus belongs to imu_beat. */
static enum { IDENTIFY, SET_UP, SETTLE, WARM, READY, WAIT } doing;
static uint8_t setup_step;
static uint8_t beats_left;
static bool first_attempt_is_over;
static volatile uint8_t answer[2];
static int16_t temperature_cdeg_c = ROLLSCOPE_TEMPERATURE_NOT_MEASURED;

static volatile bool ready;
static volatile bool burst_is_running;
static volatile uint8_t *burst_bytes;
static volatile uint8_t failures_in_a_row;
static volatile uint16_t error_count;

static int16_t counts_at(const volatile uint8_t *bytes, uint8_t at)
{
    return (int16_t)((uint16_t)bytes[at] << 8 | bytes[at + 1u]);
}

/* Degrees = counts / 340 + 36.53 (register map, registers 65 and 66). */
static void note_temperature(int16_t counts)
{
    temperature_cdeg_c = (int16_t)((int32_t)counts * 5 / 17 + 3653);
}

static void count_error(void)
{
    if (error_count != UINT16_MAX) {
        error_count++;
    }
}

static void identify(void)
{
    twi_start_read(IMU_ADDRESS, REG_WHO_AM_I, answer, 1);
    doing = IDENTIFY;
}

static void set_up(uint8_t step)
{
    twi_start_write(IMU_ADDRESS, SETUP[step].reg, SETUP[step].value);
    setup_step = step;
    doing = SET_UP;
}

static void wait_and_try_again(void)
{
    first_attempt_is_over = true;
    beats_left = RETRY_BEATS;
    doing = WAIT;
}

void imu_init(void)
{
    twi_init();
    twi_clear_bus();
    identify();
}

/* The transfer that was started one beat ago has ended well. */
static void go_on(void)
{
    switch (doing) {
    case IDENTIFY:
        if (answer[0] == WHO_AM_I_MPU6050) {
            set_up(0);
        } else {
            wait_and_try_again();
        }
        break;
    case SET_UP:
        if (setup_step + 1u < SETUP_COUNT) {
            set_up(setup_step + 1u);
        } else {
            beats_left = SETTLE_BEATS;
            doing = SETTLE;
        }
        break;
    case WARM:
        note_temperature(counts_at(answer, 0));
        failures_in_a_row = 0;
        first_attempt_is_over = true;
        doing = READY;
        ready = true;
        break;
    default:
        break;
    }
}

static void settle(void)
{
    if (--beats_left == 0) {
        twi_start_read(IMU_ADDRESS, REG_TEMP_OUT_H, answer, sizeof answer);
        doing = WARM;
    }
}

static void wait(void)
{
    if (--beats_left == 0) {
        twi_clear_bus();
        identify();
    }
}

static void watch(void)
{
    if (failures_in_a_row >= FAILURES_UNTIL_LOST) {
        bool took_over;
        ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
            took_over = !burst_is_running;
            ready = !took_over;
        }
        if (took_over) {
            wait_and_try_again();
        }
    }
}

/* A transfer takes at most 0.5 ms, a beat 4 ms: one that is not done by now never will be. */
static void judge_transfer(void)
{
    if (twi_state() == TWI_DONE) {
        go_on();
        return;
    }
    if (twi_state() == TWI_BUSY) {
        twi_abort();
    }
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
        count_error();
    }
    wait_and_try_again();
}

void imu_beat(void)
{
    switch (doing) {
    case READY:
        watch();
        break;
    case SETTLE:
        settle();
        break;
    case WAIT:
        wait();
        break;
    default:
        judge_transfer();
        break;
    }
}

bool imu_first_attempt_is_over(void)
{
    return first_attempt_is_over;
}

void imu_start_burst(volatile uint8_t *bytes)
{
    burst_is_running = ready;
    if (ready) {
        burst_bytes = bytes;
        twi_start_read(IMU_ADDRESS, REG_ACCEL_XOUT_H, bytes, IMU_BURST_BYTES);
    }
}

/* A chip that lost its supply for a moment sleeps after it and reads as zero throughout. */
static bool is_all_zero(const volatile uint8_t *bytes)
{
    for (uint8_t i = 0; i < IMU_BURST_BYTES; i++) {
        if (bytes[i] != 0) {
            return false;
        }
    }
    return true;
}

bool imu_finish_burst(void)
{
    if (!burst_is_running) {
        return false;
    }
    burst_is_running = false;
    if (twi_state() == TWI_BUSY) {
        twi_abort();
    }
    if (twi_state() == TWI_DONE && !is_all_zero(burst_bytes)) {
        failures_in_a_row = 0;
        return true;
    }
    if (failures_in_a_row < FAILURES_UNTIL_LOST) {
        failures_in_a_row++;
    }
    count_error();
    return false;
}

int16_t imu_accel_counts(const volatile uint8_t *bytes, uint8_t axis)
{
    return counts_at(bytes, (uint8_t)(2u * axis));
}

int16_t imu_gyro_counts(const volatile uint8_t *bytes, uint8_t axis)
{
    return counts_at(bytes, (uint8_t)(GYRO_AT + 2u * axis));
}

void imu_note_temperature(const volatile uint8_t *bytes)
{
    note_temperature(counts_at(bytes, TEMPERATURE_AT));
}

int16_t imu_temperature_cdeg_c(void)
{
    return temperature_cdeg_c;
}

uint16_t imu_error_count(void)
{
    uint16_t count;
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
        count = error_count;
    }
    return count;
}
