package org.rollscope.detect;

import java.util.ArrayList;
import java.util.List;

/** {@link MotionDetector} as one would explain it: it keeps every sample and looks back over them. Slow. */
final class SlowMotionDetector {
    private final DetectionSettings.RollSettings settings;
    private final List<Long> times = new ArrayList<>();
    private final List<Boolean> over = new ArrayList<>();
    private final List<Boolean> under = new ArrayList<>();
    private int turnedAtIndex;
    private boolean moving;
    private double usual;

    SlowMotionDetector(DetectionSettings.RollSettings settings) {
        this.settings = settings;
        usual = settings.onRateRadPerS() / settings.noiseRatio();
    }

    boolean accept(long timeUs, double rate) {
        double threshold = settings.noiseRatio() * usual;
        threshold = Math.min(threshold, settings.highestOnRateRadPerS());
        threshold = Math.max(threshold, settings.onRateRadPerS());
        if (!moving && rate <= threshold && !times.isEmpty()) {
            double seconds = Math.min(0.2, (timeUs - times.get(times.size() - 1)) / 1e6);
            usual += seconds / (rate > usual ? 10 : 1) * (rate - usual);
        }
        times.add(timeUs);
        over.add(rate > threshold);
        under.add(rate < threshold * settings.offRateRadPerS() / settings.onRateRadPerS());
        List<Boolean> wanted = moving ? under : over;
        long dwellUs = (moving ? settings.offDwellMs() : settings.onDwellMs()) * 1000L;
        int sinceIndex = times.size();
        while (sinceIndex > turnedAtIndex && wanted.get(sinceIndex - 1)) {
            sinceIndex--;
        }
        if (sinceIndex < times.size() && timeUs - times.get(sinceIndex) >= dwellUs) {
            moving = !moving;
            turnedAtIndex = times.size();
        }
        return moving;
    }
}
