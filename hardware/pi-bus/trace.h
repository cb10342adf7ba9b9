/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* The world that the sensors feel: a CSV of pad voltages and motion, held in memory. */
#ifndef TRACE_H
#define TRACE_H

enum { AXIS_COUNT = 3 };

void trace_read(const char *path);
int trace_pad_count(void);

/* Values at a moment of the trace, on a straight line between the rows around it; the first and the last row hold outside. */
double trace_pad_mv(int pad_index, double time_us);
double trace_accel_m_per_s2(int axis, double time_us);
double trace_gyro_rad_per_s(int axis, double time_us);

#endif
