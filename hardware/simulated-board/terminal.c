/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#define _GNU_SOURCE
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "fail.h"
#include "terminal_baud.h"

enum {
    LINE_BAUD = 500000,        /* SPEC.md section 1: a reader that sets no speed listens at this one */
    READER_POLL_MS = 5,
    READER_SETTLE_MS = 250,    /* a reader that opens a port often empties it first */
    DRAIN_POLL_MS = 10,
    DRAIN_QUIET_MS = 50,
    DRAIN_MS_MAX = 5000,
    DRAIN_BLIND_MS = 1000,
    UNKNOWN = -1
};

static int master = -1;
static char slave_path[128];
static const char *link_path;

static void sleep_ms(long ms)
{
    struct timespec time = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
    nanosleep(&time, NULL);
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
    if (!terminal_baud_set(slave, LINE_BAUD)) {
        fail(EXIT_NOT_REACHED, "cannot set the speed of %s: %s", slave_path, strerror(errno));
    }
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

void terminal_open(const char *link)
{
    link_path = link;
    master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0
        || ptsname_r(master, slave_path, sizeof slave_path) != 0) {
        fail(EXIT_NOT_REACHED, "cannot make a pseudo-terminal: %s", strerror(errno));
    }
    prepare_slave();
    make_link();
}

bool terminal_is_open(void)
{
    return master >= 0;
}

double terminal_baud(void)
{
    return terminal_baud_get(master);
}

static bool reader_is_there(void)
{
    struct pollfd poll_master = {.fd = master, .events = POLLOUT};
    return poll(&poll_master, 1, 0) >= 0 && !(poll_master.revents & POLLHUP);
}

void terminal_wait_for_reader(double wait_seconds)
{
    for (double waited_ms = 0; !reader_is_there(); waited_ms += READER_POLL_MS) {
        if (waited_ms > wait_seconds * 1000) {
            terminal_remove_link();
            fail(EXIT_NOT_REACHED, "nobody opened %s within %g s", link_path, wait_seconds);
        }
        sleep_ms(READER_POLL_MS);
    }
    sleep_ms(READER_SETTLE_MS);
}

size_t terminal_write(const uint8_t *bytes, size_t length, bool has_patience)
{
    while (length > 0) {
        if (!reader_is_there()) {
            return length; /* a port that nobody has open keeps nothing */
        }
        ssize_t written = write(master, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (written < 0 && errno != EAGAIN && errno != EINTR) {
            fail(EXIT_NOT_REACHED, "cannot write to %s: %s", link_path, strerror(errno));
        } else if (!has_patience) {
            return length; /* as a real port would */
        } else {
            struct pollfd poll_master = {.fd = master, .events = POLLOUT};
            poll(&poll_master, 1, DRAIN_POLL_MS);
        }
    }
    return 0;
}

size_t terminal_read(uint8_t *bytes, size_t room)
{
    ssize_t got = read(master, bytes, room);
    return got > 0 ? (size_t)got : 0;
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

void terminal_unplug(void)
{
    terminal_remove_link();
    close(master);
    master = -1;
}

void terminal_close(void)
{
    drain();
    terminal_unplug();
}

void terminal_remove_link(void)
{
    if (link_path != NULL) {
        unlink(link_path);
    }
}
