package org.rollscope.calibration;

import java.util.List;
import org.rollscope.frame.PadGeometry;

/**
 * How a roller is calibrated: which loads, how often, how long.
 *
 * <p><b>Source.</b> {@code hardware/calibration/procedure.md}; domain study 5.4.
 *
 * @param loadsN weights for a pad, growing; 4 or more, up to 500.
 * @param repeatCount how often each pad goes up and down, 1 to 10.
 * @param settleMs wait after a load was put on before it is read, 500 to 60000.
 * @param readMs length of a reading, 500 to 60000.
 * @param restMs wait without load before a repeat, 0 to 600000.
 * @param conditioningCount presses before the first repeat, 0 to 100.
 * @param conditioningLoadN weight of such a press.
 * @param checkLoadsN weights for the whole roller; empty for no check.
 * @param checkTurnCount body angles at which each of these is laid on, 1 to 12.
 */
public record CalibrationPlan(
        List<Double> loadsN,
        int repeatCount,
        int settleMs,
        int readMs,
        int restMs,
        int conditioningCount,
        double conditioningLoadN,
        List<Double> checkLoadsN,
        int checkTurnCount) {
    /** Standard gravity: what a mass of one kilogram weighs. */
    public static final double GRAVITY_M_PER_S2 = 9.80665;

    private static final int FEWEST_LOADS_COUNT = 4;
    private static final double HIGHEST_LOAD_N = 500;
    /** About 2 kPa on a tile, where a contact's rim begins; record 0014. */
    private static final double LEAST_LOAD_TO_N = 2;
    /** About 50 kPa on a tile, a usual contact's mean pressure. */
    private static final double GREATEST_LOAD_FROM_N = 50;

    /** Refuses a plan that cannot give a curve. */
    public CalibrationPlan {
        loadsN = List.copyOf(loadsN);
        checkLoadsN = List.copyOf(checkLoadsN);
        if (loadsN.size() < FEWEST_LOADS_COUNT) {
            throw new IllegalArgumentException(
                    "a pad's curve needs " + FEWEST_LOADS_COUNT + " loads or more, was " + loadsN.size());
        }
        double before = 0;
        for (double loadN : loadsN) {
            if (!(loadN > before && loadN <= HIGHEST_LOAD_N)) {
                throw new IllegalArgumentException(
                        "loadsN must grow from over 0 to " + HIGHEST_LOAD_N + ", was " + loadsN);
            }
            before = loadN;
        }
        if (loadsN.get(0) > LEAST_LOAD_TO_N || before < GREATEST_LOAD_FROM_N) {
            throw new IllegalArgumentException(
                    "loadsN must begin at " + LEAST_LOAD_TO_N + " N (0.2 kg) or less and end at " + GREATEST_LOAD_FROM_N
                            + " N (5.1 kg) or more, or light and heavy contacts read wrong, was " + loadsN);
        }
        within("repeatCount", repeatCount, 1, 10);
        int readingCount = (2 * loadsN.size() - 1) * repeatCount;
        if (readingCount < PadCalibrationFit.FEWEST_POINTS_COUNT) {
            throw new IllegalArgumentException("a pad's curve needs " + PadCalibrationFit.FEWEST_POINTS_COUNT
                    + " readings or more, " + loadsN.size() + " loads and " + repeatCount + " repeat give "
                    + readingCount);
        }
        within("settleMs", settleMs, 500, 60_000);
        within("readMs", readMs, 500, 60_000);
        within("restMs", restMs, 0, 600_000);
        within("conditioningCount", conditioningCount, 0, 100);
        within("checkTurnCount", checkTurnCount, 1, 12);
        if (checkLoadsN.stream().anyMatch(loadN -> !(loadN > 0 && loadN <= HIGHEST_LOAD_N))) {
            throw new IllegalArgumentException(
                    "checkLoadsN must be over 0 to " + HIGHEST_LOAD_N + ", was " + checkLoadsN);
        }
    }

    private static void within(String name, int givenCount, int leastCount, int mostCount) {
        if (givenCount < leastCount || givenCount > mostCount) {
            throw new IllegalArgumentException(
                    name + " must be " + leastCount + ".." + mostCount + ", was " + givenCount);
        }
    }

    /** The standard procedure: masses of 0.1 to 16 kg, three repeats; 5, 10 and 20 kg on the whole roller. */
    public static CalibrationPlan standard() {
        return new CalibrationPlan(
                newtons(0.1, 0.5, 1, 2, 5, 10, 16),
                3,
                4000,
                2000,
                30_000,
                10,
                newtons(5).get(0),
                newtons(5, 10, 20),
                3);
    }

    /**
     * The standard procedure for a tool: across a ball or a stick lies no mass, so the sum of its pads is not looked at.
     *
     * @param geometry of its pads.
     */
    public static CalibrationPlan standard(PadGeometry geometry) {
        return standard().fitting(geometry);
    }

    /** The same without the check of the whole tool where no mass lies across it. */
    public CalibrationPlan fitting(PadGeometry geometry) {
        return geometry.tool().liesLevel() ? this : with(loadsN, repeatCount, List.of());
    }

    /** The same with other masses, each pad so often. */
    public CalibrationPlan with(List<Double> otherLoadsN, int otherRepeatCount, List<Double> otherCheckLoadsN) {
        return new CalibrationPlan(
                otherLoadsN,
                otherRepeatCount,
                settleMs,
                readMs,
                restMs,
                conditioningCount,
                conditioningLoadN,
                otherCheckLoadsN,
                checkTurnCount);
    }

    private static List<Double> newtons(double... massKg) {
        return java.util.Arrays.stream(massKg)
                .mapToObj(mass -> mass * GRAVITY_M_PER_S2)
                .toList();
    }
}
