package org.rollscope.feature;

import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.ToolKind;

/**
 * Tuning of the features.
 *
 * @param forceCutoffHz low-pass on the limb's force. Small: smooth but late; large: breath and tremor come through. Default
 *     4, domain study 9.1. 0.5 to 20.
 * @param speedCutoffHz low-pass on the rolling speed. Small: smooth but late, so that quick strokes look slower; large: tremor
 *     comes through. Default 20, record 0016. 0.5 to 40.
 * @param motionWindowMs window of the turn rate's root mean square. Small: quick but nervous. Default 150, chosen on
 *     labelled recordings, record 0016. 50 to 2000.
 * @param areaWindowMs window of the median of the contact area. Default 500, domain study 9.1. 50 to 2000.
 * @param pressureWindowMs window of the median of the mean pressure. Small: nervous; large: alarms come late, by half of
 *     it. Default 200, chosen by us, record 0005. 10 to 2000.
 * @param slopeWindowMs window of the pressure's slope. Default 250, domain study 9.1. 50 to 2000.
 * @param effectiveRadiusMm axis to limb without load; rolling travel per radian is that less the limb's sinking-in. Default 65
 *     for both rollers, domain study 6.2: measure it by rolling a known length under load. 20 to 150.
 * @param rollerHardness how hard the sleeve is, for the sinking-in. Default firm, the reference roller.
 * @param vibrationMPerS2 change of acceleration from frame to frame from which on the roller vibrates by itself and its IMU says
 *     nothing of tremor. Default 1, chosen by us: a still limb gives 0.2, a motor 2 and more. 0.1 to 50.
 * @param rollerWeightN weight of the roller, which only the floor side feels. Default 5.5. 0 to 50.
 */
public record FeatureSettings(
        double forceCutoffHz,
        double speedCutoffHz,
        int motionWindowMs,
        int areaWindowMs,
        int pressureWindowMs,
        int slopeWindowMs,
        double effectiveRadiusMm,
        RollerHardness rollerHardness,
        double rollerWeightN,
        double vibrationMPerS2) {

    /** Refuses values that make no sense. */
    public FeatureSettings {
        SettingRange.check("force_cutoff_hz", forceCutoffHz, 0.5, 20);
        SettingRange.check("speed_cutoff_hz", speedCutoffHz, 0.5, 40);
        SettingRange.check("motion_window_ms", motionWindowMs, 50, 2000);
        SettingRange.check("area_window_ms", areaWindowMs, 50, 2000);
        SettingRange.check("pressure_window_ms", pressureWindowMs, 10, 2000);
        SettingRange.check("slope_window_ms", slopeWindowMs, 50, 2000);
        SettingRange.check("effective_radius_mm", effectiveRadiusMm, 20, 150);
        SettingRange.check("roller_weight_n", rollerWeightN, 0, 50);
        SettingRange.check("vibration_m_per_s2", vibrationMPerS2, 0.1, 50);
    }

    /** What a ball weighs with its electronics: 300 g, chosen by us, record 0046. */
    public static final double BALL_WEIGHT_N = 3;

    /** The same on a tool: radius, weight and hardness of a ball or stick follow from its geometry, a roller's are set. */
    public FeatureSettings on(PadGeometry geometry) {
        if (geometry.tool().comesInHardnesses()) {
            return this;
        }
        RollerHardness hardness = geometry.equals(PadGeometry.LACROSSE_BALL)
                ? RollerHardness.RIGID
                : geometry.equals(PadGeometry.TENNIS_BALL) ? RollerHardness.SOFT : RollerHardness.FIRM;
        return new FeatureSettings(
                forceCutoffHz,
                speedCutoffHz,
                motionWindowMs,
                areaWindowMs,
                pressureWindowMs,
                slopeWindowMs,
                geometry.radiusMm(),
                hardness,
                geometry.tool() == ToolKind.BALL ? BALL_WEIGHT_N : 0, // hands carry a stick
                vibrationMPerS2);
    }

    /** The same for a roller of another hardness. */
    public FeatureSettings withRollerHardness(RollerHardness otherHardness) {
        return new FeatureSettings(
                forceCutoffHz,
                speedCutoffHz,
                motionWindowMs,
                areaWindowMs,
                pressureWindowMs,
                slopeWindowMs,
                effectiveRadiusMm,
                otherHardness,
                rollerWeightN,
                vibrationMPerS2);
    }
}
