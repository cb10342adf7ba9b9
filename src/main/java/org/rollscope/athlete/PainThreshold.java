package org.rollscope.athlete;

/**
 * Pain thresholds that nobody measured: estimates by muscle, sex and contact area.
 *
 * <p><b>Source.</b> domain study 3.2 and 3.3: 482 kPa on 1 cm2 of a man's calf (Polianskis 2001); it falls as the square root
 * of the area (Defrin 2003 and Polianskis 2001 agree); the muscles' factors are assumptions, in the order of Binderup 2010;
 * women 0.80 (between 0.72 with a point and 0.90 with a cuff). People differ by 40 %.
 */
final class PainThreshold {
    private static final double CALF_KPA = 482;
    private static final double FEMALE_RATIO = 0.80;
    private static final double PROBE_AREA_MM2 = 100;

    private PainThreshold() {}

    /** Estimate for a probe of 1 cm2. */
    static double priorKpa(Muscle muscle, Sex sex) {
        return CALF_KPA * muscleRatio(muscle) * (sex == Sex.MALE ? 1 : FEMALE_RATIO);
    }

    /** A threshold of 1 cm2 as mean pressure over a larger contact. */
    static double overAreaKpa(double thresholdKpa, double areaMm2) {
        return thresholdKpa * Math.sqrt(PROBE_AREA_MM2 / areaMm2);
    }

    private static double muscleRatio(Muscle muscle) {
        return switch (muscle) {
            case CALF, THORACIC -> 1.00;
            case QUADRICEPS -> 1.10;
            case GLUTES -> 1.15;
            case HAMSTRINGS, TIBIALIS_ANTERIOR, LUMBAR -> 0.95;
            case FOOT, LATISSIMUS -> 0.90;
            case LATERAL_THIGH -> 0.85;
            case ADDUCTORS, FOREARM -> 0.70;
            case PECTORALS -> 0.60;
            case NECK -> 0.50;
        };
    }
}
