/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* A CSV of everything that the chips said, with the moment of each value: what a recording is compared with. */
#ifndef SAID_H
#define SAID_H

#include <stdint.h>

void said_open(const char *path);
void said_pad(int64_t now_ns, int pad_index, int counts);
void said_motion(int64_t now_ns, const int16_t *accel_counts, const int16_t *gyro_counts);
void said_close(void);

#endif
