/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * The host's side of the wire, for the tests only: one table says where each field of messages.csv lies on the wire
 * and in the structures, and both the reader of the vectors and the decoder walk it. */
#ifndef ANY_MESSAGE_H
#define ANY_MESSAGE_H

#include "rollscope_command_decoder.h"
#include "rollscope_encoder.h"

struct any_message {
    uint8_t message_id;
    union {
        struct rollscope_frame frame;
        struct rollscope_hello hello;
        struct rollscope_status status;
        struct rollscope_button button;
        struct rollscope_pong pong;
        struct rollscope_command_result command_result;
        struct rollscope_command command;
    } as;
};

/* A message_id by its name in messages.csv, or 0. */
uint8_t message_id_of(const char *message);

/* Sets elements of a field from their decimal texts, separated by spaces. Returns false for an unknown field. */
bool set_field(struct any_message *message, const char *field, const char *values);

/* Encodes a message of a board. Returns the number of bytes, 0 for a command. */
size_t encode_any(const struct any_message *message, uint8_t *out);

/* Takes one byte as a host does. Returns true if it ended a frame. */
bool host_take(struct rollscope_receiver *receiver, uint8_t byte, struct any_message *message,
               enum rollscope_reject_reason *reason);

/* The table as CSV: field,message_id,name,offset,size,count,min,max; count 0 is one per pad. */
void print_fields(void);

#endif
