package org.rollscope.programme.plan;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

/** A plan to begin with; a coach then changes what the person needs. <b>Source.</b> doses of record 0044, chosen by us. */
public final class FirstPlan {
    /** Muscles of a plan when nobody names others: the legs, bottom-up. */
    public static final List<Muscle> USUAL_MUSCLES =
            List.of(Muscle.CALF, Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES);

    private static final double FLOOR_RATIO = 0.5;
    private static final int SPOT_COUNT = 2;

    private FirstPlan() {}

    /** Where a muscle is rolled: on both sides, or in the middle of the back. */
    public static List<BodyPlace> places(Muscle muscle) {
        return switch (muscle) {
            case LUMBAR, THORACIC, NECK -> List.of(new BodyPlace(muscle, Side.MIDDLE));
            case FOOT,
                    CALF,
                    TIBIALIS_ANTERIOR,
                    QUADRICEPS,
                    HAMSTRINGS,
                    LATERAL_THIGH,
                    ADDUCTORS,
                    GLUTES,
                    LATISSIMUS,
                    PECTORALS,
                    FOREARM -> List.of(new BodyPlace(muscle, Side.LEFT), new BodyPlace(muscle, Side.RIGHT));
        };
    }

    /** The tool that the articles name for a muscle. <b>Source.</b> domain study 1.3. */
    public static Tool tool(Muscle muscle) {
        return switch (muscle) {
            case FOOT, PECTORALS, FOREARM, NECK -> Tool.BALL;
            case CALF,
                    TIBIALIS_ANTERIOR,
                    QUADRICEPS,
                    HAMSTRINGS,
                    LATERAL_THIGH,
                    ADDUCTORS,
                    GLUTES,
                    LUMBAR,
                    THORACIC,
                    LATISSIMUS -> Tool.ROLLER;
        };
    }

    /** What is planned first for a muscle and side. */
    public static Prescription prescription(BodyPlace place, Experience experience, HoldPreset preset, String date) {
        return new Prescription(
                place.muscle(),
                place.side(),
                preset,
                new Dose(sessionsPerWeekCount(experience), preset.firstHoldMs(), SPOT_COUNT),
                new Intensity(FLOOR_RATIO, ceilingRatio(experience)),
                new Manner(WorkType.GENERAL, tool(place.muscle()), RollContext.POST_WORKOUT),
                date);
    }

    /**
     * The first version of a plan.
     *
     * @param athleteId pseudonym.
     * @param experience of the person.
     * @param preset how long spots are held.
     * @param places what is to be rolled.
     * @param date its day.
     */
    public static Plan of(
            String athleteId, Experience experience, HoldPreset preset, List<BodyPlace> places, String date) {
        List<Prescription> prescriptions = new ArrayList<>();
        for (BodyPlace place : places) {
            prescriptions.add(prescription(place, experience, preset, date));
        }
        return new Plan(
                athleteId,
                new PlanOrigin(1, 0, date, "rollscope", "a plan to begin with, experience " + experience.word()),
                date,
                prescriptions,
                List.of());
    }

    private static int sessionsPerWeekCount(Experience experience) {
        return switch (experience) {
            case NEW, UNSTATED -> 3;
            case SOME -> 4;
            case REGULAR -> 5;
        };
    }

    private static double ceilingRatio(Experience experience) {
        return switch (experience) {
            case NEW, UNSTATED -> 0.7;
            case SOME -> 0.8;
            case REGULAR -> 0.9;
        };
    }
}
