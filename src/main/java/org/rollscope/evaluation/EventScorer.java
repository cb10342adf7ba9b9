package org.rollscope.evaluation;

import java.util.List;

/**
 * Compares found events with true ones, each true one matched to at most one found.
 *
 * <p><b>Threads.</b> Stateless.
 */
public final class EventScorer {
    private final long toleranceMs;

    /**
     * Sets the tolerance.
     *
     * @param toleranceMs largest error of a boundary, 0 or more.
     */
    public EventScorer(long toleranceMs) {
        this.toleranceMs = toleranceMs;
    }

    /** Scores events whose onset and end must both lie within the tolerance, as holds and rolls. */
    public EventScore boundaries(List<Span> truth, List<Span> found) {
        boolean[] used = new boolean[found.size()];
        int matchedCount = 0;
        double errorSumMs = 0;
        for (Span real : truth) {
            for (int foundIndex = 0; foundIndex < found.size(); foundIndex++) {
                Span seen = found.get(foundIndex);
                long startErrorMs = Math.abs(seen.startMs() - real.startMs());
                long endErrorMs = Math.abs(seen.endMs() - real.endMs());
                if (!used[foundIndex] && startErrorMs <= toleranceMs && endErrorMs <= toleranceMs) {
                    used[foundIndex] = true;
                    matchedCount++;
                    errorSumMs += (startErrorMs + endErrorMs) / 2.0;
                    break;
                }
            }
        }
        return new EventScore(truth.size(), found.size(), matchedCount, found.size() - matchedCount, errorSumMs);
    }

    /** Scores alarms: a true event counts as found when an alarm touches it, an alarm as false when it touches none. */
    public EventScore alarms(List<Span> truth, List<Span> found) {
        int matchedCount = 0;
        double errorSumMs = 0;
        for (Span real : truth) {
            for (Span seen : found) {
                if (seen.overlaps(real, toleranceMs)) {
                    matchedCount++;
                    errorSumMs += Math.abs(seen.startMs() - real.startMs());
                    break;
                }
            }
        }
        int falseCount = 0;
        for (Span seen : found) {
            boolean touches = truth.stream().anyMatch(real -> seen.overlaps(real, toleranceMs));
            falseCount += touches ? 0 : 1;
        }
        return new EventScore(truth.size(), found.size(), matchedCount, falseCount, errorSumMs);
    }

    /** Scores moments, as releases: each true onset is matched to the nearest found onset within the tolerance. */
    public EventScore onsets(List<Span> truth, List<Span> found) {
        boolean[] used = new boolean[found.size()];
        int matchedCount = 0;
        double errorSumMs = 0;
        for (Span real : truth) {
            int nearestIndex = -1;
            long nearestMs = toleranceMs;
            for (int foundIndex = 0; foundIndex < found.size(); foundIndex++) {
                long errorMs = Math.abs(found.get(foundIndex).startMs() - real.startMs());
                if (!used[foundIndex] && errorMs <= nearestMs) {
                    nearestIndex = foundIndex;
                    nearestMs = errorMs;
                }
            }
            if (nearestIndex >= 0) {
                used[nearestIndex] = true;
                matchedCount++;
                errorSumMs += nearestMs;
            }
        }
        return new EventScore(truth.size(), found.size(), matchedCount, found.size() - matchedCount, errorSumMs);
    }
}
