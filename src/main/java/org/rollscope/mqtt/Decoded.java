package org.rollscope.mqtt;

import org.jspecify.annotations.Nullable;
import org.rollscope.telemetry.MetricsMessage;

/** What became of a payload. */
public sealed interface Decoded {
    /**
     * A message.
     *
     * @param message what was said.
     * @param envelope null for a will, which carries none.
     */
    record Message(MetricsMessage message, @Nullable Envelope envelope) implements Decoded {}

    /**
     * Not a message; nothing of it may be used.
     *
     * @param reason one line for people, naming the key.
     */
    record Unreadable(String reason) implements Decoded {}
}
