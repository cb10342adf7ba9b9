package org.rollscope.simulation;

/**
 * A stream of random numbers that is the same on every machine and JDK.
 *
 * <p>Each use forks its own stream by a name, so that one more draw somewhere does not change all others.
 *
 * <p><b>Source.</b> SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014;
 * normal deviates by Marsaglia's polar method. <b>Threads.</b> One.
 */
final class SeededNoise {
    private static final long GOLDEN_RATIO_BITS = 0x9E3779B97F4A7C15L;
    private static final double UNIT_STEP_RATIO = 0x1.0p-53;

    private final long originBits;
    private long stateBits;
    private double spareRatio;
    private boolean hasSpare;

    SeededNoise(long seed) {
        originBits = mix(seed + GOLDEN_RATIO_BITS);
        stateBits = originBits;
    }

    /** An independent stream with a name. */
    SeededNoise fork(String streamName) {
        return new SeededNoise(originBits ^ mix(streamName.hashCode() * GOLDEN_RATIO_BITS));
    }

    /** Evenly spread, {@code low} included, {@code high} not. */
    double uniform(double low, double high) {
        return low + (high - low) * ((nextBits() >>> 11) * UNIT_STEP_RATIO);
    }

    /** Evenly spread whole number, both ends included. */
    int integer(int low, int high) {
        return low + (int) Math.floor(uniform(0, (double) high - low + 1));
    }

    /** True with a probability. */
    boolean chance(double probabilityRatio) {
        return uniform(0, 1) < probabilityRatio;
    }

    /** Normal with mean 0 and standard deviation 1. */
    double gaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spareRatio;
        }
        double first;
        double second;
        double squareSum;
        do {
            first = uniform(-1, 1);
            second = uniform(-1, 1);
            squareSum = first * first + second * second;
        } while (squareSum >= 1 || squareSum == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(squareSum) / squareSum);
        spareRatio = second * factor;
        hasSpare = true;
        return first * factor;
    }

    /** Normal, cut to a range. */
    double gaussianWithin(double mean, double standardDeviation, double low, double high) {
        return Math.max(low, Math.min(high, mean + standardDeviation * gaussian()));
    }

    private long nextBits() {
        stateBits += GOLDEN_RATIO_BITS;
        return mix(stateBits);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
