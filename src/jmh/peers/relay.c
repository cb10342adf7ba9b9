/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * The limit of what messages over loopback can do on this machine at this hour: 200 bytes, 200 times a second, from one process
 * through a second to a third. Prints "p50_us p99_us".
 *
 *   relay SECONDS */
#define _GNU_SOURCE
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MESSAGE_BYTES = 200, RATE_HZ = 200 };

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static int listening(uint16_t *port)
{
    int one = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    if (bind(one, (struct sockaddr *)&address, size) || listen(one, 1)
        || getsockname(one, (struct sockaddr *)&address, &size)) {
        perror("relay");
        exit(3);
    }
    *port = ntohs(address.sin_port);
    return one;
}

static int connected(uint16_t port)
{
    int one = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    setsockopt(one, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connect(one, (struct sockaddr *)&address, sizeof address)) {
        perror("relay");
        exit(3);
    }
    return one;
}

static int whole(int from, char *message)
{
    size_t have = 0;
    while (have < MESSAGE_BYTES) {
        ssize_t more = read(from, message + have, MESSAGE_BYTES - have);
        if (more <= 0) {
            return 0;
        }
        have += (size_t)more;
    }
    return 1;
}

static int by_size(const void *left, const void *right)
{
    double difference = *(const double *)left - *(const double *)right;
    return (difference > 0) - (difference < 0);
}

int main(int argc, char **argv)
{
    int count = (argc == 2 ? atoi(argv[1]) : 10) * RATE_HZ;
    uint16_t relay_port, end_port;
    int relay = listening(&relay_port), end = listening(&end_port);
    char message[MESSAGE_BYTES];
    if (fork() == 0) { /* the relay */
        int out = connected(end_port), in = accept(relay, NULL, NULL);
        while (whole(in, message) && write(out, message, MESSAGE_BYTES) == MESSAGE_BYTES) {
        }
        _exit(0);
    }
    if (fork() == 0) { /* the sender */
        int out = connected(relay_port);
        int64_t start = now_ns();
        for (int index = 0; index < count; index++) {
            int64_t due = start + index * (1000000000LL / RATE_HZ);
            struct timespec until = {due / 1000000000LL, due % 1000000000LL};
            clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
            int64_t left = now_ns();
            memset(message, '.', sizeof message);
            memcpy(message, &left, sizeof left);
            if (write(out, message, MESSAGE_BYTES) != MESSAGE_BYTES) {
                _exit(1);
            }
        }
        _exit(0);
    }
    int in = accept(end, NULL, NULL), taken = 0;
    double *took_us = malloc(sizeof(double) * (size_t)count);
    while (taken < count && whole(in, message)) {
        int64_t left;
        memcpy(&left, message, sizeof left);
        took_us[taken++] = (double)(now_ns() - left) / 1000;
    }
    qsort(took_us, (size_t)taken, sizeof *took_us, by_size);
    printf("%.1f %.1f\n", took_us[taken / 2], took_us[taken * 99 / 100]);
    close(in);
    while (wait(NULL) > 0) {
    }
    return 0;
}
