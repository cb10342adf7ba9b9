package org.rollscope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How sure figures are: computed anew from sessions drawn with replacement, again and again.
 *
 * <p>Sessions are drawn, not frames: frames of one session are alike. The interval reaches from the 2.5th to the 97.5th
 * percentile. <b>Source.</b> B. Efron, R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13. <b>Threads.</b>
 * One; the same seed gives the same intervals.
 */
public final class Bootstrap {
    /** Drawings that settle the ends of an interval well enough for three digits. */
    public static final int DEFAULT_DRAW_COUNT = 1000;

    private static final double TAIL = 0.025;

    private final int drawCount;
    private final long seed;

    /**
     * Prepares the drawing.
     *
     * @param drawCount drawings, 1 or more.
     * @param seed of the drawing.
     */
    public Bootstrap(int drawCount, long seed) {
        this.drawCount = drawCount;
        this.seed = seed;
    }

    /** The figures of some sessions with their intervals, in the figures' order. */
    public List<Interval> intervals(List<TrialOutcome> outcomes, List<Figure> figures) {
        double[] value = values(outcomes, figures);
        double[][] draws = draws(outcomes, figures);
        List<Interval> intervals = new ArrayList<>();
        for (int figureIndex = 0; figureIndex < figures.size(); figureIndex++) {
            intervals.add(interval(value[figureIndex], draws[figureIndex]));
        }
        return intervals;
    }

    /** By how much a figure of some sessions lies over that of others, with its interval. */
    public Interval difference(List<TrialOutcome> some, List<TrialOutcome> others, Figure figure) {
        List<Figure> one = List.of(figure);
        double[] draws = draws(some, one)[0];
        double[] otherDraws = new Bootstrap(drawCount, seed + 1).draws(others, one)[0];
        for (int drawIndex = 0; drawIndex < drawCount; drawIndex++) {
            draws[drawIndex] -= otherDraws[drawIndex];
        }
        return interval(values(some, one)[0] - values(others, one)[0], draws);
    }

    private static double[] values(List<TrialOutcome> outcomes, List<Figure> figures) {
        Sums sums = new Sums();
        outcomes.forEach(outcome -> sums.add(outcome.sums, 1));
        return figures.stream().mapToDouble(figure -> figure.formula().of(sums)).toArray();
    }

    private double[][] draws(List<TrialOutcome> outcomes, List<Figure> figures) {
        double[][] draws = new double[figures.size()][drawCount];
        Random random = new Random(seed);
        Sums sums = new Sums();
        int[] times = new int[outcomes.size()];
        for (int drawIndex = 0; drawIndex < drawCount; drawIndex++) {
            Arrays.fill(times, 0);
            for (int drawn = 0; drawn < times.length; drawn++) {
                times[random.nextInt(times.length)]++;
            }
            sums.clear();
            for (int index = 0; index < times.length; index++) {
                if (times[index] > 0) {
                    sums.add(outcomes.get(index).sums, times[index]);
                }
            }
            for (int figureIndex = 0; figureIndex < figures.size(); figureIndex++) {
                draws[figureIndex][drawIndex] =
                        figures.get(figureIndex).formula().of(sums);
            }
        }
        return draws;
    }

    /** Drawings in which there was nothing to measure say nothing. */
    private static Interval interval(double value, double[] draws) {
        double[] known = Arrays.stream(draws)
                .filter(draw -> !Double.isNaN(draw))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return new Interval(value, Double.NaN, Double.NaN);
        }
        int lowIndex = (int) Math.floor(TAIL * known.length);
        return new Interval(value, known[lowIndex], known[known.length - 1 - lowIndex]);
    }
}
