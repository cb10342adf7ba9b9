package org.rollscope.programme.effect;

/** When something was felt or measured, by the rolling that it belongs to. <b>Source.</b> domain study 1.2 (P7) and 8.1. */
public enum NoteMoment {
    /** Before it. */
    BEFORE("before", 0),
    /** Right after it. */
    AFTER("after", 0),
    /** A day later. */
    NEXT_DAY("24h", 1),
    /** Two days later. */
    SECOND_DAY("48h", 2);

    private final String word;
    private final int laterDays;

    NoteMoment(String word, int laterDays) {
        this.word = word;
        this.laterDays = laterDays;
    }

    /** As it is typed and stands in files. */
    public String word() {
        return word;
    }

    /** For people, as it goes on behind "soreness". */
    public String words() {
        return switch (this) {
            case BEFORE -> "before rolling";
            case AFTER -> "right after rolling";
            case NEXT_DAY -> "24 h after rolling";
            case SECOND_DAY -> "48 h after rolling";
        };
    }

    /** Days from the rolling to this moment. */
    public int laterDays() {
        return laterDays;
    }
}
