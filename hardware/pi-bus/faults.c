/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#define _GNU_SOURCE
#include "faults.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "moment.h"

enum { LARGEST_ROW_COUNT = 64, LARGEST_NAME = 16 };

static const char *const WORDS[FAULT_COUNT] = {"absent", "silent", "fails", "slow"};
static struct {
    double from_s;
    double to_s;
    enum fault fault;
    char device[LARGEST_NAME];
    double value;
} rows[LARGEST_ROW_COUNT];
static int row_count;

static enum fault fault_of(const char *path, int line_number, const char *word)
{
    for (int fault = 0; fault < FAULT_COUNT; fault++) {
        if (strcmp(word, WORDS[fault]) == 0) {
            return fault;
        }
    }
    fail(EXIT_WORK_FAILED, "%s line %d: a fault is absent, silent, fails or slow, was '%s'", path, line_number, word);
}

static void take_row(const char *path, int line_number, const char *line)
{
    char word[LARGEST_NAME];
    if (row_count == LARGEST_ROW_COUNT) {
        fail(EXIT_WORK_FAILED, "%s: at most %d rows", path, LARGEST_ROW_COUNT);
    }
    rows[row_count].value = 0;
    int found = sscanf(line, "%lf,%lf,%15[^,],%15[^,\r\n],%lf", &rows[row_count].from_s, &rows[row_count].to_s, word,
                       rows[row_count].device, &rows[row_count].value);
    if (found < 4 || rows[row_count].to_s <= rows[row_count].from_s) {
        fail(EXIT_WORK_FAILED, "%s line %d must be from_s,to_s,fault,device,value", path, line_number);
    }
    rows[row_count].fault = fault_of(path, line_number, word);
    row_count++;
}

void faults_read(const char *path)
{
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    if (file == NULL) {
        fail(EXIT_NOT_REACHED, "cannot read faults %s: %s", path, strerror(errno));
    }
    for (int line_number = 1; getline(&line, &room, file) >= 0; line_number++) {
        if (line_number > 1 && strspn(line, "\r\n") != strlen(line) && line[0] != '#') {
            take_row(path, line_number, line);
        }
    }
    free(line);
    fclose(file);
}

bool fault_now(enum fault fault, const char *device, double *value)
{
    double now_s = row_count == 0 ? 0 : moment_trace_s();
    for (int row = 0; row < row_count; row++) {
        if (rows[row].fault == fault && now_s >= rows[row].from_s && now_s < rows[row].to_s &&
            strcmp(rows[row].device, device) == 0) {
            if (value != NULL) {
                *value = rows[row].value;
            }
            return true;
        }
    }
    return false;
}
