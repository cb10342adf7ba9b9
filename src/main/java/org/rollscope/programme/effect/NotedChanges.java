package org.rollscope.programme.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.progress.Medians;

/** Figures of what was noted about one muscle and side. */
final class NotedChanges {
    private final EffectSettings settings;
    private final Weeks weeks;

    NotedChanges(EffectSettings settings, Weeks weeks) {
        this.settings = settings;
        this.weeks = weeks;
    }

    /** What is noted alike: soreness, or one test. */
    private record Kind(String test, EffectMeasure level, EffectMeasure change) {}

    List<EffectFigure> of(BodyPlace place, List<BodyNote.Observation> notes) {
        Map<Kind, List<BodyNote.Observation>> byKind = new LinkedHashMap<>();
        notes.forEach(note ->
                byKind.computeIfAbsent(kind(note), none -> new ArrayList<>()).add(note));
        List<EffectFigure> figures = new ArrayList<>();
        byKind.forEach((kind, alike) -> figures.addAll(of(place, kind, alike)));
        return figures;
    }

    private static Kind kind(BodyNote.Observation note) {
        if (note instanceof BodyNote.MotionLength length) {
            return new Kind(length.test(), EffectMeasure.MOTION_LENGTH, EffectMeasure.MOTION_LENGTH_CHANGE);
        }
        if (note instanceof BodyNote.MotionAngle angle) {
            return new Kind(angle.test(), EffectMeasure.MOTION_ANGLE, EffectMeasure.MOTION_ANGLE_CHANGE);
        }
        return new Kind("", EffectMeasure.SORENESS, EffectMeasure.SORENESS_CHANGE);
    }

    private List<EffectFigure> of(BodyPlace place, Kind kind, List<BodyNote.Observation> notes) {
        List<EffectFigure> figures = new ArrayList<>();
        Map<LocalDate, Double> before = daily(notes, NoteMoment.BEFORE);
        boolean soreness = kind.level() == EffectMeasure.SORENESS;
        for (NoteMoment moment : NoteMoment.values()) {
            Map<LocalDate, Double> then = daily(notes, moment);
            WeekFigures level = new WeekFigures(weeks);
            WeekFigures change = new WeekFigures(weeks);
            then.forEach((day, value) -> {
                if (soreness ? moment.laterDays() > 0 : moment == NoteMoment.BEFORE) {
                    level.add(day, value);
                }
                if (moment != NoteMoment.BEFORE && (soreness || moment == NoteMoment.AFTER)) {
                    change.add(day, value - before.getOrDefault(day, Double.NaN));
                }
            });
            String detail = soreness ? moment.word() : kind.test();
            if (!level.isEmpty()) {
                figures.add(level.figure(kind.level(), place.word(), detail, settings));
            }
            if (!change.isEmpty()) {
                figures.add(change.figure(kind.change(), place.word(), detail, settings));
            }
        }
        return figures;
    }

    /** One value for each rolling: the median, when somebody noted twice. */
    private static Map<LocalDate, Double> daily(List<BodyNote.Observation> notes, NoteMoment moment) {
        Map<LocalDate, List<Double>> values = new TreeMap<>();
        notes.stream().filter(note -> note.moment() == moment).forEach(note -> values.computeIfAbsent(
                        note.rolledOn(), none -> new ArrayList<>())
                .add(value(note)));
        Map<LocalDate, Double> daily = new TreeMap<>();
        values.forEach((day, some) -> daily.put(
                day,
                Medians.medianRatio(
                        some.stream().mapToDouble(Double::doubleValue).toArray())));
        return daily;
    }

    private static double value(BodyNote.Observation note) {
        if (note instanceof BodyNote.Soreness sore) {
            return sore.sorenessNrs();
        }
        if (note instanceof BodyNote.MotionLength length) {
            return length.lengthMm();
        }
        return ((BodyNote.MotionAngle) note).angleRad();
    }
}
