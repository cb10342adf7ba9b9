/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "imu_model.h"

#include <math.h>
#include <simavr/avr_twi.h>
#include <stdbool.h>
#include <string.h>

#include "faults.h"
#include "moment.h"
#include "timing.h"
#include "trace.h"

/* Register numbers, bits and scales: RM-MPU-6000A, revision 4.2. */
enum {
    ADDRESS = 0x68,
    REG_GYRO_CONFIG = 0x1B,
    REG_ACCEL_CONFIG = 0x1C,
    REG_ACCEL_XOUT_H = 0x3B,
    REG_TEMP_OUT_H = 0x41,
    REG_GYRO_XOUT_H = 0x43,
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

/* counts = (degrees - 36.53) * 340; the chip is a little warmer than the room. */
static const double CHIP_DEG_C = 27.0;

static uint8_t registers[REGISTER_COUNT];
static avr_irq_t *twi_irqs;
static uint8_t selected_address; /* 0: the bus is idle or speaks to somebody else */
static bool pointer_comes_next;
static uint8_t pointer;

static double full_scale(int config_register, double at_0)
{
    return at_0 * (1 << (registers[config_register] >> FULL_SCALE_SHIFT & FULL_SCALE_MASK));
}

static void store(int reg, double value, double full_scale_value)
{
    double counts = round(value / full_scale_value * 32768);
    counts = counts > 32767 ? 32767 : counts < -32768 ? -32768 : counts;
    uint16_t bits = (uint16_t)(int16_t)counts;
    registers[reg] = bits >> 8;
    registers[reg + 1] = (uint8_t)bits;
}

/* The measurement registers change only while the bus is idle (registers 59 to 64), so what a burst reads is frozen at
 * its start condition. A sleeping chip keeps what it had. */
static void latch(const avr_t *avr)
{
    if (registers[REG_PWR_MGMT_1] & SLEEP_BIT) {
        return;
    }
    double now_us = moment_trace_us(avr);
    double accel = full_scale(REG_ACCEL_CONFIG, ACCEL_FULL_SCALE_G_AT_0) * STANDARD_GRAVITY_M_PER_S2;
    double gyro = full_scale(REG_GYRO_CONFIG, GYRO_FULL_SCALE_DEG_PER_S_AT_0) * M_PI / 180;
    for (int axis = 0; axis < AXIS_COUNT; axis++) {
        store(REG_ACCEL_XOUT_H + 2 * axis, trace_accel_m_per_s2(axis, now_us), accel);
        store(REG_GYRO_XOUT_H + 2 * axis, trace_gyro_rad_per_s(axis, now_us), gyro);
    }
    store(REG_TEMP_OUT_H, (CHIP_DEG_C - 36.53) * 340, 32768);
    timing_imu_latch(avr);
}

static void reply(uint8_t condition, uint8_t data)
{
    avr_raise_irq(twi_irqs + TWI_IRQ_INPUT, avr_twi_irq_msg(condition, selected_address, data));
}

void imu_model_power_on(void)
{
    memset(registers, 0, sizeof registers);
    registers[REG_PWR_MGMT_1] = SLEEP_BIT;
    registers[REG_WHO_AM_I] = ADDRESS;
}

static void take_address(const avr_t *avr, uint8_t address)
{
    if (faults_imu_is_silent(avr)) { /* and forgets what it was told, as a chip does that lost its supply */
        imu_model_power_on();
        selected_address = 0;
        return;
    }
    selected_address = address >> 1 == ADDRESS ? address : 0;
    if (selected_address != 0) {
        pointer_comes_next = true;
        reply(TWI_COND_ACK, 1);
    }
}

static void take_byte(uint8_t data)
{
    if (pointer_comes_next) {
        pointer = data % REGISTER_COUNT;
        pointer_comes_next = false;
    } else {
        if (pointer < REG_ACCEL_XOUT_H || (pointer > REG_GYRO_XOUT_H + 5 && pointer != REG_WHO_AM_I)) {
            registers[pointer] = data;
        }
        pointer = (uint8_t)((pointer + 1) % REGISTER_COUNT);
    }
    reply(TWI_COND_ACK, 1);
}

static void give_byte(void)
{
    reply(TWI_COND_READ, registers[pointer]);
    pointer = (uint8_t)((pointer + 1) % REGISTER_COUNT);
}

static void bus_event(struct avr_irq_t *irq, uint32_t value, void *param)
{
    avr_twi_msg_irq_t message = {.u.v = value};
    (void)irq;
    if (message.u.twi.msg & TWI_COND_STOP) {
        selected_address = 0;
    }
    if (message.u.twi.msg & TWI_COND_START) {
        take_address(param, message.u.twi.addr);
    } else if (selected_address != 0 && message.u.twi.msg & TWI_COND_WRITE) {
        take_byte(message.u.twi.data);
    } else if (selected_address != 0 && message.u.twi.msg & TWI_COND_READ) {
        give_byte();
    }
}

static void bus_status(struct avr_irq_t *irq, uint32_t status, void *param)
{
    enum { START_SENT = 0x08 };
    (void)irq;
    if (status == START_SENT) {
        latch(param);
    }
}

void imu_model_connect(avr_t *avr)
{
    imu_model_power_on();
    twi_irqs = avr_io_getirq(avr, AVR_IOCTL_TWI_GETIRQ(0), 0);
    avr_irq_register_notify(twi_irqs + TWI_IRQ_OUTPUT, bus_event, avr);
    avr_irq_register_notify(twi_irqs + TWI_IRQ_STATUS, bus_status, avr);
}
