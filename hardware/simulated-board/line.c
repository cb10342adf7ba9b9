/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "line.h"

#include <errno.h>
#include <simavr/avr_uart.h>
#include <stdio.h>
#include <string.h>

#include "fail.h"
#include "faults.h"
#include "terminal.h"
#include "wire_faults.h"

enum {
    OUT_ROOM = 65536,          /* far more than one millisecond can fill, misread or not */
    IN_ROOM = 4096,
    IN_BYTES_PER_MS = 50,      /* 500000 baud */
    FRAME_ID = 0x01
};

static avr_t *chip;
static avr_irq_t *uart_irqs;
static struct options options;
static FILE *copy;

static uint8_t out_bytes[OUT_ROOM];
static size_t out_length;
static uint8_t in_bytes[IN_ROOM];
static size_t in_length;
static bool uart_takes_input = true;

static unsigned long sent_count;
static unsigned long dropped_count;
static unsigned long frame_count;
static unsigned long bytes_in_frame;

/* message_id is never 0, so COBS leaves it in place as the second byte of a frame. */
static void count_frame(uint8_t byte)
{
    bytes_in_frame = byte == 0 ? 0 : bytes_in_frame + 1;
    if (bytes_in_frame == 2 && byte == FRAME_ID) {
        frame_count++;
    }
}

static void board_sent(struct avr_irq_t *irq, uint32_t value, void *param)
{
    (void)irq;
    (void)param;
    if (out_length == OUT_ROOM / MISREAD_GROWTH) {
        fail(EXIT_WORK_FAILED, "the board sent more than a line can carry");
    }
    out_bytes[out_length++] = (uint8_t)value;
    count_frame((uint8_t)value);
}

static void uart_has_room(struct avr_irq_t *irq, uint32_t value, void *param)
{
    (void)irq;
    (void)param;
    if (value) {
        uart_takes_input = true;
    }
}

static void uart_is_full(struct avr_irq_t *irq, uint32_t value, void *param)
{
    (void)irq;
    (void)param;
    if (value) {
        uart_takes_input = false;
    }
}

static void connect_uart(avr_t *avr)
{
    uint32_t flags = 0; /* no printing, no waiting on behalf of a polling firmware */
    avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
    uart_irqs = avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), 0);
    avr_irq_register_notify(uart_irqs + UART_IRQ_OUTPUT, board_sent, NULL);
    avr_irq_register_notify(uart_irqs + UART_IRQ_OUT_XON, uart_has_room, NULL);
    avr_irq_register_notify(uart_irqs + UART_IRQ_OUT_XOFF, uart_is_full, NULL);
}

void line_open(avr_t *avr, const struct options *wanted)
{
    chip = avr;
    options = *wanted;
    connect_uart(avr);
    if (options.out != NULL) {
        copy = fopen(options.out, "wb");
        if (copy == NULL) {
            fail(EXIT_NOT_REACHED, "cannot write %s: %s", options.out, strerror(errno));
        }
    }
    if (options.link != NULL) {
        terminal_open(options.link);
        printf("ready: %s\n", options.link);
        fflush(stdout);
    }
}

void line_wait_for_reader(void)
{
    if (terminal_is_open()) {
        terminal_wait_for_reader(options.wait_seconds);
    }
}

/* As fast as possible there is no time in which a reader could come back, so it is waited for. */
static void move_cable(void)
{
    bool is_out = faults_cable_is_out(chip);
    if (options.link == NULL || is_out == !terminal_is_open()) {
        return;
    }
    if (is_out) {
        terminal_unplug();
        fprintf(stderr, "unplugged: %s\n", options.link);
    } else {
        terminal_open(options.link);
        fprintf(stderr, "plugged in: %s\n", options.link);
        if (!options.real_time) {
            line_wait_for_reader();
        }
    }
}

static void send_out(void)
{
    sent_count += out_length;
    if (faults_cable_is_out(chip)) {
        dropped_count += out_length;
        out_length = 0;
        return;
    }
    wire_faults_set_host_baud(terminal_is_open() ? terminal_baud() : 0);
    out_length = wire_faults_pass(chip, TO_HOST, out_bytes, out_length);
    if (copy != NULL && fwrite(out_bytes, 1, out_length, copy) != out_length) {
        fail(EXIT_NOT_REACHED, "cannot write %s: %s", options.out, strerror(errno));
    }
    if (terminal_is_open()) {
        dropped_count += terminal_write(out_bytes, out_length, !options.real_time);
    }
    out_length = 0;
}

static void take_in(void)
{
    if (terminal_is_open()) {
        size_t got = terminal_read(in_bytes + in_length, (IN_ROOM - in_length) / MISREAD_GROWTH);
        in_length += wire_faults_pass(chip, TO_BOARD, in_bytes + in_length, got);
    }
    size_t given = 0;
    while (given < in_length && given < IN_BYTES_PER_MS && uart_takes_input) {
        avr_raise_irq(uart_irqs + UART_IRQ_INPUT, in_bytes[given++]);
    }
    memmove(in_bytes, in_bytes + given, in_length - given);
    in_length -= given;
}

unsigned long line_exchange(void)
{
    unsigned long count = out_length;
    move_cable();
    send_out();
    if (faults_supply_is_down(chip)) {
        in_length = 0;
    } else {
        take_in();
    }
    return count;
}

void line_board_was_reset(void)
{
    uart_takes_input = true;
}

void line_close(void)
{
    send_out();
    if (copy != NULL && fclose(copy) != 0) {
        fail(EXIT_NOT_REACHED, "cannot write %s: %s", options.out, strerror(errno));
    }
    if (terminal_is_open()) {
        terminal_close();
    }
}

void line_remove_link(void)
{
    terminal_remove_link();
}

void line_print_done(void)
{
    printf("done: %lu frames, %lu bytes, %lu bytes dropped\n", frame_count, sent_count, dropped_count);
    fflush(stdout);
}
