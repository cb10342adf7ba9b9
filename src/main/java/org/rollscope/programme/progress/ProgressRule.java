package org.rollscope.programme.progress;

/** Rules of the weekly review, in the order in which they are asked; the first that holds decides. */
public enum ProgressRule {
    /** Left out by the screening. */
    LEFT_OUT(Kind.KEEP),
    /** Ill in the time under review (P5). */
    ILLNESS(Kind.REGRESS),
    /** No session in the last seven days (P5). */
    MISSED_WEEK(Kind.REGRESS),
    /** Suspected guarding in several sessions (T9, P5). */
    GUARDING(Kind.REGRESS),
    /** Pain so high that one should stop (T16). */
    PAIN_STOP(Kind.REGRESS),
    /** Pain rose at equal pressure (P5). */
    PAIN_RISE(Kind.REGRESS),
    /** A step back is due, but the plan is at its least already. */
    AT_LEAST(Kind.KEEP),
    /** Half of the sessions or more were over the personal ceiling (T17). */
    OVER_CEILING(Kind.KEEP),
    /** Too few of the planned days (P1). */
    FEW_SESSIONS(Kind.KEEP),
    /** Holds shorter than planned. */
    SHORT_HOLDS(Kind.KEEP),
    /** Pain higher than anything is gained by. */
    HIGH_PAIN(Kind.KEEP),
    /** The personal ceiling rose: that is this week's one change. */
    CEILING_ROSE(Kind.KEEP),
    /** More was done for weeks, and nothing eased. */
    NO_GAIN(Kind.KEEP),
    /** There is nothing left to raise. */
    AT_MOST(Kind.KEEP),
    /** All is well. */
    ON_TRACK(Kind.PROGRESS);

    /** What a rule leads to. */
    public enum Kind {
        /** One variable rises. */
        PROGRESS,
        /** Nothing changes. */
        KEEP,
        /** One variable falls. */
        REGRESS;

        /** Lower-case name, as in files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Kind kind;

    ProgressRule(Kind kind) {
        this.kind = kind;
    }

    /** What it leads to. */
    public Kind kind() {
        return kind;
    }

    /** Lower-case name, as in files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
