/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "said.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "fail.h"
#include "moment.h"

static FILE *file;

void said_open(const char *path)
{
    file = fopen(path, "w");
    if (file == NULL) {
        fail(EXIT_NOT_REACHED, "cannot write %s: %s", path, strerror(errno));
    }
    setvbuf(file, NULL, _IOFBF, 1 << 16);
    fputs("time_ns,what,value_counts\n", file);
}

void said_pad(int64_t now_ns, int pad_index, int counts)
{
    if (file != NULL) {
        fprintf(file, "%" PRId64 ",%d,%d\n", now_ns, pad_index, counts);
    }
}

void said_motion(int64_t now_ns, const int16_t *accel_counts, const int16_t *gyro_counts)
{
    if (file != NULL) {
        fprintf(file, "%" PRId64 ",imu,%d %d %d %d %d %d\n", now_ns, accel_counts[0], accel_counts[1], accel_counts[2],
                gyro_counts[0], gyro_counts[1], gyro_counts[2]);
    }
}

void said_close(void)
{
    if (file != NULL) {
        fprintf(file, "%" PRId64 ",begin,0\n", moment_begin_ns());
        fclose(file);
        file = NULL;
    }
}
