package org.rollscope.dsp;

import java.util.ArrayList;
import java.util.List;

/** {@link SteadyRms} as one would explain it: keeps everything and works it out anew. Slow. */
public final class SlowSteadyRms {
    private final int windowCount;
    private final int lengthCount;
    private final List<Double> samples = new ArrayList<>();

    public SlowSteadyRms(int windowCount, int lengthCount) {
        this.windowCount = windowCount;
        this.lengthCount = lengthCount;
    }

    public double next(double x) {
        samples.add(x);
        int fullCount = samples.size() / windowCount;
        int lookedAtCount = Math.min(fullCount, lengthCount);
        if (lookedAtCount < lengthCount / 2.0) {
            return 0;
        }
        List<Double> windows = new ArrayList<>();
        for (int window = fullCount - lookedAtCount; window < fullCount; window++) {
            windows.add(Math.sqrt(samples.subList(window * windowCount, (window + 1) * windowCount).stream()
                    .mapToDouble(one -> one * one)
                    .average()
                    .orElseThrow()));
        }
        return windows.stream().sorted().toList().get(lookedAtCount / 4);
    }
}
