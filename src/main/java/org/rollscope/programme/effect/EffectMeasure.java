package org.rollscope.programme.effect;

/** What is looked at to see whether a programme works, with how it is computed. */
public enum EffectMeasure {
    /** Days done of those planned (P1). */
    ADHERENCE(
            Unit.RATIO,
            0.1,
            "days planned",
            "sum of min(days done, days planned) over weeks / sum of days planned; weeks in which the plan of their first day has the place. A week of"
                    + " more than was planned does not make up for one of less."),
    /** Pain where the pressure was alike (T18). */
    PAIN(
            Unit.NRS,
            1,
            "sessions",
            "worst pain said in a session, of the sessions with one tool whose pressure at that moment lies within alike_pressure_ratio / 2 of the one that most"
                    + " sessions are near to; median of each week, median of all. Sessions without a word of pain are left out."),
    /** How soon tissue lets go (T3, T15). */
    RELEASE(
            Unit.MS,
            0,
            "sessions",
            "median time from the start of a hold to its release, of each session; median of each week, median of all. Holds that ended without a"
                    + " release are left out: shorter holds make this shorter too."),
    /** Held time under pressure (T6). */
    DOSE(
            Unit.MS,
            0,
            "sessions",
            "sum of the holds of at least credit_hold_ms in each week, from the week of the first session on; a week without one has 0. Median of the"
                    + " weeks."),
    /** Dose of right against left (T19). */
    DOSE_SIDES(
            Unit.RATIO,
            0.15,
            "sessions",
            "(right - left) / ((right + left) / 2) of pressure over time (Robinson 1987), -2 to 2, of all weeks; each week in which both sides were"
                    + " rolled gives a point. Only sessions with the tool that both sides were rolled with most often."),
    /** Pain of right against left (T19). */
    PAIN_SIDES(
            Unit.NRS,
            1,
            "sessions on the side with fewer",
            "median of right less left over all pairs of a session of the left and one of the right with the same tool whose pressures differ by at most"
                    + " alike_pressure_ratio; nothing from fewer than two sessions on either side."),
    /** How sore, a day and two days after rolling (P7). */
    SORENESS(Unit.NRS, 1, "notes", "soreness at that moment; median of each week, median of all."),
    /** Soreness later against before (P7). */
    SORENESS_CHANGE(
            Unit.NRS,
            1,
            "rollings",
            "soreness at that moment less soreness before, of rollings with a note of both; median of each week, median of all. It does not say what"
                    + " it would have been without rolling."),
    /** Range of motion before rolling: what lasts. */
    MOTION_LENGTH(
            Unit.MM, 0, "notes", "measure before rolling; median of each week, median of all. More is more motion."),
    /** The same as an angle. */
    MOTION_ANGLE(
            Unit.RAD, 0, "notes", "measure before rolling; median of each week, median of all. More is more motion."),
    /** Range of motion right after rolling against before: what passes. */
    MOTION_LENGTH_CHANGE(
            Unit.MM,
            0,
            "rollings",
            "measure right after less right before, of rollings with a note of both. This gain is known to pass within minutes to hours."),
    /** The same as an angle. */
    MOTION_ANGLE_CHANGE(
            Unit.RAD,
            0,
            "rollings",
            "measure right after less right before, of rollings with a note of both. This gain is known to pass within minutes to hours.");

    /** In what a figure is told. */
    public enum Unit {
        /** A share. */
        RATIO,
        /** Points of 0 to 10. */
        NRS,
        /** Milliseconds. */
        MS,
        /** Millimetres. */
        MM,
        /** Radians. */
        RAD;

        /** Lower-case name, as in files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Unit unit;
    private final double least;
    private final String counted;
    private final String formula;

    EffectMeasure(Unit unit, double least, String counted, String formula) {
        this.unit = unit;
        this.least = least;
        this.counted = counted;
        this.formula = formula;
    }

    /** Lower-case name, as in files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** For people. */
    public String words() {
        return switch (this) {
            case PAIN -> "pain at equal pressure";
            case RELEASE -> "time to release";
            case DOSE -> "held time a week";
            case DOSE_SIDES -> "dose, right against left";
            case PAIN_SIDES -> "pain at equal pressure, right less left";
            case MOTION_LENGTH, MOTION_ANGLE -> "range of motion";
            case MOTION_LENGTH_CHANGE, MOTION_ANGLE_CHANGE -> "range of motion, change";
            case ADHERENCE, SORENESS, SORENESS_CHANGE -> word().replace('_', ' ');
        };
    }

    /** In what it is told. */
    public Unit unit() {
        return unit;
    }

    /** Change over all weeks below which nobody would call it one, in the unit of the measure. */
    double least() {
        return least;
    }

    /** What its n counts. */
    public String counted() {
        return counted;
    }

    /** How it is computed, for people. */
    public String formula() {
        return formula;
    }
}
