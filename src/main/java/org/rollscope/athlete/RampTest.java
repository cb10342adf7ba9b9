package org.rollscope.athlete;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The athlete's own ramp test of one muscle and side: repeats of one day, of which the medians count.
 *
 * <p><b>Source.</b> domain study 3.4.
 *
 * @param muscle which muscle.
 * @param side which side.
 * @param date day, ISO-8601.
 * @param repeats 1 to 10; {@link #FULL_REPEAT_COUNT} make a full test.
 */
public record RampTest(Muscle muscle, Side side, String date, List<RampRepeat> repeats) {
    /** Repeats of a full test. */
    public static final int FULL_REPEAT_COUNT = 3;
    /** Days after which a test is to be repeated. */
    public static final int FRESH_DAYS_COUNT = 28;

    private static final int MOST_REPEATS_COUNT = 10;

    /** Copies the list and refuses what is no test. */
    public RampTest {
        ProfileDate.check("date", date);
        repeats = List.copyOf(repeats);
        if (repeats.isEmpty() || repeats.size() > MOST_REPEATS_COUNT) {
            throw new IllegalArgumentException(
                    "a ramp test has 1.." + MOST_REPEATS_COUNT + " repeats, was " + repeats.size());
        }
    }

    /** Medians of the repeats. */
    public RampRepeat median() {
        return new RampRepeat(
                medianKpa(RampRepeat::pain3Kpa), medianKpa(RampRepeat::pain6Kpa), medianKpa(RampRepeat::pain7Kpa));
    }

    private double medianKpa(ToDoubleFunction<RampRepeat> pressureKpa) {
        double[] sorted = repeats.stream().mapToDouble(pressureKpa).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
