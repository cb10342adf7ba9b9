/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "commands.h"

#include "board.h"
#include "clock.h"
#include "due.h"
#include "feedback.h"
#include "reports.h"
#include "rollscope_command_decoder.h"
#include "rollscope_encoder.h"
#include "scan.h"
#include "uart.h"

/* SPEC.md section 10. */
#define FRAME_LINE_BYTES ROLLSCOPE_LINE_BYTES(ROLLSCOPE_FRAME_BYTES(PAD_COUNT))
#define FRAME_LINE_BITS (10ul * FRAME_LINE_BYTES)
#define LINE_BITS_PER_S_MAX (BAUD_HZ / 10ul * 8ul)
_Static_assert(FRAME_LINE_BITS * RATE_HZ_DEFAULT <= LINE_BITS_PER_S_MAX, "the line is too slow for the rate after a reset");
/* Between two scans: interrupts, and switching the muxes back to their first channel. */
#define SCAN_GAP_US 200ul
#define SCAN_RATE_HZ_MAX (1000000ul / (SCAN_US + SCAN_GAP_US))

/* The longest answer that is sent from here; a hello is remembered until it fits. */
#define ANSWER_BYTES_MAX ROLLSCOPE_LINE_BYTES(ROLLSCOPE_PONG_BYTES)

static struct rollscope_receiver receiver;
static uint16_t error_count;

void commands_init(void)
{
    rollscope_receiver_reset(&receiver);
}

static void answer(uint8_t command_message_id, enum rollscope_result result)
{
    const struct rollscope_command_result message = {
        .command_message_id = command_message_id, .result = (uint8_t)result, .rate_hz = clock_rate_hz()};
    uint8_t line[ROLLSCOPE_LINE_BYTES(ROLLSCOPE_COMMAND_RESULT_BYTES)];
    uart_write(line, (uint16_t)rollscope_encode_command_result(&message, line));
}

static enum rollscope_result set_rate(uint16_t rate_hz)
{
    if (FRAME_LINE_BITS * rate_hz > LINE_BITS_PER_S_MAX || rate_hz > SCAN_RATE_HZ_MAX) {
        return ROLLSCOPE_RESULT_LINE_TOO_FULL;
    }
    clock_change_rate(rate_hz);
    return ROLLSCOPE_RESULT_DONE;
}

static void send_pong(uint32_t token_count)
{
    const struct rollscope_pong pong = {.token_count = token_count, .device_time_us = clock_us()};
    uint8_t line[ROLLSCOPE_LINE_BYTES(ROLLSCOPE_PONG_BYTES)];
    uart_write(line, (uint16_t)rollscope_encode_pong(&pong, line));
}

static void carry_out(const struct rollscope_command *command)
{
    switch (command->message_id) {
    case ROLLSCOPE_ID_HELLO_REQUEST:
        reports_ask_hello();
        break;
    case ROLLSCOPE_ID_SET_RATE:
        answer(command->message_id, set_rate(command->payload.rate_hz));
        break;
    case ROLLSCOPE_ID_PING:
        send_pong(command->payload.token_count);
        break;
    case ROLLSCOPE_ID_FEEDBACK:
        feedback_set(&command->payload.feedback);
        answer(command->message_id, ROLLSCOPE_RESULT_DONE);
        break;
    default:
        break;
    }
}

static void count_error(void)
{
    if (error_count != UINT16_MAX) {
        error_count++;
    }
}

static void handle(const struct rollscope_command *command)
{
    switch (command->reason) {
    case ROLLSCOPE_REJECT_NONE:
        carry_out(command);
        break;
    case ROLLSCOPE_REJECT_BAD_VALUE:
        answer(command->message_id, ROLLSCOPE_RESULT_OUT_OF_RANGE);
        break;
    case ROLLSCOPE_REJECT_UNKNOWN_MESSAGE:
    case ROLLSCOPE_REJECT_BAD_LENGTH:
        count_error();
        answer(command->message_id, ROLLSCOPE_RESULT_NOT_UNDERSTOOD);
        break;
    default: /* damaged on the line: who sent what is not known */
        count_error();
        break;
    }
}

void commands_take(void)
{
    uint8_t byte;
    due_clear(DUE_INPUT);
    while (uart_free_bytes() >= ANSWER_BYTES_MAX && uart_read(&byte)) {
        struct rollscope_command command;
        if (rollscope_command_take(&receiver, byte, &command)) {
            handle(&command);
        }
    }
}

uint16_t commands_error_count(void)
{
    return error_count;
}
