/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#define _GNU_SOURCE
#include "trace.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"

enum { ACCEL_AT = PAD_COUNT, GYRO_AT = ACCEL_AT + AXIS_COUNT, VALUE_COUNT = GYRO_AT + AXIS_COUNT };

struct row {
    double time_us;
    double values[VALUE_COUNT];
};

static const char *path;
static FILE *file;
static char *line;
static size_t line_room;
static long line_number;
static struct row before;
static struct row after;
static bool at_end;

static bool read_line(void)
{
    ssize_t length = getline(&line, &line_room, file);
    line_number++;
    if (length < 0) {
        if (ferror(file)) {
            fail(EXIT_NOT_REACHED, "cannot read %s: %s", path, strerror(errno));
        }
        return false;
    }
    line[strcspn(line, "\r\n")] = '\0';
    return true;
}

static void column_name(int column, char *name, size_t room)
{
    static const char *const IMU[] = {"accel_x_m_per_s2", "accel_y_m_per_s2", "accel_z_m_per_s2",
                                      "gyro_x_rad_per_s", "gyro_y_rad_per_s", "gyro_z_rad_per_s"};
    if (column == 0) {
        snprintf(name, room, "time_us");
    } else if (column <= PAD_COUNT) {
        snprintf(name, room, "pad_%02d_mv", column - 1);
    } else {
        snprintf(name, room, "%s", IMU[column - 1 - PAD_COUNT]);
    }
}

static void check_header(void)
{
    char *rest = line;
    for (int column = 0; column <= VALUE_COUNT; column++) {
        char expected[32];
        const char *found = strsep(&rest, ",");
        column_name(column, expected, sizeof expected);
        if (found == NULL || strcmp(found, expected) != 0) {
            fail(EXIT_WORK_FAILED, "%s: column %d must be %s, is %s", path, column + 1, expected,
                 found ? found : "missing");
        }
    }
    if (rest != NULL) {
        fail(EXIT_WORK_FAILED, "%s: there are columns after gyro_z_rad_per_s", path);
    }
}

static double number(char **at, int column)
{
    char *end;
    double value = strtod(*at, &end);
    bool last = column == VALUE_COUNT;
    if (end == *at || *end != (last ? '\0' : ',') || !(value > -1e12 && value < 1e12)) {
        char name[32];
        column_name(column, name, sizeof name);
        fail(EXIT_WORK_FAILED, "%s line %ld: %s is not a number", path, line_number, name);
    }
    *at = last ? end : end + 1;
    return value;
}

/* Returns false at the end of the file. */
static bool read_row(struct row *row)
{
    if (!read_line()) {
        return false;
    }
    char *at = line;
    row->time_us = number(&at, 0);
    for (int i = 0; i < VALUE_COUNT; i++) {
        row->values[i] = number(&at, i + 1);
    }
    return true;
}

static void next_row(void)
{
    struct row row;
    if (!read_row(&row)) {
        at_end = true;
        return;
    }
    if (row.time_us <= after.time_us) {
        fail(EXIT_WORK_FAILED, "%s line %ld: time_us must grow from row to row", path, line_number);
    }
    before = after;
    after = row;
}

void trace_open(const char *trace_path)
{
    path = trace_path;
    file = fopen(path, "r");
    if (file == NULL || !read_line()) {
        fail(EXIT_NOT_REACHED, "cannot read trace %s: %s", path, file ? "it is empty" : strerror(errno));
    }
    check_header();
    if (!read_row(&after)) {
        fail(EXIT_WORK_FAILED, "%s has no rows", path);
    }
    before = after;
}

static void move_to(double time_us)
{
    while (!at_end && after.time_us < time_us) {
        next_row();
    }
}

bool trace_is_over(double time_us)
{
    move_to(time_us);
    return at_end && time_us >= after.time_us;
}

static double value_at(int index, double time_us)
{
    move_to(time_us);
    double span_us = after.time_us - before.time_us;
    if (time_us >= after.time_us || span_us <= 0) {
        return after.values[index];
    }
    if (time_us <= before.time_us) {
        return before.values[index];
    }
    double share = (time_us - before.time_us) / span_us;
    return before.values[index] + share * (after.values[index] - before.values[index]);
}

double trace_pad_mv(int pad_index, double time_us)
{
    return value_at(pad_index, time_us);
}

double trace_accel_m_per_s2(int axis, double time_us)
{
    return value_at(ACCEL_AT + axis, time_us);
}

double trace_gyro_rad_per_s(int axis, double time_us)
{
    return value_at(GYRO_AT + axis, time_us);
}
