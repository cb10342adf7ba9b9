/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "timing.h"

#include <stdio.h>

#include "wiring.h"

struct spread {
    const char *name;
    unsigned long count;
    double sum_us, min_us, max_us;
};

static struct spread first_slot = {.name = "first slot"};
static struct spread other_slots = {.name = "other slots"};
static struct spread late = {.name = "conversion after its scan_offset_us"};
static struct spread imu = {.name = "IMU latch after scan start"};
static struct spread period = {.name = "scan start to scan start"};

static avr_cycle_count_t scan_start;
static avr_cycle_count_t last_conversion;
static int position;

enum { SLOT_US = 56, SCAN_GAP_US = 2 * SLOT_US };

static void add(struct spread *spread, double value_us)
{
    if (spread->count == 0 || value_us < spread->min_us) {
        spread->min_us = value_us;
    }
    if (spread->count == 0 || value_us > spread->max_us) {
        spread->max_us = value_us;
    }
    spread->sum_us += value_us;
    spread->count++;
}

static double us_since(const avr_t *avr, avr_cycle_count_t cycle)
{
    return (double)(avr->cycle - cycle) / CYCLES_PER_US;
}

void timing_conversion(const avr_t *avr)
{
    if (last_conversion == 0 || us_since(avr, last_conversion) > SCAN_GAP_US) {
        if (scan_start != 0) {
            add(&period, us_since(avr, scan_start));
        }
        scan_start = avr->cycle;
        position = 0;
    } else {
        position++;
        add(position == 1 ? &first_slot : &other_slots, us_since(avr, last_conversion));
        add(&late, us_since(avr, scan_start) - position * SLOT_US);
    }
    last_conversion = avr->cycle;
}

void timing_imu_latch(const avr_t *avr)
{
    if (scan_start != 0 && us_since(avr, scan_start) < SCAN_GAP_US) { /* later ones set the chip up */
        add(&imu, us_since(avr, scan_start));
    }
}

static void print(const struct spread *spread)
{
    if (spread->count != 0) {
        fprintf(stderr, "timing: %s: mean %.2f us, min %.2f us, max %.2f us, %lu of them\n", spread->name,
                spread->sum_us / (double)spread->count, spread->min_us, spread->max_us, spread->count);
    }
}

void timing_report(void)
{
    print(&period);
    print(&first_slot);
    print(&other_slots);
    print(&late);
    print(&imu);
}
