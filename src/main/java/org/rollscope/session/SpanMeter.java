package org.rollscope.session;

import java.util.EnumMap;
import java.util.Map;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.ToolProfile;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.frame.Quality;

/**
 * Adds up the metrics of a span, frame by frame.
 *
 * <p><b>Threads.</b> One.
 */
final class SpanMeter {
    /** A longer gap between two frames adds nothing to times. */
    private static final long LONGEST_STEP_US = 200_000;

    /** A contact, as the detectors have it by default; below it shares of the force say nothing. */
    private static final double SHARED_FROM_N = 15;

    private static final double HIGH_RATIO = 0.95;

    private final PressureBand band;
    private final double tileAreaMm2;
    private final boolean rolls;
    private final Series pressuresKpa = new Series();
    private final Series peaksKpa = new Series();
    private final Series speedsMmPerS = new Series();
    private int frameCount;
    private int doubtfulCount;
    private int saturatedCount;
    private int sharedCount;
    private double onsetKpa;
    private double firstTravelMm;
    private double lastTravelMm;
    private double pressureSumKpa;
    private double peakSumKpa;
    private double speedSumMmPerS;
    private double forceSumN;
    private double areaSumMm2;
    private double shareSumRatio;
    private double pointedSumRatio;
    private double highestKpa;
    private double peakKpa;
    private double pressureTimeKpaS;
    private double forceTimeNS;
    private long belowFloorUs;
    private long inBandUs;
    private long amberUs;
    private long overCeilingUs;

    SpanMeter(PressureBand band, ToolProfile tool) {
        this.band = band;
        tileAreaMm2 = tool.geometry().tileAreaMm2();
        rolls = tool.kind().rolls();
    }

    /** Takes in a frame and the time since the one before, 0 for the first of a session. */
    void accept(FeatureFrame frame, long stepUs) {
        double pressureKpa = frame.meanPressureKpa();
        if (frameCount++ == 0) {
            onsetKpa = pressureKpa;
            firstTravelMm = frame.travelMm();
        }
        lastTravelMm = frame.travelMm();
        pressuresKpa.add(pressureKpa);
        peaksKpa.add(frame.peakPressureKpa());
        speedsMmPerS.add(Math.abs(frame.surfaceSpeedMmPerS()));
        doubtfulCount += frame.qualityFlags() == Quality.GOOD_FLAGS ? 0 : 1;
        saturatedCount += (frame.qualityFlags() & Quality.PAD_SATURATED_FLAGS) == 0 ? 0 : 1;
        pressureSumKpa += pressureKpa;
        peakSumKpa += frame.peakPressureKpa();
        speedSumMmPerS += Math.abs(frame.surfaceSpeedMmPerS());
        forceSumN += frame.contactForceN();
        areaSumMm2 += frame.contactAreaMm2();
        highestKpa = Math.max(highestKpa, pressureKpa);
        peakKpa = Math.max(peakKpa, frame.peakPressureKpa());
        if (frame.contactForceN() >= SHARED_FROM_N && pressureKpa > 0) {
            sharedCount++;
            shareSumRatio += frame.peakPressureKpa() * tileAreaMm2 / (1000 * frame.contactForceN());
            pointedSumRatio += frame.peakPressureKpa() / pressureKpa;
        }
        if (stepUs <= LONGEST_STEP_US) {
            addTime(pressureKpa, frame.contactForceN(), stepUs);
        }
    }

    private void addTime(double pressureKpa, double forceN, long stepUs) {
        pressureTimeKpaS += pressureKpa * stepUs / 1e6;
        forceTimeNS += forceN * stepUs / 1e6;
        if (pressureKpa > band.ceilingKpa()) {
            overCeilingUs += stepUs;
        } else if (pressureKpa >= band.floorKpa()) {
            inBandUs += stepUs;
            amberUs += pressureKpa > band.amberKpa() ? stepUs : 0;
        } else {
            belowFloorUs += stepUs;
        }
    }

    /** What it amounted to; means and shares of no frame are missing. */
    Measures measures() {
        Map<Metric, Double> all = new EnumMap<>(Metric.class);
        all.put(Metric.FRAME_COUNT, (double) frameCount);
        all.put(Metric.PRESSURE_TIME_KPA_S, pressureTimeKpaS);
        all.put(Metric.FORCE_TIME_N_S, forceTimeNS);
        all.put(Metric.BELOW_FLOOR_MS, Math.floor(belowFloorUs / 1e3));
        all.put(Metric.IN_BAND_MS, Math.floor(inBandUs / 1e3));
        all.put(Metric.AMBER_MS, Math.floor(amberUs / 1e3));
        all.put(Metric.OVER_CEILING_MS, Math.floor(overCeilingUs / 1e3));
        if (frameCount > 0) {
            pressures(all);
            if (rolls) {
                motion(all);
            }
            all.put(Metric.DOUBTFUL_RATIO, (double) doubtfulCount / frameCount);
            all.put(Metric.SATURATED_RATIO, (double) saturatedCount / frameCount);
        }
        return new Measures(all);
    }

    private void pressures(Map<Metric, Double> all) {
        double meanKpa = pressureSumKpa / frameCount;
        all.put(Metric.MEAN_PRESSURE_KPA, meanKpa);
        all.put(Metric.P95_PRESSURE_KPA, pressuresKpa.percentile(HIGH_RATIO));
        all.put(Metric.HIGHEST_PRESSURE_KPA, highestKpa);
        all.put(Metric.PEAK_PRESSURE_KPA, peakKpa);
        all.put(Metric.MEAN_PEAK_PRESSURE_KPA, peakSumKpa / frameCount);
        all.put(Metric.P95_PEAK_PRESSURE_KPA, peaksKpa.percentile(HIGH_RATIO));
        all.put(Metric.ONSET_PRESSURE_KPA, onsetKpa);
        all.put(Metric.MEAN_FORCE_N, forceSumN / frameCount);
        all.put(Metric.MEAN_CONTACT_AREA_MM2, areaSumMm2 / frameCount);
        all.put(Metric.CONCENTRATION_RATIO, shareSumRatio / sharedCount);
        all.put(Metric.PEAK_TO_MEAN_RATIO, pointedSumRatio / sharedCount);
        all.put(Metric.CEILING_SHARE_RATIO, meanKpa / band.ceilingKpa());
    }

    private void motion(Map<Metric, Double> all) {
        all.put(Metric.TRAVEL_MM, Math.abs(lastTravelMm - firstTravelMm));
        all.put(Metric.MEAN_SPEED_MM_PER_S, speedSumMmPerS / frameCount);
        all.put(Metric.SPAN_P95_SPEED_MM_PER_S, speedsMmPerS.percentile(HIGH_RATIO));
    }

    /** Mean pressure of each frame, in their order. */
    Series pressuresKpa() {
        return pressuresKpa;
    }
}
