/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "chip_run.h"

#include <stdbool.h>
#include <string.h>

#include "buttons.h"
#include "fail.h"
#include "faults.h"
#include "imu_model.h"
#include "line.h"
#include "simavr_fixes.h"

enum {
    MCUSR_ADDRESS = 0x54, /* datasheet, Register Summary */
    BORF_BIT = 2,
    INTERRUPTS_ON = 7,    /* bit I of SREG */
    RJMP_TO_ITSELF = 0xCFFF
};

static void (*core_reset)(avr_t *avr);
static bool was_reset;
static bool supply_was_down;

static struct {
    bool holds;
    avr_flashaddr_t at;
    uint8_t replaced[2];
} hang;

static void note_reset(avr_t *avr)
{
    was_reset = true;
    if (core_reset != NULL) {
        core_reset(avr);
    }
}

void chip_run_connect(avr_t *avr)
{
    core_reset = avr->reset;
    avr->reset = note_reset;
}

static avr_cycle_count_t wake_up(struct avr_t *avr, avr_cycle_count_t when, void *param)
{
    (void)avr;
    (void)when;
    (void)param;
    return 0;
}

/* A sleeping chip is taken straight to the next event of the simulator; the wake-up makes the end one. It is set anew
 * every time, because a reset of the chip forgets it. */
static void set_wake_up(avr_t *avr, avr_cycle_count_t end)
{
    if (avr->cycle < end) {
        avr_cycle_timer_register(avr, end - avr->cycle, wake_up, NULL);
    }
}

static void let_go(avr_t *avr)
{
    memcpy(avr->flash + hang.at, hang.replaced, sizeof hang.replaced);
    hang.holds = false;
}

static void after_reset(avr_t *avr, avr_cycle_count_t cycle, avr_cycle_count_t end)
{
    was_reset = false;
    avr->cycle = cycle; /* simavr begins again at 0; the world around the chip does not */
    if (hang.holds) {
        let_go(avr);
        faults_hang_is_over(avr);
    }
    simavr_fixes_after_reset(avr);
    buttons_after_reset(avr);
    line_board_was_reset();
    set_wake_up(avr, end);
}

static void step(avr_t *avr, avr_cycle_count_t end)
{
    avr_cycle_count_t cycle = avr->cycle;
    int state = avr_run(avr);
    if (was_reset) {
        after_reset(avr, cycle, end);
    } else if (state == cpu_Done || state == cpu_Crashed) {
        line_remove_link();
        fail(EXIT_WORK_FAILED, "the firmware crashed at program address 0x%x", (unsigned)avr->pc);
    }
}

/* The shipped program, caught in a loop of one instruction where its main part happens to be: interrupts are served,
 * nothing else is done, and nobody resets the watchdog. In an interrupt the bit I is clear. */
static void hold_program(avr_t *avr, avr_cycle_count_t end)
{
    while (!avr->sreg[INTERRUPTS_ON] && avr->cycle < end) {
        step(avr, end);
    }
    if (!avr->sreg[INTERRUPTS_ON]) {
        return;
    }
    hang.holds = true;
    hang.at = avr->pc;
    memcpy(hang.replaced, avr->flash + hang.at, sizeof hang.replaced);
    avr->flash[hang.at] = RJMP_TO_ITSELF & 0xFF;
    avr->flash[hang.at + 1] = RJMP_TO_ITSELF >> 8;
    avr->state = cpu_Running;
}

static void power_up(avr_t *avr, avr_cycle_count_t end)
{
    avr_cycle_count_t cycle = avr->cycle;
    imu_model_power_on();
    avr_reset(avr);
    avr->data[MCUSR_ADDRESS] = 1 << BORF_BIT;
    after_reset(avr, cycle, end);
}

void chip_run_until(avr_t *avr, avr_cycle_count_t end)
{
    if (faults_supply_is_down(avr)) {
        avr->cycle = end;
        supply_was_down = true;
        return;
    }
    if (supply_was_down) {
        supply_was_down = false;
        power_up(avr, end);
    }
    set_wake_up(avr, end);
    bool hangs = faults_program_hangs(avr);
    if (hangs && !hang.holds) {
        hold_program(avr, end);
    } else if (!hangs && hang.holds) {
        let_go(avr);
    }
    while (avr->cycle < end) {
        step(avr, end);
    }
}
