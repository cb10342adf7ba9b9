package org.rollscope.programme.progress;

/**
 * Four kinds of athletes to try the weekly review on. What they do is assumed, not measured: pain is 7 times the share of the ceiling to
 * the power 1.3 (domain study 10.4), less what eased; every planned day is done, at 95 % of the planned pressure; pain is said in whole
 * numbers; guarding is suspected whenever the pressure is meant to be over the ceiling, and never else.
 */
public enum Archetype {
    /** Eases. */
    IMPROVING(
            "does what is planned; pain at equal pressure eases by 8 % a week, down to 40 %; releases come sooner",
            0.08, 0.6),
    /** Nothing eases. */
    PLATEAU("does what is planned; pain at equal pressure and the time to release stay", 0, 0),
    /** Presses too hard at first. */
    OVER_PRESSER(
            "presses 12 % over the ceiling in weeks 1 to 6, and guarding is then suspected in every session; does what is"
                    + " planned from week 7 on, and pain eases by 3 % a week",
            0.03, 0.4),
    /** Is ill in week 6. */
    ILL_IN_WEEK_6(
            "as who improves, but ill and without a session in week 6, well and screened again at its end", 0.08, 0.6);

    private static final double BELOW_PLANNED_RATIO = 0.95;

    private final String assumption;
    private final double easedPerWeekRatio;
    private final double mostEasedRatio;

    Archetype(String assumption, double easedPerWeekRatio, double mostEasedRatio) {
        this.assumption = assumption;
        this.easedPerWeekRatio = easedPerWeekRatio;
        this.mostEasedRatio = mostEasedRatio;
    }

    /** What is assumed of them, for people. */
    public String assumption() {
        return assumption;
    }

    /** Share of the pain that is gone in a week, counted from 1. */
    double easedRatio(int weekIndex) {
        return Math.min(mostEasedRatio, easedPerWeekRatio * (weekIndex - 1));
    }

    /** Whether the athlete is ill in a week. */
    boolean isIll(int weekIndex) {
        return this == ILL_IN_WEEK_6 && weekIndex == 6;
    }

    /** Share of the personal ceiling at which the athlete rolls, when so much is planned. */
    double loadRatio(int weekIndex, double plannedRatio) {
        return this == OVER_PRESSER && weekIndex <= 6 ? 1.12 : BELOW_PLANNED_RATIO * plannedRatio;
    }

    /** Lower-case name, as in documents. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
