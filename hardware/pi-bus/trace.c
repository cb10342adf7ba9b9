/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#define _GNU_SOURCE
#include "trace.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"

enum { LARGEST_PAD_COUNT = 64, MOTION_COUNT = 2 * AXIS_COUNT };

static const char *const MOTION_NAMES[MOTION_COUNT] = {"accel_x_m_per_s2", "accel_y_m_per_s2", "accel_z_m_per_s2",
                                                       "gyro_x_rad_per_s", "gyro_y_rad_per_s", "gyro_z_rad_per_s"};
static int pad_count;
static int column_count; /* with time_us */
static double *rows;
static long row_count;
static long row_room;
static long last_row; /* where the value before was found: time goes on */

static void read_header(const char *path, char *line)
{
    char *rest = line;
    const char *name = strsep(&rest, ",");
    if (name == NULL || strcmp(name, "time_us") != 0) {
        fail(EXIT_WORK_FAILED, "%s: column 1 must be time_us", path);
    }
    for (name = strsep(&rest, ","); name != NULL && pad_count < LARGEST_PAD_COUNT; name = strsep(&rest, ",")) {
        char expected[24];
        snprintf(expected, sizeof expected, "pad_%02d_mv", pad_count);
        if (strcmp(name, expected) != 0) {
            break;
        }
        pad_count++;
    }
    for (int motion = 0; motion < MOTION_COUNT; motion++) {
        if (name == NULL || strcmp(name, MOTION_NAMES[motion]) != 0) {
            fail(EXIT_WORK_FAILED, "%s: column %d must be %s, is %s", path, 2 + pad_count + motion,
                 MOTION_NAMES[motion], name ? name : "missing");
        }
        name = strsep(&rest, ",");
    }
    column_count = 1 + pad_count + MOTION_COUNT;
}

static void read_row(const char *path, char *line)
{
    if (row_count == row_room) {
        row_room = row_room == 0 ? 4096 : 2 * row_room;
        rows = realloc(rows, (size_t)row_room * (size_t)column_count * sizeof *rows);
        if (rows == NULL) {
            fail(EXIT_WORK_FAILED, "%s does not fit into memory", path);
        }
    }
    double *row = rows + row_count * column_count;
    char *at = line;
    for (int column = 0; column < column_count; column++) {
        char *end;
        row[column] = strtod(at, &end);
        if (end == at || *end != (column + 1 < column_count ? ',' : '\0')) {
            fail(EXIT_WORK_FAILED, "%s: row %ld has no number in column %d", path, row_count + 1, column + 1);
        }
        at = end + 1;
    }
    if (row_count > 0 && row[0] <= row[-column_count]) {
        fail(EXIT_WORK_FAILED, "%s: time does not grow at row %ld", path, row_count + 1);
    }
    row_count++;
}

void trace_read(const char *path)
{
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    if (file == NULL) {
        fail(EXIT_NOT_REACHED, "cannot read trace %s: %s", path, strerror(errno));
    }
    while (getline(&line, &room, file) >= 0) {
        line[strcspn(line, "\r\n")] = '\0';
        if (column_count == 0) {
            read_header(path, line);
        } else {
            read_row(path, line);
        }
    }
    free(line);
    fclose(file);
    if (row_count == 0) {
        fail(EXIT_WORK_FAILED, "%s has no rows", path);
    }
}

int trace_pad_count(void)
{
    return pad_count;
}

static double value_at(int column, double time_us)
{
    while (last_row > 0 && rows[last_row * column_count] > time_us) {
        last_row--;
    }
    while (last_row + 1 < row_count && rows[(last_row + 1) * column_count] <= time_us) {
        last_row++;
    }
    const double *row = rows + last_row * column_count;
    if (last_row + 1 == row_count || time_us <= row[0]) {
        return row[column];
    }
    double ratio = (time_us - row[0]) / (row[column_count] - row[0]);
    return row[column] * (1 - ratio) + row[column_count + column] * ratio;
}

double trace_pad_mv(int pad_index, double time_us)
{
    return pad_index < pad_count ? value_at(1 + pad_index, time_us) : 0;
}

double trace_accel_m_per_s2(int axis, double time_us)
{
    return value_at(1 + pad_count + axis, time_us);
}

double trace_gyro_rad_per_s(int axis, double time_us)
{
    return value_at(1 + pad_count + AXIS_COUNT + axis, time_us);
}
