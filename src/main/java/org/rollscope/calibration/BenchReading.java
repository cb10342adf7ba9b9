package org.rollscope.calibration;

import java.util.Arrays;
import org.rollscope.frame.RawFrame;

/** Mean and spread of all sensors over one reading. */
final class BenchReading {
    private final double[] sumCounts;
    private final double[] squareSumCounts;
    private final double[] accelSumCounts = new double[3];
    private final double[] gyroSumCounts = new double[3];
    private final double[] gyroSquareSumCounts = new double[3];
    private int frameCount;
    private int lostFrameCount;
    private int silentImuCount;

    BenchReading(int padCount) {
        sumCounts = new double[padCount];
        squareSumCounts = new double[padCount];
    }

    void clear() {
        Arrays.fill(sumCounts, 0);
        Arrays.fill(squareSumCounts, 0);
        Arrays.fill(accelSumCounts, 0);
        Arrays.fill(gyroSumCounts, 0);
        Arrays.fill(gyroSquareSumCounts, 0);
        frameCount = 0;
        lostFrameCount = 0;
        silentImuCount = 0;
    }

    void accept(RawFrame frame) {
        char[] padCounts = frame.padCounts();
        for (int padIndex = 0; padIndex < sumCounts.length; padIndex++) {
            sumCounts[padIndex] += padCounts[padIndex];
            squareSumCounts[padIndex] += (double) padCounts[padIndex] * padCounts[padIndex];
        }
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            accelSumCounts[axisIndex] += frame.accelCounts()[axisIndex];
            gyroSumCounts[axisIndex] += frame.gyroCounts()[axisIndex];
            gyroSquareSumCounts[axisIndex] += (double) frame.gyroCounts()[axisIndex] * frame.gyroCounts()[axisIndex];
        }
        lostFrameCount += frameCount == 0 ? 0 : frame.lostBeforeCount();
        silentImuCount += frame.imuValid() ? 0 : 1;
        frameCount++;
    }

    int frameCount() {
        return frameCount;
    }

    /** Whether too few frames came through for a mean. */
    boolean hasHoles() {
        return frameCount == 0 || lostFrameCount > frameCount / 10;
    }

    boolean imuAnswers() {
        return silentImuCount <= frameCount / 10;
    }

    double meanCounts(int padIndex) {
        return sumCounts[padIndex] / frameCount;
    }

    double spreadCounts(int padIndex) {
        double mean = meanCounts(padIndex);
        return Math.sqrt(Math.max(0, squareSumCounts[padIndex] / frameCount - mean * mean));
    }

    double gyroMeanCounts(int axisIndex) {
        return gyroSumCounts[axisIndex] / frameCount;
    }

    /** Greatest spread of the turn rates. */
    double gyroSpreadCounts() {
        double most = 0;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            double mean = gyroMeanCounts(axisIndex);
            most = Math.max(most, Math.sqrt(Math.max(0, gyroSquareSumCounts[axisIndex] / frameCount - mean * mean)));
        }
        return most;
    }

    /** Body angle that points up. */
    double upRad() {
        return StrictMath.atan2(accelSumCounts[1], accelSumCounts[0]);
    }
}
