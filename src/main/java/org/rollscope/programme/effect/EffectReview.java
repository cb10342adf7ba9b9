package org.rollscope.programme.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.progress.Bout;
import org.rollscope.programme.progress.Medians;
import org.rollscope.programme.progress.PainChange;
import org.rollscope.programme.progress.PainSettings;
import org.rollscope.programme.progress.ProgressSettings;
import org.rollscope.session.Asymmetry;

/**
 * What weeks of sessions and notes show: every measure of {@link EffectMeasure} that there is something for.
 *
 * <p>It shows what went along with rolling, not what rolling did. <b>Threads.</b> Immutable.
 */
public final class EffectReview {
    private static final int WEEK_DAYS = 7;

    private final EffectSettings settings;
    private final ProgressSettings progress;
    private final PainSettings pain;

    /**
     * A review by these settings.
     *
     * @param settings when weeks show a trend.
     * @param progress which holds count.
     * @param pain which pressures are alike.
     */
    public EffectReview(EffectSettings settings, ProgressSettings progress, PainSettings pain) {
        this.settings = settings;
        this.progress = progress;
        this.pain = pain;
    }

    /** Every figure there is something for, place by place from the bottom up, then muscles by their sides. */
    public List<EffectFigure> review(Evidence evidence, Weeks weeks) {
        List<EffectFigure> figures = new ArrayList<>();
        List<Bout> within = evidence.history().bouts().stream()
                .filter(bout -> weeks.contains(bout.day()))
                .sorted(Comparator.comparing(Bout::day).thenComparing(Bout::sessionId))
                .toList();
        for (BodyPlace place : places(evidence, within)) {
            List<Bout> bouts =
                    within.stream().filter(bout -> bout.place().equals(place)).toList();
            adherence(evidence, weeks, place).ifPresent(figures::add);
            pain(bouts, weeks, place).ifPresent(figures::add);
            release(bouts, weeks, place).ifPresent(figures::add);
            dose(bouts, weeks, place).ifPresent(figures::add);
            figures.addAll(new NotedChanges(settings, weeks).of(place, notes(evidence, place)));
        }
        for (Muscle muscle : Muscle.values()) {
            List<Bout> left = side(within, muscle, Side.LEFT);
            List<Bout> right = side(within, muscle, Side.RIGHT);
            if (!left.isEmpty() && !right.isEmpty()) {
                doseSides(left, right, weeks, muscle).ifPresent(figures::add);
                painSides(left, right, muscle).ifPresent(figures::add);
            }
        }
        return figures;
    }

    private static List<BodyPlace> places(Evidence evidence, List<Bout> within) {
        Stream<BodyPlace> planned = evidence.plans().stream()
                .flatMap(plan -> plan.prescriptions().stream())
                .map(Prescription::place);
        Stream<BodyPlace> noted = evidence.notes().standing().stream().map(BodyNote.Observation::place);
        return Stream.of(planned, within.stream().map(Bout::place), noted)
                .flatMap(places -> places)
                .distinct()
                .sorted(BodyPlace.BOTTOM_UP)
                .toList();
    }

    private static List<BodyNote.Observation> notes(Evidence evidence, BodyPlace place) {
        return evidence.notes().standing().stream()
                .filter(note -> note.place().equals(place))
                .toList();
    }

    private static List<Bout> side(List<Bout> bouts, Muscle muscle, Side side) {
        BodyPlace place = new BodyPlace(muscle, side);
        return bouts.stream().filter(bout -> bout.place().equals(place)).toList();
    }

    private Optional<EffectFigure> adherence(Evidence evidence, Weeks weeks, BodyPlace place) {
        SortedMap<Integer, Double> weekly = new TreeMap<>();
        int plannedDaysCount = 0;
        int doneDaysCount = 0;
        for (int weekIndex = 0; weekIndex < weeks.weekCount(); weekIndex++) {
            LocalDate first = weeks.firstDay(weekIndex);
            Optional<Prescription> planned = evidence.planned(place, first);
            if (planned.isPresent()) {
                int asked = planned.get().dose().sessionsPerWeekCount();
                int done = Math.min(asked, evidence.history().doneDaysCount(place, first, first.plusDays(WEEK_DAYS)));
                weekly.put(weekIndex, done / (double) asked);
                plannedDaysCount += asked;
                doneDaysCount += done;
            }
        }
        return weekly.isEmpty()
                ? Optional.empty()
                : Optional.of(new EffectFigure(
                        EffectMeasure.ADHERENCE,
                        place.word(),
                        "",
                        plannedDaysCount,
                        doneDaysCount / (double) plannedDaysCount,
                        weekly,
                        trend(weekly, EffectMeasure.ADHERENCE)));
    }

    private Trend trend(SortedMap<Integer, Double> weekly, EffectMeasure measure) {
        return Trend.of(weekly, measure.least(), settings);
    }

    private Optional<EffectFigure> pain(List<Bout> bouts, Weeks weeks, BodyPlace place) {
        List<Bout> said =
                bouts.stream().filter(bout -> bout.response().hasPain()).toList();
        // The pressure that most sessions are near to; of several the lowest.
        Optional<Bout> middle = said.stream()
                .max(Comparator.<Bout>comparingInt(bout -> near(said, bout).size())
                        .thenComparing(bout -> -bout.response().painKpa()));
        return middle.map(bout -> {
            WeekFigures figures = new WeekFigures(weeks);
            near(said, bout)
                    .forEach(one -> figures.add(one.day(), one.response().painNrs()));
            return figures.figure(
                    EffectMeasure.PAIN,
                    place.word(),
                    "at " + Math.round(bout.response().painKpa()) + " kPa"
                            + with(bout.load().tool()),
                    settings);
        });
    }

    /** For people; who only has a roller need not be told of others. */
    private static String with(String tool) {
        return tool.equals("roller") ? "" : " with the " + tool.replace('_', ' ');
    }

    /** With the same tool; half the ratio on each side: any two of them differ by the ratio at most. */
    private List<Bout> near(List<Bout> said, Bout middle) {
        double middleKpa = middle.response().painKpa();
        return said.stream()
                .filter(middle::isWithToolOf)
                .filter(bout ->
                        Math.abs(bout.response().painKpa() - middleKpa) <= pain.alikePressureRatio() / 2 * middleKpa)
                .toList();
    }

    private Optional<EffectFigure> release(List<Bout> bouts, Weeks weeks, BodyPlace place) {
        WeekFigures figures = new WeekFigures(weeks);
        bouts.forEach(bout -> figures.add(bout.day(), bout.response().releaseAfterMs()));
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(figures.figure(EffectMeasure.RELEASE, place.word(), "", settings));
    }

    private Optional<EffectFigure> dose(List<Bout> bouts, Weeks weeks, BodyPlace place) {
        if (bouts.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<Integer, Double> weekly = new TreeMap<>();
        for (int weekIndex = weeks.weekIndex(bouts.get(0).day()); weekIndex < weeks.weekCount(); weekIndex++) {
            weekly.put(weekIndex, 0.0);
        }
        bouts.forEach(bout -> weekly.merge(
                weeks.weekIndex(bout.day()),
                java.util.Arrays.stream(bout.done().creditedMs(progress.creditHoldMs()))
                        .sum(),
                Double::sum));
        return Optional.of(new EffectFigure(
                EffectMeasure.DOSE,
                place.word(),
                "",
                bouts.size(),
                Medians.medianRatio(weekly.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()),
                weekly,
                trend(weekly, EffectMeasure.DOSE)));
    }

    /** Of the tool that both sides were rolled with most often; nothing where they share none. */
    private Optional<EffectFigure> doseSides(List<Bout> left, List<Bout> right, Weeks weeks, Muscle muscle) {
        return left.stream()
                .map(bout -> bout.load().tool())
                .filter(tool -> !Bout.with(tool, right).isEmpty())
                .distinct()
                .sorted()
                .max(Comparator.comparingInt(tool ->
                        Bout.with(tool, left).size() + Bout.with(tool, right).size()))
                .map(tool -> doseSides(tool, Bout.with(tool, left), Bout.with(tool, right), weeks, muscle));
    }

    private EffectFigure doseSides(String tool, List<Bout> left, List<Bout> right, Weeks weeks, Muscle muscle) {
        Map<Integer, Double> leftKpaS = weeklyKpaS(left, weeks);
        Map<Integer, Double> rightKpaS = weeklyKpaS(right, weeks);
        SortedMap<Integer, Double> weekly = new TreeMap<>();
        leftKpaS.forEach((weekIndex, doseKpaS) -> {
            double indexRatio = new Asymmetry(doseKpaS, rightKpaS.getOrDefault(weekIndex, Double.NaN)).indexRatio();
            if (!Double.isNaN(indexRatio)) {
                weekly.put(weekIndex, indexRatio);
            }
        });
        return new EffectFigure(
                EffectMeasure.DOSE_SIDES,
                muscle.word(),
                "left n " + left.size() + ", right n " + right.size() + with(tool),
                left.size() + right.size(),
                new Asymmetry(sumKpaS(leftKpaS), sumKpaS(rightKpaS)).indexRatio(),
                weekly,
                trend(weekly, EffectMeasure.DOSE_SIDES));
    }

    private static double sumKpaS(Map<Integer, Double> weeklyKpaS) {
        return weeklyKpaS.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Map<Integer, Double> weeklyKpaS(List<Bout> bouts, Weeks weeks) {
        Map<Integer, Double> weekly = new LinkedHashMap<>();
        bouts.forEach(
                bout -> weekly.merge(weeks.weekIndex(bout.day()), bout.load().doseKpaS(), Double::sum));
        return weekly;
    }

    private Optional<EffectFigure> painSides(List<Bout> left, List<Bout> right, Muscle muscle) {
        PainChange between = PainChange.between(left, right, pain.alikePressureRatio());
        return between.sessionCount() == 0
                ? Optional.empty()
                : Optional.of(new EffectFigure(
                        EffectMeasure.PAIN_SIDES,
                        muscle.word(),
                        "",
                        (int) between.sessionCount(),
                        between.isKnown() ? between.medianNrs() : Double.NaN,
                        new TreeMap<>(),
                        trend(new TreeMap<>(), EffectMeasure.PAIN_SIDES)));
    }
}
