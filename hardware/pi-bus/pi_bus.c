/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#define FUSE_USE_VERSION 35
#define _GNU_SOURCE
#include <errno.h>
#include <fuse.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "faults.h"
#include "i2c_bus.h"
#include "mpu6050.h"
#include "said.h"
#include "spi_bus.h"
#include "trace.h"

static const char HELP[] =
    "usage: pi-bus --trace CSV --mount DIR [options]\n"
    "\n"
    "Puts stand-ins for /dev/i2c-1 and /dev/spidev0.0, 0.1 and 1.0 into DIR, and plays a trace to the chips behind them.\n"
    "\n"
    "  --trace CSV    time_us, pad voltages in mV, acceleration, turn rate; see ../simulated-board/README.md\n"
    "  --mount DIR    where the files appear; ends when it is unmounted, or on SIGTERM\n"
    "  --said FILE    write down every value that a chip gave, and when\n"
    "  --faults FILE  what is to go wrong and when; see README.md\n"
    "  --help\n";

enum { CONVERTER_COUNT = 3, PADS_EACH = 8 };
static const char *const CONVERTERS[CONVERTER_COUNT] = {"spidev0.0", "spidev0.1", "spidev1.0"};

static int converter_of(const char *path)
{
    for (int index = 0; index < CONVERTER_COUNT; index++) {
        if (strcmp(path + 1, CONVERTERS[index]) == 0) {
            return index;
        }
    }
    return -1;
}

static bool is_device(const char *path)
{
    return strcmp(path, "/" I2C_BUS_DEVICE) == 0 || converter_of(path) >= 0;
}

static bool is_gone(const char *path)
{
    return fault_now(FAULT_ABSENT, path + 1, NULL);
}

static int give_attributes(const char *path, struct stat *attributes, struct fuse_file_info *info)
{
    (void)info;
    memset(attributes, 0, sizeof *attributes);
    if (strcmp(path, "/") == 0) {
        attributes->st_mode = S_IFDIR | 0755;
        attributes->st_nlink = 2;
        return 0;
    }
    if (!is_device(path) || is_gone(path)) {
        return -ENOENT;
    }
    attributes->st_mode = S_IFREG | 0660;
    attributes->st_nlink = 1;
    return 0;
}

static int open_device(const char *path, struct fuse_file_info *info)
{
    if (!is_device(path) || is_gone(path)) {
        return -ENOENT;
    }
    info->direct_io = 1; /* every read and write is one transfer */
    return 0;
}

static int give_no_space(const char *path, off_t length, struct fuse_file_info *info)
{
    (void)length;
    (void)info;
    return is_device(path) ? 0 : -ENOENT;
}

static int call(const char *path, unsigned int command, void *argument, struct fuse_file_info *info, unsigned int flags,
                void *data)
{
    pid_t caller = fuse_get_context()->pid;
    (void)info;
    (void)flags;
    if (is_gone(path)) {
        return -ENODEV;
    }
    int converter = converter_of(path);
    return converter < 0 ? i2c_bus_ioctl(command, (uintptr_t)argument, caller)
                         : spi_bus_ioctl(CONVERTERS[converter], PADS_EACH * converter, command, data, caller);
}

static int write_bytes(const char *path, const char *bytes, size_t length, off_t offset, struct fuse_file_info *info)
{
    (void)offset;
    (void)info;
    if (is_gone(path)) {
        return -ENODEV;
    }
    int status = converter_of(path) < 0 ? i2c_bus_write((const uint8_t *)bytes, length) : -ENOSYS;
    return status < 0 ? status : (int)length;
}

static int read_bytes(const char *path, char *bytes, size_t length, off_t offset, struct fuse_file_info *info)
{
    (void)offset;
    (void)info;
    if (is_gone(path)) {
        return -ENODEV;
    }
    int status = converter_of(path) < 0 ? i2c_bus_read((uint8_t *)bytes, length) : -ENOSYS;
    return status < 0 ? status : (int)length;
}

/* What is there now may be gone a moment later: the kernel must ask each time. */
static void *begin(struct fuse_conn_info *connection, struct fuse_config *config)
{
    (void)connection;
    config->entry_timeout = config->attr_timeout = config->negative_timeout = 0;
    return NULL;
}

static const struct fuse_operations OPERATIONS = {
    .init = begin,
    .getattr = give_attributes,
    .open = open_device,
    .truncate = give_no_space,
    .ioctl = call,
    .read = read_bytes,
    .write = write_bytes,
};

int main(int argc, char **argv)
{
    static const struct option LONG[] = {
        {"trace", required_argument, NULL, 't'}, {"mount", required_argument, NULL, 'm'},
        {"said", required_argument, NULL, 's'},  {"faults", required_argument, NULL, 'f'},
        {"help", no_argument, NULL, 'h'},        {NULL, 0, NULL, 0},
    };
    const char *trace = NULL;
    char *mount = NULL;
    int option;
    while ((option = getopt_long(argc, argv, "", LONG, NULL)) != -1) {
        switch (option) {
        case 't': trace = optarg; break;
        case 'm': mount = optarg; break;
        case 's': said_open(optarg); break;
        case 'f': faults_read(optarg); break;
        case 'h': fputs(HELP, stdout); return EXIT_SUCCESS;
        default: return EXIT_WRONG_USAGE; /* getopt has said what is wrong */
        }
    }
    if (trace == NULL || mount == NULL) {
        fail(EXIT_WRONG_USAGE, "--trace and --mount are needed; --help tells more");
    }
    trace_read(trace);
    if (trace_pad_count() != CONVERTER_COUNT * PADS_EACH) {
        fail(EXIT_WORK_FAILED, "%s has %d pads; a Pi has %d of them on its buses: simulate --layout starter", trace,
             trace_pad_count(), CONVERTER_COUNT * PADS_EACH);
    }
    mpu6050_power_on();
    /* -f: in the foreground; -s: one call at a time, as a bus. */
    char *fuse_argv[] = {argv[0], "-f", "-s", "-o", "fsname=pi-bus", mount, NULL};
    int status = fuse_main(6, fuse_argv, &OPERATIONS, NULL);
    said_close();
    return status == 0 ? EXIT_SUCCESS : EXIT_NOT_REACHED;
}
