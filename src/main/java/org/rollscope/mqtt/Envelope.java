package org.rollscope.mqtt;

import java.time.Instant;

/**
 * What is written around every message.
 *
 * @param serviceStartId names one run of the service; {@code seq} counts anew with it.
 * @param sequence the payload's {@code seq}: number of the message on its topic since the service's start, from 0; a hole is
 *     a message that was dropped.
 * @param sentAt when the service handed it over; a message that waited for the broker keeps this time.
 */
public record Envelope(String serviceStartId, long sequence, Instant sentAt) {
    /** Refuses a negative number. */
    public Envelope {
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence must be 0 or more, was " + sequence);
        }
    }
}
