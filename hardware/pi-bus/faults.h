/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* What is to go wrong, and when: rows of from_s,to_s,fault,target,value in seconds of the trace. */
#ifndef FAULTS_H
#define FAULTS_H

#include <stdbool.h>

enum fault {
    FAULT_ABSENT, /* the device file is not there, and what was open answers "no such device" */
    FAULT_SILENT, /* the chip does not answer: no acknowledge on I2C, a line that stays high on SPI */
    FAULT_FAILS,  /* the bus reports an error */
    FAULT_SLOW,   /* a transfer takes that many microseconds longer */
    FAULT_COUNT
};

void faults_read(const char *path);

/* Whether it is happening to a device now; the value, if it has one, is given too. */
bool fault_now(enum fault fault, const char *device, double *value);

#endif
