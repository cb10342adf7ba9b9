/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* The board: the real firmware in a simulated chip, with pads, IMU and a serial line around it.
 *
 * Links libsimavr, which is GPL-3 or later: this is a test program and never part of the product. */
#include <errno.h>
#include <signal.h>
#include <simavr/avr_eeprom.h>
#include <simavr/sim_avr.h>
#include <simavr/sim_elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "buttons.h"
#include "chip_run.h"
#include "fail.h"
#include "imu_model.h"
#include "line.h"
#include "moment.h"
#include "options.h"
#include "pads.h"
#include "simavr_fixes.h"
#include "timing.h"
#include "trace.h"
#include "wiring.h"

enum { QUIET_MS_AT_END = 2, LAST_WORDS_MS_MAX = 50, BOOT_MS_MAX = 5000 };

static volatile sig_atomic_t told_to_stop;

static void stop(int signal_number)
{
    (void)signal_number;
    told_to_stop = 1;
}

/* simavr prints to standard output, which belongs to our two lines. */
static void log_to_stderr(struct avr_t *avr, const int level, const char *format, va_list arguments)
{
    (void)avr;
    if (level <= LOG_ERROR) {
        vfprintf(stderr, format, arguments);
    }
}

/* Sleeping costs no time: the run loop keeps to the wall clock itself, if it has to. */
static void sleep_no_time(avr_t *avr, avr_cycle_count_t how_long)
{
    (void)avr;
    (void)how_long;
}

static void write_board_serial(avr_t *avr, uint64_t board_serial)
{
    uint8_t bytes[8];
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (uint8_t)(board_serial >> 8 * i);
    }
    avr_eeprom_desc_t content = {.ee = bytes, .offset = 0, .size = sizeof bytes};
    avr_ioctl(avr, AVR_IOCTL_EEPROM_SET, &content);
}

static avr_t *make_chip(const struct options *options)
{
    elf_firmware_t firmware = {0};
    avr_global_logger_set(log_to_stderr);
    if (access(options->firmware, R_OK) != 0) {
        fail(EXIT_NOT_REACHED, "cannot read firmware %s: %s", options->firmware, strerror(errno));
    }
    if (elf_read_firmware(options->firmware, &firmware) != 0) {
        fail(EXIT_WORK_FAILED, "%s is no firmware image", options->firmware);
    }
    avr_t *avr = avr_make_mcu_by_name("atmega1284p");
    if (avr == NULL) {
        fail(EXIT_WORK_FAILED, "this simavr does not know the ATmega1284P");
    }
    avr_init(avr);
    avr->log = LOG_ERROR;
    avr->frequency = firmware.frequency = CPU_HZ;
    avr_load_firmware(avr, &firmware);
    avr->sleep = sleep_no_time;
    if (options->has_board_serial) {
        write_board_serial(avr, options->board_serial);
    }
    return avr;
}

static void keep_pace(struct timespec *next)
{
    next->tv_nsec += 1000000;
    if (next->tv_nsec >= 1000000000) {
        next->tv_nsec -= 1000000000;
        next->tv_sec++;
    }
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, next, NULL);
}

static bool is_over(const avr_t *avr, const struct options *options)
{
    double now_us = moment_trace_us(avr);
    return moment_trace_has_started()
        && (trace_is_over(now_us) || (options->seconds > 0 && now_us >= options->seconds * 1e6));
}

/* Runs to the end of the trace, and then on until the frame that is being sent is out. */
static void play(avr_t *avr, const struct options *options)
{
    struct timespec next;
    avr_cycle_count_t end = avr->cycle;
    int quiet_ms = 0;
    int boot_ms = 0;
    int over_ms = 0;
    clock_gettime(CLOCK_MONOTONIC, &next);
    while (!told_to_stop && !(over_ms > 0 && (quiet_ms >= QUIET_MS_AT_END || over_ms >= LAST_WORDS_MS_MAX))) {
        end += CYCLES_PER_MS;
        chip_run_until(avr, end);
        buttons_step(avr);
        quiet_ms = line_exchange() == 0 ? quiet_ms + 1 : 0;
        over_ms += is_over(avr, options);
        if (!moment_trace_has_started() && ++boot_ms == BOOT_MS_MAX) {
            line_remove_link();
            fail(EXIT_WORK_FAILED, "the firmware did not begin to sample within %d ms", BOOT_MS_MAX);
        }
        if (options->real_time) {
            keep_pace(&next);
        }
    }
}

static void watch_signals(void)
{
    struct sigaction action = {.sa_handler = stop};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
}

int main(int argc, char **argv)
{
    struct options options = options_read(argc, argv);
    trace_open(options.trace);
    avr_t *avr = make_chip(&options);
    pads_connect(avr);
    imu_model_connect(avr);
    simavr_fixes_apply(avr);
    chip_run_connect(avr);
    watch_signals();
    line_open(avr, &options);
    line_wait_for_reader();
    play(avr, &options);
    line_close();
    if (options.report_timing) {
        timing_report();
    }
    line_print_done();
    return EXIT_SUCCESS;
}
