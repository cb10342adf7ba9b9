package org.rollscope.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * What a board says of itself after a reset and on request: who it is, how it samples and what its counts mean.
 *
 * <p><b>Units.</b> As in each name. <b>Threads.</b> Immutable; {@link #scanOffsetUs()} must not be written.
 */
public final class BoardHello {
    /** Value of {@link #batteryMv} when the board does not measure it. */
    public static final int BATTERY_NOT_MEASURED_MV = 0;
    /** Firmware version where there is no firmware: the host reads the sensors itself, and all times are the host's. */
    public static final String SAMPLED_BY_HOST = "0.0.0";

    private final int protocolVersion;
    private final long boardSerialId;
    private final String firmwareVersion;
    private final int geometryId;
    private final int resetCauseFlags;
    private final int rateHz;
    private final int adcBits;
    private final int adcFullScaleMv;
    private final double accelFullScaleMPerS2;
    private final double gyroFullScaleRadPerS;
    private final int imuOffsetUs;
    private final int batteryMv;
    private final double temperatureDegC;
    private final int[] scanOffsetUs;

    /**
     * Takes over the array.
     *
     * @param protocolVersion version of the wire specification, 1 to 255.
     * @param boardSerialId stable identity, unsigned.
     * @param firmwareVersion as {@code major.minor.patch}.
     * @param geometryId see {@link PadGeometry}.
     * @param resetCauseFlags bit 0 power on, 1 external, 2 brown-out, 3 watchdog.
     * @param rateHz sampling ticks per second, 1 to 1000.
     * @param adcBits resolution of the pad converter, 8 to 16.
     * @param adcFullScaleMv voltage that would read 2^adcBits.
     * @param accelFullScaleMPerS2 specific force at 32768 counts.
     * @param gyroFullScaleRadPerS turn rate at 32768 counts.
     * @param imuOffsetUs start of the scan to the IMU sample.
     * @param batteryMv 0 when not measured.
     * @param temperatureDegC NaN when not measured.
     * @param scanOffsetUs start of the scan to the conversion of each pad.
     */
    public BoardHello(
            int protocolVersion,
            long boardSerialId,
            String firmwareVersion,
            int geometryId,
            int resetCauseFlags,
            int rateHz,
            int adcBits,
            int adcFullScaleMv,
            double accelFullScaleMPerS2,
            double gyroFullScaleRadPerS,
            int imuOffsetUs,
            int batteryMv,
            double temperatureDegC,
            int[] scanOffsetUs) {
        this.protocolVersion = protocolVersion;
        this.boardSerialId = boardSerialId;
        this.firmwareVersion = firmwareVersion;
        this.geometryId = geometryId;
        this.resetCauseFlags = resetCauseFlags;
        this.rateHz = rateHz;
        this.adcBits = adcBits;
        this.adcFullScaleMv = adcFullScaleMv;
        this.accelFullScaleMPerS2 = accelFullScaleMPerS2;
        this.gyroFullScaleRadPerS = gyroFullScaleRadPerS;
        this.imuOffsetUs = imuOffsetUs;
        this.batteryMv = batteryMv;
        this.temperatureDegC = temperatureDegC;
        this.scanOffsetUs = scanOffsetUs;
    }

    /** Version of the wire specification that the board speaks. */
    public int protocolVersion() {
        return protocolVersion;
    }

    /** Stable identity of the board, an unsigned 64-bit number. */
    public long boardSerialId() {
        return boardSerialId;
    }

    /** The identity as sixteen lower-case hexadecimal digits: the name of its calibration file. */
    public String boardSerial() {
        return String.format(Locale.ROOT, "%016x", boardSerialId);
    }

    /** Firmware version, {@code major.minor.patch}. */
    public String firmwareVersion() {
        return firmwareVersion;
    }

    /** Whether the host's clock stamped the frames, because no board stands between it and the sensors. */
    public boolean sampledByHost() {
        return firmwareVersion.equals(SAMPLED_BY_HOST);
    }

    /** Whose clock it was, in a word for documents: {@code board} or {@code host}. */
    public String clockWord() {
        return sampledByHost() ? "host" : "board";
    }

    /** Number of the pad geometry. */
    public int geometryId() {
        return geometryId;
    }

    /** Why the board last started. */
    public int resetCauseFlags() {
        return resetCauseFlags;
    }

    /** Sampling ticks per second. */
    public int rateHz() {
        return rateHz;
    }

    /** Nominal time between two frames. */
    public long periodUs() {
        return Math.round(1_000_000.0 / rateHz);
    }

    /** Resolution of the pad converter. */
    public int adcBits() {
        return adcBits;
    }

    /** Voltage that would read 2^adcBits. */
    public int adcFullScaleMv() {
        return adcFullScaleMv;
    }

    /** Specific force at 32768 counts. */
    public double accelFullScaleMPerS2() {
        return accelFullScaleMPerS2;
    }

    /** Turn rate at 32768 counts. */
    public double gyroFullScaleRadPerS() {
        return gyroFullScaleRadPerS;
    }

    /** Start of the scan to the IMU sample. */
    public int imuOffsetUs() {
        return imuOffsetUs;
    }

    /** Battery voltage, or {@link #BATTERY_NOT_MEASURED_MV}. */
    public int batteryMv() {
        return batteryMv;
    }

    /** Temperature inside the roller, NaN when not measured. */
    public double temperatureDegC() {
        return temperatureDegC;
    }

    /** Start of the scan to the conversion of each pad. */
    public int[] scanOffsetUs() {
        return scanOffsetUs;
    }

    /** Number of pads. */
    public int padCount() {
        return scanOffsetUs.length;
    }

    /** Whether frames of both belong together: one board, sampled the same way. */
    public boolean samplesLike(BoardHello other) {
        return boardSerialId == other.boardSerialId
                && rateHz == other.rateHz
                && padCount() == other.padCount()
                && adcBits() == other.adcBits();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoardHello that
                && protocolVersion == that.protocolVersion
                && boardSerialId == that.boardSerialId
                && firmwareVersion.equals(that.firmwareVersion)
                && geometryId == that.geometryId
                && resetCauseFlags == that.resetCauseFlags
                && rateHz == that.rateHz
                && adcBits == that.adcBits
                && adcFullScaleMv == that.adcFullScaleMv
                && Double.compare(accelFullScaleMPerS2, that.accelFullScaleMPerS2) == 0
                && Double.compare(gyroFullScaleRadPerS, that.gyroFullScaleRadPerS) == 0
                && imuOffsetUs == that.imuOffsetUs
                && batteryMv == that.batteryMv
                && Double.compare(temperatureDegC, that.temperatureDegC) == 0
                && Arrays.equals(scanOffsetUs, that.scanOffsetUs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(boardSerialId, firmwareVersion, rateHz, Arrays.hashCode(scanOffsetUs));
    }

    @Override
    public String toString() {
        String who = sampledByHost()
                ? "host " + boardSerial() + ", which reads the sensors itself, "
                : "board " + boardSerial() + ", firmware " + firmwareVersion + ", ";
        return who + padCount() + " pads at " + rateHz + " Hz";
    }
}
