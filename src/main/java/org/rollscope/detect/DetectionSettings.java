package org.rollscope.detect;

import org.rollscope.feature.SettingRange;

/**
 * Tuning of all detectors, one record per detector.
 *
 * @param contact when a limb lies on the roller.
 * @param roll when it rolls.
 * @param hold when it is held.
 * @param overpressure when the pressure is over the ceiling.
 * @param loading when pressure rises abruptly.
 * @param guarding when a muscle may be tensing.
 * @param release when tissue gives way in a hold.
 * @param signal when the signal counts as lost.
 */
public record DetectionSettings(
        ContactSettings contact,
        RollSettings roll,
        HoldSettings hold,
        OverpressureSettings overpressure,
        LoadingSettings loading,
        GuardingSettings guarding,
        ReleaseSettings release,
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
     *     rolling is missed. Default 0.0873 (5 degrees per second), record 0016. 0.01 to 2.
     * @param offRateRadPerS turn rate below which it is then still; it rises with the other. Default 0.0568 (3.3 degrees per
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
     * @param onRatio share of the ceiling above which it begins. Small: warns early; 1: half of the true ones at the very ceiling are
     *     missed, since a pressure is known to some 8 % only. Default 0.97, record 0017. 0.5 to 1.2.
     * @param offRatio share of the ceiling below which it ends. Default 0.9. 0.5 to onRatio.
     * @param offDwellMs how long below. Default 1000. 0 to 10000.
     * @param tileRatio pressure on one tile, as a multiple of the ceiling, that counts by itself. Default 2. 1 to 10.
     */
    public record OverpressureSettings(
            int onDwellMs, double onRatio, double offRatio, int offDwellMs, double tileRatio) {
        /** Refuses values that make no sense. */
        public OverpressureSettings {
            SettingRange.check("on_dwell_ms", onDwellMs, 0, 5000);
            SettingRange.check("on_ratio", onRatio, 0.5, 1.2);
            SettingRange.check("off_ratio", offRatio, 0.5, onRatio);
            SettingRange.check("off_dwell_ms", offDwellMs, 0, 10_000);
            SettingRange.check("tile_ratio", tileRatio, 1, 10);
        }
    }

    /**
     * When pressure rises abruptly.
     *
     * @param limitKpaPerS rise of the mean pressure that is too quick. Default 15, domain study 9.3. 1 to 500.
     * @param minCeilingRatio mean pressure, as a share of the ceiling, from which on it counts. Default 0.5. 0 to 1.
     * @param minDurationMs how long it must rise so. Default 100, chosen by us. 0 to 5000.
     */
    public record LoadingSettings(double limitKpaPerS, double minCeilingRatio, int minDurationMs) {
        /** Refuses values that make no sense. */
        public LoadingSettings {
            SettingRange.check("limit_kpa_per_s", limitKpaPerS, 1, 500);
            SettingRange.check("min_ceiling_ratio", minCeilingRatio, 0, 1);
            SettingRange.check("min_duration_ms", minDurationMs, 0, 5000);
        }
    }

    /**
     * When a muscle may be tensing against the roller. A sign is 1 where it is plain, and counts up to 3.
     *
     * @param stiffnessScaleRatio rise of the contact's stiffness that is plain, as a logarithm. Default 0.16: twice the 8 % of
     *     area of domain study 9.5. 0.02 to 1.
     * @param tremorScaleRatio rise of tremor over the own quiet one that is plain, as a logarithm. Default 0.5. 0.05 to 3.
     * @param pressureFromRatio share of the ceiling from which on pressure counts; it is plain at the ceiling. Default 0.8. 0.2
     *     to 0.99.
     * @param gentleKpaPerS rise of pressure that does not count. Default 5. 0 to 100.
     * @param loadingScaleKpaPerS rise over that which is plain. Default 10. 1 to 200.
     * @param flinchRatio share of the force that falls within half a second of a flinch. Default 0.2. 0.05 to 0.9.
     * @param biasRatio what the score starts from, as a logit. Default -4.6, record 0017. -20 to -1.5: from there on a single sign would do.
     * @param stiffnessWeightRatio weight of stiffness. 0 to 10, as all weights.
     * @param tremorWeightRatio weight of tremor.
     * @param pressureWeightRatio weight of pressure near the ceiling.
     * @param loadingWeightRatio weight of abrupt loading.
     * @param flinchWeightRatio weight of a flinch.
     * @param onRatio score from which on guarding is suspected. Default 0.6. 0.1 to 0.99.
     * @param offRatio score below which it is no more. Default 0.4. 0.05 to on_ratio.
     * @param onDwellMs how long above. Default 500. 0 to 10000.
     * @param offDwellMs how long below. Default 1000. 0 to 10000.
     */
    public record GuardingSettings(
            double stiffnessScaleRatio,
            double tremorScaleRatio,
            double pressureFromRatio,
            double gentleKpaPerS,
            double loadingScaleKpaPerS,
            double flinchRatio,
            double biasRatio,
            double stiffnessWeightRatio,
            double tremorWeightRatio,
            double pressureWeightRatio,
            double loadingWeightRatio,
            double flinchWeightRatio,
            double onRatio,
            double offRatio,
            int onDwellMs,
            int offDwellMs) {
        /** Refuses values that make no sense. */
        public GuardingSettings {
            SettingRange.check("stiffness_scale_ratio", stiffnessScaleRatio, 0.02, 1);
            SettingRange.check("tremor_scale_ratio", tremorScaleRatio, 0.05, 3);
            SettingRange.check("pressure_from_ratio", pressureFromRatio, 0.2, 0.99);
            SettingRange.check("gentle_kpa_per_s", gentleKpaPerS, 0, 100);
            SettingRange.check("loading_scale_kpa_per_s", loadingScaleKpaPerS, 1, 200);
            SettingRange.check("flinch_ratio", flinchRatio, 0.05, 0.9);
            SettingRange.check("bias_ratio", biasRatio, -20, -1.5);
            SettingRange.check("stiffness_weight_ratio", stiffnessWeightRatio, 0, 10);
            SettingRange.check("tremor_weight_ratio", tremorWeightRatio, 0, 10);
            SettingRange.check("pressure_weight_ratio", pressureWeightRatio, 0, 10);
            SettingRange.check("loading_weight_ratio", loadingWeightRatio, 0, 10);
            SettingRange.check("flinch_weight_ratio", flinchWeightRatio, 0, 10);
            SettingRange.check("on_ratio", onRatio, 0.1, 0.99);
            SettingRange.check("off_ratio", offRatio, 0.05, onRatio);
            SettingRange.check("on_dwell_ms", onDwellMs, 0, 10_000);
            SettingRange.check("off_dwell_ms", offDwellMs, 0, 10_000);
        }
    }

    /**
     * When tissue gives way in a hold.
     *
     * @param startMs hold before a release is looked for. Small: the first passive relaxation is mistaken; large: an early
     *     release is missed. Default 6000; domain study 9.4 has 8000. 3000 to 60000.
     * @param latestMs least age of an onset that is believed. Small: a passing wobble is mistaken; large: it is told late.
     *     Default 1000, chosen by us. 500 to 10000.
     * @param minDepthRatio least loss of stiffness of limb and sleeve together. Default 0.025: on a soft roller a release of 8 %
     *     of the tissue is 0.035. 0.005 to 0.5.
     * @param minStrengthRatio how far it must stand out, in spreads of a second's mean. Small: false releases; large: missed ones.
     *     Default 4.2, fitted on development seeds, record 0017. 1 to 50.
     * @param confirmMs how long it must be so. Default 500, chosen by us. 0 to 10000.
     * @param forceToleranceRatio change of load from which on frames are left out; smaller ones are accounted for. Default 0.25,
     *     record 0017. 0.02 to 1.
     * @param unevenMs how long a load may be changed before the course begins anew. Default 8000, record 0017. 0 to 60000.
     * @param settleMs time that is left out after such a spell. Default 1000, record 0017. 0 to 10000.
     * @param maxTravelMm rolling that begins it anew. Default 10, domain study 9.4. 1 to 50.
     * @param quietMs pause after a release before the next. Default 10000, domain study 9.3. 0 to 60000.
     * @param settledAfterMs hold time from which on nothing new makes it settled. Default 45000, domain study 9.4. 10000 to
     *     600000.
     * @param settledDriftRatio change of the stiffness' logarithm per second below which nothing happens. Default 0.002: twice the 0.1 % of
     *     domain study 9.4, because stiffness goes with the square of the area. 0.0001 to 0.1.
     */
    public record ReleaseSettings(
            int startMs,
            int latestMs,
            double minDepthRatio,
            double minStrengthRatio,
            int confirmMs,
            double forceToleranceRatio,
            int unevenMs,
            int settleMs,
            double maxTravelMm,
            int quietMs,
            int settledAfterMs,
            double settledDriftRatio) {
        /** Refuses values that make no sense. */
        public ReleaseSettings {
            SettingRange.check("start_ms", startMs, 3000, 60_000);
            SettingRange.check("latest_ms", latestMs, 500, 10_000);
            SettingRange.check("min_depth_ratio", minDepthRatio, 0.005, 0.5);
            SettingRange.check("min_strength_ratio", minStrengthRatio, 1, 50);
            SettingRange.check("confirm_ms", confirmMs, 0, 10_000);
            SettingRange.check("force_tolerance_ratio", forceToleranceRatio, 0.02, 1);
            SettingRange.check("uneven_ms", unevenMs, 0, 60_000);
            SettingRange.check("settle_ms", settleMs, 0, 10_000);
            SettingRange.check("max_travel_mm", maxTravelMm, 1, 50);
            SettingRange.check("quiet_ms", quietMs, 0, 60_000);
            SettingRange.check("settled_after_ms", settledAfterMs, 10_000, 600_000);
            SettingRange.check("settled_drift_ratio", settledDriftRatio, 0.0001, 0.1);
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
