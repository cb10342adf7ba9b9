/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "feedback.h"

#include <avr/io.h>

#include "clock.h"
#include "pins.h"

/* Timer 2, fast PWM, 16 MHz / 64 / 256 = 977 Hz: above what an eye or a small motor follows (datasheet, 8-bit
 * Timer/Counter2, Fast PWM Mode). */
#define PWM_MODE (_BV(WGM21) | _BV(WGM20))
#define PWM_PRESCALE_64 _BV(CS22)

/* Timer 3 toggles the buzzer: frequency = F_CPU / (2 * prescaler * (OCR3A + 1)) (datasheet, 16-bit
 * Timer/Counter, CTC Mode). With /8 the lowest pitch is 15.3 Hz; below it /256 is used, down to 0.5 Hz. */
#define TONE_MODE _BV(WGM32)
#define TONE_TOGGLE _BV(COM3A0)
#define TONE_FINE_HZ_MIN 16u
#define TONE_FINE_COUNTS_PER_S (F_CPU / 2ul / 8ul)
#define TONE_COARSE_COUNTS_PER_S (F_CPU / 2ul / 256ul)

static uint16_t beats_left;

void feedback_init(void)
{
    LED_DDR |= _BV(LED_BIT);
    VIBRATION_DDR |= _BV(VIBRATION_BIT);
    BUZZER_DDR |= _BV(BUZZER_BIT);
}

/* Fast PWM with 0 still gives a spike of one count in 256, which an LED shows: at 0 the pin leaves the timer. */
static void set_pwm(uint8_t led_ratio, uint8_t vibration_ratio)
{
    OCR2A = led_ratio;
    OCR2B = vibration_ratio;
    TCCR2A = PWM_MODE | (led_ratio ? _BV(COM2A1) : 0) | (vibration_ratio ? _BV(COM2B1) : 0);
    TCCR2B = led_ratio || vibration_ratio ? PWM_PRESCALE_64 : 0;
}

static void set_tone(uint16_t buzzer_hz)
{
    TCCR3A = 0;
    TCCR3B = 0;
    if (buzzer_hz == 0) {
        return;
    }
    bool fine = buzzer_hz >= TONE_FINE_HZ_MIN;
    TCNT3 = 0;
    OCR3A = (uint16_t)((fine ? TONE_FINE_COUNTS_PER_S : TONE_COARSE_COUNTS_PER_S) / buzzer_hz - 1u);
    TCCR3A = TONE_TOGGLE;
    TCCR3B = fine ? TONE_MODE | _BV(CS31) : TONE_MODE | _BV(CS32);
}

static void all_off(void)
{
    set_pwm(0, 0);
    set_tone(0);
}

void feedback_set(const struct rollscope_feedback *feedback)
{
    beats_left = (uint16_t)(((uint32_t)feedback->feedback_ms + BEAT_MS - 1u) / BEAT_MS);
    if (beats_left == 0) {
        all_off();
    } else {
        set_pwm(feedback->led_ratio, feedback->vibration_ratio);
        set_tone(feedback->buzzer_hz);
    }
}

void feedback_beat(void)
{
    if (beats_left != 0 && --beats_left == 0) {
        all_off();
    }
}
