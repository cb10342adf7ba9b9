/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "spi_bus.h"

#include <errno.h>
#include <linux/spi/spidev.h>
#include <stdint.h>
#include <string.h>

#include "caller_memory.h"
#include "faults.h"
#include "mcp3008.h"
#include "moment.h"

enum { LARGEST_TRANSFER = 256, EIGHT_BITS = 8 };

/* One setting for all lines is enough: whoever reads them all sets them all alike. */
static uint32_t mode;
static uint32_t speed_hz = 500000;

static int transfer_one(const char *device, int first_pad_index, const struct spi_ioc_transfer *request, pid_t caller)
{
    uint8_t in[LARGEST_TRANSFER] = {0};
    uint8_t out[LARGEST_TRANSFER] = {0};
    double slow_us;
    if (request->len > sizeof in) {
        return -EMSGSIZE;
    }
    if (fault_now(FAULT_FAILS, device, NULL)) {
        return -EIO;
    }
    if (fault_now(FAULT_SLOW, device, &slow_us)) {
        moment_sleep_us(slow_us);
    }
    if (request->tx_buf != 0 && !caller_read(caller, request->tx_buf, in, request->len)) {
        return -EFAULT;
    }
    mcp3008_exchange(first_pad_index, fault_now(FAULT_SILENT, device, NULL), in, out, request->len);
    if (request->rx_buf != 0 && !caller_write(caller, request->rx_buf, out, request->len)) {
        return -EFAULT;
    }
    return (int)request->len;
}

static int transfer(const char *device, int first_pad_index, unsigned int command, const void *data, pid_t caller)
{
    struct spi_ioc_transfer request;
    int total = 0;
    unsigned int count = _IOC_SIZE(command) / sizeof request;
    for (unsigned int index = 0; index < count; index++) {
        memcpy(&request, (const char *)data + index * sizeof request, sizeof request);
        int status = transfer_one(device, first_pad_index, &request, caller);
        if (status < 0) {
            return status;
        }
        total += status;
    }
    return total;
}

int spi_bus_ioctl(const char *device, int first_pad_index, unsigned int command, void *data, pid_t caller)
{
    switch (command) {
    case SPI_IOC_RD_MODE: *(uint8_t *)data = (uint8_t)mode; return 0;
    case SPI_IOC_RD_MODE32: *(uint32_t *)data = mode; return 0;
    case SPI_IOC_WR_MODE: mode = *(uint8_t *)data; return mode == 0 ? 0 : -EINVAL; /* the chip knows 0,0 and 1,1 */
    case SPI_IOC_WR_MODE32: mode = *(uint32_t *)data; return mode == 0 ? 0 : -EINVAL;
    case SPI_IOC_RD_LSB_FIRST: *(uint8_t *)data = 0; return 0;
    case SPI_IOC_WR_LSB_FIRST: return *(uint8_t *)data == 0 ? 0 : -EINVAL;
    case SPI_IOC_RD_BITS_PER_WORD: *(uint8_t *)data = EIGHT_BITS; return 0;
    case SPI_IOC_WR_BITS_PER_WORD: return *(uint8_t *)data == EIGHT_BITS ? 0 : -EINVAL;
    case SPI_IOC_RD_MAX_SPEED_HZ: *(uint32_t *)data = speed_hz; return 0;
    case SPI_IOC_WR_MAX_SPEED_HZ: speed_hz = *(uint32_t *)data; return 0;
    default: break;
    }
    if (_IOC_TYPE(command) == SPI_IOC_MAGIC && _IOC_NR(command) == 0 && _IOC_DIR(command) == _IOC_WRITE) {
        return transfer(device, first_pad_index, command, data, caller);
    }
    return -ENOTTY;
}
