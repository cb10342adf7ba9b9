package org.rollscope.simulation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a simulated athlete does, on which roller, and what disturbs it.
 *
 * @param word its name, as typed.
 * @param description one line for people.
 * @param make the roller.
 * @param traits what sets the athlete apart.
 * @param confounders what disturbs.
 * @param steps what the athlete does, over and over.
 */
public record Scenario(
        String word,
        String description,
        RollerMake make,
        Set<Trait> traits,
        Set<Confounder> confounders,
        List<Step> steps) {

    /** Slow strokes, ramped loading, holds of 20 to 60 s, now and then a moment of too much pressure. */
    public static final Scenario COACHED = BuiltInScenarios.coached();
    /** Fast strokes, hardly a pause, now and then leaning in too hard. */
    public static final Scenario HURRIED = BuiltInScenarios.hurried();
    /** Presses beyond the ceiling again and again, and abruptly. */
    public static final Scenario OVERPRESSER = BuiltInScenarios.overpresser();
    /** Lies still on the roller: sways, breathes, talks, never rolls. */
    public static final Scenario STILL = BuiltInScenarios.still();
    /** Carries the roller about, squeezes it, puts it down. */
    public static final Scenario CARRY = BuiltInScenarios.carry();

    private static final List<Scenario> ALL = List.of(
            COACHED,
            HURRIED,
            OVERPRESSER,
            STILL,
            CARRY,
            BuiltInScenarios.guarder(),
            BuiltInScenarios.onesided(),
            BuiltInScenarios.fidgeter(),
            BuiltInScenarios.armsupporter(),
            BuiltInScenarios.vibrating(),
            BuiltInScenarios.wall());

    /** Copies the collections and refuses a scenario in which nothing happens. */
    public Scenario {
        traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
        confounders = confounders.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(confounders));
        steps = List.copyOf(steps);
        if (steps.stream().noneMatch(Scenario::happens)) {
            throw new IllegalArgumentException("a scenario needs a step that always happens");
        }
    }

    /** Whether a step happens in every round: who waits for one that never does waits for ever. */
    private static boolean happens(Step step) {
        if (step instanceof Step.Repeat repeat) {
            return Math.round(repeat.times().low()) >= 1
                    && repeat.steps().stream().anyMatch(Scenario::happens);
        }
        return !(step instanceof Step.Maybe);
    }

    /** The built-in scenarios. */
    public static List<Scenario> all() {
        return ALL;
    }

    /** The same on another roller. */
    public Scenario on(RollerMake otherMake) {
        return new Scenario(word, description, otherMake, traits, confounders, steps);
    }

    /** The same with other disturbances. */
    public Scenario disturbedBy(Set<Confounder> others) {
        return new Scenario(word, description, make, traits, others, steps);
    }

    /**
     * The built-in scenario with a name.
     *
     * @throws IllegalArgumentException naming all scenarios when there is none of that name.
     */
    public static Scenario ofWord(String word) {
        return ALL.stream()
                .filter(scenario -> scenario.word.equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no scenario '" + word + "'; there are " + words()));
    }

    /** The names of all built-in scenarios, for messages. */
    public static String words() {
        return String.join(", ", ALL.stream().map(Scenario::word).toList());
    }

    @Override
    public String toString() {
        return word;
    }
}
