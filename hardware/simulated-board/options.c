/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buttons.h"
#include "fail.h"
#include "fault_list.h"
#include "faults.h"

static const char HELP[] =
    "usage: board --firmware ELF --trace CSV --link PATH|none [options]\n"
    "\n"
    "Runs the firmware of the reference roller in a simulated ATmega1284P and plays a trace to its sensors.\n"
    "\n"
    "  --firmware ELF        the firmware image\n"
    "  --trace CSV           time_us, 48 pad voltages in mV, acceleration, turn rate; see README.md\n"
    "  --link PATH|none      where the serial port appears; none runs without one, as fast as possible\n"
    "  --speed real|max      keep to the wall clock, or run as fast as the reader takes it (default real)\n"
    "  --seconds N           stop after so much of the trace (default: all of it)\n"
    "  --board-serial HEX    serial in the EEPROM, up to 16 hex digits (default: blank EEPROM)\n"
    "  --out FILE            also write every byte the board sends to a file\n"
    "  --wait-seconds N      how long to wait for somebody to open the port (default 60)\n"
    "  --press N:FROM:TO     hold button N from second FROM to second TO of the trace; may be repeated\n"
    "  --imu-silent FROM:TO  the IMU does not answer in that time and has forgotten its settings after it\n"
    "  --faults FILE         what is to go wrong and when; see README.md\n"
    "  --fault-seed N        seed of what is left to chance in it (default 1)\n"
    "  --timing              report conversion and IMU timing on standard error at the end\n"
    "  --help\n";

static double positive_number(const char *option, const char *text)
{
    char *end;
    double value = strtod(text, &end);
    if (*text == '\0' || *end != '\0' || !(value > 0)) {
        fail(EXIT_WRONG_USAGE, "--%s needs a number above 0, was '%s'", option, text);
    }
    return value;
}

static uint64_t whole_number(const char *option, const char *text)
{
    size_t digits = strlen(text);
    if (digits == 0 || digits > 18 || strspn(text, "0123456789") != digits) {
        fail(EXIT_WRONG_USAGE, "--%s needs a whole number, was '%s'", option, text);
    }
    return strtoull(text, NULL, 10);
}

static bool real_time(const char *text)
{
    if (strcmp(text, "real") != 0 && strcmp(text, "max") != 0) {
        fail(EXIT_WRONG_USAGE, "--speed is real or max, was '%s'", text);
    }
    return strcmp(text, "real") == 0;
}

static uint64_t board_serial(const char *text)
{
    size_t digits = strlen(text);
    if (digits == 0 || digits > 16 || strspn(text, "0123456789abcdefABCDEF") != digits) {
        fail(EXIT_WRONG_USAGE, "--board-serial needs 1 to 16 hex digits, was '%s'", text);
    }
    uint64_t serial = strtoull(text, NULL, 16);
    if (serial == 0 || serial == UINT64_MAX) {
        fail(EXIT_WRONG_USAGE, "--board-serial must not be all zero or all F, which mean a blank EEPROM");
    }
    return serial;
}

static void require(const char *value, const char *option)
{
    if (value == NULL) {
        fail(EXIT_WRONG_USAGE, "--%s is missing; --help tells more", option);
    }
}

struct options options_read(int argc, char **argv)
{
    static const struct option LONG[] = {
        {"firmware", required_argument, NULL, 'f'},     {"trace", required_argument, NULL, 't'},
        {"link", required_argument, NULL, 'l'},         {"speed", required_argument, NULL, 's'},
        {"seconds", required_argument, NULL, 'n'},      {"board-serial", required_argument, NULL, 'b'},
        {"out", required_argument, NULL, 'o'},          {"wait-seconds", required_argument, NULL, 'w'},
        {"press", required_argument, NULL, 'p'},        {"imu-silent", required_argument, NULL, 'i'},
        {"timing", no_argument, NULL, 'm'},             {"help", no_argument, NULL, 'h'},
        {"faults", required_argument, NULL, 'F'},       {"fault-seed", required_argument, NULL, 'S'},
        {NULL, 0, NULL, 0},
    };
    struct options options = {.real_time = true, .wait_seconds = 60};
    const char *fault_path = NULL;
    uint64_t fault_seed = 1;
    int option;
    while ((option = getopt_long(argc, argv, "", LONG, NULL)) != -1) {
        switch (option) {
        case 'f': options.firmware = optarg; break;
        case 't': options.trace = optarg; break;
        case 'l': options.link = optarg; break;
        case 's': options.real_time = real_time(optarg); break;
        case 'n': options.seconds = positive_number("seconds", optarg); break;
        case 'b': options.board_serial = board_serial(optarg); options.has_board_serial = true; break;
        case 'o': options.out = optarg; break;
        case 'w': options.wait_seconds = positive_number("wait-seconds", optarg); break;
        case 'p': buttons_press(optarg); break;
        case 'i': faults_silence_imu(optarg); break;
        case 'F': fault_path = optarg; break;
        case 'S': fault_seed = whole_number("fault-seed", optarg); break;
        case 'm': options.report_timing = true; break;
        case 'h': fputs(HELP, stdout); exit(EXIT_SUCCESS);
        default: exit(EXIT_WRONG_USAGE); /* getopt has said what is wrong */
        }
    }
    if (optind != argc) {
        fail(EXIT_WRONG_USAGE, "'%s' is not an option; --help tells more", argv[optind]);
    }
    if (fault_path != NULL) {
        fault_list_read(fault_path, fault_seed);
    }
    require(options.firmware, "firmware");
    require(options.trace, "trace");
    require(options.link, "link");
    if (strcmp(options.link, "none") == 0) {
        options.link = NULL;
        options.real_time = false;
    }
    return options;
}
