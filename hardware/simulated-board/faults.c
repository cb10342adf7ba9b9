/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "faults.h"

#include <math.h>
#include <stdio.h>

#include "fail.h"
#include "fault_list.h"
#include "moment.h"
#include "trace.h"
#include "wiring.h"

/* An open input: charge that leaks about within this time, and hum of the mains. Chosen by us; a bench would tell. */
static const double WANDER_US = 50000;
static const double HUM_HZ = 50;

void faults_silence_imu(const char *text)
{
    char rest;
    struct fault fault = {.kind = FAULT_IMU_SILENT};
    if (sscanf(text, "%lf:%lf%c", &fault.from_s, &fault.to_s, &rest) != 2) {
        fail(EXIT_WRONG_USAGE, "--imu-silent needs FROM:TO in seconds, was '%s'", text);
    }
    fault_list_add(fault);
}

static double seconds(const avr_t *avr)
{
    return moment_trace_us(avr) / 1e6; /* 0 until the trace starts: what holds from 0 on held ever since power-on */
}

/* Half the supply, give or take half the swing: a third of that is hum, the rest wanders. */
static double floating_mv(struct fault *fault, double time_us)
{
    double kept = exp(-(time_us - fault->wander_at_us) / WANDER_US);
    fault->wander = kept * fault->wander + sqrt(1 - kept * kept) * chance_normal(&fault->chance);
    fault->wander_at_us = time_us;
    double hum = sin(2 * M_PI * HUM_HZ * time_us / 1e6);
    double mv = AREF_MV / 2.0 + fault->value / 2 * (fault->wander * 2 / 3 + hum / 3);
    return mv < 0 ? 0 : mv > AREF_MV ? AREF_MV : mv;
}

double faults_pad_mv(int pad_index, double time_us)
{
    double time_s = time_us / 1e6;
    struct fault *fault = NULL;
    while ((fault = fault_list_next(fault, FAULT_SWAPPED_PADS, time_s)) != NULL) {
        if (pad_index == fault->pad_index) {
            pad_index = fault->other_pad_index;
        } else if (pad_index == fault->other_pad_index) {
            pad_index = fault->pad_index;
        }
    }
    while ((fault = fault_list_next(fault, FAULT_STUCK_PAD, time_s)) != NULL) {
        if (pad_index == fault->pad_index) {
            return fault->value;
        }
    }
    while ((fault = fault_list_next(fault, FAULT_FLOATING_PAD, time_s)) != NULL) {
        if (pad_index == fault->pad_index) {
            return floating_mv(fault, time_us);
        }
    }
    return trace_pad_mv(pad_index, time_us);
}

bool faults_imu_is_silent(const avr_t *avr)
{
    return fault_list_next(NULL, FAULT_IMU_SILENT, seconds(avr)) != NULL || faults_supply_is_down(avr);
}

bool faults_supply_is_down(const avr_t *avr)
{
    return moment_trace_has_started() && fault_list_next(NULL, FAULT_BROWN_OUT, seconds(avr)) != NULL;
}

bool faults_program_hangs(const avr_t *avr)
{
    struct fault *fault = moment_trace_has_started() ? fault_list_next(NULL, FAULT_HANG, seconds(avr)) : NULL;
    return fault != NULL && fault->done_count == 0;
}

void faults_hang_is_over(const avr_t *avr)
{
    struct fault *fault = fault_list_next(NULL, FAULT_HANG, seconds(avr));
    if (fault != NULL) {
        fault->done_count = 1;
    }
}

bool faults_cable_is_out(const avr_t *avr)
{
    return moment_trace_has_started() && fault_list_next(NULL, FAULT_UNPLUG, seconds(avr)) != NULL;
}
