/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * What a good student project would run: reads the roller's frames, checks them, and publishes one 200-byte JSON message a
 * frame with libmosquitto (QoS 0, its own network thread). It does not calibrate, detect, record or reconnect. The yardstick
 * for the service's processor time, wake-ups and latency.
 *
 *   bridge PORT MQTT_PORT TOPIC */
#include <fcntl.h>
#include <inttypes.h>
#include <mosquitto.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "peer_decoder.h"

enum { PAYLOAD_BYTES = 200 };

static volatile sig_atomic_t stopping;

static void stop(int signal_number)
{
    (void)signal_number;
    stopping = 1;
}

static void publish(struct mosquitto *client, const char *topic, const struct peer_frame *frame)
{
    char payload[PAYLOAD_BYTES + 1];
    unsigned sum = 0, peak = 0;
    for (int pad = 0; pad < frame->pad_count; pad++) {
        sum += frame->pads[pad];
        peak = frame->pads[pad] > peak ? frame->pads[pad] : peak;
    }
    int length = snprintf(payload, sizeof payload,
                          "{\"device_time_us\":%" PRIu32 ",\"seq\":%" PRIu32 ",\"sum\":%u,\"peak\":%u,"
                          "\"ax\":%d,\"ay\":%d,\"az\":%d,\"gx\":%d,\"gy\":%d,\"gz\":%d,\"pad\":\"",
                          frame->device_time_us, frame->seq, sum, peak, frame->accel[0], frame->accel[1],
                          frame->accel[2], frame->gyro[0], frame->gyro[1], frame->gyro[2]);
    memset(payload + length, '.', (size_t)(PAYLOAD_BYTES - length));
    payload[PAYLOAD_BYTES - 2] = '"';
    payload[PAYLOAD_BYTES - 1] = '}';
    mosquitto_publish(client, NULL, topic, PAYLOAD_BYTES, payload, 0, false);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: bridge PORT MQTT_PORT TOPIC\n");
        return 2;
    }
    struct sigaction on_stop = {.sa_handler = stop};
    sigaction(SIGTERM, &on_stop, NULL);
    int port = open(argv[1], O_RDWR | O_NOCTTY);
    if (port < 0) {
        perror(argv[1]);
        return 3;
    }
    struct termios raw;
    tcgetattr(port, &raw);
    cfmakeraw(&raw);
    tcsetattr(port, TCSANOW, &raw);
    mosquitto_lib_init();
    struct mosquitto *client = mosquitto_new("c-bridge", true, NULL);
    mosquitto_int_option(client, MOSQ_OPT_TCP_NODELAY, 1);
    if (mosquitto_connect(client, "127.0.0.1", atoi(argv[2]), 60) != MOSQ_ERR_SUCCESS) {
        fprintf(stderr, "bridge: no broker at port %s\n", argv[2]);
        return 3;
    }
    mosquitto_loop_start(client);
    static struct peer_decoder decoder;
    struct peer_frame frame;
    uint8_t chunk[4096];
    uint8_t request[] = {0, 4, 0x81, 0x59, 0x60, 0};
    if (write(port, request, sizeof request) < 0) {
        perror(argv[1]);
    }
    while (!stopping) {
        ssize_t length = read(port, chunk, sizeof chunk);
        if (length <= 0) {
            break;
        }
        for (ssize_t index = 0; index < length; index++) {
            if (peer_take(&decoder, chunk[index], &frame)) {
                publish(client, argv[3], &frame);
            }
        }
    }
    mosquitto_disconnect(client);
    mosquitto_loop_stop(client, false);
    return 0;
}
