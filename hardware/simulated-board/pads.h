/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* Pads, muxes and the voltage at the converter. */
#ifndef PADS_H
#define PADS_H

#include <simavr/sim_avr.h>

void pads_connect(avr_t *avr);

#endif
