package org.rollscope.viewer.model;

/**
 * Something about one roller that a coach should look at now, or that has just ended.
 *
 * @param kind what.
 * @param open whether it goes on.
 * @param onsetNs when it was first heard, on the viewer's clock; alarms of a kind are listed in this order.
 * @param endedAgoMs time since it ended, 0 while it goes on.
 * @param reason what speaks for it: figures of over-pressure or of suspected guarding.
 */
public record Alarm(Kind kind, boolean open, long onsetNs, long endedAgoMs, Reason reason) {
    /** What can be the matter, the more pressing first. */
    public enum Kind {
        /** Mean pressure over the ceiling, or one tile over twice the ceiling. */
        OVERPRESSURE,
        /** A pattern as of a muscle that tenses against the roller; suspected, never more. */
        GUARDING
    }

    /**
     * The figures behind an alarm; NaN where nothing was said.
     *
     * @param meanKpa mean pressure now.
     * @param highestMeanKpa highest mean pressure since the onset.
     * @param highestPeakKpa highest pressure on one tile since the onset.
     * @param ceilingKpa ceiling in force.
     * @param scoreRatio highest score of guarding since the onset.
     */
    public record Reason(
            double meanKpa, double highestMeanKpa, double highestPeakKpa, double ceilingKpa, double scoreRatio) {
        static final Reason NONE = new Reason(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        /** The same with newer figures; those that are not known leave the older ones. */
        Reason with(double newMeanKpa, double newPeakKpa, double newCeilingKpa, double newScoreRatio) {
            return new Reason(
                    Double.isNaN(newMeanKpa) ? meanKpa : newMeanKpa,
                    larger(highestMeanKpa, newMeanKpa),
                    larger(highestPeakKpa, newPeakKpa),
                    Double.isNaN(newCeilingKpa) ? ceilingKpa : newCeilingKpa,
                    larger(scoreRatio, newScoreRatio));
        }

        private static double larger(double one, double other) {
            return Double.isNaN(one) || other > one ? other : one;
        }
    }
}
