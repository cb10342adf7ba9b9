/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "sampling.h"

#include <string.h>
#include <util/atomic.h>

#include "clock.h"
#include "due.h"
#include "imu.h"
#include "rollscope_encoder.h"
#include "scan.h"
#include "uart.h"

/* Two samples: while one is filled by interrupts, the other is coded by the main loop. */
#define SAMPLE_COUNT 2u

struct sample {
    uint32_t seq;
    struct clock_moment start;
    bool after_missed_tick;
    bool imu_is_valid;
    uint8_t imu_bytes[IMU_BURST_BYTES];
    uint16_t pad_counts[PAD_COUNT];
};

static volatile struct sample samples[SAMPLE_COUNT];
static volatile bool is_full[SAMPLE_COUNT];
static volatile uint8_t filling;
static uint8_t sending;

static uint32_t tick_count;
static bool missed_one;
static volatile uint32_t missed_tick_count;
static uint32_t dropped_frame_count;

/* In the tick's interrupt. The conversion starts first: everything else can wait a microsecond. */
void sampling_tick(void)
{
    uint32_t seq = tick_count++;
    volatile struct sample *sample = &samples[filling];
    if (scan_is_running() || is_full[filling]) {
        missed_tick_count++;
        missed_one = true;
        return;
    }
    scan_start(sample->pad_counts);
    sample->start = clock_moment_now();
    imu_start_burst(sample->imu_bytes);
    sample->seq = seq;
    sample->after_missed_tick = missed_one;
    missed_one = false;
}

/* In the interrupt of the last conversion. The IMU has long been read by then, or never will be. */
void scan_done(void)
{
    samples[filling].imu_is_valid = imu_finish_burst();
    is_full[filling] = true;
    due_set(DUE_FRAME);
    filling = (filling + 1u) % SAMPLE_COUNT;
}

static void fill_imu(struct rollscope_frame *frame, const volatile struct sample *sample)
{
    if (!sample->imu_is_valid) {
        memset(frame->accel_counts, 0, sizeof frame->accel_counts);
        memset(frame->gyro_counts, 0, sizeof frame->gyro_counts);
        return;
    }
    frame->frame_flags |= ROLLSCOPE_FLAG_IMU_VALID;
    for (uint8_t axis = 0; axis < ROLLSCOPE_AXIS_COUNT; axis++) {
        frame->accel_counts[axis] = imu_accel_counts(sample->imu_bytes, axis);
        frame->gyro_counts[axis] = imu_gyro_counts(sample->imu_bytes, axis);
    }
    imu_note_temperature(sample->imu_bytes);
}

static void make_frame(struct rollscope_frame *frame, const volatile struct sample *sample)
{
    frame->seq = sample->seq;
    frame->device_time_us = clock_moment_us(sample->start);
    frame->frame_flags = sample->after_missed_tick ? ROLLSCOPE_FLAG_AFTER_MISSED_TICK : 0;
    frame->pad_count = PAD_COUNT;
    fill_imu(frame, sample);
    for (uint8_t pad = 0; pad < PAD_COUNT; pad++) {
        frame->pad_counts[pad] = sample->pad_counts[pad];
    }
}

static void send_oldest(void)
{
    struct rollscope_frame frame;
    uint8_t line[ROLLSCOPE_LINE_BYTES(ROLLSCOPE_FRAME_BYTES(PAD_COUNT))];
    make_frame(&frame, &samples[sending]);
    is_full[sending] = false;
    sending = (sending + 1u) % SAMPLE_COUNT;
    if (!uart_write(line, (uint16_t)rollscope_encode_frame(&frame, line))) {
        dropped_frame_count++;
    }
}

void sampling_send(void)
{
    due_clear(DUE_FRAME);
    while (is_full[sending]) {
        send_oldest();
    }
}

uint32_t sampling_missed_tick_count(void)
{
    uint32_t count;
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
        count = missed_tick_count;
    }
    return count;
}

uint32_t sampling_dropped_frame_count(void)
{
    return dropped_frame_count;
}
