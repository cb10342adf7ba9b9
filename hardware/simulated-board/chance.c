/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "chance.h"

uint64_t chance_bits(struct chance *chance)
{
    uint64_t bits = chance->state += 0x9E3779B97F4A7C15u;
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EBu;
    return bits ^ bits >> 31;
}

double chance_ratio(struct chance *chance)
{
    return (double)(chance_bits(chance) >> 11) * 0x1p-53;
}

double chance_normal(struct chance *chance)
{
    double sum = -6;
    for (int i = 0; i < 12; i++) {
        sum += chance_ratio(chance);
    }
    return sum;
}
