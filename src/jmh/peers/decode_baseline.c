/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * Times the yardstick decoder on a recording in memory: prints nanoseconds per frame, the least of the rounds' means.
 *
 *   decode_baseline RECORDING [ROUNDS] */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "peer_decoder.h"

static double now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

int main(int argc, char **argv)
{
    struct stat about;
    FILE *file = argc >= 2 ? fopen(argv[1], "rb") : NULL;
    if (!file || fstat(fileno(file), &about) != 0) {
        fprintf(stderr, "usage: decode_baseline RECORDING [ROUNDS]\n");
        return 2;
    }
    size_t length = (size_t)about.st_size;
    uint8_t *bytes = malloc(length);
    if (fread(bytes, 1, length, file) != length) {
        perror(argv[1]);
        return 3;
    }
    static struct peer_decoder decoder;
    struct peer_frame frame;
    uint64_t sum = 0;
    double best_ns = 1e18;
    for (int round = 0; round < (argc >= 3 ? atoi(argv[2]) : 100); round++) {
        long frames = 0;
        double start = now_ns();
        for (size_t index = 0; index < length; index++) {
            if (peer_take(&decoder, bytes[index], &frame)) {
                sum += frame.seq + frame.pads[0];
                frames++;
            }
        }
        double each = (now_ns() - start) / (double)frames;
        best_ns = each < best_ns ? each : best_ns;
    }
    printf("%.2f\n", best_ns);
    return sum == 42; /* so that the work is not left out */
}
