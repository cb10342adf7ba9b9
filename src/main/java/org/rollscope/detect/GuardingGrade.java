package org.rollscope.detect;

import java.util.Locale;

/**
 * How strongly a pattern speaks for guarding; nothing here is a diagnosis.
 *
 * <p><b>Source.</b> domain study section 9.5.
 */
public enum GuardingGrade {
    /** Worth a look; no event by itself. */
    WATCH,
    /** The pattern is there. */
    SUSPECTED,
    /** The pattern is plain. */
    STRONG;

    /** Name of the figure from which the grade follows. */
    public static final String SCORE_RATIO = "score_ratio";

    private static final double STRONG_OVER_RATIO = 0.8;
    private static final double SUSPECTED_FROM_RATIO = 0.6;

    /** The grade of a score from 0 to 1. */
    public static GuardingGrade of(double scoreRatio) {
        if (scoreRatio > STRONG_OVER_RATIO) {
            return STRONG;
        }
        return scoreRatio >= SUSPECTED_FROM_RATIO ? SUSPECTED : WATCH;
    }

    /** The grade of an event. */
    public static GuardingGrade of(Figures figures) {
        return of(figures.value(SCORE_RATIO));
    }

    /** Lower-case name, as in messages and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
