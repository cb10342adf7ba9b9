/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * Plays a recorded byte stream through a pseudo-terminal in real time, each frame in one write, as a serial adapter that
 * collects for a frame's time delivers it. Answers every request with the recording's hello. Writes down when each
 * frame left, so that a listener can tell how long a message took.
 *
 *   feeder RECORDING LINK PERIOD_US LOG WAIT_MS
 *
 * Begins when somebody asks for a hello, or after WAIT_MS for a listener that never asks: what is sent before anybody listens is
 * lost, and no listener's fault.
 *
 * LOG gets one line a frame: wire device_time_us, CLOCK_MONOTONIC in ns. Prints "ready: LINK" and "done: N frames, N bytes
 * dropped". Exit 2 wrong usage, 3 a file cannot be used. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { FRAME_ID = 1, HEAD_BYTES = 10 };

static volatile sig_atomic_t stopping;

static void stop(int signal_number)
{
    (void)signal_number;
    stopping = 1;
}

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void die(int code, const char *what, const char *which)
{
    fprintf(stderr, "feeder: %s %s\n", what, which);
    exit(code);
}

static uint8_t *read_whole(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    struct stat about;
    if (!file || fstat(fileno(file), &about) != 0) {
        die(3, "cannot read", path);
    }
    uint8_t *bytes = malloc((size_t)about.st_size);
    *length = fread(bytes, 1, (size_t)about.st_size, file);
    fclose(file);
    return bytes;
}

/* The first bytes of a message, its COBS coding taken off. */
static void head(const uint8_t *encoded, size_t length, uint8_t *decoded)
{
    memcpy(decoded, encoded + 1, HEAD_BYTES);
    for (size_t code = encoded[0]; code < length && code <= HEAD_BYTES; code += encoded[code]) {
        decoded[code - 1] = 0;
    }
}

static uint32_t u32(const uint8_t *bytes)
{
    return bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

int main(int argc, char **argv)
{
    if (argc != 6) {
        die(2, "usage: feeder RECORDING LINK PERIOD_US LOG WAIT_MS", "");
    }
    size_t length;
    uint8_t *bytes = read_whole(argv[1], &length);
    int64_t period_ns = atoll(argv[3]) * 1000;
    int wait_ms = atoi(argv[5]);
    FILE *log = fopen(argv[4], "w");
    if (!log || period_ns <= 0) {
        die(3, "cannot write", argv[4]);
    }
    signal(SIGTERM, stop);
    signal(SIGINT, stop);

    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) || unlockpt(master)) {
        die(3, "no pseudo-terminal:", strerror(errno));
    }
    int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    struct termios raw;
    tcgetattr(slave, &raw);
    cfmakeraw(&raw);
    tcsetattr(slave, TCSANOW, &raw);
    fcntl(master, F_SETFL, O_NONBLOCK);
    unlink(argv[2]);
    if (symlink(ptsname(master), argv[2]) != 0) {
        die(3, "cannot make", argv[2]);
    }
    printf("ready: %s\n", argv[2]);
    fflush(stdout);

    uint8_t *hello_end = memchr(bytes, 0, length);
    size_t hello_length = (size_t)(hello_end - bytes) + 1;
    uint8_t requests[256];
    long frames = 0, dropped = 0;
    size_t at = hello_length;
    struct pollfd asked = {.fd = master, .events = POLLIN};
    poll(&asked, 1, wait_ms);
    int64_t start = now_ns();
    while (!stopping && at < length) {
        int64_t due = start + frames * period_ns;
        struct timespec until = {due / 1000000000LL, due % 1000000000LL};
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
        if (read(master, requests, sizeof requests) > 0) {
            dropped += write(master, bytes, hello_length) == (ssize_t)hello_length ? 0 : (long)hello_length;
        }
        size_t frame_length = (size_t)((uint8_t *)memchr(bytes + at, 0, length - at) - (bytes + at)) + 1;
        uint8_t decoded[HEAD_BYTES];
        head(bytes + at, frame_length, decoded);
        int64_t left = now_ns();
        ssize_t written = write(master, bytes + at, frame_length);
        dropped += written == (ssize_t)frame_length ? 0 : (long)frame_length;
        if (decoded[0] == FRAME_ID) {
            fprintf(log, "%u %lld\n", u32(decoded + 5), (long long)left);
        }
        at += frame_length;
        frames++;
    }
    printf("done: %ld frames, %ld bytes dropped\n", frames, dropped);
    fclose(log);
    unlink(argv[2]);
    return 0;
}
