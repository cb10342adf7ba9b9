package org.rollscope.feature;

import org.rollscope.dsp.LowPass;
import org.rollscope.dsp.WindowMedian;
import org.rollscope.dsp.WindowSlope;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.Quality;

/**
 * What follows from a contact's force and area, of whatever tool: smoothed forces, pressure, its slope, stiffness, trembling.
 *
 * <p><b>Threads.</b> One.
 */
final class ContactSmoothing {
    /** Below this force an area is noise. */
    private static final double AREA_FROM_N = 8;
    /** Share of the floor's force by which the limb's may differ, domain study 5.4: 15 %, doubled for a moving roller. */
    private static final double LOBE_TOLERANCE_RATIO = 0.30;
    /** Force from which on the two sides are compared. */
    private static final double LOBE_CHECK_FROM_N = 60;

    private final LowPass limbForce;
    private final LowPass floorForce;
    private final WindowMedian area;
    private final WindowMedian pressure;
    private final WindowSlope slope;
    private final TremorMeter tremor;
    private final double weightN;
    private final double meanRadiusMm;

    /**
     * Lays out the filters.
     *
     * @param settings tuning.
     * @param rateHz frames per second.
     * @param meanRadiusMm geometric mean of the radii of tool and usual limb.
     */
    ContactSmoothing(FeatureSettings settings, int rateHz, double meanRadiusMm) {
        this.meanRadiusMm = meanRadiusMm;
        weightN = settings.rollerWeightN();
        limbForce = new LowPass(settings.forceCutoffHz(), rateHz);
        floorForce = new LowPass(settings.forceCutoffHz(), rateHz);
        area = new WindowMedian(sampleCount(settings.areaWindowMs(), rateHz));
        pressure = new WindowMedian(sampleCount(settings.pressureWindowMs(), rateHz));
        slope = new WindowSlope(Math.max(2, sampleCount(settings.slopeWindowMs(), rateHz)), 1.0 / rateHz);
        tremor = new TremorMeter(rateHz, settings.vibrationMPerS2());
    }

    static int sampleCount(int windowMs, int rateHz) {
        return Math.max(1, Math.round(windowMs * rateHz / 1000f));
    }

    void reset() {
        limbForce.reset();
        floorForce.reset();
        area.reset();
        pressure.reset();
        slope.reset();
        tremor.reset();
    }

    /**
     * What was measured of one frame's contact.
     *
     * @param limbForceN of the limb.
     * @param floorForceN of what bears the tool; not a number where nothing lies under it.
     * @param skinForceN all that presses on the limb's side, whichever way it acts; on a roller the limb's force.
     * @param areaMm2 of the contact, 0 for none.
     */
    void accept(
            FeatureFrame features,
            CalibratedFrame frame,
            double limbForceN,
            double floorForceN,
            double skinForceN,
            double areaMm2) {
        features.contactForceN = Math.max(0, limbForce.next(limbForceN));
        features.floorForceN = Math.max(0, floorForce.next(floorForceN));
        features.contactAreaMm2 = area.next(areaMm2);
        // Force and area of the same frame, then the median: while a limb comes down both change fast, and a quotient
        // of two values that lag differently would show a pressure that never was.
        boolean measurable = limbForceN >= AREA_FROM_N && areaMm2 > 0;
        features.meanPressureKpa = pressure.next(measurable ? skinForceN / areaMm2 * 1000 : 0);
        features.pressureSlopeKpaPerS = slope.next(features.meanPressureKpa);
        features.contactStiffnessKpaPerMm = measurable ? stiffnessKpaPerMm(features) : 0;
        double[] accel = frame.accelMPerS2();
        double accelMPerS2 = Math.sqrt(accel[0] * accel[0] + accel[1] * accel[1] + accel[2] * accel[2]);
        features.tremorRatio = tremor.next(features.rollRateRadPerS, accelMPerS2, limbForceN, features.contactForceN);
        double expectedN = features.contactForceN + weightN;
        if (features.contactForceN > LOBE_CHECK_FROM_N
                && Math.abs(features.floorForceN - expectedN) > LOBE_TOLERANCE_RATIO * expectedN) {
            features.qualityFlags |= Quality.LOBES_DISAGREE_FLAGS;
        }
    }

    /** Winkler contact: F = k d A / 2 with A = 2 pi d sqrt(Rr Rl), domain study 10.3. */
    private double stiffnessKpaPerMm(FeatureFrame features) {
        double areaMm2 = features.contactAreaMm2;
        return 4 * Math.PI * features.contactForceN * 1000 * meanRadiusMm / (areaMm2 * areaMm2);
    }
}
