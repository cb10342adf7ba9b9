/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * From a tick to a frame: starts the scan and the IMU reading together, counts ticks, hands whole frames to the line. */
#ifndef SAMPLING_H
#define SAMPLING_H

#include <stdint.h>

/* Sends the frames that are complete. */
void sampling_send(void);

uint32_t sampling_missed_tick_count(void);
uint32_t sampling_dropped_frame_count(void);

#endif
