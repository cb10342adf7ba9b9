package org.rollscope.frame;

/**
 * How a board is, in its own words, every five seconds.
 *
 * @param batteryMv 0 when not measured.
 * @param temperatureDegC NaN when not measured.
 * @param missedTickCount ticks since reset at which no scan could start.
 * @param droppedFrameCount frames since reset that found no room to be sent.
 * @param imuErrorCount failed IMU reads since reset, modulo 65536.
 * @param commandErrorCount commands since reset that were not understood, modulo 65536.
 */
public record BoardHealth(
        int batteryMv,
        double temperatureDegC,
        long missedTickCount,
        long droppedFrameCount,
        int imuErrorCount,
        int commandErrorCount) {}
