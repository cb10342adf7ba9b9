package org.rollscope.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.rollscope.simulation.Between;
import org.rollscope.simulation.Step;

/**
 * A kind of step as a scenario file writes it: the record's name and components in snake case, and what each key may be.
 *
 * @param word as written.
 * @param type the record.
 * @param description for people.
 * @param keys in the order of the record's components.
 */
record StepWord(String word, Class<?> type, String description, List<Key> keys) {
    /** What a key holds. */
    enum Kind {
        /** {@code a..b} or one number. */
        RANGE,
        /** The same, of whole numbers. */
        COUNT,
        /** One number. */
        NUMBER,
        /** true or false. */
        FLAG,
        /** A list of steps. */
        STEPS
    }

    /**
     * A key of a step.
     *
     * @param name as written.
     * @param kind what it holds.
     * @param lowest smallest number, included; 0 where there is none.
     * @param highest largest number, included; 0 where there is none.
     * @param description for people, with the unit.
     */
    record Key(String name, Kind kind, double lowest, double highest, String description) {}

    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("rest", "the roller lies on the floor, the athlete beside it"),
            Map.entry("press", "the limb lies on the roller and the load changes"),
            Map.entry("strokes", "strokes to and fro"),
            Map.entry("hold", "a sustained hold"),
            Map.entry("lapse", "too much pressure at once, and back"),
            Map.entry("shift", "the weight shifts within a hold: another load, another place along the roller's axis"),
            Map.entry("slip", "a slow slip along the limb, too slow to be rolling"),
            Map.entry("lift", "the load is taken off"),
            Map.entry("carry", "the roller is in the athlete's hands"),
            Map.entry("repeat", "does steps several times"),
            Map.entry("maybe", "does steps or does not"));

    /** By key, or by step and key where a key means something else there. A stroke under 40 mm has no true name. */
    private static final Map<String, Key> KEYS = Map.ofEntries(
            key("seconds", Kind.RANGE, 0.001, 3600, "how long, s"),
            key("rise", Kind.RANGE, 0.001, 3600, "how long the load rises, s"),
            key("load", Kind.RANGE, 0, 2, "load at the end, as a share of the athlete's ceiling"),
            key("count", Kind.COUNT, 1, 1000, "how many"),
            key("speed_mm_per_s", Kind.RANGE, 1, 500, "speed of the contact along the limb, mm/s"),
            key("length_mm", Kind.RANGE, 40, 1000, "length of one, mm; shortened by the end of the muscle"),
            key("slip.length_mm", Kind.RANGE, 0, 40, "how far, mm, in either direction"),
            key("on_tender_spot", Kind.FLAG, 0, 0, "whether the athlete first rolls to a tender spot"),
            key("sideways_mm", Kind.RANGE, 0, 22, "how far along the roller's axis, mm, in either direction"),
            key("times", Kind.COUNT, 1, 1000, "how often"),
            key("chance_ratio", Kind.NUMBER, 0, 1, "how likely, 0 to 1"),
            key("steps", Kind.STEPS, 0, 0, "what"));

    /** Every kind of step, by name. */
    static final List<StepWord> ALL = Arrays.stream(Step.class.getPermittedSubclasses())
            .map(StepWord::of)
            .sorted(Comparator.comparing(StepWord::word))
            .toList();

    private static Map.Entry<String, Key> key(
            String path, Kind kind, double lowest, double highest, String description) {
        String name = path.substring(path.indexOf('.') + 1);
        return Map.entry(path, new Key(name, kind, lowest, highest, description));
    }

    private static StepWord of(Class<?> type) {
        String word = type.getSimpleName().toLowerCase(Locale.ROOT);
        List<Key> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = SettingsFile.snakeCase(component.getName());
            Key key = KEYS.getOrDefault(word + "." + name, KEYS.get(name));
            if (key == null || !fits(key.kind(), component.getType())) {
                throw new IllegalStateException("no ranges are known for " + word + "." + name);
            }
            keys.add(key);
        }
        return new StepWord(
                word, type, Objects.requireNonNull(STEPS.get(word), "no description of " + word), List.copyOf(keys));
    }

    private static boolean fits(Kind kind, Class<?> type) {
        return switch (kind) {
            case RANGE, COUNT -> type == Between.class;
            case NUMBER -> type == double.class;
            case FLAG -> type == boolean.class;
            case STEPS -> type == List.class;
        };
    }

    /** The words of all steps. */
    static List<String> words() {
        return ALL.stream().map(StepWord::word).toList();
    }
}
