/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "pads.h"

#include <math.h>
#include <simavr/avr_adc.h>
#include <simavr/avr_ioport.h>
#include <string.h>

#include "fail.h"
#include "faults.h"
#include "moment.h"
#include "timing.h"
#include "wiring.h"

/* The chip reads floor(V * 1024 / Vref), at most 1023 (datasheet, ADC, ADC Conversion Result). simavr 1.6 computes
 * floor(mV * 1023 / Vref) instead; the least whole millivolt that makes it say what the chip says is fed. */
enum { CHIP_STEPS = 1024, CHIP_COUNTS_MAX = 1023, SIMAVR_STEPS = 1023 };

static avr_irq_t *adc_irqs;
static avr_ioport_t *select_ports[GROUP_COUNT];

static int chip_counts(double pad_mv)
{
    double counts = floor(pad_mv * CHIP_STEPS / AREF_MV);
    return counts < 0 ? 0 : counts > CHIP_COUNTS_MAX ? CHIP_COUNTS_MAX : (int)counts;
}

static uint32_t simavr_mv(int counts)
{
    return (uint32_t)((counts * AREF_MV + SIMAVR_STEPS - 1) / SIMAVR_STEPS);
}

/* The channel that a group's select lines address now. A line the firmware does not drive is taken as low. */
static int selected_channel(const avr_t *avr, int group)
{
    const avr_ioport_t *port = select_ports[group];
    int driven = avr->data[port->r_port] & avr->data[port->r_ddr];
    return driven >> SELECT_LINES[group].shift & (CHANNELS_PER_MUX - 1);
}

/* The converter holds its input 1.5 of its clocks, 6 us, after this moment; the firmware's scan_offset_us means the
 * start, and so does this. */
static void conversion_starts(struct avr_irq_t *irq, uint32_t value, void *param)
{
    avr_t *avr = param;
    union {
        uint32_t value;
        avr_adc_mux_t mux;
    } input = {.value = value};
    (void)irq;
    int mux = input.mux.src;
    if (input.mux.kind != ADC_MUX_SINGLE || mux >= MUX_COUNT) {
        return;
    }
    moment_start_trace(avr);
    timing_conversion(avr);
    int pad_index = CHANNELS_PER_MUX * mux + selected_channel(avr, mux / MUXES_PER_GROUP);
    double pad_mv = faults_pad_mv(pad_index, moment_trace_us(avr));
    avr_raise_irq(adc_irqs + mux, simavr_mv(chip_counts(pad_mv)));
}

static avr_ioport_t *find_port(avr_t *avr, char name)
{
    for (avr_io_t *io = avr->io_port; io != NULL; io = io->next) {
        avr_ioport_t *port = (avr_ioport_t *)io;
        if (strcmp(io->kind, "port") == 0 && port->name == name) {
            return port;
        }
    }
    fail(EXIT_WORK_FAILED, "the simulated chip has no port %c", name);
}

void pads_connect(avr_t *avr)
{
    avr->vcc = avr->avcc = 5000;
    avr->aref = AREF_MV;
    for (int group = 0; group < GROUP_COUNT; group++) {
        select_ports[group] = find_port(avr, SELECT_LINES[group].port);
    }
    adc_irqs = avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, 0);
    avr_irq_register_notify(adc_irqs + ADC_IRQ_OUT_TRIGGER, conversion_starts, avr);
}
