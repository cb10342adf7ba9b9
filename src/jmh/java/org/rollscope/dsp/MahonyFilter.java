package org.rollscope.dsp;

/**
 * A textbook Mahony filter for a gyroscope and an accelerometer, to compare with.
 *
 * <p><b>Source.</b> R. Mahony, T. Hamel, J.-M. Pflimlin, IEEE TAC 53(5), 2008, doi 10.1109/TAC.2008.923738, in the quaternion
 * form that is commonly taught. <b>Threads.</b> One.
 */
final class MahonyFilter {
    private static final double PULL = 0.5;
    private static final double OFFSET_PULL = 0.1;

    private double w = 1;
    private double x;
    private double y;
    private double z;
    private double offsetX;
    private double offsetY;
    private double offsetZ;

    void accept(double[] accel, double[] gyro, double stepS) {
        double rateX = gyro[0];
        double rateY = gyro[1];
        double rateZ = gyro[2];
        double norm = Math.sqrt(accel[0] * accel[0] + accel[1] * accel[1] + accel[2] * accel[2]);
        if (norm > 0) {
            double readX = accel[0] / norm;
            double readY = accel[1] / norm;
            double readZ = accel[2] / norm;
            double upX = 2 * (x * z - w * y);
            double upY = 2 * (w * x + y * z);
            double upZ = w * w - x * x - y * y + z * z;
            double errorX = readY * upZ - readZ * upY;
            double errorY = readZ * upX - readX * upZ;
            double errorZ = readX * upY - readY * upX;
            offsetX += OFFSET_PULL * errorX * stepS;
            offsetY += OFFSET_PULL * errorY * stepS;
            offsetZ += OFFSET_PULL * errorZ * stepS;
            rateX += PULL * errorX + offsetX;
            rateY += PULL * errorY + offsetY;
            rateZ += PULL * errorZ + offsetZ;
        }
        double half = stepS / 2;
        double newW = w + (-x * rateX - y * rateY - z * rateZ) * half;
        double newX = x + (w * rateX + y * rateZ - z * rateY) * half;
        double newY = y + (w * rateY - x * rateZ + z * rateX) * half;
        double newZ = z + (w * rateZ + x * rateY - y * rateX) * half;
        double length = Math.sqrt(newW * newW + newX * newX + newY * newY + newZ * newZ);
        w = newW / length;
        x = newX / length;
        y = newY / length;
        z = newZ / length;
    }

    double upX() {
        return 2 * (x * z - w * y);
    }
}
