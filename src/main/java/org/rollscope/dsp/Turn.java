package org.rollscope.dsp;

/** Angles that come around again. */
public final class Turn {
    private Turn() {}

    /**
     * The angle within half a period of zero that stands for the same direction; exactly what {@link Math#IEEEremainder}
     * gives, without its cost where the angle is at most one and a half periods away, as nearly always.
     *
     * <p>Both subtractions are exact there (P. Sterbenz, Floating-Point Computation, 1974, theorem 4.3.1).
     *
     * @param angleRad any angle.
     * @param periodRad positive.
     */
    public static double wrapRad(double angleRad, double periodRad) {
        double half = periodRad / 2;
        if (angleRad >= -half && angleRad <= half) {
            return angleRad;
        } else if (angleRad > half && angleRad < 3 * half) {
            return angleRad - periodRad;
        } else if (angleRad < -half && angleRad > -3 * half) {
            return angleRad + periodRad;
        }
        return Math.IEEEremainder(angleRad, periodRad);
    }
}
