/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * An outside subscriber that writes down when each message came: "CLOCK_MONOTONIC in ns, topic, payload up to its first
 * 600 bytes", one line each.
 *
 *   listener MQTT_PORT TOPIC FILE */
#include <mosquitto.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static FILE *out;
static volatile sig_atomic_t stopping;

static void stop(int signal_number)
{
    (void)signal_number;
    stopping = 1;
}

static void arrived(struct mosquitto *client, void *context, const struct mosquitto_message *message)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    (void)client;
    (void)context;
    fprintf(out, "%lld %s %.*s\n", now.tv_sec * 1000000000LL + now.tv_nsec, message->topic,
            message->payloadlen > 600 ? 600 : message->payloadlen, (const char *)message->payload);
}

int main(int argc, char **argv)
{
    if (argc != 4 || !(out = fopen(argv[3], "w"))) {
        fprintf(stderr, "usage: listener MQTT_PORT TOPIC FILE\n");
        return 2;
    }
    struct sigaction on_stop = {.sa_handler = stop};
    sigaction(SIGTERM, &on_stop, NULL);
    mosquitto_lib_init();
    struct mosquitto *client = mosquitto_new(NULL, true, NULL);
    mosquitto_message_callback_set(client, arrived);
    mosquitto_int_option(client, MOSQ_OPT_TCP_NODELAY, 1);
    if (mosquitto_connect(client, "127.0.0.1", atoi(argv[1]), 60) != MOSQ_ERR_SUCCESS
        || mosquitto_subscribe(client, NULL, argv[2], 1) != MOSQ_ERR_SUCCESS) {
        fprintf(stderr, "listener: no broker at port %s\n", argv[1]);
        return 3;
    }
    while (!stopping && mosquitto_loop(client, 200, 1) == MOSQ_ERR_SUCCESS) {
    }
    fclose(out);
    return 0;
}
