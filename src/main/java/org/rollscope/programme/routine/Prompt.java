package org.rollscope.programme.routine;

import java.util.Locale;
import org.rollscope.programme.plan.Tool;

/** What the athlete is told to do now. <b>Source.</b> Practice rules of the domain study 1.1, by their numbers. */
public enum Prompt {
    /** Lay the muscle on the roller. */
    SET_UP("lay it on the roller"),
    /** Roll slowly and look for a tender spot (T1). */
    FIND("roll slowly, look for a tender spot"),
    /** Rolling is too fast to find one (T1, T15). */
    SLOWER("slower"),
    /** Stay, breathe deeply and let go (T2, T10): the first breaths of a hold. */
    BREATHE("stay here, breathe deeply, let go"),
    /** Stay on the spot (T3). */
    HOLD("hold"),
    /** Too much, or the muscle tenses against it: take load off (T9, T17). */
    EASE_OFF("ease off"),
    /** It let go: move slowly on to the next spot (T11). */
    RELEASED("released, move slowly on"),
    /** Held long enough: move slowly on (T3). */
    MOVE_ON("long enough, move slowly on"),
    /** This muscle is done: come off the roller. */
    NEXT_MUSCLE("done here, come off"),
    /** Rest until the next place. */
    REST("rest"),
    /** All is done. */
    DONE("all done"),
    /** Unbearable pain: end here, and seek advice (T16). */
    STOP("stop, this is too much; seek advice");

    private final String words;

    Prompt(String words) {
        this.words = words;
    }

    /**
     * For people, in English.
     *
     * @param tool what with.
     */
    public String words(Tool tool) {
        return switch (this) {
            case SET_UP -> tool.rolls() ? "lay it on the " + tool.word() : "press the " + tool.word() + " on it";
            case FIND -> tool.rolls() ? words : "press here and there, look for a tender spot";
            case NEXT_MUSCLE -> tool.rolls() ? words : "done here, take it off";
            default -> words;
        };
    }

    /** Lower-case name, as in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The prompt with a lower-case word; an {@link IllegalArgumentException} when there is none. */
    public static Prompt ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
