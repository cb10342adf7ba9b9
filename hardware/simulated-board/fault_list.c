/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#define _GNU_SOURCE
#include "fault_list.h"

#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "wiring.h"

enum { FAULTS_MAX = 256, COLUMN_COUNT = 5 };
static const char HEADER[] = "from_s,to_s,fault,target,value";
static const double TIME_MAX_S = 1e6;

enum target { NO_TARGET, A_DIRECTION, A_PAD, TWO_PADS };

/* The schema: what each fault takes. README.md has the same table, and a test holds them against each other. */
static const struct schema {
    const char *name;
    enum target target;
    double value_min, value_max; /* both 0: no value */
    const char *value_name;
} SCHEMA[FAULT_KIND_COUNT] = {
    [FAULT_BIT_FLIP] = {"bit_flip", A_DIRECTION, 1e-9, 1e6, "a share of the bytes below 1 or a number of bytes"},
    [FAULT_DROP_BYTE] = {"drop_byte", A_DIRECTION, 1e-9, 1e6, "a share of the bytes below 1 or a number of bytes"},
    [FAULT_STUCK_PAD] = {"stuck_pad", A_PAD, 0, AREF_MV, "mV"},
    [FAULT_FLOATING_PAD] = {"floating_pad", A_PAD, 1, AREF_MV, "mV of swing"},
    [FAULT_SWAPPED_PADS] = {"swapped_pads", TWO_PADS, 0, 0, NULL},
    [FAULT_IMU_SILENT] = {"imu_silent", NO_TARGET, 0, 0, NULL},
    [FAULT_BROWN_OUT] = {"brown_out", NO_TARGET, 0, 0, NULL},
    [FAULT_HANG] = {"hang", NO_TARGET, 0, 0, NULL},
    [FAULT_UNPLUG] = {"unplug", NO_TARGET, 0, 0, NULL},
    [FAULT_WRONG_BAUD] = {"wrong_baud", NO_TARGET, 300, 4e6, "baud"},
};

static struct fault faults[FAULTS_MAX];
static int fault_count;

static const char *path;
static long line_number;

static void refuse(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));
static void refuse(const char *format, ...)
{
    char what[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    fail(EXIT_WRONG_USAGE, "%s line %ld: %s", path, line_number, what);
}

static double number(const char *text, const char *column, double min, double max)
{
    char *end;
    double value = strtod(text, &end);
    if (*text == '\0' || *end != '\0' || !(value >= min && value <= max)) {
        refuse("%s must be a number of %g to %g, was '%s'", column, min, max, text);
    }
    return value;
}

/* Changes of a letter that turn one word into the other (Levenshtein). */
static size_t distance(const char *one, const char *other)
{
    size_t row[64];
    size_t length = strlen(other);
    if (length >= 64) {
        return length;
    }
    for (size_t i = 0; i <= length; i++) {
        row[i] = i;
    }
    for (size_t i = 1; one[i - 1] != '\0'; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= length; j++) {
            size_t change = diagonal + (one[i - 1] != other[j - 1]);
            diagonal = row[j];
            size_t add_or_drop = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            row[j] = change < add_or_drop ? change : add_or_drop;
        }
    }
    return row[length];
}

static enum fault_kind kind_of(const char *name)
{
    int nearest = 0;
    for (int kind = 0; kind < FAULT_KIND_COUNT; kind++) {
        if (strcmp(SCHEMA[kind].name, name) == 0) {
            return (enum fault_kind)kind;
        }
        if (distance(SCHEMA[kind].name, name) < distance(SCHEMA[nearest].name, name)) {
            nearest = kind;
        }
    }
    refuse("there is no fault '%s'; the nearest is %s", name, SCHEMA[nearest].name);
}

static int pad(const char *text)
{
    char *end;
    long pad_index = strtol(text, &end, 10);
    if (*text == '\0' || *end != '\0' || pad_index < 0 || pad_index >= PAD_COUNT) {
        refuse("target must name a pad of 0 to %d, was '%s'", PAD_COUNT - 1, text);
    }
    return (int)pad_index;
}

static void read_target(struct fault *fault, char *text)
{
    const char *name = SCHEMA[fault->kind].name;
    switch (SCHEMA[fault->kind].target) {
    case NO_TARGET:
        if (*text != '\0') {
            refuse("%s takes no target, was '%s'", name, text);
        }
        break;
    case A_DIRECTION:
        if (strcmp(text, "to_host") != 0 && strcmp(text, "to_board") != 0) {
            refuse("the target of %s is to_host or to_board, was '%s'", name, text);
        }
        fault->direction = strcmp(text, "to_board") == 0 ? TO_BOARD : TO_HOST;
        break;
    case A_PAD:
        fault->pad_index = pad(text);
        break;
    case TWO_PADS: {
        char *other = strchr(text, ':');
        if (other == NULL) {
            refuse("the target of %s is two pads, as 3:17, was '%s'", name, text);
        }
        *other++ = '\0';
        fault->pad_index = pad(text);
        fault->other_pad_index = pad(other);
        if (fault->pad_index == fault->other_pad_index) {
            refuse("%s needs two different pads", name);
        }
        break;
    }
    }
}

static void read_value(struct fault *fault, const char *text)
{
    const struct schema *schema = &SCHEMA[fault->kind];
    if (schema->value_name == NULL) {
        if (*text != '\0') {
            refuse("%s takes no value, was '%s'", schema->name, text);
        }
        return;
    }
    char column[96];
    snprintf(column, sizeof column, "value (%s)", schema->value_name);
    fault->value = number(text, column, schema->value_min, schema->value_max);
    bool counts = schema->target == A_DIRECTION && fault->value >= 1;
    if (counts && fault->value != floor(fault->value)) {
        refuse("value of 1 or more is a number of bytes and must be whole, was '%s'", text);
    }
}

/* Hits that come one upon the other would not all find a byte. */
static void check_room(const struct fault *fault)
{
    static const double ROOM_S = 0.03;
    bool counts = SCHEMA[fault->kind].target == A_DIRECTION && fault->value >= 1;
    if (counts && (fault->to_s - fault->from_s) / fault->value < ROOM_S) {
        refuse("%g bytes need %g s, from_s to_s gives them %g", fault->value, fault->value * ROOM_S,
               fault->to_s - fault->from_s);
    }
}

static void read_row(char *line, uint64_t seed)
{
    char *cells[COLUMN_COUNT];
    char *rest = line;
    int count = 0;
    for (char *cell = strsep(&rest, ","); cell != NULL; cell = strsep(&rest, ",")) {
        if (count < COLUMN_COUNT) {
            cells[count] = cell;
        }
        count++;
    }
    if (count != COLUMN_COUNT) {
        refuse("a row has %d columns (%s), this one has %d", COLUMN_COUNT, HEADER, count);
    }
    struct fault fault = {.from_s = number(cells[0], "from_s", 0, TIME_MAX_S),
                          .to_s = number(cells[1], "to_s", 0, TIME_MAX_S),
                          .kind = kind_of(cells[2])};
    if (fault.to_s <= fault.from_s) {
        refuse("to_s must be after from_s, was %g to %g", fault.from_s, fault.to_s);
    }
    read_target(&fault, cells[3]);
    read_value(&fault, cells[4]);
    check_room(&fault);
    fault.chance.state = seed * 0xD1342543DE82EF95u + (uint64_t)line_number;
    if (fault_count == FAULTS_MAX) {
        refuse("a file has at most %d faults", FAULTS_MAX);
    }
    fault_list_add(fault);
}

void fault_list_read(const char *fault_path, uint64_t seed)
{
    path = fault_path;
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        fail(EXIT_NOT_REACHED, "cannot read faults %s: %s", path, strerror(errno));
    }
    char *line = NULL;
    size_t room = 0;
    bool has_header = false;
    for (line_number = 1; getline(&line, &room, file) >= 0; line_number++) {
        line[strcspn(line, "\r\n")] = '\0';
        if (*line == '\0' || *line == '#') {
            continue;
        }
        if (has_header) {
            read_row(line, seed);
        } else if (strcmp(line, HEADER) != 0) {
            refuse("the first row must be '%s', was '%s'", HEADER, line);
        }
        has_header = true;
    }
    if (!has_header) {
        refuse("the header '%s' is missing", HEADER);
    }
    free(line);
    fclose(file);
}

void fault_list_add(struct fault fault)
{
    if (fault_count == FAULTS_MAX) {
        fail(EXIT_WRONG_USAGE, "there are more than %d faults", FAULTS_MAX);
    }
    faults[fault_count++] = fault;
}

struct fault *fault_list_next(const struct fault *after, enum fault_kind kind, double time_s)
{
    struct fault *end = faults + fault_count;
    for (struct fault *fault = after == NULL ? faults : faults + (after - faults) + 1; fault < end; fault++) {
        if (fault->kind == kind && time_s >= fault->from_s && time_s < fault->to_s) {
            return fault;
        }
    }
    return NULL;
}

bool fault_list_has(enum fault_kind kind)
{
    for (int i = 0; i < fault_count; i++) {
        if (faults[i].kind == kind) {
            return true;
        }
    }
    return false;
}
