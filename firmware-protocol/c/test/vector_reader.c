/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "vector_reader.h"

#include <stdlib.h>
#include <string.h>

enum { LINE_MAX_BYTES = 2 * ENCODED_MAX + 64 };

static const char *const REASON_NAMES[] = {
    [ROLLSCOPE_REJECT_NONE] = "NONE",
    [ROLLSCOPE_REJECT_TOO_LONG] = "TOO_LONG",
    [ROLLSCOPE_REJECT_BAD_COBS] = "BAD_COBS",
    [ROLLSCOPE_REJECT_TOO_SHORT] = "TOO_SHORT",
    [ROLLSCOPE_REJECT_BAD_CHECKSUM] = "BAD_CHECKSUM",
    [ROLLSCOPE_REJECT_UNKNOWN_MESSAGE] = "UNKNOWN_MESSAGE",
    [ROLLSCOPE_REJECT_BAD_LENGTH] = "BAD_LENGTH",
    [ROLLSCOPE_REJECT_BAD_VALUE] = "BAD_VALUE",
};

static void stop(const char *what, const char *detail)
{
    fprintf(stderr, "vectors.txt: %s: %s\n", what, detail);
    exit(2);
}

static enum rollscope_reject_reason reason_of(const char *name)
{
    for (size_t i = 1; i < sizeof REASON_NAMES / sizeof REASON_NAMES[0]; i++) {
        if (strcmp(REASON_NAMES[i], name) == 0) {
            return (enum rollscope_reject_reason)i;
        }
    }
    stop("unknown reject reason", name);
    return ROLLSCOPE_REJECT_NONE;
}

static void read_hex(struct vector *vector, const char *hex)
{
    size_t digits = strlen(hex);
    if (digits % 2 != 0 || digits / 2 > ENCODED_MAX) {
        stop("hex of a wrong length in", vector->name);
    }
    vector->encoded_bytes = digits / 2;
    for (size_t i = 0; i < vector->encoded_bytes; i++) {
        char pair[3] = {hex[2 * i], hex[2 * i + 1], '\0'};
        vector->encoded[i] = (uint8_t)strtoul(pair, NULL, 16);
    }
}

static struct expected_result *add_result(struct vector *vector)
{
    if (vector->result_count == RESULTS_MAX) {
        stop("too many results in", vector->name);
    }
    struct expected_result *result = &vector->results[vector->result_count++];
    memset(result, 0, sizeof *result);
    return result;
}

static void read_field(struct vector *vector, char *field)
{
    char *values = strchr(field, ' ');
    if (values == NULL || vector->result_count == 0) {
        stop("field out of place in", vector->name);
        return;
    }
    *values = '\0';
    if (!set_field(&vector->results[vector->result_count - 1].message, field, values + 1)) {
        stop("unknown field", field);
    }
}

static void begin_vector(struct vector *vector, enum vector_kind kind, const char *name)
{
    memset(vector, 0, sizeof *vector);
    vector->kind = kind;
    vector->crc = -1;
    snprintf(vector->name, sizeof vector->name, "%s", name);
}

static void take_line(struct vector *vector, const char *key, char *rest)
{
    if (strcmp(key, "valid") == 0) {
        begin_vector(vector, VECTOR_VALID, rest);
    } else if (strcmp(key, "invalid") == 0) {
        begin_vector(vector, VECTOR_INVALID, rest);
    } else if (strcmp(key, "stream") == 0) {
        begin_vector(vector, VECTOR_STREAM, rest);
    } else if (strcmp(key, "direction") == 0) {
        vector->to_host = strcmp(rest, "board_to_host") == 0;
    } else if (strcmp(key, "encoded") == 0) {
        read_hex(vector, rest);
    } else if (strcmp(key, "crc") == 0) {
        vector->crc = strtol(rest, NULL, 16);
    } else if (strcmp(key, "message") == 0) {
        add_result(vector)->message.message_id = message_id_of(rest);
    } else if (strcmp(key, "rejected") == 0) {
        add_result(vector)->reason = reason_of(rest);
    } else if (strcmp(key, "field") == 0) {
        read_field(vector, rest);
    } else {
        stop("unknown line", key);
    }
}

bool read_vector(FILE *file, struct vector *vector)
{
    static char line[LINE_MAX_BYTES];
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#') {
            continue;
        }
        if (strcmp(line, "end") == 0) {
            return true;
        }
        char *rest = strchr(line, ' ');
        if (rest == NULL) {
            stop("line without a value", line);
            return false;
        }
        *rest = '\0';
        take_line(vector, line, rest + 1);
    }
    return false;
}
