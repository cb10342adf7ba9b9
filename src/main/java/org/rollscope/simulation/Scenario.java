package org.rollscope.simulation;

import java.util.Locale;

/** What a simulated athlete does. */
public enum Scenario {
    /** Slow strokes, ramped loading, holds of 20 to 60 s, now and then a moment of too much pressure. */
    COACHED("slow strokes and long holds, as a coach would ask for"),
    /** Fast strokes, hardly a pause, now and then leaning in too hard. */
    HURRIED("fast strokes with hardly a pause"),
    /** Presses beyond the ceiling again and again, and abruptly. */
    OVERPRESSER("presses beyond the ceiling again and again"),
    /** Lies still on the roller: sways, breathes, talks, never rolls. */
    STILL("lies still on the roller and talks"),
    /** Carries the roller about, squeezes it, puts it down. */
    CARRY("carries the roller about and puts it down");

    private final String description;

    Scenario(String description) {
        this.description = description;
    }

    /** One line for people. */
    public String description() {
        return description;
    }

    /** Lower-case name, as typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The scenario with a name.
     *
     * @throws IllegalArgumentException naming all scenarios when there is none of that name.
     */
    public static Scenario ofWord(String word) {
        for (Scenario scenario : values()) {
            if (scenario.word().equals(word)) {
                return scenario;
            }
        }
        throw new IllegalArgumentException("there is no scenario '" + word + "'; there are " + words());
    }

    /** The names of all scenarios, for messages. */
    public static String words() {
        StringBuilder words = new StringBuilder();
        for (Scenario scenario : values()) {
            words.append(words.isEmpty() ? "" : ", ").append(scenario.word());
        }
        return words.toString();
    }
}
