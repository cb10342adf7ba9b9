package org.rollscope.detect;

import java.util.List;

/** {@link DwellSwitch} as one would explain it: at every moment it looks back how long the wanted condition has held without a gap. Slow. */
final class SlowDwell {
    final boolean[] on;
    /** Whether the opposite is on its way after a moment. */
    final boolean[] turning;
    /** First moment of the condition that made the last turn, and of the one that is on its way; -1 for none. */
    final int[] changedIndex;

    final int[] pendingIndex;

    /**
     * Works out all moments.
     *
     * @param timesUs of the moments.
     * @param turnsOn what turns it on, at each.
     * @param turnsOff what turns it off.
     */
    SlowDwell(List<Long> timesUs, List<Boolean> turnsOn, List<Boolean> turnsOff, long onDwellUs, long offDwellUs) {
        int count = timesUs.size();
        on = new boolean[count];
        turning = new boolean[count];
        changedIndex = new int[count];
        pendingIndex = new int[count];
        boolean state = false;
        int changed = -1;
        int lastTurn = -1;
        for (int now = 0; now < count; now++) {
            List<Boolean> wanted = state ? turnsOff : turnsOn;
            int since = now;
            while (since - 1 > lastTurn && wanted.get(since - 1)) {
                since--;
            }
            pendingIndex[now] = -1;
            if (wanted.get(now)) {
                if (timesUs.get(now) - timesUs.get(since) >= (state ? offDwellUs : onDwellUs)) {
                    state = !state;
                    changed = since;
                    lastTurn = now;
                } else {
                    pendingIndex[now] = since;
                }
            }
            on[now] = state;
            turning[now] = pendingIndex[now] >= 0;
            changedIndex[now] = changed;
        }
    }
}
