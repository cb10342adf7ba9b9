package org.rollscope.feature;

import org.rollscope.frame.BallPads;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;

/**
 * Turns calibrated frames of a ball into features.
 *
 * <p>Two features mean on a ball what they can: the roll angle is the way rolled over the radius, signed to and fro; the tilt of the
 * axis is how far the line from support to limb leans from the vertical, or at a wall from the level, because hands squeeze
 * anyhow. A pad without a calibration is left out. Pads are not watched for swaps: their neighbours are not rows and columns.
 *
 * <p><b>Source.</b> record 0046. <b>Threads.</b> One; the frame returned is written anew by the next call.
 */
final class BallFeatures implements ToolFeatures {
    private static final long RESTART_GAP_US = 200_000;
    /** Below this force a contact has no shape that pads could tell. */
    private static final double FIT_FROM_N = 4;
    /** From here on the line from support to limb is one that can lean: a ball by itself weighs 3 N. */
    private static final double LEANS_FROM_N = 8;

    private final FeatureSettings settings;
    private final double padAreaMm2;
    private final BallSide side = new BallSide();
    private final BallRolling rolling;
    private final BallFit fit;
    private final ContactSmoothing smoothing;
    private final FeatureFrame features = new FeatureFrame();
    private final UnwatchedPads pads = new UnwatchedPads(BallPads.padCount());
    private final long periodUs;
    private long lastTimeUs = Long.MIN_VALUE;

    BallFeatures(FeatureSettings settings, PadGeometry geometry, int rateHz) {
        this.settings = settings;
        padAreaMm2 = geometry.tileAreaMm2();
        rolling = new BallRolling(settings, rateHz);
        fit = new BallFit(geometry);
        double acrossMm = geometry.radiusMm()
                * UsualLimb.ON_ROLLER.radiusMm()
                / (geometry.radiusMm() + UsualLimb.ON_ROLLER.radiusMm());
        smoothing = new ContactSmoothing(settings, rateHz, Math.sqrt(geometry.radiusMm() * acrossMm));
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
            rolling.restart();
            smoothing.reset();
        }
        features.begin(frame);
        double stepS = stepUs / 1e6;
        pads.take(frame, features);
        rolling.turn(frame, stepS, side);
        side.accept(pads.forceN, rolling.up());
        motion(stepS);
        contact(frame);
        return features;
    }

    private void motion(double stepS) {
        // The pressure of the frame before: it changes little from frame to frame.
        double sinkMm = settings.rollerHardness() == RollerHardness.RIGID
                ? 0
                : settings.rollerHardness().sinkMm(features.meanPressureKpa);
        double radiusMm = settings.effectiveRadiusMm() - sinkMm;
        boolean leans = side.limbForceN() >= LEANS_FROM_N;
        rolling.roll(side, leans, radiusMm, stepS);
        features.rollRateRadPerS = rolling.signedRadPerS();
        features.travelMm += rolling.signedRadPerS() * stepS * radiusMm;
        features.rollAngleRad += rolling.signedRadPerS() * stepS;
        // What counts as rolling is a speed over the skin; thresholds are those of a roller, which turns less for the
        // same.
        features.motionRateRadPerS = rolling.motionRadPerS() * radiusMm / PadGeometry.REFERENCE.radiusMm();
        features.surfaceSpeedMmPerS = rolling.speedMmPerS();
        features.offAxisRateRadPerS = rolling.strangeRadPerS();
        double fromUpRad = leans ? side.limb().angleRad(rolling.up()) : 0;
        features.axisTiltRad = side.atWall() ? Math.abs(Math.PI / 2 - fromUpRad) : fromUpRad;
    }

    private void contact(CalibratedFrame frame) {
        double areaMm2 = 0;
        double limbForceN = side.limbForceN();
        double skinForceN = side.skinForceN();
        if (side.limbForceN() < FIT_FROM_N) {
            fit.restart();
        } else {
            fit.accept(pads.forceN, pads.leftOut, side.limb(), skinForceN, rolling.way(side.limb()));
            areaMm2 = fit.areaMm2();
            limbForceN = fit.limbForceN();
            skinForceN = fit.skinForceN();
        }
        double mostN = 0;
        for (int padIndex = 0; padIndex < pads.forceN.length; padIndex++) {
            boolean limbs = side.limb().dot(BallPads.directionRatio(padIndex)) > 0;
            mostN = limbs ? Math.max(mostN, pads.forceN[padIndex]) : mostN;
        }
        features.peakPressureKpa = mostN / padAreaMm2 * 1000;
        features.contactAxialMm = 0;
        smoothing.accept(features, frame, limbForceN, side.supportForceN(), skinForceN, areaMm2);
    }
}
