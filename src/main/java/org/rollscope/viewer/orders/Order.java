package org.rollscope.viewer.orders;

import org.rollscope.command.CommandName;
import org.rollscope.viewer.look.Texts;

/**
 * Something that a roller was told, and what came of it.
 *
 * @param rollerId which roller.
 * @param name what it was told.
 * @param asked that in words for people.
 * @param state what came of it so far.
 * @param message what the service said, or why nobody said anything; empty while it is waited for.
 * @param sinceNs when it came to that, on the viewer's clock.
 */
public record Order(String rollerId, CommandName name, String asked, State state, String message, long sinceNs) {
    /** How far it is. */
    public enum State {
        /** Sent; nothing has come back. */
        WAITING,
        /** The service has done it. */
        DONE,
        /** The service has said no; nothing has changed. */
        REFUSED,
        /** Nobody answered. */
        UNANSWERED
    }

    /** All of it in one line for people. */
    public String words() {
        return switch (state) {
            case WAITING -> Texts.of("orders.waiting", asked);
            case DONE -> Texts.of("orders.done", asked, message);
            case REFUSED -> Texts.of("orders.refused", asked, message);
            case UNANSWERED -> Texts.of("orders.unanswered", asked, message);
        };
    }
}
