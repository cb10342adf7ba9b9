package org.rollscope.detect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named numbers that only some kinds of events, or only newer sessions have, by the names under which messages and files carry them.
 *
 * <p><b>Units.</b> In the names. <b>Threads.</b> Immutable.
 *
 * @param values name to value, in a fixed order; finite numbers.
 */
public record Figures(Map<String, Double> values) {
    /** Shares of a decision carry this before their name; documents gather them under {@code reasons}. */
    public static final String REASON_PREFIX = "reasons.";

    /** No figures. */
    public static final Figures NONE = new Figures(Map.of());

    /** Copies the map. */
    public Figures {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** One figure. */
    public static Figures of(String name, double value) {
        return new Figures(Map.of(name, value));
    }

    /** These and one more. */
    public Figures and(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Figures(more);
    }

    /** A figure, or not a number when there is none of that name. */
    public double value(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    /** A count or a time among them, or the value for none. */
    public long whole(String name, long valueForNone) {
        Double value = values.get(name);
        return value == null ? valueForNone : Math.round(value);
    }

    /** As one line for a table: {@code name=value name=value}, each value with all its digits. */
    public String text() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(value));
        return text.toString();
    }

    /**
     * Reads {@link #text} back.
     *
     * @throws IllegalArgumentException when it is none.
     */
    public static Figures ofText(String text) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            for (String pair : text.split(" ", -1)) {
                int equalsIndex = pair.indexOf('=');
                if (equalsIndex < 1) {
                    throw new IllegalArgumentException("'" + pair + "' is not name=value");
                }
                values.put(pair.substring(0, equalsIndex), Double.valueOf(pair.substring(equalsIndex + 1)));
            }
        }
        return new Figures(values);
    }
}
