package org.rollscope.viewer.review;

import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;

/**
 * What lies between two times of a session.
 *
 * @param lengthUs later less earlier.
 * @param meanStepKpa mean pressure at the later less that at the earlier; NaN when one lies where frames are missing.
 * @param meanKpa mean of the mean pressure of all frames from one to the other, both included; NaN without frames.
 * @param peakKpa highest pressure on one tile between.
 * @param frameCount frames between.
 * @param gapCount places between where frames are missing.
 */
record Difference(long lengthUs, double meanStepKpa, double meanKpa, double peakKpa, int frameCount, int gapCount) {
    /** Between two times; {@code reachUs} as of {@link Reading#at}. */
    static Difference between(ChartHistory tracks, long oneUs, long otherUs, long reachUs) {
        long fromUs = Math.min(oneUs, otherUs);
        long toUs = Math.max(oneUs, otherUs);
        Reading first = Reading.at(tracks, fromUs, reachUs);
        Reading last = Reading.at(tracks, toUs, reachUs);
        double sumKpa = 0;
        double peakKpa = Double.NaN;
        int frameCount = 0;
        int gapCount = 0;
        int begin = tracks.firstIndexFrom(fromUs);
        int index = begin;
        for (; index < tracks.count() && tracks.timeUs(index) <= toUs; index++) {
            sumKpa += tracks.value(Quantity.MEAN_PRESSURE, index);
            double hereKpa = tracks.value(Quantity.PEAK_PRESSURE, index);
            peakKpa = peakKpa >= hereKpa ? peakKpa : hereKpa;
            gapCount += tracks.gapBefore(index) ? 1 : 0;
            frameCount++;
        }
        boolean endsInGap = index < tracks.count() && tracks.gapBefore(index) && last == null;
        return new Difference(
                toUs - fromUs,
                first == null || last == null ? Double.NaN : last.meanKpa() - first.meanKpa(),
                frameCount == 0 ? Double.NaN : sumKpa / frameCount,
                peakKpa,
                frameCount,
                gapCount + (endsInGap ? 1 : 0));
    }
}
