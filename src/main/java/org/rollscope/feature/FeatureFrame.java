package org.rollscope.feature;

import org.rollscope.frame.CalibratedFrame;

/**
 * The quantities of one frame that detectors and people read.
 *
 * <p><b>Units.</b> In the names. <b>Threads.</b> An extractor owns one instance and writes it anew for every frame.
 */
public final class FeatureFrame {
    long timeUs;
    long sequence;
    double contactForceN;
    double floorForceN;
    double meanPressureKpa;
    double peakPressureKpa;
    double contactAreaMm2;
    double rollAngleRad;
    double travelMm;
    double rollRateRadPerS;
    double surfaceSpeedMmPerS;
    double motionRateRadPerS;
    double offAxisRateRadPerS;
    double axisTiltRad;
    double pressureSlopeKpaPerS;
    double contactStiffnessKpaPerMm;
    double contactAxialMm;
    double tremorRatio;
    int qualityFlags;

    FeatureFrame() {}

    /** Begins with what a calibrated frame says of itself; all else is still that of the frame before. */
    void begin(CalibratedFrame frame) {
        timeUs = frame.timeUs();
        sequence = frame.sequence();
        qualityFlags = frame.qualityFlags();
    }

    /** Session time. */
    public long timeUs() {
        return timeUs;
    }

    /** Ticks since the board's start. */
    public long sequence() {
        return sequence;
    }

    /** Force of the limb, smoothed: on a roller the tiles that look up, on other tools what acts along the line of pressing. */
    public double contactForceN() {
        return contactForceN;
    }

    /** Force against floor or wall: the tiles that look there, smoothed; not a number where nothing lies under the tool. */
    public double floorForceN() {
        return floorForceN;
    }

    /** Limb force over contact area. */
    public double meanPressureKpa() {
        return meanPressureKpa;
    }

    /** Highest pressure on one tile of the limb's side. */
    public double peakPressureKpa() {
        return peakPressureKpa;
    }

    /** Area of the limb's contact. */
    public double contactAreaMm2() {
        return contactAreaMm2;
    }

    /** Roll angle, growing without end; 0 where the first frame was. */
    public double rollAngleRad() {
        return rollAngleRad;
    }

    /** Travel of the contact along the limb since the first frame, signed as the roll angle: with the radius under load. */
    public double travelMm() {
        return travelMm;
    }

    /** Turn rate about the roller's axis, free of its offset. */
    public double rollRateRadPerS() {
        return rollRateRadPerS;
    }

    /** Travel of the contact along the limb, signed as the roll angle, smoothed. */
    public double surfaceSpeedMmPerS() {
        return surfaceSpeedMmPerS;
    }

    /** Root mean square of the turn rate about all axes together over the motion window. */
    public double motionRateRadPerS() {
        return motionRateRadPerS;
    }

    /** Root mean square of the turn rate across the axis over the motion window. */
    public double offAxisRateRadPerS() {
        return offAxisRateRadPerS;
    }

    /** Angle between the roller's axis and the horizontal, 0 to pi / 2. */
    public double axisTiltRad() {
        return axisTiltRad;
    }

    /** Stiffness of limb and sleeve together, from force and area; 0 without a contact. */
    public double contactStiffnessKpaPerMm() {
        return contactStiffnessKpaPerMm;
    }

    /** Middle of the limb's contact along the roller's axis, from the roller's middle; 0 without a contact. */
    public double contactAxialMm() {
        return contactAxialMm;
    }

    /** Trembling of 5 to 13 Hz per force; only ratios of it mean something; 0 where it cannot be told. */
    public double tremorRatio() {
        return tremorRatio;
    }

    /** Change of the mean pressure. */
    public double pressureSlopeKpaPerS() {
        return pressureSlopeKpaPerS;
    }

    /** Flags of the frame, see {@link org.rollscope.frame.Quality}. */
    public int qualityFlags() {
        return qualityFlags;
    }
}
