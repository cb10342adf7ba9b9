/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * Which pin does what. The one table for people is ../wiring/pins.csv; a test holds this file against it.
 * Port C pins 2 to 5 are left alone: they are the debug port until a fuse says otherwise. */
#ifndef PINS_H
#define PINS_H

#include <avr/io.h>

/* Mux m feeds ADC channel m on PORT A bit m. */
#define ADC_PINS_MASK 0x3Fu

/* Select lines S0 S1 S2 of a group of three muxes lie on three bits in a row. */
#define SELECT_MASK 0x07u

/* Group 0: muxes 0, 1, 2. */
#define SELECT_0_PORT PORTB
#define SELECT_0_DDR DDRB
#define SELECT_0_SHIFT 0

/* Group 1: muxes 3, 4, 5. */
#define SELECT_1_PORT PORTD
#define SELECT_1_DDR DDRD
#define SELECT_1_SHIFT 2

/* Buttons pull their pin to ground; the chip's own resistor pulls it up. */
#define BUTTON_MARKER_PIN PINB
#define BUTTON_MARKER_PORT PORTB
#define BUTTON_MARKER_BIT 3
#define BUTTON_FELT_RELEASE_PIN PINB
#define BUTTON_FELT_RELEASE_PORT PORTB
#define BUTTON_FELT_RELEASE_BIT 4
#define BUTTON_PAIN_PIN PIND
#define BUTTON_PAIN_PORT PORTD
#define BUTTON_PAIN_BIT 5

/* Sync input: an open collector pulls it to ground; the chip's own resistor pulls it up. Pin change group 2 is port C. */
#define SYNC_PIN PINC
#define SYNC_PORT PORTC
#define SYNC_BIT 6
#define SYNC_CHANGE_MASK PCMSK2
#define SYNC_CHANGE_GROUP_BIT PCIE2
#define SYNC_CHANGE_VECTOR PCINT2_vect

/* Outputs of timers: OC3A, OC2A, OC2B. */
#define BUZZER_DDR DDRB
#define BUZZER_BIT 6
#define LED_DDR DDRD
#define LED_BIT 7
#define VIBRATION_DDR DDRD
#define VIBRATION_BIT 6

/* The two wires of the IMU, owned by the TWI except while a stuck bus is cleared. */
#define TWI_PIN PINC
#define TWI_PORT PORTC
#define TWI_DDR DDRC
#define TWI_SCL_BIT 0
#define TWI_SDA_BIT 1

#endif
