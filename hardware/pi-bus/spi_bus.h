/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* What the kernel does for /dev/spidevB.C, with a converter on each. Returns 0 or more, or a negated error number. */
#ifndef SPI_BUS_H
#define SPI_BUS_H

#include <sys/types.h>

/* data: what the kernel would have copied in, and copies out. */
int spi_bus_ioctl(const char *device, int first_pad_index, unsigned int command, void *data, pid_t caller);

#endif
