package org.rollscope.feature;

import org.rollscope.dsp.WindowRms;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;

/**
 * Turns calibrated frames of a stick into features: what two hands press on a limb.
 *
 * <p>What presses is the sum of all pads along their own normals, as vectors: a limb presses from one side, and what a hand
 * squeezes from two sides cancels. The force is that of the fitted contact, along the line of pressing. A stick does not roll, so speed, travel and roll angle stay 0 and nothing counts as motion; how much it
 * turns at all tells hands that carry it from hands that press. Nothing lies under it: the floor's force is not a number. A pad
 * without a calibration is left out. Pads are not watched for swaps.
 *
 * <p><b>Source.</b> record 0049. <b>Threads.</b> One; the frame returned is written anew by the next call.
 */
final class StickFeatures implements ToolFeatures {
    private static final long RESTART_GAP_US = 200_000;
    /** Below this force a contact has no shape that pads could tell. */
    private static final double FIT_FROM_N = 4;
    /** A fitted contact that is stronger than the pads' sum by more than this is none: half of a limb may lie beside the pads. */
    private static final double MOST_BEYOND_PADS_RATIO = 1.5;

    private final PadGeometry geometry;
    private final double[] cosRatio;
    private final double[] sinRatio;
    private final ContactFit fit;
    private final ContactSmoothing smoothing;
    private final WindowRms turning;
    private final FeatureFrame features = new FeatureFrame();
    private final UnwatchedPads pads;
    private final long periodUs;
    private long lastTimeUs = Long.MIN_VALUE;

    StickFeatures(FeatureSettings settings, PadGeometry geometry, int rateHz) {
        this.geometry = geometry;
        cosRatio = new double[geometry.padCount()];
        sinRatio = new double[geometry.padCount()];
        for (int padIndex = 0; padIndex < cosRatio.length; padIndex++) {
            cosRatio[padIndex] = StrictMath.cos(geometry.columnAngleRad(padIndex));
            sinRatio[padIndex] = StrictMath.sin(geometry.columnAngleRad(padIndex));
        }
        fit = new ContactFit(geometry, UsualLimb.ON_STICK);
        smoothing = new ContactSmoothing(settings, rateHz, UsualLimb.ON_STICK.meanRadiusMm(geometry.radiusMm()));
        turning = new WindowRms(ContactSmoothing.sampleCount(settings.motionWindowMs(), rateHz));
        pads = new UnwatchedPads(geometry.padCount());
        periodUs = Math.round(1e6 / rateHz);
    }

    @Override
    public FeatureFrame nothing() {
        return features;
    }

    @Override
    public FeatureFrame extract(CalibratedFrame frame) {
        long stepUs = lastTimeUs == Long.MIN_VALUE ? periodUs : frame.timeUs() - lastTimeUs;
        lastTimeUs = frame.timeUs();
        if (stepUs > RESTART_GAP_US) {
            turning.reset();
            smoothing.reset();
        }
        features.begin(frame);
        pads.take(frame, features);
        motion(frame);
        contact(frame);
        return features;
    }

    /** A silent sensor keeps what was. */
    private void motion(CalibratedFrame frame) {
        if (frame.imuValid()) {
            double[] gyro = frame.gyroRadPerS();
            features.rollRateRadPerS = gyro[2];
            features.offAxisRateRadPerS =
                    turning.next(Math.sqrt(gyro[0] * gyro[0] + gyro[1] * gyro[1] + gyro[2] * gyro[2]));
        }
    }

    private void contact(CalibratedFrame frame) {
        double[] padForceN = pads.forceN;
        double towardX = 0;
        double towardY = 0;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            towardX += padForceN[padIndex] * cosRatio[padIndex];
            towardY += padForceN[padIndex] * sinRatio[padIndex];
        }
        double towardN = Math.sqrt(towardX * towardX + towardY * towardY);
        double limbForceN = towardN;
        double skinForceN = 0;
        double mostN = 0;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            boolean limbs = cosRatio[padIndex] * towardX + sinRatio[padIndex] * towardY > 0;
            skinForceN += limbs ? padForceN[padIndex] : 0;
            mostN = limbs ? Math.max(mostN, padForceN[padIndex]) : mostN;
        }
        double areaMm2 = 0;
        if (towardN < FIT_FROM_N) {
            fit.restart();
        } else {
            fit.accept(padForceN, pads.leftOut, StrictMath.atan2(towardY, towardX), skinForceN);
            areaMm2 = fit.areaMm2();
            skinForceN = fit.forceN();
            limbForceN = Math.min(alongLineN(), MOST_BEYOND_PADS_RATIO * towardN);
        }
        features.peakPressureKpa = areaMm2 > 0 ? mostN / geometry.tileAreaMm2() * 1000 : 0;
        features.contactAxialMm = areaMm2 > 0 ? fit.axialMm() : 0;
        smoothing.accept(features, frame, limbForceN, Double.NaN, skinForceN, areaMm2);
    }

    /** Of the fitted contact, what acts along the line of pressing: the mean cosine over a paraboloid of half axis a is 1 - a2 / 12 R2. */
    private double alongLineN() {
        double halfRad = fit.halfAroundMm() / geometry.radiusMm();
        return fit.forceN() * (1 - halfRad * halfRad / 12);
    }
}
