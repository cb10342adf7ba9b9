/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
/* What Pi4J's linuxfs library asks of machine code, for machines that it brings none for; it has ARM's only. */
#include <errno.h>
#include <jni.h>
#include <linux/i2c-dev.h>
#include <linux/i2c.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>

#define METHOD(name) Java_com_pi4j_library_linuxfs_LinuxFile_##name

/* The virtual machine may use errno itself before it is asked for. */
static _Thread_local int last_error;

JNIEXPORT jint JNICALL METHOD(getPosixFD)(JNIEnv *env, jclass self, jobject descriptor);
JNIEXPORT jint JNICALL METHOD(errno)(JNIEnv *env, jclass self);
JNIEXPORT jstring JNICALL METHOD(strerror)(JNIEnv *env, jclass self, jint code);
JNIEXPORT jint JNICALL METHOD(directIOCTL)(JNIEnv *env, jclass self, jint fd, jlong command, jint value);
JNIEXPORT jint JNICALL METHOD(directIOCTLStructure)(JNIEnv *env, jclass self, jint fd, jlong command, jobject data,
                                                     jint data_offset, jobject offsets, jint offsets_from,
                                                     jint offsets_to);

static int call(int fd, unsigned long command, void *argument)
{
    int status = ioctl(fd, command, argument);
    last_error = errno;
    return status;
}

jint METHOD(getPosixFD)(JNIEnv *env, jclass self, jobject descriptor)
{
    (void)self;
    jclass type = (*env)->GetObjectClass(env, descriptor);
    jfieldID field = (*env)->GetFieldID(env, type, "fd", "I");
    return field == NULL ? -1 : (*env)->GetIntField(env, descriptor, field);
}

jint METHOD(errno)(JNIEnv *env, jclass self)
{
    (void)env;
    (void)self;
    return last_error;
}

jstring METHOD(strerror)(JNIEnv *env, jclass self, jint code)
{
    (void)self;
    return (*env)->NewStringUTF(env, strerror(code));
}

jint METHOD(directIOCTL)(JNIEnv *env, jclass self, jint fd, jlong command, jint value)
{
    (void)env;
    (void)self;
    return call(fd, (unsigned long)command, (void *)(long)value);
}

/* Makes pointers of the pairs "where a pointer stands, where it points to", then calls. A combined I2C transfer is an array of
 * messages, one a pair, whose head the caller leaves to this side. */
jint METHOD(directIOCTLStructure)(JNIEnv *env, jclass self, jint fd, jlong command, jobject data, jint data_offset,
                                  jobject offsets, jint offsets_from, jint offsets_to)
{
    (void)self;
    char *base = (*env)->GetDirectBufferAddress(env, data);
    const jint *pairs = (*env)->GetDirectBufferAddress(env, offsets);
    for (jint index = offsets_from; index + 1 < offsets_to; index += 2) {
        void *target = base + pairs[index + 1];
        memcpy(base + pairs[index], &target, sizeof target);
    }
    if (command == I2C_RDWR) {
        struct i2c_rdwr_ioctl_data request = {.msgs = (struct i2c_msg *)(base + data_offset),
                                              .nmsgs = (uint32_t)(offsets_to - offsets_from) / 2};
        return call(fd, (unsigned long)command, &request);
    }
    return call(fd, (unsigned long)command, base + data_offset);
}
