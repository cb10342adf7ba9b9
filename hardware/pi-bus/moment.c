/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "moment.h"

#include <time.h>

static int64_t begin_ns;

enum { NS_PER_S = 1000000000, NS_PER_US = 1000 };

int64_t moment_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * NS_PER_S + now.tv_nsec;
}

double moment_trace_us(int64_t now_ns)
{
    if (begin_ns == 0) {
        begin_ns = now_ns;
    }
    return (double)(now_ns - begin_ns) / NS_PER_US;
}

double moment_trace_s(void)
{
    return begin_ns == 0 ? -1 : (double)(moment_ns() - begin_ns) / NS_PER_S;
}

int64_t moment_begin_ns(void)
{
    return begin_ns;
}

void moment_sleep_us(double time_us)
{
    int64_t left_ns = (int64_t)(time_us * NS_PER_US);
    struct timespec left = {.tv_sec = left_ns / NS_PER_S, .tv_nsec = left_ns % NS_PER_S};
    while (nanosleep(&left, &left) != 0) {
    }
}
