package org.rollscope.evaluation;

/**
 * How well one kind of event was found.
 *
 * @param truthCount true events.
 * @param foundCount found events.
 * @param matchedCount true events that were found.
 * @param falseCount found events that match no true one.
 * @param boundaryErrorSumMs sum over the matched of the mean of onset and end error, absolute.
 */
public record EventScore(int truthCount, int foundCount, int matchedCount, int falseCount, double boundaryErrorSumMs) {
    /** Nothing to find, nothing found. */
    public static final EventScore NONE = new EventScore(0, 0, 0, 0, 0);

    /** Both together. */
    public EventScore plus(EventScore other) {
        return new EventScore(
                truthCount + other.truthCount,
                foundCount + other.foundCount,
                matchedCount + other.matchedCount,
                falseCount + other.falseCount,
                boundaryErrorSumMs + other.boundaryErrorSumMs);
    }

    /** The same several times over. */
    EventScore times(int factorCount) {
        return new EventScore(
                truthCount * factorCount,
                foundCount * factorCount,
                matchedCount * factorCount,
                falseCount * factorCount,
                boundaryErrorSumMs * factorCount);
    }

    /** Share of the found that are true; 1 when nothing was found. */
    public double precisionRatio() {
        return foundCount == 0 ? 1 : (double) (foundCount - falseCount) / foundCount;
    }

    /** Share of the true that were found; 1 when there was nothing to find. */
    public double recallRatio() {
        return truthCount == 0 ? 1 : (double) matchedCount / truthCount;
    }

    /** Harmonic mean of precision and recall. */
    public double f1Ratio() {
        double sum = precisionRatio() + recallRatio();
        return sum == 0 ? 0 : 2 * precisionRatio() * recallRatio() / sum;
    }

    /** Mean error of the matched boundaries, 0 without a match. */
    public double meanBoundaryErrorMs() {
        return matchedCount == 0 ? 0 : boundaryErrorSumMs / matchedCount;
    }
}
