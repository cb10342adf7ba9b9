package org.rollscope.programme;

import java.util.List;

/**
 * Every rule of practice of the domain study and what the software does about it; the table of the programme's page is made of this, and
 * a test holds the names of classes, settings and tests.
 *
 * <p><b>Source.</b> domain study 1.1 and 1.2, paraphrased there.
 */
public enum PracticeRule {
    /** Roll slowly over the target until a tender spot is found. */
    T1(
            "Roll slowly over the target until a tender spot is found",
            State.DONE,
            "A guided routine has a search before each spot; rolling over 150 mm/s is advised against",
            "AdviceRule, GuidedRoutine",
            "",
            "AdviceRuleTest, GuidedRoutineTest"),
    /** Stop and stay on the tender spot. */
    T2(
            "Stop and stay on the tender spot",
            State.PARTLY,
            "Holds are detected; the place of a hold on the limb is not remembered over sessions",
            "HoldDetector",
            "min_duration_ms",
            "HoldDetectorTest"),
    /** Stay until the tension lets go. */
    T3(
            "Stay until the tension lets go, usually 30 to 90 s",
            State.DONE,
            "Release is detected and advice moves on, at 90 s at the latest; preset sustained plans 30 to 90 s",
            "ReleaseDetector, AdviceRule, HoldPreset",
            "",
            "AdviceRuleTest, DaysWorkTest"),
    /** Rest on the spot for up to 20 s. */
    T4(
            "Rest on the spot for up to 20 s",
            State.DONE,
            "A hold under 20 s counts for nothing in a review; preset brief plans 20 s",
            "ProgressSettings, HoldPreset",
            "credit_hold_ms",
            "ProgressionTest"),
    /** Typical time 30 to 60 s. */
    T5(
            "Typical time 30 to 60 s, varies with person and condition",
            State.DONE,
            "Preset usual, and a hold for each muscle and side that a coach sets",
            "HoldPreset, PlanSetCommand",
            "",
            "PlanCommandTest"),
    /** Pressure. */
    T6(
            "Pressure, not rolling, releases the point",
            State.DONE,
            "Held and rolled time are two counters; only holds earn progress",
            "SessionSummary, Bout",
            "",
            "ProgressionTest"),
    /** Compression. */
    T7(
            "Compression, not shear, and sustained",
            State.DONE,
            "Pads measure the pressure across the skin; shear is neither measured nor scored",
            "FeatureExtractor",
            "",
            "FeatureExtractorTest"),
    /** The tissue twitches. */
    T8(
            "The tissue twitches, contracts, then lets go",
            State.DONE,
            "Short bursts before a release are marked, with low confidence",
            "ReleaseDetector",
            "",
            "ReleaseDetectorTest"),
    /** A muscle that tenses to resist gets too much pressure. */
    T9(
            "A muscle that tenses to resist gets too much pressure",
            State.DONE,
            "Suspected guarding advises to ease off, lowers the ceiling there at every second time, and takes the plan a step back",
            "GuardingDetector, BandRule, Progression",
            "guarding_sessions_count",
            "GuardingDetectorTest, ProgressionTest"),
    /** Breathe deeply and relax on the spot. */
    T10(
            "Breathe deeply and relax on the spot",
            State.DONE,
            "The first seconds of each hold of a guided routine say so; breathing in the force is not looked at",
            "Prompt, GuidedRoutine",
            "breathe_ms",
            "GuidedRoutineTest"),
    /** After release. */
    T11(
            "After release, move on slowly to the next tender spot",
            State.DONE,
            "A guided routine says so after a release or a hold as long as planned, and counts spots against the plan",
            "AdviceRule, Dose, GuidedRoutine",
            "",
            "AdviceRuleTest, GuidedRoutineTest"),
    /** Work from the bottom upwards. */
    T12(
            "Work from the bottom upwards",
            State.PARTLY,
            "A plan and the day's work are in that order; what was really rolled is not checked against it",
            "DaysWork, Plan",
            "",
            "DaysWorkTest"),
    /** Cover every muscle group. */
    T13(
            "Cover every muscle group",
            State.PARTLY,
            "Every planned muscle appears until its days are done; length under pressure is measured; done over planned is not shown as a share",
            "DaysWork, CoverageMap",
            "",
            "DaysWorkTest"),
    /** Inner thigh from the knee towards the groin. */
    T14(
            "Inner thigh from the knee towards the groin",
            State.NOT_YET,
            "The roller knows which way it turns but not which way the limb lies",
            "",
            "",
            ""),
    /** Slow work gives fast release. */
    T15(
            "Slow work gives fast release",
            State.DONE,
            "Speed and time to release are in every export; no claim is drawn from them",
            "Metric",
            "",
            "MetricsBuilderTest"),
    /** It should hurt somewhat but never unbearably. */
    T16(
            "It should hurt somewhat but never unbearably",
            State.PARTLY,
            "Pain of 8 takes the plan a step back, ends a ramp and a guided routine; outside of one it is only recorded",
            "PlaceWeek, RampWatch, GuidedRoutine",
            "stop_nrs",
            "ProgressionTest, AthleteRampCommandTest, GuidedRoutineTest"),
    /** Do not press so hard that the muscle is damaged. */
    T17(
            "Do not press so hard that the muscle is damaged",
            State.DONE,
            "Amber and ceiling in every session; no progress for who is over the personal ceiling",
            "OverpressureDetector, PlaceWeek",
            "on_ratio",
            "OverpressureDetectorTest, ProgressionTest"),
    /** Discomfort eases with repeated sessions. */
    T18(
            "Discomfort eases with repeated sessions",
            State.DONE,
            "Pain at equal pressure over weeks decides about progress and is shown; no trend is told from a few weeks",
            "PainChange, EffectReview, Trend",
            "alike_pressure_ratio, eased_nrs, least_weeks_count, chance_ratio",
            "ProgressionTest, TwelveWeeksTest, EffectReviewTest, TrendTest"),
    /** Balance sides. */
    T19(
            "Balance sides",
            State.DONE,
            "Both sides are planned; dose is compared with its index, and pain at equal pressure",
            "SideTotals, FirstPlan, EffectReview",
            "alike_pressure_ratio",
            "SideTotalsTest, DaysWorkTest, EffectReviewTest"),
    /** Some muscles need more time than others. */
    T20(
            "Some muscles need more time than others",
            State.DONE,
            "Each muscle and side has its own dose, which a coach sets and a review changes",
            "Prescription, PlanSetCommand",
            "",
            "PlanCommandTest"),
    /** Extreme care with very tight or cramping people. */
    T21(
            "Extreme care with very tight or cramping people",
            State.DONE,
            "The answer lowers the ceiling to 0.7, there or everywhere, until another answer",
            "GuidanceGate, CeilingFactor",
            "",
            "GuidanceGateTest, HealthCommandsTest"),
    /** May be daily. */
    P1(
            "May be daily; regular use is what helps",
            State.DONE,
            "Days a week are planned; too few of them earn no progress, and days done of those planned are shown",
            "Dose, PlaceWeek, EffectReview",
            "adherence_ratio",
            "ProgressionTest, EffectReviewTest"),
    /** Enough to ease pain. */
    P2(
            "Enough to ease pain, not enough to damage",
            State.DONE,
            "A planned band within the personal band; a guided routine says ease off over it",
            "Intensity, PressureBand, GuidedRoutine",
            "",
            "DaysWorkTest, BandRuleTest, GuidedRoutineTest"),
    /** 30 to 60 s typical. */
    P3("30 to 60 s typical", State.DONE, "As T5", "HoldPreset", "", "DaysWorkTest"),
    /** General or specific. */
    P4(
            "General or specific; the tool for the structure",
            State.DONE,
            "Type and tool are planned, a ball where the articles name one; roller, ball and stick are instrumented, and what each can tell follows from it",
            "Manner, FirstPlan, ToolProfile",
            "",
            "DaysWorkTest, ToolProfileTest"),
    /** Gradual progress. */
    P5(
            "Gradual progress; be ready to step back",
            State.DONE,
            "One variable a week by a tenth at most; back after guarding twice, a rise of pain, illness, a missed week",
            "Progression",
            "step_ratio, regress_ratio",
            "ProgressionTest, TwelveWeeksTest"),
    /** Before stretching. */
    P6(
            "Before stretching",
            State.DONE,
            "Context pre_stretch of a plan and of the day's work",
            "RollContext",
            "",
            "DaysWorkTest"),
    /** After training. */
    P7(
            "After training; less sore the next day",
            State.DONE,
            "Context post_workout, which a first plan has; soreness after 24 and 48 h is asked for with the day's work, noted and compared",
            "RollContext, DueNotes, BodyNote, EffectReview",
            "",
            "DaysWorkTest, DueNotesTest, EffectReviewTest, AthleteNoteCommandTest"),
    /** Before training only when warmed up. */
    P8(
            "Before training only when warmed up",
            State.DONE,
            "Such work is not due until somebody says that the athlete has warmed up",
            "DaysWork",
            "",
            "DaysWorkTest"),
    /** Combine with stretching and strengthening. */
    P9(
            "Combine with stretching and strengthening",
            State.LEFT_OUT,
            "Not measured by a roller, so not scored; a coach writes it into the reason of a change",
            "",
            "",
            ""),
    /** Does not replace a professional. */
    P10(
            "Does not replace a professional",
            State.DONE,
            "A standing notice wherever guidance starts; answers that refuse guidance send to a professional",
            "StandingNotice, GuidanceGate",
            "",
            "HealthCommandsTest, PlanCommandTest");

    /** How far a rule has got. */
    public enum State {
        /** It has its behaviour. */
        DONE,
        /** A part of it has. */
        PARTLY,
        /** It is meant to have one, and has none. */
        NOT_YET,
        /** It has none, for the reason given. */
        LEFT_OUT;

        /** For people. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    private final String says;
    private final State state;
    private final String behaviour;
    /** Names with commas between them, as the two below. */
    private final String classes;

    private final String settingsKeys;
    private final String tests;

    PracticeRule(String says, State state, String behaviour, String classes, String settingsKeys, String tests) {
        this.says = says;
        this.state = state;
        this.behaviour = behaviour;
        this.classes = classes;
        this.settingsKeys = settingsKeys;
        this.tests = tests;
    }

    /** What the rule says, in few words. */
    public String says() {
        return says;
    }

    /** How far it has got. */
    public State state() {
        return state;
    }

    /** What the software does, or why not. */
    public String behaviour() {
        return behaviour;
    }

    /** Simple names of the classes that do it. */
    public List<String> classes() {
        return names(classes);
    }

    /** Keys of the settings that tune it. */
    public List<String> settingsKeys() {
        return names(settingsKeys);
    }

    /** Simple names of the tests that hold it. */
    public List<String> tests() {
        return names(tests);
    }

    private static List<String> names(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(", ", -1));
    }

    /** All rules as the rows of a Markdown table. */
    public static String table() {
        StringBuilder table = new StringBuilder("""
                | rule | says | state | what the software does | where | settings | held by |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (PracticeRule rule : values()) {
            table.append("| ")
                    .append(String.join(
                            " | ",
                            rule.name(),
                            rule.says,
                            rule.state.word(),
                            rule.behaviour,
                            quoted(rule.classes()),
                            quoted(rule.settingsKeys()),
                            quoted(rule.tests())))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String quoted(List<String> names) {
        return names.isEmpty() ? "-" : "`" + String.join("`, `", names) + "`";
    }
}
