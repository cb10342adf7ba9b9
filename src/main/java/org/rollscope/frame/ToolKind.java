package org.rollscope.frame;

import java.util.Locale;

/** What kind of tool the pads sit on; it follows from the number of the pad geometry that the board declares. */
public enum ToolKind {
    /** A cylinder between limb and floor or wall: one axis, a limb's side and a floor's side. */
    ROLLER(true, true, true),
    /** A sphere between limb and floor or wall: no axis. */
    BALL(false, true, false),
    /** A bar that two hands press on a limb: it does not roll, nothing lies under it, its axis may point anywhere. */
    STICK(false, false, false);

    private final boolean level;
    private final boolean rolling;
    private final boolean soldInHardnesses;

    ToolKind(boolean level, boolean rolling, boolean soldInHardnesses) {
        this.level = level;
        this.rolling = rolling;
        this.soldInHardnesses = soldInHardnesses;
    }

    /** Whether it has an axis that lies level under a limb, so that gravity says how far it has rolled and which pads look up. */
    public boolean liesLevel() {
        return level;
    }

    /** Whether a limb rolls over it; otherwise it is pressed on, lifted and put down elsewhere. */
    public boolean rolls() {
        return rolling;
    }

    /** Whether the same pads come in several hardnesses, so that a setting must say which; otherwise the geometry does. */
    public boolean comesInHardnesses() {
        return soldInHardnesses;
    }

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
