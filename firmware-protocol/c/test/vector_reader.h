/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * Reads vectors/vectors.txt, so that the tests need no JSON library. */
#ifndef VECTOR_READER_H
#define VECTOR_READER_H

#include <stdio.h>

#include "any_message.h"

enum vector_kind { VECTOR_VALID, VECTOR_INVALID, VECTOR_STREAM };

enum { RESULTS_MAX = 64, ENCODED_MAX = 8192 };

/* What a receiver is expected to report at one place. */
struct expected_result {
    enum rollscope_reject_reason reason;
    struct any_message message;
};

struct vector {
    enum vector_kind kind;
    char name[96];
    bool to_host;
    size_t encoded_bytes;
    uint8_t encoded[ENCODED_MAX];
    long crc; /* -1 where the vector gives none */
    size_t result_count;
    struct expected_result results[RESULTS_MAX];
};

/* Reads the next vector. Returns false at the end of the file; leaves the program with a message if the file is not
 * what it should be. */
bool read_vector(FILE *file, struct vector *vector);

#endif
