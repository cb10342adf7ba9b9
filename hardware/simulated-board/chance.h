/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* Chance that is the same every time: splitmix64 (Steele, Lea and Flood, OOPSLA 2014). */
#ifndef CHANCE_H
#define CHANCE_H

#include <stdint.h>

struct chance {
    uint64_t state;
};

uint64_t chance_bits(struct chance *chance);
/* 0 up to, but not including, 1. */
double chance_ratio(struct chance *chance);
/* About normal, mean 0, standard deviation 1: twelve uniform ones added up. */
double chance_normal(struct chance *chance);

#endif
