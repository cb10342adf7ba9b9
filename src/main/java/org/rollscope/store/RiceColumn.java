package org.rollscope.store;

import java.util.zip.DataFormatException;

/**
 * Packs a column of 16-bit numbers without loss: what remains after a guess, in Rice's code.
 *
 * <p>Three guesses are tried, as sensors differ: the column's mean, for noise about a level, where differences would double the
 * noise; the number before; the number before and its step again. Layout: 2 bits guess, 4 bits Rice parameter (15: nothing
 * remains anywhere), mean or first number, zigzag, as 5 bits for its length and so many bits, then each remainder, zigzag: its upper part as so many ones and a zero, its lower
 * bits; one that is far off is {@value #MOST_ONES_COUNT} ones and 16 bits.
 *
 * <p><b>Source.</b> R. F. Rice, Some practical universal noiseless coding techniques, JPL 79-22, 1979; the choice among
 * predictors as in FLAC, RFC 9639. <b>Threads.</b> One.
 */
final class RiceColumn {
    private static final int ABOUT_MEAN = 0;
    private static final int FROM_LAST = 1;
    private static final int FROM_STEP = 2;
    private static final int NOTHING_REMAINS = 15;
    private static final int MOST_PARAMETER = 14;
    private static final int MOST_ONES_COUNT = 20;
    private static final int BASE_LENGTH_BITS = 5;

    private int[] remainders = new int[0];
    private int[] bestRemainders = new int[0];

    /**
     * Writes a column.
     *
     * @param values numbers; the lowest 16 bits count.
     * @param count how many of them, 1 or more.
     */
    void write(BitWriter bits, short[] values, int count) {
        if (remainders.length < count) {
            remainders = new int[count];
            bestRemainders = new int[count];
        }
        long bestBits = Long.MAX_VALUE;
        int bestGuess = 0;
        int bestParameter = 0;
        for (int guess = ABOUT_MEAN; guess <= FROM_STEP; guess++) {
            guess(guess, values, count);
            int parameter = parameter(count);
            long size = bitCount(parameter, count);
            if (size < bestBits) {
                bestBits = size;
                bestGuess = guess;
                bestParameter = parameter;
                int[] exchanged = bestRemainders;
                bestRemainders = remainders;
                remainders = exchanged;
            }
        }
        bits.put(bestGuess, 2);
        bits.put(bestParameter, 4);
        int base = zigzag((short) (bestGuess == ABOUT_MEAN ? mean(values, count) : values[0]));
        int baseBits = Integer.SIZE - Integer.numberOfLeadingZeros(base);
        bits.put(baseBits, BASE_LENGTH_BITS);
        bits.put(base, baseBits);
        for (int index = 0; bestParameter != NOTHING_REMAINS && index < count; index++) {
            put(bits, bestRemainders[index], bestParameter);
        }
    }

    private static void put(BitWriter bits, int remainder, int parameter) {
        int upper = remainder >>> parameter;
        if (upper >= MOST_ONES_COUNT) {
            bits.put(-1, MOST_ONES_COUNT);
            bits.put(remainder, Short.SIZE);
        } else {
            bits.put((1L << upper) - 1, upper + 1);
            bits.put(remainder, parameter);
        }
    }

    private void guess(int guess, short[] values, int count) {
        int mean = mean(values, count);
        for (int index = 0; index < count; index++) {
            int guessed =
                    switch (guess) {
                        case ABOUT_MEAN -> mean;
                        case FROM_LAST -> values[Math.max(0, index - 1)];
                        default -> stepOn(values, index);
                    };
            short remainder = (short) (values[index] - guessed);
            remainders[index] = zigzag(remainder);
        }
    }

    private static int zigzag(short value) {
        return ((value << 1) ^ (value >> 31)) & 0xFFFF;
    }

    private static int unzigzag(int coded) {
        return (coded >>> 1) ^ -(coded & 1);
    }

    private static int stepOn(short[] values, int index) {
        return index < 2 ? values[0] : 2 * values[index - 1] - values[index - 2];
    }

    private static int mean(short[] values, int count) {
        long sum = 0;
        for (int index = 0; index < count; index++) {
            sum += values[index];
        }
        return (int) Math.floorDiv(sum, (long) count);
    }

    /** The parameter that takes the fewest bits: near the logarithm of the mean remainder. */
    private int parameter(int count) {
        long sum = 0;
        for (int index = 0; index < count; index++) {
            sum += remainders[index];
        }
        if (sum == 0) {
            return NOTHING_REMAINS;
        }
        int near = Math.min(MOST_PARAMETER, Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, sum / count)));
        int best = near;
        for (int parameter = Math.max(0, near - 1); parameter <= Math.min(MOST_PARAMETER, near + 1); parameter++) {
            best = bitCount(parameter, count) < bitCount(best, count) ? parameter : best;
        }
        return best;
    }

    private long bitCount(int parameter, int count) {
        long sum = 0;
        for (int index = 0; parameter != NOTHING_REMAINS && index < count; index++) {
            int upper = remainders[index] >>> parameter;
            sum += upper >= MOST_ONES_COUNT ? MOST_ONES_COUNT + Short.SIZE : upper + 1 + parameter;
        }
        return sum;
    }

    /**
     * Reads a column.
     *
     * @param bits where it begins.
     * @param into takes the numbers.
     */
    static void read(BitReader bits, short[] into) throws DataFormatException {
        int guess = (int) bits.get(2);
        int parameter = (int) bits.get(4);
        int baseBits = (int) bits.get(BASE_LENGTH_BITS);
        int base = unzigzag((int) bits.get(baseBits));
        if (guess > FROM_STEP || baseBits > Short.SIZE) {
            throw new DataFormatException("it has a column that nobody can write");
        }
        for (int index = 0; index < into.length; index++) {
            int guessed = guess == ABOUT_MEAN || index == 0
                    ? base
                    : guess == FROM_LAST ? into[index - 1] : stepOn(into, index);
            into[index] = (short) (guessed + (parameter == NOTHING_REMAINS ? 0 : remainder(bits, parameter)));
        }
    }

    private static int remainder(BitReader bits, int parameter) throws DataFormatException {
        int upper = bits.ones(MOST_ONES_COUNT);
        int coded = upper == MOST_ONES_COUNT
                ? (int) bits.get(Short.SIZE)
                : (upper << parameter) | (int) bits.get(parameter);
        return unzigzag(coded);
    }
}
