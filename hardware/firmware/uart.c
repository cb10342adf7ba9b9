/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "uart.h"

#include <avr/interrupt.h>
#include <avr/io.h>
#include <util/atomic.h>

#include "board.h"
#include "due.h"

/* Sizes are powers of two, so that an index wraps by a mask. 1024 bytes hold 8 frames: 80 ms at 100 Hz. */
#define TX_BYTES 1024u
#define RX_BYTES 128u

/* Baud = F_CPU / (16 * (UBRR + 1)) (datasheet, USART, Internal Clock Generation): exactly 500000 with UBRR 1. */
#define UBRR_VALUE (F_CPU / (16ul * BAUD_HZ) - 1ul)
_Static_assert(F_CPU == 16ul * BAUD_HZ * (UBRR_VALUE + 1ul), "the baud must be exact");

static volatile uint8_t tx_ring[TX_BYTES];
static volatile uint16_t tx_head; /* written by the main loop */
static volatile uint16_t tx_tail; /* written by the interrupt */
static volatile uint8_t rx_ring[RX_BYTES];
static volatile uint8_t rx_head; /* written by the interrupt */
static volatile uint8_t rx_tail; /* written by the main loop */

void uart_init(void)
{
    UBRR0 = UBRR_VALUE;
    UCSR0A = 0;
    UCSR0C = _BV(UCSZ01) | _BV(UCSZ00); /* 8 data bits, no parity, 1 stop bit */
    UCSR0B = _BV(RXEN0) | _BV(TXEN0) | _BV(RXCIE0);
}

uint16_t uart_free_bytes(void)
{
    uint16_t tail;
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
        tail = tx_tail;
    }
    return (tail - tx_head - 1u) & (TX_BYTES - 1u);
}

bool uart_write(const uint8_t *bytes, uint16_t length_bytes)
{
    uint16_t head = tx_head;
    if (length_bytes > uart_free_bytes()) {
        return false;
    }
    for (uint16_t i = 0; i < length_bytes; i++) {
        tx_ring[head] = bytes[i];
        head = (head + 1u) & (TX_BYTES - 1u);
    }
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
        tx_head = head;
        UCSR0B |= _BV(UDRIE0);
    }
    return true;
}

bool uart_read(uint8_t *byte)
{
    uint8_t tail = rx_tail;
    if (rx_head == tail) {
        return false;
    }
    *byte = rx_ring[tail];
    rx_tail = (tail + 1u) & (RX_BYTES - 1u);
    return true;
}

ISR(USART0_UDRE_vect)
{
    uint16_t tail = tx_tail;
    UDR0 = tx_ring[tail];
    tail = (tail + 1u) & (TX_BYTES - 1u);
    tx_tail = tail;
    if (tail == tx_head) {
        UCSR0B &= (uint8_t)~_BV(UDRIE0);
    }
}

/* A byte that finds no room is lost, and the checksum of its command will say so. */
ISR(USART0_RX_vect)
{
    uint8_t byte = UDR0;
    uint8_t next = (rx_head + 1u) & (RX_BYTES - 1u);
    if (next != rx_tail) {
        rx_ring[rx_head] = byte;
        rx_head = next;
        due_set(DUE_INPUT);
    }
}
