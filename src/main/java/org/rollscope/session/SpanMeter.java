package org.rollscope.session;

import java.util.Arrays;
import org.rollscope.athlete.PressureBand;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.frame.Quality;

/**
 * Adds up {@link SpanMetrics}, frame by frame.
 *
 * <p><b>Threads.</b> One.
 */
final class SpanMeter {
    /** A longer gap between two frames adds nothing to times. */
    private static final long LONGEST_STEP_US = 200_000;

    private static final double HIGH_RATIO = 0.95;

    private final PressureBand band;
    private float[] pressuresKpa = new float[256];
    private int frameCount;
    private int doubtfulCount;
    private double pressureSumKpa;
    private double forceSumN;
    private double areaSumMm2;
    private double peakKpa;
    private double pressureTimeKpaS;
    private double forceTimeNS;
    private long belowFloorUs;
    private long inBandUs;
    private long amberUs;
    private long overCeilingUs;

    SpanMeter(PressureBand band) {
        this.band = band;
    }

    /** Takes in a frame and the time since the one before, 0 for the first of a session. */
    void accept(FeatureFrame frame, long stepUs) {
        double pressureKpa = frame.meanPressureKpa();
        if (frameCount == pressuresKpa.length) {
            pressuresKpa = Arrays.copyOf(pressuresKpa, 2 * frameCount);
        }
        pressuresKpa[frameCount++] = (float) pressureKpa;
        doubtfulCount += frame.qualityFlags() == Quality.GOOD_FLAGS ? 0 : 1;
        pressureSumKpa += pressureKpa;
        forceSumN += frame.contactForceN();
        areaSumMm2 += frame.contactAreaMm2();
        peakKpa = Math.max(peakKpa, frame.peakPressureKpa());
        if (stepUs <= LONGEST_STEP_US) {
            addTime(pressureKpa, frame.contactForceN(), stepUs);
        }
    }

    private void addTime(double pressureKpa, double forceN, long stepUs) {
        pressureTimeKpaS += pressureKpa * stepUs / 1e6;
        forceTimeNS += forceN * stepUs / 1e6;
        if (pressureKpa > band.ceilingKpa()) {
            overCeilingUs += stepUs;
        } else if (pressureKpa > band.amberKpa()) {
            amberUs += stepUs;
        } else if (pressureKpa >= band.floorKpa()) {
            inBandUs += stepUs;
        } else {
            belowFloorUs += stepUs;
        }
    }

    SpanMetrics metrics() {
        boolean none = frameCount == 0;
        double meanKpa = none ? Double.NaN : pressureSumKpa / frameCount;
        return new SpanMetrics(
                frameCount,
                meanKpa,
                none ? Double.NaN : highKpa(),
                none ? Double.NaN : peakKpa,
                pressureTimeKpaS,
                forceTimeNS,
                none ? Double.NaN : forceSumN / frameCount,
                none ? Double.NaN : areaSumMm2 / frameCount,
                meanKpa / band.ceilingKpa(),
                belowFloorUs / 1000,
                inBandUs / 1000,
                amberUs / 1000,
                overCeilingUs / 1000,
                none ? 0 : (double) doubtfulCount / frameCount);
    }

    private double highKpa() {
        float[] sorted = Arrays.copyOf(pressuresKpa, frameCount);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(HIGH_RATIO * frameCount) - 1];
    }
}
