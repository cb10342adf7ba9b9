/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "i2c_bus.h"

#include <errno.h>
#include <linux/i2c-dev.h>
#include <linux/i2c.h>
#include <stdbool.h>

#include "caller_memory.h"
#include "faults.h"
#include "moment.h"
#include "mpu6050.h"

enum { LARGEST_TRANSFER = 256, LARGEST_MESSAGE_COUNT = 4 };

/* The kernel keeps it per open file; one program opens it once. */
static unsigned int selected_address;

/* What everybody who is spoken to does first: not be there, not answer, or take its time. */
static int begin(unsigned int address)
{
    double slow_us;
    if (fault_now(FAULT_FAILS, I2C_BUS_DEVICE, NULL)) {
        return -EIO;
    }
    if (fault_now(FAULT_SLOW, I2C_BUS_DEVICE, &slow_us)) {
        moment_sleep_us(slow_us);
    }
    if (fault_now(FAULT_SILENT, I2C_BUS_DEVICE, NULL)) {
        mpu6050_power_on(); /* it has lost its supply, and forgets what it was told */
        return -EREMOTEIO;
    }
    return address == MPU6050_ADDRESS ? 0 : -EREMOTEIO; /* nobody acknowledges */
}

static int transfer_message(const struct i2c_msg *message, pid_t caller)
{
    uint8_t bytes[LARGEST_TRANSFER];
    uint64_t buffer = (uintptr_t)message->buf;
    if (message->len > sizeof bytes) {
        return -EINVAL;
    }
    if (message->flags & I2C_M_RD) {
        mpu6050_read(bytes, message->len);
        return caller_write(caller, buffer, bytes, message->len) ? 0 : -EFAULT;
    }
    if (!caller_read(caller, buffer, bytes, message->len)) {
        return -EFAULT;
    }
    mpu6050_write(bytes, message->len);
    return 0;
}

static int transfer(uintptr_t argument, pid_t caller)
{
    struct i2c_rdwr_ioctl_data request;
    struct i2c_msg messages[LARGEST_MESSAGE_COUNT];
    if (!caller_read(caller, argument, &request, sizeof request)) {
        return -EFAULT;
    }
    if (request.nmsgs > LARGEST_MESSAGE_COUNT) {
        return -EINVAL;
    }
    if (!caller_read(caller, (uintptr_t)request.msgs, messages, request.nmsgs * sizeof messages[0])) {
        return -EFAULT;
    }
    for (unsigned int index = 0; index < request.nmsgs; index++) {
        int status = index == 0 ? begin(messages[index].addr) : 0;
        if (status == 0 && index == 0) {
            mpu6050_begin_burst();
        }
        if (status == 0) {
            status = transfer_message(&messages[index], caller);
        }
        if (status != 0) {
            return status;
        }
    }
    return (int)request.nmsgs;
}

int i2c_bus_ioctl(unsigned int command, uintptr_t argument, pid_t caller)
{
    switch (command) {
    case I2C_SLAVE:
    case I2C_SLAVE_FORCE:
        selected_address = (unsigned int)argument;
        return 0;
    case I2C_RDWR:
        return transfer(argument, caller);
    case I2C_FUNCS: {
        unsigned long functions = I2C_FUNC_I2C;
        return caller_write(caller, argument, &functions, sizeof functions) ? 0 : -EFAULT;
    }
    default:
        return -ENOTTY;
    }
}

int i2c_bus_write(const uint8_t *bytes, size_t length_bytes)
{
    int status = begin(selected_address);
    if (status == 0) {
        mpu6050_write(bytes, length_bytes);
    }
    return status;
}

int i2c_bus_read(uint8_t *bytes, size_t length_bytes)
{
    int status = begin(selected_address);
    if (status == 0) {
        mpu6050_begin_burst();
        mpu6050_read(bytes, length_bytes);
    }
    return status;
}
