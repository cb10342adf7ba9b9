package org.rollscope.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How accurate measuring and detecting were over many sessions, all together and group by group.
 *
 * <p><b>Threads.</b> Immutable.
 */
public final class Accuracy {
    /** The word of sessions that nothing disturbs, in the group of confounders. */
    public static final String NO_CONFOUNDER = "none";

    private static final String CONFOUNDER = "confounder";
    /** The same drawing for every report. */
    private static final long BOOTSTRAP_SEED = 20_261_121;
    /** How many more false alarms in ten minutes a confounder may cause: the issue's. */
    private static final Figure.Target CONFOUNDER_TARGET = new Figure.Target(1, false);

    private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN);

    private final EnumSet<EventKind> judged;
    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Reading>>> groups = new LinkedHashMap<>();

    /**
     * A figure and what it came to.
     *
     * @param figure which.
     * @param interval its value and interval.
     */
    public record Reading(Figure figure, Interval interval) {
        /** Whether its target is missed: measured, and not reached. */
        public boolean isMissed() {
            Figure.Target target = figure.target();
            return target != null && interval.isKnown() && !target.isHeldBy(interval.value());
        }
    }

    /**
     * Adds up.
     *
     * @param outcomes of the sessions, in an order that does not depend on who ran them.
     * @param drawCount drawings of the bootstrap, 1 or more.
     */
    public Accuracy(List<TrialOutcome> outcomes, int drawCount) {
        this(outcomes, drawCount, EnumSet.allOf(EventKind.class));
    }

    /**
     * Adds up what a tool can tell; figures of other kinds of events are not measured.
     *
     * @param outcomes of the sessions.
     * @param drawCount drawings of the bootstrap, 1 or more.
     * @param judged kinds of events that exist on the tool.
     */
    public Accuracy(List<TrialOutcome> outcomes, int drawCount, Set<EventKind> judged) {
        this.judged = EnumSet.copyOf(judged);
        Bootstrap bootstrap = new Bootstrap(drawCount, BOOTSTRAP_SEED);
        List<Figure> all = new ArrayList<>(Figures.TARGETS);
        all.addAll(Figures.OTHERS);
        for (EventKind kind : EventKind.values()) {
            for (Figure figure : Figures.of(kind)) {
                if (all.stream().noneMatch(known -> known.key().equals(figure.key()))) {
                    all.add(figure);
                }
            }
        }
        read(bootstrap, outcomes, all)
                .forEach(reading -> readings.put(reading.figure().key(), reading));
        TreeSet<String> dimensions = new TreeSet<>();
        outcomes.forEach(outcome -> dimensions.addAll(outcome.groups().keySet()));
        for (String dimension : dimensions) {
            Map<String, List<Reading>> byWord = new TreeMap<>();
            for (String word : words(outcomes, dimension)) {
                byWord.put(word, read(bootstrap, having(outcomes, dimension, word), Figures.TARGETS));
            }
            groups.put(dimension, byWord);
        }
        confounders(bootstrap, outcomes)
                .forEach(reading -> readings.put(reading.figure().key(), reading));
    }

    private List<Reading> read(Bootstrap bootstrap, List<TrialOutcome> outcomes, List<Figure> figures) {
        List<Interval> intervals = bootstrap.intervals(outcomes, figures);
        List<Reading> read = new ArrayList<>();
        for (int figureIndex = 0; figureIndex < figures.size(); figureIndex++) {
            Figure figure = figures.get(figureIndex);
            read.add(new Reading(figure, isJudged(figure) ? intervals.get(figureIndex) : UNKNOWN));
        }
        return read;
    }

    private boolean isJudged(Figure figure) {
        return EnumSet.complementOf(judged).stream()
                .noneMatch(kind -> figure.key().startsWith(kind.word() + "_"));
    }

    /** How many more false alarms of guarding each confounder brings than sessions without any. */
    private List<Reading> confounders(Bootstrap bootstrap, List<TrialOutcome> outcomes) {
        List<TrialOutcome> plain = having(outcomes, CONFOUNDER, NO_CONFOUNDER);
        List<Reading> rises = new ArrayList<>();
        for (String word : words(outcomes, CONFOUNDER)) {
            if (!word.equals(NO_CONFOUNDER) && !plain.isEmpty() && judged.contains(EventKind.GUARDING)) {
                Figure rise = new Figure(
                        "guarding_false_per_10_min_rise_by_" + word + "_count",
                        "guarding, more false in 10 min with " + word.replace('_', ' '),
                        Figure.Unit.RATE,
                        CONFOUNDER_TARGET,
                        new Figure.Formula(Figures.falseIn(EventKind.GUARDING, 10)));
                rises.add(new Reading(rise, bootstrap.difference(having(outcomes, CONFOUNDER, word), plain, rise)));
            }
        }
        return rises;
    }

    private static Set<String> words(List<TrialOutcome> outcomes, String dimension) {
        TreeSet<String> words = new TreeSet<>();
        for (TrialOutcome outcome : outcomes) {
            String word = outcome.groups().get(dimension);
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }

    private static List<TrialOutcome> having(List<TrialOutcome> outcomes, String dimension, String word) {
        Predicate<TrialOutcome> has = outcome -> word.equals(outcome.groups().get(dimension));
        return outcomes.stream().filter(has).toList();
    }

    /** Everything that was asked for, all sessions together. */
    public List<Reading> targets() {
        return readings.values().stream()
                .filter(reading -> reading.figure().target() != null)
                .toList();
    }

    /** All readings, all sessions together. */
    public List<Reading> readings() {
        return List.copyOf(readings.values());
    }

    /** What was asked for and is missed. */
    public List<Reading> missed() {
        return targets().stream().filter(Reading::isMissed).toList();
    }

    /** The reading of a figure by its key. */
    public Optional<Reading> reading(String key) {
        return Optional.ofNullable(readings.get(key));
    }

    /** The targets' figures by group and by word within the group, as scenario and coached. */
    public Map<String, Map<String, List<Reading>>> groups() {
        return Collections.unmodifiableMap(groups);
    }
}
