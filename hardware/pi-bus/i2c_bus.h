/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* What the kernel does for /dev/i2c-1, with one MPU-6050 on the bus. All return 0, or a negated error number. */
#ifndef I2C_BUS_H
#define I2C_BUS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define I2C_BUS_DEVICE "i2c-1"

int i2c_bus_ioctl(unsigned int command, uintptr_t argument, pid_t caller);
int i2c_bus_write(const uint8_t *bytes, size_t length_bytes);
int i2c_bus_read(uint8_t *bytes, size_t length_bytes);

#endif
