/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "reports.h"

#include "board.h"
#include "clock.h"
#include "commands.h"
#include "identity.h"
#include "imu.h"
#include "rollscope_encoder.h"
#include "sampling.h"
#include "scan.h"
#include "uart.h"

#define STATUS_BEATS (5000u / BEAT_MS)

static bool hello_is_due;
static bool status_is_due;
static uint16_t beats_since_status;

void reports_ask_hello(void)
{
    hello_is_due = true;
}

static bool send_hello(void)
{
    struct rollscope_hello hello = {
        .protocol_version = ROLLSCOPE_PROTOCOL_VERSION,
        .board_serial = identity_board_serial(),
        .firmware_major = FIRMWARE_MAJOR,
        .firmware_minor = FIRMWARE_MINOR,
        .firmware_patch = FIRMWARE_PATCH,
        .geometry_id = GEOMETRY_ID,
        .reset_cause = identity_reset_cause(),
        .rate_hz = clock_rate_hz(),
        .adc_bits = ADC_BITS,
        .adc_full_scale_mv = ADC_FULL_SCALE_MV,
        .accel_full_scale_um_per_s2 = IMU_ACCEL_FULL_SCALE_UM_PER_S2,
        .gyro_full_scale_urad_per_s = IMU_GYRO_FULL_SCALE_URAD_PER_S,
        .imu_offset_us = IMU_OFFSET_US,
        .battery_mv = ROLLSCOPE_BATTERY_NOT_MEASURED,
        .temperature_cdeg_c = imu_temperature_cdeg_c(),
        .pad_count = PAD_COUNT,
    };
    uint8_t line[ROLLSCOPE_LINE_BYTES(ROLLSCOPE_HELLO_BYTES(PAD_COUNT))];
    for (uint8_t pad = 0; pad < PAD_COUNT; pad++) {
        hello.scan_offset_us[pad] = scan_offset_us(pad);
    }
    return uart_write(line, (uint16_t)rollscope_encode_hello(&hello, line));
}

static bool send_status(void)
{
    const struct rollscope_status status = {
        .device_time_us = clock_us(),
        .battery_mv = ROLLSCOPE_BATTERY_NOT_MEASURED,
        .temperature_cdeg_c = imu_temperature_cdeg_c(),
        .missed_tick_count = sampling_missed_tick_count(),
        .dropped_frame_count = sampling_dropped_frame_count(),
        .imu_error_count = imu_error_count(),
        .command_error_count = commands_error_count(),
    };
    uint8_t line[ROLLSCOPE_LINE_BYTES(ROLLSCOPE_STATUS_BYTES)];
    return uart_write(line, (uint16_t)rollscope_encode_status(&status, line));
}

void reports_send_due(void)
{
    if (hello_is_due && send_hello()) {
        hello_is_due = false;
    }
    if (status_is_due && send_status()) {
        status_is_due = false;
    }
}

void reports_beat(void)
{
    if (++beats_since_status == STATUS_BEATS) {
        beats_since_status = 0;
        status_is_due = true;
    }
}
