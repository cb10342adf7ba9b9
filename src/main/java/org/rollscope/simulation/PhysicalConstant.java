package org.rollscope.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rollscope.frame.ToolKind;

/**
 * The constants of the simulated world, by name, so that each can be turned up and down and its weight in a score be told.
 *
 * <p>None is shared with a detector. <b>Source.</b> Sections of the domain study, named at each.
 */
public enum PhysicalConstant {
    /** Thigh at rest, 10.3: fit to Curran 2008. */
    TISSUE_STIFFNESS_KPA_PER_MM(10),
    /** Log standard deviation of the stiffness between people; the study gives 0.3, of which 0.05 are the muscle's. */
    STIFFNESS_SPREAD_RATIO(0.25),
    /**
     * Tissue under a ball over tissue under a roller. Derived: the half width of a ball's contact is 20 to 28 mm, of a roller's
     * 39 mm (47 cm2), and Winkler's constant of an elastic half space goes with one over it.
     */
    BALL_STIFFENING_RATIO(1.6),
    /** A ball against the floor: the upper end of 40 to 100, 10.3; the size for a ball is an assumption. */
    BALL_FLOOR_STIFFNESS_KPA_PER_MM(100),
    /** Weight of a ball with its electronics: an assumption, 300 g. */
    BALL_WEIGHT_N(3),
    /** Spin of a ball about the line from floor to limb: an assumption, 4 degrees per second. */
    BALL_SPIN_RAD_PER_S(0.07),
    /**
     * Tissue under a stick over tissue under a roller, derived as for a ball: the contact's half width is 30 mm (28 cm2), a roller's 39.
     */
    STICK_STIFFENING_RATIO(1.3),
    /** Turning of a stick about each axis in hands that mean to press evenly: an assumption, 2 degrees per second. */
    STICK_SWAY_RAD_PER_S(0.035),
    /** Thigh, 10.1. */
    LIMB_RADIUS_MM(80),
    /** Soft foam against the limb, 10.3. */
    SOFT_STIFFNESS_KPA_PER_MM(7.9),
    /** Firm hollow core, 10.3. */
    FIRM_STIFFNESS_KPA_PER_MM(40),
    /** Rigid core with a thin sleeve: ten times the firm one, chosen by us. */
    RIGID_STIFFNESS_KPA_PER_MM(400),
    /** Sleeve and core against the floor, 10.3: 40 to 100. */
    FLOOR_STIFFNESS_KPA_PER_MM(40),
    /** Largest share of tissue stiffness that relaxes: Zheng and Mak 1999, 4.3. */
    RELAXING_RATIO(0.28),
    /** Share of the foam's stiffness that creeps away over 20 to 60 s, 10.4. */
    FOAM_CREEP_RATIO(0.075),
    /** Pain threshold of a man's calf under 1 cm2: Polianskis 2001. */
    PAIN_THRESHOLD_KPA(482),
    /** Log standard deviation of pain thresholds between people, 3.3. */
    PAIN_SPREAD_RATIO(0.40),
    /** Threshold of a tender spot as a share of the muscle's, middle of 0.55 to 0.80, 3.3. */
    TENDER_THRESHOLD_RATIO(0.675),
    /** Highest extra stiffness of a tender spot, 10.3. */
    TENDER_STIFFENING_RATIO(0.4),
    /** Share of body weight with no support by arms or the other leg: the highest means of Baumgart 2019. */
    FULL_LOAD_RATIO(0.50),
    /** Change of load from the middle to an end of the segment: Baumgart 2019, size chosen by us. */
    PROXIMAL_SLOPE_RATIO(0.20),
    /** Sway, 10.2: 2 to 4 %. */
    SWAY_RATIO(0.03),
    /** Breathing, 10.2: 1 to 2 %. */
    BREATH_RATIO(0.015),
    /** Rocking of the roller under a limb that means to be still, chosen by us: 0.65 degrees per second. */
    MICRO_RATE_RAD_PER_S(0.0113),
    /** Tremor of a calm muscle as a share of the force, 10.4. */
    TREMOR_CALM_RATIO(0.002),
    /** Growth of tremor with activation, 10.4. */
    TREMOR_ACTIVE_RATIO(0.02),
    /** Micro-motion of the roller's middle per newton of tremor, 10.4: 10 micrometres. */
    TREMOR_MOTION_MM_PER_N(0.010),
    /** Pressure over the pain threshold at which half of the guarding is there, 10.4. */
    GUARDING_PRESSURE_RATIO(1.35),
    /** Width of that step, 10.4. */
    GUARDING_WIDTH_RATIO(0.12),
    /** Weight of abrupt loading, middle of 0.3 to 1.0, 10.4. */
    GUARDING_RATE_RATIO(0.65),
    /** Growth of pain over a minute of even pressure, 10.4: Bradbury-Squires 2015. */
    PAIN_BUILD_UP_RATIO(0.2),
    /** Extra stiffness at full activation, 4.1: active tissue is twice as stiff. */
    ACTIVATION_STIFFENING_RATIO(1.0),
    /** Median time in a hold until tissue releases, 10.4: 45 s. */
    RELEASE_MEDIAN_MS(45_000),
    /** Loss of stiffness at a release, middle of 8 to 25 %, 10.4. */
    RELEASE_DEPTH_RATIO(0.165),
    /** Chance of a release in a long hold on a tender spot, 10.4. */
    RELEASE_CHANCE_RATIO(0.6),
    /** Loop of a pad between loading and unloading, middle of 5 to 15 %, 10.6. */
    PAD_HYSTERESIS_RATIO(0.10),
    /** Drift of a pad per decade of time, 10.6; a good part of 1 to 5 %. */
    PAD_DRIFT_RATIO(0.02),
    /** Exponent of conductance over force, 10.6. */
    PAD_EXPONENT_RATIO(0.74),
    /** Change of conductance per kelvin, 10.6. */
    PAD_TEMPERATURE_RATIO(0.0025),
    /** Noise of divider and converter: 1.2 counts of 3.2 mV. */
    PAD_NOISE_MV(3.9),
    /** Noise of the gyroscope per 1 kHz sample before its filter: 5 mdeg/s per root hertz, 6.1. */
    GYRO_NOISE_RAD_PER_S(0.00195),
    /** Walk of the gyroscope's offset per root second, 10.7: 0.01 degrees per second. */
    GYRO_WALK_RAD_PER_S(0.000175),
    /** Largest error of the gyroscope's scale after calibration, 10.7. */
    GYRO_SCALE_RATIO(0.015),
    /** Noise of the accelerometer per 1 kHz sample before its filter: 400 micro-g per root hertz, 6.1. */
    ACCEL_NOISE_M_PER_S2(0.0879),
    /** Largest offset of the accelerometer, 10.7: 30 milli-g. */
    ACCEL_OFFSET_M_PER_S2(0.294),
    /** Largest distance of the IMU from the axis, 6.2. */
    IMU_DISTANCE_MM(8),
    /** Largest skew of the IMU's axes, 10.7: 1.5 degrees after mounting. */
    IMU_SKEW_RAD(0.026);

    private final double usualValue;

    PhysicalConstant(double usualValue) {
        this.usualValue = usualValue;
    }

    /** The value that the study gives or we chose, in the unit of the name. */
    public double usual() {
        return usualValue;
    }

    /** Whether it is one of pads or motion sensor, which calibration meets as well. */
    public boolean isOfRoller() {
        return List.of("PAD", "GYRO", "ACCEL", "IMU").contains(name().substring(0, name().indexOf('_')));
    }

    /** Whether it matters to a kind of tool. */
    public boolean matters(ToolKind tool) {
        return Arrays.stream(ToolKind.values()).noneMatch(other -> other != tool && name().startsWith(other + "_"));
    }

    /** Lower-case name, as typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
