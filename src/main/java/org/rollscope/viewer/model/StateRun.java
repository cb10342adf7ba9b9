package org.rollscope.viewer.model;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.detect.Activity;

/**
 * A stretch of time in one state.
 *
 * @param fromUs first frame.
 * @param toUs first frame that is different, or last frame before a gap.
 * @param activity state.
 * @param overpressure whether an overpressure was open.
 */
public record StateRun(long fromUs, long toUs, Activity activity, boolean overpressure) {
    /** The runs between two times, gaps left out. */
    public static List<StateRun> between(ChartHistory history, long fromUs, long toUs) {
        List<StateRun> runs = new ArrayList<>();
        int index = history.firstIndexFrom(fromUs);
        while (index < history.count() && history.timeUs(index) <= toUs) {
            int next = index + 1;
            while (next < history.count() && continues(history, index, next)) {
                next++;
            }
            boolean endsAtGap = next >= history.count() || history.gapBefore(next);
            runs.add(new StateRun(
                    history.timeUs(index),
                    history.timeUs(endsAtGap ? next - 1 : next),
                    history.activity(index),
                    history.overpressure(index)));
            index = next;
        }
        return runs;
    }

    private static boolean continues(ChartHistory history, int index, int next) {
        return !history.gapBefore(next)
                && history.activity(next) == history.activity(index)
                && history.overpressure(next) == history.overpressure(index);
    }
}
