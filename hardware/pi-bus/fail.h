/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#ifndef FAIL_H
#define FAIL_H

enum { EXIT_WORK_FAILED = 1, EXIT_WRONG_USAGE = 2, EXIT_NOT_REACHED = 3 };

/* Says one line on standard error and ends the program. */
_Noreturn void fail(int exit_code, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
