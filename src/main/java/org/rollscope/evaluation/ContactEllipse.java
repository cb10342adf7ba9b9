package org.rollscope.evaluation;

/**
 * A limb's contact as the contact law has it: pressure p (1 - x^2/a^2 - y^2/b^2) over an ellipse with half axes a and b.
 *
 * <p>Written apart from the detectors' fit and from the simulator's slices, so that each can be held against it. <b>Source.</b>
 * Winkler contact of crossed cylinders, domain study 10.3. <b>Threads.</b> Immutable.
 *
 * @param forceN whole force.
 * @param aroundMm middle around the roller, from the middle of column 0.
 * @param alongMm middle along the roller, from the roller's middle.
 * @param halfAroundMm half axis around the roller.
 * @param halfAlongMm half axis along the roller.
 */
public record ContactEllipse(double forceN, double aroundMm, double alongMm, double halfAroundMm, double halfAlongMm) {
    private static final int STRIP_COUNT = 60;

    /**
     * The contact that a force makes, at the middle of column 0 and of the roller: F = k d A / 2 with A = 2 pi d sqrt(Rr Rl).
     *
     * @param forceN whole force.
     * @param stiffnessKpaPerMm of tissue and sleeve together.
     * @param rollerRadiusMm of the roller.
     * @param limbRadiusMm of the limb.
     */
    public static ContactEllipse pressed(
            double forceN, double stiffnessKpaPerMm, double rollerRadiusMm, double limbRadiusMm) {
        double meanRadiusMm = Math.sqrt(rollerRadiusMm * limbRadiusMm);
        double depthMm = Math.sqrt(forceN * 1000 / (Math.PI * stiffnessKpaPerMm * meanRadiusMm));
        return new ContactEllipse(
                forceN, 0, 0, Math.sqrt(2 * rollerRadiusMm * depthMm), Math.sqrt(2 * limbRadiusMm * depthMm));
    }

    /** The same contact elsewhere. */
    public ContactEllipse at(double otherAroundMm, double otherAlongMm) {
        return new ContactEllipse(forceN, otherAroundMm, otherAlongMm, halfAroundMm, halfAlongMm);
    }

    /** Area of the ellipse. */
    public double areaMm2() {
        return Math.PI * halfAroundMm * halfAlongMm;
    }

    /** Force over area. */
    public double meanPressureKpa() {
        return forceN * 1000 / areaMm2();
    }

    /** Force on each pad: the pressure summed over strips of the pad, in each strip by its antiderivative. */
    public double[] padForceN(PadLayout layout) {
        double[] padForceN = new double[layout.padCount()];
        double peakNPerMm2 = 2 * forceN / areaMm2();
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            double middleMm = layout.aroundMm(padIndex) - aroundMm;
            double lowMm = Math.max(-halfAroundMm, middleMm - layout.halfAroundMm());
            double highMm = Math.min(halfAroundMm, middleMm + layout.halfAroundMm());
            double stripMm = (highMm - lowMm) / STRIP_COUNT;
            for (int stripIndex = 0; stripMm > 0 && stripIndex < STRIP_COUNT; stripIndex++) {
                double xMm = lowMm + (stripIndex + 0.5) * stripMm;
                double reachMm = layout.halfAlongMm(xMm - middleMm);
                double fromMm = layout.alongMm(padIndex) - alongMm;
                padForceN[padIndex] += peakNPerMm2 * stripMm * strip(xMm, fromMm - reachMm, fromMm + reachMm);
            }
        }
        return padForceN;
    }

    /** Integral of 1 - x^2/a^2 - y^2/b^2 over y where it is over 0. */
    private double strip(double xMm, double startMm, double endMm) {
        double left = 1 - xMm * xMm / (halfAroundMm * halfAroundMm);
        double reachMm = halfAlongMm * Math.sqrt(Math.max(0, left));
        double fromMm = Math.max(-reachMm, Math.min(reachMm, startMm));
        double toMm = Math.max(-reachMm, Math.min(reachMm, endMm));
        double square = 3 * halfAlongMm * halfAlongMm;
        return toMm * (left - toMm * toMm / square) - fromMm * (left - fromMm * fromMm / square);
    }
}
