/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stdint.h>

/* Returns whether no more came out than was sent and than the checksum permits. */
bool fuzz(unsigned megabytes, uint64_t seed);

#endif
