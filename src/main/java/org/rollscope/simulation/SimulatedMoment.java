package org.rollscope.simulation;

import org.rollscope.frame.PadGeometry;

/**
 * Everything that is true, and everything that the sensors read, at one millisecond of a simulation.
 *
 * <p><b>Units.</b> In the names; motion in the roller's axes. <b>Threads.</b> Written anew at every step of its
 * simulation.
 */
public final class SimulatedMoment {
    final double[] padForceN;
    final double[] padVoltageMv;
    final double[] trueAccelMPerS2 = new double[3];
    final double[] trueGyroRadPerS = new double[3];
    double[] accelMPerS2 = new double[3];
    double[] gyroRadPerS = new double[3];
    long timeMs;
    double limbForceN;
    double contactAreaMm2;
    double meanPressureKpa;
    double peakPressureKpa;
    double rollAngleRad;
    double speedMmPerS;
    double commandedSpeedMmPerS;
    double activationRatio;
    double painRatio;
    boolean loaded;
    boolean releasing;
    boolean twitching;
    boolean carried;
    int strokeIndex;

    SimulatedMoment(PadGeometry geometry) {
        padForceN = new double[geometry.padCount()];
        padVoltageMv = new double[geometry.padCount()];
    }

    /** Time since the start. */
    public long timeMs() {
        return timeMs;
    }

    /** True normal force on each tile. */
    public double[] padForceN() {
        return padForceN;
    }

    /** Voltage at the converter for each pad, noise included. */
    public double[] padVoltageMv() {
        return padVoltageMv;
    }

    /** Specific force as the IMU reads it. */
    public double[] accelMPerS2() {
        return accelMPerS2;
    }

    /** Turn rate as the IMU reads it. */
    public double[] gyroRadPerS() {
        return gyroRadPerS;
    }

    /** True force of the limb. */
    public double limbForceN() {
        return limbForceN;
    }

    /** True area of the limb's contact. */
    public double contactAreaMm2() {
        return contactAreaMm2;
    }

    /** True limb force over true area. */
    public double meanPressureKpa() {
        return meanPressureKpa;
    }

    /** True highest pressure of the contact. */
    public double peakPressureKpa() {
        return peakPressureKpa;
    }

    /** True roll angle, growing without end. */
    public double rollAngleRad() {
        return rollAngleRad;
    }

    /** True travel of the contact along the limb, signed. */
    public double speedMmPerS() {
        return speedMmPerS;
    }

    /** Travel that the athlete means to make. */
    public double commandedSpeedMmPerS() {
        return commandedSpeedMmPerS;
    }

    /** Muscle activation, 0 to 1. */
    public double activationRatio() {
        return activationRatio;
    }

    /** Pain that the athlete feels, 0 for none to 1 for the worst. */
    public double painRatio() {
        return painRatio;
    }

    /** Whether tissue begins to let go in this very millisecond. */
    public boolean releasing() {
        return releasing;
    }

    /** Whether the muscle twitches, as it may before it lets go. */
    public boolean twitching() {
        return twitching;
    }

    /** Whether the athlete means to load the roller. */
    public boolean loaded() {
        return loaded;
    }

    /** Whether the roller is in the athlete's hands. */
    public boolean carried() {
        return carried;
    }

    /** Number of the stroke that is being made, 0 when none is. */
    public int strokeIndex() {
        return strokeIndex;
    }
}
