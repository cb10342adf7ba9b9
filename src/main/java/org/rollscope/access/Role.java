package org.rollscope.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user is to the rollers. */
public enum Role {
    /** A roller's service: writes its own topics and answers, hears its own commands, nothing else. */
    ROLLER,
    /** Reads everything and commands. */
    COACH,
    /** Reads what rollers tell, but no answers to others. */
    VIEWER,
    /** Reads everything, and who was answered what; does not command. */
    RESEARCHER;

    /** As in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
