package org.rollscope.telemetry;

import java.time.Instant;

/**
 * An event or a summary that a recorder keeps, as it came.
 *
 * @param rollerId who said it.
 * @param message what was said: an event or a summary.
 * @param payload its JSON, as it was sent.
 * @param receivedAt when it came, by the recorder's clock.
 */
public record FleetMessage(String rollerId, MetricsMessage message, String payload, Instant receivedAt) {
    /** Refuses what is not kept. */
    public FleetMessage {
        if (!(message instanceof MetricsMessage.Event) && !(message instanceof MetricsMessage.Summary)) {
            throw new IllegalArgumentException("message must be an event or a summary, was of topic "
                    + message.topic().word());
        }
    }
}
