package org.rollscope.session;

/**
 * Kendall's count over the sessions of one muscle and side: in how many pairs the later one had more, and in how many less.
 *
 * <p>It says what was seen, no more: with few sessions chance alone orders them. <b>Source.</b> Kendall 1938.
 *
 * @param pairCount pairs of sessions.
 * @param higherCount of them those in which the later one had more.
 * @param lowerCount those in which it had less.
 */
public record TrendPairs(int pairCount, int higherCount, int lowerCount) {
    /** Two points always make a line: below three nothing is said about a trend. */
    public static final int FEWEST_SESSIONS_COUNT = 3;

    /**
     * Counts.
     *
     * @param values one for each session, in the order of time; those that are not known are left out.
     */
    public static TrendPairs of(double[] values) {
        int pairCount = 0;
        int higherCount = 0;
        int lowerCount = 0;
        for (int later = 1; later < values.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (!Double.isNaN(values[later]) && !Double.isNaN(values[earlier])) {
                    pairCount++;
                    higherCount += values[later] > values[earlier] ? 1 : 0;
                    lowerCount += values[later] < values[earlier] ? 1 : 0;
                }
            }
        }
        return new TrendPairs(pairCount, higherCount, lowerCount);
    }
}
