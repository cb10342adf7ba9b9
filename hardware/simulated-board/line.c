/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#define _GNU_SOURCE
#include "line.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <simavr/avr_uart.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "fail.h"

enum {
    OUT_ROOM = 65536,          /* far more than one millisecond can fill */
    IN_ROOM = 4096,
    IN_BYTES_PER_MS = 50,      /* 500000 baud */
    FRAME_ID = 0x01,
    READER_POLL_MS = 5,
    READER_SETTLE_MS = 250,    /* a reader that opens a port often empties it first */
    DRAIN_POLL_MS = 10,
    DRAIN_QUIET_MS = 50,
    DRAIN_MS_MAX = 5000,
    DRAIN_BLIND_MS = 1000,
    UNKNOWN = -1
};

static avr_irq_t *uart_irqs;
static bool real_time;
static int master = -1;
static char slave_path[128];
static const char *link_path;
static FILE *copy;
static const char *copy_path;

static uint8_t out_bytes[OUT_ROOM];
static size_t out_length;
static uint8_t in_bytes[IN_ROOM];
static size_t in_length;
static bool uart_takes_input = true;

static unsigned long sent_count;
static unsigned long dropped_count;
static unsigned long frame_count;
static unsigned long bytes_in_frame;

static void sleep_ms(long ms)
{
    struct timespec time = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

/* message_id is never 0, so COBS leaves it in place as the second byte of a frame. */
static void count_frame(uint8_t byte)
{
    bytes_in_frame = byte == 0 ? 0 : bytes_in_frame + 1;
    if (bytes_in_frame == 2 && byte == FRAME_ID) {
        frame_count++;
    }
}

static void board_sent(struct avr_irq_t *irq, uint32_t value, void *param)
{
    (void)irq;
    (void)param;
    if (out_length == OUT_ROOM) {
        fail(EXIT_WORK_FAILED, "the board sent more than a line can carry");
    }
    out_bytes[out_length++] = (uint8_t)value;
    count_frame((uint8_t)value);
}

static void uart_has_room(struct avr_irq_t *irq, uint32_t value, void *param)
{
    (void)irq;
    (void)param;
    if (value) {
        uart_takes_input = true;
    }
}

static void uart_is_full(struct avr_irq_t *irq, uint32_t value, void *param)
{
    (void)irq;
    (void)param;
    if (value) {
        uart_takes_input = false;
    }
}

static void connect_uart(avr_t *avr)
{
    uint32_t flags = 0; /* no printing, no waiting on behalf of a polling firmware */
    avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
    uart_irqs = avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), 0);
    avr_irq_register_notify(uart_irqs + UART_IRQ_OUTPUT, board_sent, NULL);
    avr_irq_register_notify(uart_irqs + UART_IRQ_OUT_XON, uart_has_room, NULL);
    avr_irq_register_notify(uart_irqs + UART_IRQ_OUT_XOFF, uart_is_full, NULL);
}

/* Raw, and closed again: from then on the master shows a hang-up until somebody opens the port. */
static void prepare_slave(void)
{
    int slave = open(slave_path, O_RDWR | O_NOCTTY);
    struct termios settings;
    if (slave < 0 || tcgetattr(slave, &settings) != 0) {
        fail(EXIT_NOT_REACHED, "cannot open %s: %s", slave_path, strerror(errno));
    }
    cfmakeraw(&settings);
    tcsetattr(slave, TCSANOW, &settings);
    close(slave);
}

static void make_link(void)
{
    struct stat existing;
    char temporary[4096];
    if (lstat(link_path, &existing) == 0 && !S_ISLNK(existing.st_mode)) {
        fail(EXIT_NOT_REACHED, "%s exists and is not a link", link_path);
    }
    if (snprintf(temporary, sizeof temporary, "%s.%d", link_path, (int)getpid()) >= (int)sizeof temporary) {
        fail(EXIT_NOT_REACHED, "the name of the link is too long");
    }
    if (symlink(slave_path, temporary) != 0 || rename(temporary, link_path) != 0) {
        fail(EXIT_NOT_REACHED, "cannot make the link %s: %s", link_path, strerror(errno));
    }
}

static void open_terminal(void)
{
    master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0
        || ptsname_r(master, slave_path, sizeof slave_path) != 0) {
        fail(EXIT_NOT_REACHED, "cannot make a pseudo-terminal: %s", strerror(errno));
    }
    prepare_slave();
    make_link();
}

void line_open(avr_t *avr, const struct options *options)
{
    real_time = options->real_time;
    link_path = options->link;
    copy_path = options->out;
    connect_uart(avr);
    if (copy_path != NULL) {
        copy = fopen(copy_path, "wb");
        if (copy == NULL) {
            fail(EXIT_NOT_REACHED, "cannot write %s: %s", copy_path, strerror(errno));
        }
    }
    if (link_path != NULL) {
        open_terminal();
        printf("ready: %s\n", link_path);
        fflush(stdout);
    }
}

static bool reader_is_there(void)
{
    struct pollfd poll_master = {.fd = master, .events = POLLOUT};
    return poll(&poll_master, 1, 0) >= 0 && !(poll_master.revents & POLLHUP);
}

void line_wait_for_reader(double wait_seconds)
{
    if (master < 0) {
        return;
    }
    for (double waited_ms = 0; !reader_is_there(); waited_ms += READER_POLL_MS) {
        if (waited_ms > wait_seconds * 1000) {
            line_remove_link();
            fail(EXIT_NOT_REACHED, "nobody opened %s within %g s", link_path, wait_seconds);
        }
        sleep_ms(READER_POLL_MS);
    }
    sleep_ms(READER_SETTLE_MS);
}

/* As much as the terminal takes now; at full speed a live reader is waited for. */
static void write_to_terminal(const uint8_t *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(master, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (written < 0 && errno != EAGAIN && errno != EINTR) {
            fail(EXIT_NOT_REACHED, "cannot write to %s: %s", link_path, strerror(errno));
        } else if (real_time || !reader_is_there()) {
            dropped_count += length; /* as a real port would */
            return;
        } else {
            struct pollfd poll_master = {.fd = master, .events = POLLOUT};
            poll(&poll_master, 1, DRAIN_POLL_MS);
        }
    }
}

static void send_out(void)
{
    if (copy != NULL && fwrite(out_bytes, 1, out_length, copy) != out_length) {
        fail(EXIT_NOT_REACHED, "cannot write %s: %s", copy_path, strerror(errno));
    }
    if (master >= 0) {
        write_to_terminal(out_bytes, out_length);
    }
    sent_count += out_length;
    out_length = 0;
}

static void take_in(void)
{
    ssize_t got = master < 0 ? 0 : read(master, in_bytes + in_length, IN_ROOM - in_length);
    if (got > 0) {
        in_length += (size_t)got;
    }
    size_t given = 0;
    while (given < in_length && given < IN_BYTES_PER_MS && uart_takes_input) {
        avr_raise_irq(uart_irqs + UART_IRQ_INPUT, in_bytes[given++]);
    }
    memmove(in_bytes, in_bytes + given, in_length - given);
    in_length -= given;
}

unsigned long line_exchange(void)
{
    unsigned long count = out_length;
    send_out();
    take_in();
    return count;
}

/* Bytes the reader has not fetched yet. Opening the port once more for a moment does not disturb it. A reader may have
 * taken the port for itself alone (TIOCEXCL): then nobody can look, and the answer is UNKNOWN. */
static int unread_bytes(void)
{
    int count = UNKNOWN;
    int slave = open(slave_path, O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (slave >= 0) {
        if (ioctl(slave, FIONREAD, &count) != 0) {
            count = UNKNOWN;
        }
        close(slave);
    }
    return count;
}

/* Closing the port throws away what was not fetched, so the reader gets time to fetch it. */
static void drain(void)
{
    int quiet_ms = 0;
    int limit_ms = DRAIN_MS_MAX;
    for (int waited_ms = 0; waited_ms < limit_ms && quiet_ms < DRAIN_QUIET_MS; waited_ms += DRAIN_POLL_MS) {
        int unread = unread_bytes();
        if (!reader_is_there()) {
            return;
        }
        if (unread == UNKNOWN) {
            limit_ms = DRAIN_BLIND_MS;
        }
        quiet_ms = unread == 0 ? quiet_ms + DRAIN_POLL_MS : 0;
        sleep_ms(DRAIN_POLL_MS);
    }
}

void line_close(void)
{
    send_out();
    if (copy != NULL && fclose(copy) != 0) {
        fail(EXIT_NOT_REACHED, "cannot write %s: %s", copy_path, strerror(errno));
    }
    if (master >= 0) {
        drain();
        line_remove_link();
        close(master);
    }
}

void line_remove_link(void)
{
    if (link_path != NULL) {
        unlink(link_path);
    }
}

void line_print_done(void)
{
    printf("done: %lu frames, %lu bytes, %lu bytes dropped\n", frame_count, sent_count, dropped_count);
    fflush(stdout);
}
