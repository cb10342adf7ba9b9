/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* The world the board senses, read from a CSV while it plays. Two rows are kept: the trace may be of any length. */
#ifndef TRACE_H
#define TRACE_H

#include <stdbool.h>

#include "wiring.h"

enum { AXIS_COUNT = 3 };

void trace_open(const char *path);

/* True when so much time has gone by that the trace, or the part of it that was asked for, is over. */
bool trace_is_over(double time_us);

/* Values at a moment, on a straight line between the rows around it. Moments must not go back by more than the
 * distance of two rows. Before the first row and after the last that row holds. */
double trace_pad_mv(int pad_index, double time_us);
double trace_accel_m_per_s2(int axis, double time_us);
double trace_gyro_rad_per_s(int axis, double time_us);

#endif
