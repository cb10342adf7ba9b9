package org.rollscope.programme.progress;

/**
 * What pain means for a plan, on the scale of 0 to 10. <b>Source.</b> domain study 1.1 (T16, T18), 2 and 3.1, record 0044.
 *
 * @param riseNrs rise at equal pressure that asks for a step back, 0.5 to 5; 2 is the smallest change that people call one.
 * @param easedNrs fall at equal pressure that counts as a gain, 0.5 to 5; 1 is what people call slightly better.
 * @param lowNrs below it there is little to ease, and the pressure may rise, 0 to 5.
 * @param highNrs above it nothing rises, 5 to 8: more force gives no more range of motion.
 * @param stopNrs from here on the pressure goes down, 7 to 10 (T16: 8).
 * @param alikePressureRatio two pressures that differ by less are equal, 0.02 to 0.5.
 */
public record PainSettings(
        double riseNrs, double easedNrs, double lowNrs, double highNrs, double stopNrs, double alikePressureRatio) {
    /** Refuses values that make no sense. */
    public PainSettings {
        SettingBounds.check("rise_nrs", riseNrs, 0.5, 5);
        SettingBounds.check("eased_nrs", easedNrs, 0.5, 5);
        SettingBounds.check("low_nrs", lowNrs, 0, 5);
        SettingBounds.check("high_nrs", highNrs, 5, 8);
        SettingBounds.check("stop_nrs", stopNrs, 7, 10);
        SettingBounds.check("alike_pressure_ratio", alikePressureRatio, 0.02, 0.5);
    }
}
