package org.rollscope.simulation;

/**
 * One force-sensing resistor under its tile, with its divider: newton in, millivolt out.
 *
 * <p><b>Source.</b> domain study sections 5.1 and 10.6: conductance g0 * gain * F^m, hysteresis, drift with the logarithm of
 * time under load, a series resistance where the power law ends, silence below a break force. The divider is 470 ohm
 * against 3.3 V, so that 2 to 150 kPa on a tile span a tenth to six tenths of the converter. <b>Threads.</b> One.
 */
final class FsrCell {
    /** Supply of the divider and reference of the converter. */
    static final double SUPPLY_MV = 3300;
    /** Fixed resistor of the divider. */
    static final double DIVIDER_OHM = 470;

    private static final double CONDUCTANCE_AT_ONE_NEWTON_S = 1.45e-4;
    /** Force change over which the hysteresis turns round. */
    private static final double HYSTERESIS_WIDTH_N = 1;

    private static final double DRIFT_RECOVERY_S = 30;

    private final double gainRatio;
    private final double exponentRatio;
    private final double hysteresisRatio;
    private final double driftPerDecadeRatio;
    private final double breakForceN;
    private final double seriesOhm;

    private double lastForceN;
    private double hysteresisStateRatio;
    private double loadedS;

    /**
     * Draws a part.
     *
     * @param noise the part's own stream.
     */
    FsrCell(SeededNoise noise) {
        gainRatio = StrictMath.exp(0.10 * noise.gaussian());
        exponentRatio = noise.gaussianWithin(0.74, 0.03, 0.62, 0.86);
        hysteresisRatio = noise.uniform(0.05, 0.15);
        driftPerDecadeRatio = noise.uniform(0.01, 0.03);
        breakForceN = noise.uniform(0.1, 0.3);
        seriesOhm = noise.uniform(60, 100);
    }

    /**
     * The next voltage, without converter noise.
     *
     * @param forceN normal force on the tile.
     * @param stepS time since the call before.
     * @return 0 to {@link #SUPPLY_MV}.
     */
    double voltageMv(double forceN, double stepS) {
        double changeN = forceN - lastForceN;
        lastForceN = forceN;
        if (changeN != 0) {
            double turnRatio = Math.min(1, Math.abs(changeN) / HYSTERESIS_WIDTH_N);
            hysteresisStateRatio += turnRatio * (Math.signum(changeN) - hysteresisStateRatio);
        }
        loadedS = forceN > breakForceN ? loadedS + stepS : loadedS * (1 - stepS / DRIFT_RECOVERY_S);
        if (forceN <= breakForceN) {
            return 0;
        }
        double hysteresis = -hysteresisRatio / 2 * hysteresisStateRatio;
        double drift = driftPerDecadeRatio * StrictMath.log10(1 + loadedS);
        double conductanceS = CONDUCTANCE_AT_ONE_NEWTON_S
                * gainRatio
                * StrictMath.pow(forceN, exponentRatio)
                * (1 + hysteresis)
                * (1 + drift);
        return SUPPLY_MV * DIVIDER_OHM / (DIVIDER_OHM + 1 / conductanceS + seriesOhm);
    }
}
