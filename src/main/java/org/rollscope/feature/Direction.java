package org.rollscope.feature;

/** A direction in the axes of a turning body, and what is done with three numbers. <b>Threads.</b> One. */
final class Direction {
    double x;
    double y;
    double z;

    void set(double newX, double newY, double newZ) {
        x = newX;
        y = newY;
        z = newZ;
    }

    void set(Direction other) {
        set(other.x, other.y, other.z);
    }

    double dot(Direction other) {
        return x * other.x + y * other.y + z * other.z;
    }

    double dot(double[] other) {
        return x * other[0] + y * other[1] + z * other[2];
    }

    void add(double factorRatio, Direction other) {
        x += factorRatio * other.x;
        y += factorRatio * other.y;
        z += factorRatio * other.z;
    }

    void add(double factorRatio, double[] other) {
        x += factorRatio * other[0];
        y += factorRatio * other[1];
        z += factorRatio * other[2];
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    /** Makes it a direction of length 1; what has no length stays. */
    void normalise() {
        double length = length();
        if (length > 0) {
            set(x / length, y / length, z / length);
        }
    }

    /** Keeps what lies across another direction of length 1. */
    void across(Direction other) {
        add(-dot(other), other);
    }

    void cross(Direction a, Direction b) {
        set(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
    }

    /** The same direction of the world after the body has turned by a small rotation vector, to second order. */
    void turnedBy(Direction rate, double stepS) {
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
    double angleRad(Direction other) {
        return StrictMath.acos(Math.max(-1, Math.min(1, dot(other))));
    }
}
