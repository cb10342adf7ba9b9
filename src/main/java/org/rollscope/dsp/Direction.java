package org.rollscope.dsp;

/** A direction in the axes of a turning body, and what is done with three numbers. <b>Threads.</b> One. */
public final class Direction {
    private double x;
    private double y;
    private double z;

    /** Along x. */
    public double x() {
        return x;
    }

    /** Along y. */
    public double y() {
        return y;
    }

    /** Along z. */
    public double z() {
        return z;
    }

    /** Sets it. */
    public void set(double newX, double newY, double newZ) {
        x = newX;
        y = newY;
        z = newZ;
    }

    /** Sets it to another. */
    public void set(Direction other) {
        set(other.x, other.y, other.z);
    }

    /** Product with another: the cosine of the angle between two of length 1. */
    public double dot(Direction other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /** Product with three numbers. */
    public double dot(double[] other) {
        return x * other[0] + y * other[1] + z * other[2];
    }

    /** Adds a multiple of another. */
    public void add(double factorRatio, Direction other) {
        x += factorRatio * other.x;
        y += factorRatio * other.y;
        z += factorRatio * other.z;
    }

    /** Adds a multiple of three numbers. */
    public void add(double factorRatio, double[] other) {
        x += factorRatio * other[0];
        y += factorRatio * other[1];
        z += factorRatio * other[2];
    }

    /** Its length. */
    public double length() {
        return Math.sqrt(dot(this));
    }

    /** Makes it a direction of length 1; what has no length stays. */
    public void normalise() {
        double length = length();
        if (length > 0) {
            set(x / length, y / length, z / length);
        }
    }

    /** Keeps what lies across another direction of length 1. */
    public void across(Direction other) {
        add(-dot(other), other);
    }

    /** Sets it square to two others, right-handed. */
    public void cross(Direction a, Direction b) {
        set(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
    }

    /** The same direction of the world after the body has turned by a small rotation vector, to second order. */
    public void turnedBy(Direction rate, double stepS) {
        double rx = rate.x * stepS;
        double ry = rate.y * stepS;
        double rz = rate.z * stepS;
        double keep = 1 - (rx * rx + ry * ry + rz * rz) / 2;
        double along = (rx * x + ry * y + rz * z) / 2;
        set(
                keep * x - (ry * z - rz * y) + along * rx,
                keep * y - (rz * x - rx * z) + along * ry,
                keep * z - (rx * y - ry * x) + along * rz);
        normalise();
    }

    /** Angle to another direction of length 1, 0 to pi. */
    public double angleRad(Direction other) {
        return StrictMath.acos(Math.max(-1, Math.min(1, dot(other))));
    }
}
