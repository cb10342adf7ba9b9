/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* Ends the program with one clear line on standard error. */
#ifndef FAIL_H
#define FAIL_H

enum { EXIT_WORK_FAILED = 1, EXIT_WRONG_USAGE = 2, EXIT_NOT_REACHED = 3 };

void fail(int exit_code, const char *format, ...) __attribute__((noreturn, format(printf, 2, 3)));

#endif
