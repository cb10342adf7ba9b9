package org.rollscope.simulation;

/**
 * Three directions of the world at right angles, as a turning body sees them: the way of rolling, the axis it rolls about, and the line
 * from what the body lies on to the limb.
 *
 * <p><b>Threads.</b> One.
 */
final class Triad {
    final double[] way = {1, 0, 0};
    final double[] axis = {0, 1, 0};
    final double[] outward = {0, 0, 1};

    /** Begins with the body turned any way, each as likely. */
    Triad(SeededNoise noise) {
        for (int roundIndex = 0; roundIndex < 3; roundIndex++) {
            draw(outward, noise);
            draw(way, noise);
        }
        straighten();
    }

    private static void draw(double[] direction, SeededNoise noise) {
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            direction[axisIndex] = noise.gaussian();
        }
    }

    /** Turns the body by a small rotation vector: the world turns the other way round in its eyes. */
    void turn(double[] rateRadPerS, double stepS) {
        turn(way, rateRadPerS, stepS);
        turn(outward, rateRadPerS, stepS);
        straighten();
    }

    private static void turn(double[] direction, double[] rateRadPerS, double stepS) {
        // Second order in the angle, of at most a hundredth in a millisecond; straightened after each step.
        double x = rateRadPerS[0] * stepS;
        double y = rateRadPerS[1] * stepS;
        double z = rateRadPerS[2] * stepS;
        double keep = 1 - (x * x + y * y + z * z) / 2;
        double along = (x * direction[0] + y * direction[1] + z * direction[2]) / 2;
        double newX = keep * direction[0] - (y * direction[2] - z * direction[1]) + along * x;
        double newY = keep * direction[1] - (z * direction[0] - x * direction[2]) + along * y;
        direction[2] = keep * direction[2] - (x * direction[1] - y * direction[0]) + along * z;
        direction[0] = newX;
        direction[1] = newY;
    }

    private void straighten() {
        normalise(outward);
        double along = dot(way, outward);
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            way[axisIndex] -= along * outward[axisIndex];
        }
        normalise(way);
        cross(outward, way, axis);
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static void cross(double[] a, double[] b, double[] into) {
        into[0] = a[1] * b[2] - a[2] * b[1];
        into[1] = a[2] * b[0] - a[0] * b[2];
        into[2] = a[0] * b[1] - a[1] * b[0];
    }

    static void normalise(double[] direction) {
        double length = Math.sqrt(dot(direction, direction));
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            direction[axisIndex] /= length;
        }
    }
}
