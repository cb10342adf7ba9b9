package org.rollscope.viewer.review;

import org.jspecify.annotations.Nullable;
import org.rollscope.detect.Activity;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;

/**
 * What stands in the tracks at a time: one frame as it is, nothing between frames is made up.
 *
 * @param index of the frame.
 * @param timeUs its time.
 * @param meanKpa mean pressure.
 * @param peakKpa peak pressure.
 * @param speedMmPerS speed.
 * @param activity state.
 * @param overpressure whether an overpressure was open.
 */
record Reading(
        int index,
        long timeUs,
        double meanKpa,
        double peakKpa,
        double speedMmPerS,
        Activity activity,
        boolean overpressure) {
    /**
     * The frame nearest to a time; null before the first, after the last, and where frames are missing.
     *
     * @param tracks of a session.
     * @param timeUs session time.
     * @param reachUs how far beside a gap a frame may be told, a frame's period.
     */
    static @Nullable Reading at(ChartHistory tracks, long timeUs, long reachUs) {
        int after = tracks.firstIndexFrom(timeUs);
        if (after < tracks.count() && tracks.timeUs(after) == timeUs) {
            return of(tracks, after);
        }
        if (after == 0 || after == tracks.count()) {
            return null;
        }
        boolean afterIsNearer = tracks.timeUs(after) - timeUs <= timeUs - tracks.timeUs(after - 1);
        Reading nearest = of(tracks, afterIsNearer ? after : after - 1);
        boolean inGap = tracks.gapBefore(after) && Math.abs(nearest.timeUs() - timeUs) > reachUs;
        return inGap ? null : nearest;
    }

    /** One frame. */
    static Reading of(ChartHistory tracks, int index) {
        return new Reading(
                index,
                tracks.timeUs(index),
                tracks.value(Quantity.MEAN_PRESSURE, index),
                tracks.value(Quantity.PEAK_PRESSURE, index),
                tracks.value(Quantity.SPEED, index),
                tracks.activity(index),
                tracks.overpressure(index));
    }
}
