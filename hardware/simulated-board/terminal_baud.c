/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* Any speed as a number: the kernel's own structure, whose header does not go together with termios.h. */
#include "terminal_baud.h"

#include <asm/termbits.h>
#include <sys/ioctl.h>

#ifndef TCGETS2
#error "needs a Linux that has TCGETS2"
#endif

bool terminal_baud_set(int descriptor, unsigned baud)
{
    struct termios2 settings;
    if (ioctl(descriptor, TCGETS2, &settings) != 0) {
        return false;
    }
    settings.c_cflag = (settings.c_cflag & ~(tcflag_t)CBAUD) | BOTHER;
    settings.c_ispeed = settings.c_ospeed = baud;
    return ioctl(descriptor, TCSETS2, &settings) == 0;
}

double terminal_baud_get(int descriptor)
{
    struct termios2 settings;
    return ioctl(descriptor, TCGETS2, &settings) == 0 ? settings.c_ospeed : 0;
}
