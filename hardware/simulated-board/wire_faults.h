/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* What happens to bytes on their way along the serial line. */
#ifndef WIRE_FAULTS_H
#define WIRE_FAULTS_H

#include <simavr/sim_avr.h>
#include <stddef.h>
#include <stdint.h>

#include "fault_list.h"

/* Tells at what speed the host listens; 0: nobody has set one, so it is right. */
void wire_faults_set_host_baud(double baud);

/* Bytes that were sent one right after the other become what arrives, in place. Returns how many that is; never more
 * than MISREAD_GROWTH times as many, for which there must be room: a byte has five edges that look like a start bit. */
enum { MISREAD_GROWTH = 5 };
size_t wire_faults_pass(const avr_t *avr, enum direction direction, uint8_t *bytes, size_t length);

#endif
