/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "scan.h"

#include <avr/interrupt.h>
#include <avr/io.h>

#include "pins.h"

/* Converter clock 16 MHz / 64 = 250 kHz, 52 us per conversion (datasheet, ADC, Prescaling and Conversion
 * Timing). Above 200 kHz the last bit suffers a
 * little; at /128 a scan would take 5.4 ms and 200 Hz would not fit. AREF is external: REFS1:0 = 0. */
#define ADCSRA_RUN (_BV(ADEN) | _BV(ADPS2) | _BV(ADPS1))
#define ADCSRA_CONVERT (ADCSRA_RUN | _BV(ADSC))
#define ADMUX_GROUND 0x1Fu /* 0 V inside the chip (datasheet, ADC, ADMUX) */

/* Timer 0 paces: 16 MHz / 8, one slot is 112 counts. Its interrupt needs longer to reach the converter than scan_start
 * needs from the converter to the timer. So many counts of lead make the conversions fall on their scan_offset_us on
 * average (0.2 to 0.6 us late, 8 us at worst behind another interrupt; simulated board, --timing). */
#define TIMER_PRESCALE_8 _BV(CS01)
#define SLOT_COUNTS (SLOT_US * 2u)
#define FIRST_SLOT_LEAD_COUNTS 10u

#define GROUP_MUX_COUNT (MUX_COUNT / 2u)

static volatile bool running;
static volatile uint16_t *counts_of_pad;
static uint8_t converting_mux;
static uint8_t converting_channel;

static void select_group_0(uint8_t channel)
{
    SELECT_0_PORT = (uint8_t)((SELECT_0_PORT & ~(SELECT_MASK << SELECT_0_SHIFT)) | (channel << SELECT_0_SHIFT));
}

static void select_group_1(uint8_t channel)
{
    SELECT_1_PORT = (uint8_t)((SELECT_1_PORT & ~(SELECT_MASK << SELECT_1_SHIFT)) | (channel << SELECT_1_SHIFT));
}

/* The first conversion after switching on takes 25 clocks (same chapter). It is spent on ground, at start-up. */
static void convert_once_for_nothing(void)
{
    ADMUX = ADMUX_GROUND;
    ADCSRA = ADCSRA_CONVERT;
    while (ADCSRA & _BV(ADSC)) {
    }
    (void)ADC;
}

void scan_init(void)
{
    SELECT_0_DDR |= SELECT_MASK << SELECT_0_SHIFT;
    SELECT_1_DDR |= SELECT_MASK << SELECT_1_SHIFT;
    select_group_0(0);
    select_group_1(0);
    DIDR0 = ADC_PINS_MASK; /* digital inputs off: mid-level voltages would make them draw current */
    convert_once_for_nothing();
    TCCR0A = _BV(WGM01); /* clear on compare match */
    OCR0A = SLOT_COUNTS - 1u;
    TIMSK0 = _BV(OCIE0A);
}

/* The group that is not read during the coming three slots is switched now and has 168 us to settle. */
static void switch_idle_group(void)
{
    if (converting_mux == 0) {
        select_group_1(converting_channel);
    } else if (converting_mux == GROUP_MUX_COUNT) {
        select_group_0((converting_channel + 1u) % CHANNELS_PER_MUX);
    }
}

void scan_start(volatile uint16_t *pad_counts)
{
    ADMUX = 0;
    ADCSRA = ADCSRA_CONVERT;
    TCCR0B = TIMER_PRESCALE_8;
    TCNT0 = FIRST_SLOT_LEAD_COUNTS; /* after the start: simavr forgets a value written to a timer that stands */
    TIFR0 = _BV(OCF0A);
    counts_of_pad = pad_counts;
    converting_mux = 0;
    converting_channel = 0;
    running = true;
    switch_idle_group();
}

bool scan_is_running(void)
{
    return running;
}

uint16_t scan_offset_us(uint8_t pad_index)
{
    uint8_t mux = pad_index / CHANNELS_PER_MUX;
    uint8_t channel = pad_index % CHANNELS_PER_MUX;
    return (uint16_t)(SLOT_US * (MUX_COUNT * channel + mux));
}

static void stop_pacing(void)
{
    TCCR0B = 0;
    running = false;
}

/* End of a slot: fetch what was converted, start the next, and only then do the bookkeeping. */
ISR(TIMER0_COMPA_vect)
{
    uint8_t mux = converting_mux;
    uint8_t channel = converting_channel;
    /* The converter starts at the next edge of its own clock, up to 4 us late, and may still need that much. */
    while (ADCSRA & _BV(ADSC)) {
    }
    uint16_t counts = ADC;
    bool more = true;
    if (++converting_mux == MUX_COUNT) {
        converting_mux = 0;
        more = ++converting_channel < CHANNELS_PER_MUX;
    }
    if (more) {
        ADMUX = converting_mux;
        ADCSRA = ADCSRA_CONVERT;
        switch_idle_group();
    }
    counts_of_pad[CHANNELS_PER_MUX * mux + channel] = counts;
    if (!more) {
        stop_pacing();
        scan_done();
    }
}
