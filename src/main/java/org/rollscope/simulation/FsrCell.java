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

    /** Room temperature at which rollers are calibrated. */
    static final double BENCH_TEMPERATURE_DEG_C = 22;

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
    private final double temperaturePerKelvinRatio;

    private double lastForceN;
    private double hysteresisStateRatio;
    private double loadedS;
    private double driftRatio;
    private double nextDriftS;
    private double warmthRatio = 1;

    /**
     * Draws a part.
     *
     * @param noise the part's own stream.
     * @param batch how alike the parts are.
     * @param physics of the world.
     */
    FsrCell(SeededNoise noise, PartBatch batch, Physics physics) {
        gainRatio = StrictMath.exp(batch.spreadRatio() * noise.gaussian());
        exponentRatio = physics.of(PhysicalConstant.PAD_EXPONENT_RATIO) * noise.gaussianWithin(1, 0.04, 0.84, 1.16);
        hysteresisRatio = physics.of(PhysicalConstant.PAD_HYSTERESIS_RATIO) * noise.uniform(0.5, 1.5);
        driftPerDecadeRatio = physics.of(PhysicalConstant.PAD_DRIFT_RATIO) * noise.uniform(0.5, 1.5);
        breakForceN = noise.uniform(0.1, 0.3);
        seriesOhm = noise.uniform(60, 100);
        temperaturePerKelvinRatio = physics.of(PhysicalConstant.PAD_TEMPERATURE_RATIO);
    }

    /** Sets how warm the part is. */
    void warm(double temperatureDegC) {
        warmthRatio = 1 + temperaturePerKelvinRatio * (temperatureDegC - BENCH_TEMPERATURE_DEG_C);
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
            nextDriftS = 0;
            return 0;
        }
        if (loadedS >= nextDriftS) {
            // The logarithm creeps: anew every hundredth of the time under load is fine enough.
            driftRatio = driftPerDecadeRatio * StrictMath.log10(1 + loadedS);
            nextDriftS = loadedS + 0.002 + loadedS / 100;
        }
        double hysteresis = -hysteresisRatio / 2 * hysteresisStateRatio;
        double conductanceS = CONDUCTANCE_AT_ONE_NEWTON_S
                * gainRatio
                * StrictMath.pow(forceN, exponentRatio)
                * (1 + hysteresis)
                * (1 + driftRatio)
                * warmthRatio;
        return SUPPLY_MV * DIVIDER_OHM / (DIVIDER_OHM + 1 / conductanceS + seriesOhm);
    }
}
