/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#define _GNU_SOURCE
#include "caller_memory.h"

#include <sys/uio.h>

bool caller_read(pid_t caller, uint64_t address, void *into, size_t length_bytes)
{
    struct iovec here = {.iov_base = into, .iov_len = length_bytes};
    struct iovec there = {.iov_base = (void *)(uintptr_t)address, .iov_len = length_bytes};
    return process_vm_readv(caller, &here, 1, &there, 1, 0) == (ssize_t)length_bytes;
}

bool caller_write(pid_t caller, uint64_t address, const void *from, size_t length_bytes)
{
    struct iovec here = {.iov_base = (void *)(uintptr_t)from, .iov_len = length_bytes};
    struct iovec there = {.iov_base = (void *)(uintptr_t)address, .iov_len = length_bytes};
    return process_vm_writev(caller, &here, 1, &there, 1, 0) == (ssize_t)length_bytes;
}
