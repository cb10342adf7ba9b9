package org.rollscope.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of a command.
 *
 * @param ok whether it was done; otherwise nothing has changed.
 * @param message one line for people: what happened, or what was wrong and what to do.
 * @param facts for programs, by the keys of the answer: texts, whole numbers, finite numbers.
 */
public record CommandAnswer(boolean ok, String message, Map<String, Object> facts) {
    /** Copies the facts and refuses those that cannot be written. */
    public CommandAnswer {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        facts.forEach((key, value) -> {
            boolean number = value instanceof Long || (value instanceof Double real && Double.isFinite(real));
            if (!number && !(value instanceof String)) {
                throw new IllegalArgumentException("fact " + key + " must be a text or a finite number, was " + value);
            }
        });
    }

    /** It was done. */
    public static CommandAnswer done(String message) {
        return new CommandAnswer(true, message, Map.of());
    }

    /** It was not done. */
    public static CommandAnswer refused(String message) {
        return new CommandAnswer(false, message, Map.of());
    }

    /** The same with one more fact, a text. */
    public CommandAnswer with(String key, String value) {
        return withFact(key, value);
    }

    /** The same with one more fact, a whole number in the unit of the key. */
    public CommandAnswer withCount(String key, long valueCount) {
        return withFact(key, valueCount);
    }

    /** The same with one more fact, a number in the unit of the key. */
    public CommandAnswer with(String key, Double value) {
        return withFact(key, value);
    }

    private CommandAnswer withFact(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(key, value);
        return new CommandAnswer(ok, message, more);
    }
}
