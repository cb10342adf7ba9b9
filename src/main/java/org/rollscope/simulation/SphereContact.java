package org.rollscope.simulation;

import org.rollscope.frame.BallPads;

/**
 * Shares the pressure of a contact out to the pads of a ball.
 *
 * <p>A contact is laid out in the plane that keeps areas (Lambert's azimuthal projection): there the depth of a sphere in a flat is
 * exactly a paraboloid, so that Winkler's closed forms hold for contacts of any depth. A pad has a rigid panel and feels what acts along
 * its own normal.
 *
 * <p><b>Source.</b> p = k * depth, domain study 10.3; the projection: R (1 - cos a) = (2 R sin(a / 2))^2 / 2 R. <b>Threads.</b> One.
 */
final class SphereContact {
    /** Parts that a slice is cut into across. */
    private static final int PART_COUNT = 8;
    /** Slices of a contact with a flat. */
    private static final int FLAT_SLICE_COUNT = 12;
    /** A border between panels is a gap of a few millimetres with a soft sleeve over it: both bear what presses there. */
    private static final double BORDER_MM = 4;

    private final double radiusMm;
    private final double[] middle = new double[3];
    private final double[] alongLimb = new double[3];
    private final double[] acrossLimb = new double[3];

    SphereContact(double radiusMm) {
        this.radiusMm = radiusMm;
    }

    /** Where the next contact's middle lies, as a direction of the ball, and the limb's direction there. */
    void lay(double[] outward, double[] way) {
        System.arraycopy(outward, 0, middle, 0, 3);
        double along = Triad.dot(way, outward);
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            alongLimb[axisIndex] = way[axisIndex] - along * outward[axisIndex];
        }
        Triad.normalise(alongLimb);
        Triad.cross(middle, alongLimb, acrossLimb);
    }

    /**
     * Adds a slice across the contact.
     *
     * @param fromMm its middle, along the limb from the contact's middle.
     * @param widthMm along the limb.
     * @param kpaPerMm stiffness.
     * @param leftMm depth at its deepest, over 0.
     * @param acrossRadiusMm radius of the paraboloid across.
     * @param padForceN is added to.
     */
    void addSlice(
            double fromMm, double widthMm, double kpaPerMm, double leftMm, double acrossRadiusMm, double[] padForceN) {
        double halfMm = Math.sqrt(2 * acrossRadiusMm * leftMm);
        double stepMm = 2 * halfMm / PART_COUNT;
        double before = sumMm2(-halfMm, leftMm, acrossRadiusMm);
        for (int partIndex = 0; partIndex < PART_COUNT; partIndex++) {
            double toMm = -halfMm + (partIndex + 1) * stepMm;
            double now = sumMm2(toMm, leftMm, acrossRadiusMm);
            double forceN = kpaPerMm * widthMm * (now - before) / 1000;
            before = now;
            add(fromMm, toMm - stepMm / 2, forceN, padForceN);
        }
    }

    private static double sumMm2(double toMm, double leftMm, double acrossRadiusMm) {
        return toMm * (leftMm - toMm * toMm / (6 * acrossRadiusMm));
    }

    /**
     * Adds the contact with a flat.
     *
     * @param forceN along the line through the contact, 0 or more.
     * @param kpaPerMm stiffness of the ball's sleeve against it.
     * @param padForceN is added to.
     */
    void addFlat(double forceN, double kpaPerMm, double[] padForceN) {
        if (forceN <= 0) {
            return;
        }
        double depthMm = 0;
        for (int roundIndex = 0; roundIndex < 4; roundIndex++) {
            double normalN = forceN / (1 - depthMm / (3 * radiusMm));
            depthMm = Math.sqrt(normalN * 1000 / (Math.PI * kpaPerMm * radiusMm));
        }
        double halfMm = Math.sqrt(2 * radiusMm * depthMm);
        double widthMm = 2 * halfMm / FLAT_SLICE_COUNT;
        for (int sliceIndex = 0; sliceIndex < FLAT_SLICE_COUNT; sliceIndex++) {
            double fromMm = -halfMm + (sliceIndex + 0.5) * widthMm;
            double leftMm = depthMm - fromMm * fromMm / (2 * radiusMm);
            addSlice(fromMm, widthMm, kpaPerMm, leftMm, radiusMm, padForceN);
        }
    }

    /** A bit of the contact to the panel under it, or to both at a border. */
    private void add(double alongMm, double acrossMm, double forceN, double[] padForceN) {
        double squareRatio = (alongMm * alongMm + acrossMm * acrossMm) / (radiusMm * radiusMm);
        double up = 1 - squareRatio / 2;
        double out = Math.sqrt(Math.max(0, 1 - squareRatio / 4)) / radiusMm;
        double x = up * middle[0] + out * (alongMm * alongLimb[0] + acrossMm * acrossLimb[0]);
        double y = up * middle[1] + out * (alongMm * alongLimb[1] + acrossMm * acrossLimb[1]);
        double z = up * middle[2] + out * (alongMm * alongLimb[2] + acrossMm * acrossLimb[2]);
        int firstIndex = 0;
        int secondIndex = 0;
        double first = -2;
        double second = -2;
        for (int padIndex = 0; padIndex < BallPads.padCount(); padIndex++) {
            double[] pad = BallPads.directionRatio(padIndex);
            double near = x * pad[0] + y * pad[1] + z * pad[2] + BallPads.advantageRatio(padIndex);
            if (near > first) {
                second = first;
                secondIndex = firstIndex;
                first = near;
                firstIndex = padIndex;
            } else if (near > second) {
                second = near;
                secondIndex = padIndex;
            }
        }
        double fromBorderMm = radiusMm * (first - second) / distance(firstIndex, secondIndex);
        double share = Math.min(1, 0.5 + fromBorderMm / BORDER_MM);
        padForceN[firstIndex] += share * forceN * (first - BallPads.advantageRatio(firstIndex));
        padForceN[secondIndex] += (1 - share) * forceN * (second - BallPads.advantageRatio(secondIndex));
    }

    private static double distance(int oneIndex, int otherIndex) {
        double[] one = BallPads.directionRatio(oneIndex);
        double[] other = BallPads.directionRatio(otherIndex);
        double x = one[0] - other[0];
        double y = one[1] - other[1];
        double z = one[2] - other[2];
        return Math.sqrt(x * x + y * y + z * z);
    }
}
