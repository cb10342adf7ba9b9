package org.rollscope.frame;

import java.util.Locale;

/** What kind of tool the pads sit on; it follows from the number of the pad geometry that the board declares. */
public enum ToolKind {
    /** A cylinder between limb and floor or wall: one axis, a limb's side and a floor's side. */
    ROLLER,
    /** A sphere between limb and floor or wall: no axis. */
    BALL;

    /**
     * The kind with a lower-case name.
     *
     * @throws IllegalArgumentException naming all when there is none of that name.
     */
    public static ToolKind ofWord(String word) {
        for (ToolKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        StringBuilder words = new StringBuilder();
        for (ToolKind kind : values()) {
            words.append(words.isEmpty() ? "" : ", ").append(kind.word());
        }
        throw new IllegalArgumentException("a tool is one of " + words + ", was '" + word + "'");
    }

    /** Lower-case name, as in messages and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
