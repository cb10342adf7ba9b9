package org.rollscope.detect;

import org.rollscope.feature.SettingRange;

/**
 * Tuning of all detectors, one record per detector.
 *
 * @param contact when a limb lies on the roller.
 * @param roll when it rolls.
 * @param hold when it is held.
 * @param overpressure when the pressure is over the ceiling.
 * @param signal when the signal counts as lost.
 */
public record DetectionSettings(
        ContactSettings contact,
        RollSettings roll,
        HoldSettings hold,
        OverpressureSettings overpressure,
        SignalSettings signal) {

    /**
     * When a limb lies on the roller.
     *
     * @param onForceN limb force from which contact begins. Small: a hand counts; large: a light touch is missed.
     *     Default 15, domain study 9.3. 2 to 100.
     * @param offForceN limb force below which it ends, under onForceN. Default 8. 1 to 100.
     * @param onDwellMs how long above. Default 300. 0 to 5000.
     * @param offDwellMs how long below. Default 500. 0 to 5000.
     * @param supportRatio least floor force as a share of the limb force: a hand's squeeze has no floor under it. Default
     *     0.4, chosen by us, record 0005. 0 to 1.
     * @param handlingTiltRad tilt of the axis from which the roller counts as carried. Default 0.52 (30 degrees). 0.1 to 1.5.
     * @param handlingRateRadPerS turn rate across the axis from which it counts as carried. Default 0.35 (20 degrees per
     *     second). 0.05 to 5.
     */
    public record ContactSettings(
            double onForceN,
            double offForceN,
            int onDwellMs,
            int offDwellMs,
            double supportRatio,
            double handlingTiltRad,
            double handlingRateRadPerS) {
        /** Refuses values that make no sense. */
        public ContactSettings {
            SettingRange.check("on_force_n", onForceN, 2, 100);
            SettingRange.check("off_force_n", offForceN, 1, onForceN);
            SettingRange.check("on_dwell_ms", onDwellMs, 0, 5000);
            SettingRange.check("off_dwell_ms", offDwellMs, 0, 5000);
            SettingRange.check("support_ratio", supportRatio, 0, 1);
            SettingRange.check("handling_tilt_rad", handlingTiltRad, 0.1, 1.5);
            SettingRange.check("handling_rate_rad_per_s", handlingRateRadPerS, 0.05, 5);
        }
    }

    /**
     * When it rolls.
     *
     * @param onRateRadPerS least turn rate from which it rolls, however quiet it is. Small: a body's sway rolls; large: slow
     *     rolling is missed. Default 0.0524 (3 degrees per second), record 0016. 0.01 to 2.
     * @param offRateRadPerS turn rate below which it is then still; it rises with the other. Default 0.0340 (2 degrees per
     *     second). 0.005 to onRate.
     * @param noiseRatio how many times the usual turn rate of stillness counts as rolling. Small: restlessness rolls; large: slow
     *     rolling is missed on a restless roller. Default 6, record 0016. 1 to 50.
     * @param highestOnRateRadPerS turn rate that always counts as rolling. Default 0.14 (8 degrees per second, 9 mm/s).
     *     onRate to 2.
     * @param onDwellMs how long above. Default 100, record 0016. 0 to 5000.
     * @param offDwellMs how long below. Default 150, record 0016. 0 to 5000.
     * @param joinGapMs stillness that does not end a roll. Default 1000, contract section 6. 0 to 10000.
     * @param turnTravelMm travel back that ends a stroke. Default 17 (15 degrees), domain study 9.3. 2 to 100.
     * @param shortestStrokeMm shorter ones are no stroke. Default 20, domain study 8.1. 5 to 200.
     */
    public record RollSettings(
            double onRateRadPerS,
            double offRateRadPerS,
            double noiseRatio,
            double highestOnRateRadPerS,
            int onDwellMs,
            int offDwellMs,
            int joinGapMs,
            double turnTravelMm,
            double shortestStrokeMm) {
        /** Refuses values that make no sense. */
        public RollSettings {
            SettingRange.check("on_rate_rad_per_s", onRateRadPerS, 0.01, 2);
            SettingRange.check("off_rate_rad_per_s", offRateRadPerS, 0.005, onRateRadPerS);
            SettingRange.check("noise_ratio", noiseRatio, 1, 50);
            SettingRange.check("highest_on_rate_rad_per_s", highestOnRateRadPerS, onRateRadPerS, 2);
            SettingRange.check("on_dwell_ms", onDwellMs, 0, 5000);
            SettingRange.check("off_dwell_ms", offDwellMs, 0, 5000);
            SettingRange.check("join_gap_ms", joinGapMs, 0, 10_000);
            SettingRange.check("turn_travel_mm", turnTravelMm, 2, 100);
            SettingRange.check("shortest_stroke_mm", shortestStrokeMm, 5, 200);
        }
    }

    /**
     * When it is held.
     *
     * @param minDurationMs shorter ones are no hold. Default 3000, domain study 9.3. 500 to 60000.
     * @param minPressureKpa least mean pressure. Default 8, domain study 9.3. 1 to 100.
     * @param minCeilingRatio least mean pressure as a share of the ceiling. Default 0.3, domain study 9.3. 0 to 1.
     * @param maxTravelMm travel that ends a hold. Default 25, domain study 9.3. 5 to 200.
     * @param releaseMs how long the load must be gone. Default 1000, domain study 9.3. 0 to 10000.
     */
    public record HoldSettings(
            int minDurationMs, double minPressureKpa, double minCeilingRatio, double maxTravelMm, int releaseMs) {
        /** Refuses values that make no sense. */
        public HoldSettings {
            SettingRange.check("min_duration_ms", minDurationMs, 500, 60_000);
            SettingRange.check("min_pressure_kpa", minPressureKpa, 1, 100);
            SettingRange.check("min_ceiling_ratio", minCeilingRatio, 0, 1);
            SettingRange.check("max_travel_mm", maxTravelMm, 5, 200);
            SettingRange.check("release_ms", releaseMs, 0, 10_000);
        }
    }

    /**
     * When the pressure is over the ceiling.
     *
     * @param onDwellMs how long above. Default 500, domain study 9.3. 0 to 5000.
     * @param offRatio share of the ceiling below which it ends. Default 0.9. 0.5 to 1.
     * @param offDwellMs how long below. Default 1000. 0 to 10000.
     * @param tileRatio pressure on one tile, as a multiple of the ceiling, that counts by itself. Default 2. 1 to 10.
     */
    public record OverpressureSettings(int onDwellMs, double offRatio, int offDwellMs, double tileRatio) {
        /** Refuses values that make no sense. */
        public OverpressureSettings {
            SettingRange.check("on_dwell_ms", onDwellMs, 0, 5000);
            SettingRange.check("off_ratio", offRatio, 0.5, 1);
            SettingRange.check("off_dwell_ms", offDwellMs, 0, 10_000);
            SettingRange.check("tile_ratio", tileRatio, 1, 10);
        }
    }

    /**
     * When the signal counts as lost.
     *
     * @param maxGapMs longest gap between two frames. Default 200, domain study 9.2. 50 to 10000.
     * @param bridgeMs gap that a hold or a roll outlives. Default 1000. 0 to 60000.
     */
    public record SignalSettings(int maxGapMs, int bridgeMs) {
        /** Refuses values that make no sense. */
        public SignalSettings {
            SettingRange.check("max_gap_ms", maxGapMs, 50, 10_000);
            SettingRange.check("bridge_ms", bridgeMs, 0, 60_000);
        }
    }
}
