package org.rollscope.simulation;

import java.util.List;
import java.util.Set;

/**
 * The scenarios that come with the product: ten kinds of athletes, and a roller that is only carried.
 *
 * <p><b>Source.</b> practice rules T1 to T11 for the coached athlete, cadences of domain study section 2 for the hurried one,
 * kinds of section 10.1.
 */
final class BuiltInScenarios {
    private static final Between PUT_DOWN_S = new Between(0.9, 1.6);

    private BuiltInScenarios() {}

    private static Between range(double low, double high) {
        return new Between(low, high);
    }

    private static Scenario scenario(
            String word, String description, Set<Trait> traits, Set<Confounder> confounders, Step... steps) {
        return new Scenario(word, description, RollerMake.REFERENCE, traits, confounders, List.of(steps));
    }

    private static Step slowSearch() {
        return new Step.Strokes(range(2, 4), range(22, 45), range(70, 150), range(0.58, 0.74));
    }

    static Scenario coached() {
        return scenario(
                "coached",
                "slow strokes and long holds, as a coach would ask for",
                Set.of(),
                Set.of(),
                new Step.Rest(PUT_DOWN_S),
                new Step.Press(range(1.1, 1.8), range(0.58, 0.70)),
                new Step.Repeat(
                        range(1, 2),
                        List.of(
                                slowSearch(),
                                new Step.Hold(range(25, 85), range(0.62, 0.80), true),
                                new Step.Maybe(
                                        0.4,
                                        List.of(
                                                new Step.Lapse(range(1, 2), range(1.5, 4.5), range(1.16, 1.33)),
                                                new Step.Press(range(6, 12), range(0.62, 0.76)))))),
                new Step.Lift(PUT_DOWN_S));
    }

    static Scenario hurried() {
        Step fast = new Step.Strokes(range(8, 16), range(200, 300), range(130, 260), range(0.56, 0.72));
        return scenario(
                "hurried",
                "fast strokes with hardly a pause",
                Set.of(),
                Set.of(),
                new Step.Rest(range(0.8, 1.5)),
                new Step.Press(range(0.5, 0.9), range(0.56, 0.68)),
                new Step.Repeat(
                        range(2, 3),
                        List.of(
                                fast,
                                new Step.Maybe(0.5, List.of(new Step.Press(range(1.3, 2), range(0.56, 0.70)), fast)),
                                new Step.Maybe(
                                        0.4,
                                        List.of(
                                                new Step.Strokes(
                                                        range(3, 5),
                                                        range(150, 220),
                                                        range(130, 220),
                                                        range(1.22, 1.32)),
                                                new Step.Strokes(
                                                        range(2, 4),
                                                        range(200, 300),
                                                        range(130, 220),
                                                        range(0.56, 0.70)))),
                                new Step.Maybe(0.5, List.of(new Step.Hold(range(4.5, 9), range(0.55, 0.75), false))))),
                new Step.Lift(range(0.5, 0.9)));
    }

    static Scenario overpresser() {
        return scenario(
                "overpresser",
                "presses beyond the ceiling again and again",
                Set.of(),
                Set.of(),
                new Step.Rest(PUT_DOWN_S),
                new Step.Press(range(0.4, 0.9), range(0.58, 0.74)),
                new Step.Repeat(
                        range(2, 3),
                        List.of(
                                new Step.Strokes(range(2, 4), range(40, 120), range(70, 160), range(0.55, 0.74)),
                                new Step.Hold(range(4.5, 12), range(0.62, 0.80), false),
                                new Step.Lapse(range(0.3, 0.9), range(1.5, 4.5), range(1.16, 1.33)),
                                new Step.Press(range(4, 8), range(0.58, 0.74)))),
                new Step.Lift(range(0.5, 1.2)));
    }

    static Scenario still() {
        return scenario(
                "still",
                "lies still on the roller and talks",
                Set.of(),
                Set.of(Confounder.TALKING),
                new Step.Rest(range(0.9, 2)),
                new Step.Press(range(1.2, 2.5), range(0.55, 0.70)),
                new Step.Repeat(range(3, 6), List.of(new Step.Press(range(6, 15), range(0.50, 0.78)))),
                new Step.Lift(range(0.9, 1.8)));
    }

    static Scenario carry() {
        return scenario(
                "carry",
                "carries the roller about and puts it down",
                Set.of(),
                Set.of(),
                new Step.Rest(range(1, 4)),
                new Step.Carry(range(4, 15)));
    }

    static Scenario guarder() {
        return scenario(
                "guarder",
                "tenses early and strongly, and is pressed into it",
                Set.of(Trait.GUARDS_EARLY),
                Set.of(),
                new Step.Rest(PUT_DOWN_S),
                new Step.Press(range(1, 1.8), range(0.45, 0.60)),
                new Step.Repeat(
                        range(1, 2),
                        List.of(
                                new Step.Strokes(range(2, 4), range(22, 60), range(70, 150), range(0.45, 0.60)),
                                new Step.Hold(range(10, 30), range(0.42, 0.60), true),
                                new Step.Press(range(0.5, 3), range(0.80, 1.10)),
                                new Step.Press(range(5, 15), range(0.80, 1.10)),
                                new Step.Press(range(1, 2), range(0.42, 0.58)),
                                new Step.Press(range(6, 15), range(0.42, 0.58)))),
                new Step.Lift(PUT_DOWN_S));
    }

    static Scenario onesided() {
        return scenario(
                "onesided",
                "lies towards one end of the roller",
                Set.of(Trait.AT_ONE_END),
                Set.of(),
                coached().steps().toArray(new Step[0]));
    }

    static Scenario fidgeter() {
        return scenario(
                "fidgeter",
                "never lies quite still: shifts, slips, leans",
                Set.of(),
                Set.of(),
                new Step.Rest(PUT_DOWN_S),
                new Step.Press(range(0.8, 1.5), range(0.55, 0.70)),
                new Step.Repeat(
                        range(2, 3),
                        List.of(
                                new Step.Strokes(range(2, 5), range(40, 120), range(60, 150), range(0.55, 0.72)),
                                new Step.Hold(range(5, 12), range(0.58, 0.72), true),
                                new Step.Repeat(
                                        range(2, 5),
                                        List.of(
                                                new Step.Shift(range(0.4, 1), range(0.50, 0.78), range(2, 9)),
                                                new Step.Press(range(3, 8), range(0.52, 0.76)),
                                                new Step.Maybe(
                                                        0.4, List.of(new Step.Slip(range(2.5, 5), range(2, 5)))))))),
                new Step.Lift(PUT_DOWN_S));
    }

    static Scenario armsupporter() {
        return scenario(
                "armsupporter",
                "carries much of the weight on tiring arms",
                Set.of(Trait.LEANS_ON_ARMS),
                Set.of(Confounder.FATIGUE),
                coached().steps().toArray(new Step[0]));
    }

    static Scenario vibrating() {
        return scenario(
                "vibrating",
                "a coached athlete on a roller with a motor in it",
                Set.of(),
                Set.of(Confounder.VIBRATION),
                coached().steps().toArray(new Step[0]));
    }

    static Scenario wall() {
        return scenario(
                "wall",
                "stands and presses the roller against a wall",
                Set.of(Trait.AGAINST_WALL),
                Set.of(),
                coached().steps().toArray(new Step[0]));
    }
}
