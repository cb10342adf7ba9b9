package org.rollscope.feature;

import org.rollscope.dsp.Direction;
import org.rollscope.dsp.LowPass;
import org.rollscope.dsp.UpFilter;
import org.rollscope.dsp.WindowRms;
import org.rollscope.frame.CalibratedFrame;

/**
 * How a ball turns: which way is up, how fast it rolls across the line from floor to limb, to and fro along which way, and how much it
 * turns in ways that no rolling ball does.
 *
 * <p>A ball rolls about any axis across that line, so the speed is the part of the turn rate across it. To tell to from fro, the axis is
 * kept in the world's directions by the gyroscope and follows what the ball does: a way that bends slowly bends it along, one that turns
 * round does not.
 *
 * <p><b>Source.</b> record 0046. <b>Threads.</b> One.
 */
final class BallRolling {
    /** Turn rate from which on the axis follows it. */
    private static final double FOLLOWED_FROM_RAD_PER_S = 0.1;

    private static final double FOLLOW_S = 0.6;
    /** How far back the limb's direction is compared: long over the ripple of the pads, short for a hand. */
    private static final double DRIFT_S = 0.5;

    private static final double WAVERING_RATIO = 0.2;
    /** What a skewed sensor and a floor that is not quite level make of rolling. */
    private static final double SPINNING_RATIO = 0.06;

    private final UpFilter upFilter = new UpFilter();
    private final Direction up = new Direction();
    private final Direction rate = new Direction();
    private final Direction across = new Direction();
    private final Direction axis = new Direction();
    private final Direction way = new Direction();
    private final Direction recent = new Direction();
    private final LowPass speed;
    private final WindowRms motion;
    private final WindowRms strange;
    private boolean axisKnown;
    private double signedRadPerS;
    private double speedMmPerS;
    private double motionRadPerS;
    private double strangeRadPerS;

    BallRolling(FeatureSettings settings, int rateHz) {
        speed = new LowPass(settings.speedCutoffHz(), rateHz);
        motion = new WindowRms(ContactSmoothing.sampleCount(settings.motionWindowMs(), rateHz));
        strange = new WindowRms(ContactSmoothing.sampleCount(settings.motionWindowMs(), rateHz));
    }

    void restart() {
        upFilter.restart();
        speed.reset();
        motion.reset();
        strange.reset();
    }

    /** Takes in the motion sensor's part of a frame. A silent sensor coasts. */
    void turn(CalibratedFrame frame, double stepS, BallSide side) {
        if (frame.imuValid()) {
            double[] gyro = frame.gyroRadPerS();
            upFilter.accept(frame.accelMPerS2(), gyro, stepS);
            rate.set(
                    gyro[0] - upFilter.offset().x(),
                    gyro[1] - upFilter.offset().y(),
                    gyro[2] - upFilter.offset().z());
        } else {
            upFilter.coast(rate.x(), rate.y(), rate.z(), stepS);
        }
        up.set(upFilter.upX(), upFilter.upY(), upFilter.upZ());
        up.normalise();
        side.turnedBy(rate, stepS);
        axis.turnedBy(rate, stepS);
        recent.turnedBy(rate, stepS);
    }

    /** Takes in where the limb lies in the frame. */
    void roll(BallSide side, boolean loaded, double radiusMm, double stepS) {
        Direction limb = side.limb();
        Direction outward = side.outward(up);
        across.set(rate);
        across.across(outward);
        double acrossRadPerS = across.length();
        follow(outward, acrossRadPerS, stepS);
        signedRadPerS = axisKnown ? across.dot(axis) : 0;
        double sign = signedRadPerS < 0 ? -1 : 1;
        speedMmPerS = speed.next(sign * acrossRadPerS * radiusMm);
        motionRadPerS = motion.next(acrossRadPerS);
        double strayedRad = 0;
        if (loaded && recent.length() > 0) {
            strayedRad = recent.angleRad(limb);
            recent.add(Math.min(1, stepS / DRIFT_S), limb);
            recent.normalise();
        } else {
            recent.set(limb);
        }
        double spinRadPerS = Math.max(0, Math.abs(rate.dot(outward)) - SPINNING_RATIO * acrossRadPerS);
        // Panels that come and go make the limb's direction waver as a ball rolls; in a hand it goes all the way with
        // the ball.
        double driftRadPerS = Math.max(0, strayedRad / DRIFT_S - WAVERING_RATIO * acrossRadPerS);
        strangeRadPerS = strange.next(Math.sqrt(spinRadPerS * spinRadPerS + driftRadPerS * driftRadPerS));
    }

    private void follow(Direction outward, double acrossRadPerS, double stepS) {
        if (!axisKnown && acrossRadPerS > FOLLOWED_FROM_RAD_PER_S) {
            axisKnown = true;
            axis.set(across);
        }
        if (!axisKnown) {
            return;
        }
        if (acrossRadPerS > FOLLOWED_FROM_RAD_PER_S) {
            double sign = across.dot(axis) < 0 ? -1 : 1;
            axis.add(sign * Math.min(1, stepS / FOLLOW_S) / acrossRadPerS, across);
        }
        axis.across(outward);
        axis.normalise();
    }

    /** The way it rolls, which is the limb's direction, of length 1; of length 0 before it has rolled. */
    Direction way(Direction limb) {
        way.set(0, 0, 0);
        if (axisKnown) {
            way.cross(axis, limb);
            way.normalise();
        }
        return way;
    }

    Direction up() {
        return up;
    }

    /** Rate of rolling, to and fro with opposite signs. */
    double signedRadPerS() {
        return signedRadPerS;
    }

    /** Travel of the contact along the limb, signed, smoothed. */
    double speedMmPerS() {
        return speedMmPerS;
    }

    /** Root mean square of the rate of rolling. */
    double motionRadPerS() {
        return motionRadPerS;
    }

    /** Root mean square of the turning that no ball under a limb does: spin, and the limb's direction going astray. */
    double strangeRadPerS() {
        return strangeRadPerS;
    }
}
