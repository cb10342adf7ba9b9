/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* Memory of the program that made the call: an ioctl hands over pointers, and the kernel is not here to follow them. */
#ifndef CALLER_MEMORY_H
#define CALLER_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

bool caller_read(pid_t caller, uint64_t address, void *into, size_t length_bytes);
bool caller_write(pid_t caller, uint64_t address, const void *from, size_t length_bytes);

#endif
