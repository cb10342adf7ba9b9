package org.rollscope.dsp;

import java.util.ArrayList;
import java.util.List;

/**
 * {@link UpFilter} as one would explain it: the sensor's orientation is a rotation matrix, every specific force is turned into axes
 * that stand still, and the low-pass runs there. Slow, and written without a look at the other's formulas.
 */
final class SlowUpFilter {
    private double[][] sensorToStill = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private double[] low = new double[3];
    private double[] change = new double[3];
    private final double[] offset = new double[3];
    private double turning;
    private double sinceStart;
    private boolean started;

    private final List<double[]> rates = new ArrayList<>();
    private double[] meanRate = new double[3];
    private double[] meanForce = new double[3];
    private double[] forceAtStart = new double[3];
    private double restFor;
    private boolean reading;
    private double readFor;
    private int readings;

    /** Up in the sensor's axes. */
    double[] accept(double[] accel, double[] gyro, double step) {
        learnOffset(accel, gyro, step);
        if (!started) {
            started = true;
            low = accel.clone();
            return accel.clone();
        }
        double[] rate = minus(gyro, offset);
        sensorToStill = times(sensorToStill, rotation(scaled(rate, step)));
        turning += step / 3 * (length(rate) - turning);
        sinceStart += step;
        double[] push = minus(apply(sensorToStill, accel), low);
        if (sinceStart <= 0.5) {
            low = plus(low, scaled(push, step / (sinceStart + step)));
        } else {
            if (length(push) > 10) {
                push = scaled(push, 10 / length(push));
            }
            double quickness = Math.max(1 / 3.7 + 0.07 * turning, 1 / sinceStart);
            double frequency = Math.sqrt(2) * quickness * step;
            change = plus(change, minus(scaled(push, frequency * frequency), scaled(change, Math.sqrt(2) * frequency)));
            low = plus(low, change);
        }
        return apply(transposed(sensorToStill), low);
    }

    private void learnOffset(double[] accel, double[] gyro, double step) {
        boolean first = !started;
        double share = first ? 1 : step / 0.5;
        double[] rateChange = minus(gyro, meanRate);
        double[] forceChange = minus(accel, meanForce);
        if (first) {
            rateChange = gyro.clone();
            forceChange = accel.clone();
        }
        meanRate = plus(meanRate, scaled(rateChange, share));
        meanForce = plus(meanForce, scaled(forceChange, share));
        boolean still = length(rateChange) < 0.035
                && length(forceChange) < 0.5
                && Math.abs(meanRate[0]) < 0.1
                && Math.abs(meanRate[1]) < 0.1
                && Math.abs(meanRate[2]) < 0.1;
        if (!still) {
            restFor = 0;
            reading = false;
            return;
        }
        restFor += step;
        if (restFor < 3) {
            return;
        }
        if (!reading) {
            begin();
            return;
        }
        rates.add(scaled(gyro, step));
        readFor += step;
        if (readFor >= 1) {
            double[] turned = new double[3];
            for (double[] one : rates) {
                turned = plus(turned, one);
            }
            double[] seen = scaled(cross(meanForce, forceAtStart), 1 / dot(forceAtStart, forceAtStart));
            double[] read = scaled(minus(turned, seen), 1 / readFor);
            readings = Math.min(10, readings + 1);
            for (int axis = 0; axis < 3; axis++) {
                offset[axis] += (read[axis] - offset[axis]) / readings;
                offset[axis] = Math.max(-0.1, Math.min(0.1, offset[axis]));
            }
            begin();
        }
    }

    private void begin() {
        reading = true;
        readFor = 0;
        rates.clear();
        forceAtStart = meanForce.clone();
    }

    double[] offset() {
        return offset.clone();
    }

    /** Exact, by sine and cosine. */
    private static double[][] rotation(double[] vector) {
        double angle = length(vector);
        double sine = angle == 0 ? 1 : Math.sin(angle) / angle;
        double cosine = angle == 0 ? 0.5 : (1 - Math.cos(angle)) / (angle * angle);
        double[][] cross = {
            {0, -vector[2], vector[1]},
            {vector[2], 0, -vector[0]},
            {-vector[1], vector[0], 0}
        };
        double[][] square = times(cross, cross);
        double[][] result = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                result[row][column] =
                        (row == column ? 1 : 0) + sine * cross[row][column] + cosine * square[row][column];
            }
        }
        return result;
    }

    private static double[][] times(double[][] left, double[][] right) {
        double[][] result = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int index = 0; index < 3; index++) {
                    result[row][column] += left[row][index] * right[index][column];
                }
            }
        }
        return result;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] result = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                result[row][column] = matrix[column][row];
            }
        }
        return result;
    }

    private static double[] apply(double[][] matrix, double[] vector) {
        return new double[] {dot(matrix[0], vector), dot(matrix[1], vector), dot(matrix[2], vector)};
    }

    private static double dot(double[] left, double[] right) {
        return left[0] * right[0] + left[1] * right[1] + left[2] * right[2];
    }

    private static double[] cross(double[] left, double[] right) {
        return new double[] {
            left[1] * right[2] - left[2] * right[1],
            left[2] * right[0] - left[0] * right[2],
            left[0] * right[1] - left[1] * right[0]
        };
    }

    private static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double[] plus(double[] left, double[] right) {
        return new double[] {left[0] + right[0], left[1] + right[1], left[2] + right[2]};
    }

    private static double[] minus(double[] left, double[] right) {
        return new double[] {left[0] - right[0], left[1] - right[1], left[2] - right[2]};
    }

    private static double[] scaled(double[] vector, double factor) {
        return new double[] {vector[0] * factor, vector[1] * factor, vector[2] * factor};
    }
}
