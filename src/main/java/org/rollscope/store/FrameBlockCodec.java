package org.rollscope.store;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import org.rollscope.frame.RawFrame;

/**
 * Packs frames without loss, column by column, each with the guess and the code that take the fewest bits: {@link RiceColumn}.
 *
 * <p>Holds exactly the fields of the wire's frame message, protocol version 1. Layout, n frames, p pads, lowest bit first:
 *
 * <pre>
 * 8 bit                 0x06: not how a deflated block, which archives before version 4 have, can begin
 * nominal step of time  64 bit
 * seq step - 1          column, 65535 stands for "see escapes"
 * time step - nominal   column
 * frame_flags           column
 * accel x y z           column each
 * gyro x y z            the same
 * pad 0 .. p-1          the same
 * escapes               for each escaped frame: 64 bit step of seq, 64 bit step of time
 * </pre>
 *
 * <p><b>Source.</b> record 0029. <b>Threads.</b> One per object.
 */
final class FrameBlockCodec {
    private static final int RICE = 0x06;
    private static final int MAX_PAD_COUNT = 64;

    private final RiceColumn rice = new RiceColumn();
    private final DeflatedBlock deflated = new DeflatedBlock();

    /** The packed bytes of a block. */
    byte[] pack(BlockBuffer block) {
        int frameCount = block.frameCount();
        long nominalUs = nominalStepUs(block);
        short[] seqSteps = new short[frameCount];
        short[] timeSteps = new short[frameCount];
        short[] flags = new short[frameCount];
        BitWriter escapes = new BitWriter();
        for (int index = 0; index < frameCount; index++) {
            flags[index] = (short) (block.flags(index) & 0xFF);
            long seqStep = index == 0 ? 0 : block.sequence(index) - block.sequence(index - 1) - 1;
            long timeStep = index == 0 ? 0 : block.deviceTimeUs(index) - block.deviceTimeUs(index - 1) - nominalUs;
            boolean fits = seqStep >= 0 && seqStep < BlockColumns.ESCAPE_COUNTS && Math.abs(timeStep) < Short.MAX_VALUE;
            seqSteps[index] = (short) (fits ? seqStep : BlockColumns.ESCAPE_COUNTS);
            timeSteps[index] = (short) (fits ? timeStep : 0);
            if (!fits) {
                escapes.put64(seqStep);
                escapes.put64(timeStep);
            }
        }
        BitWriter bits = new BitWriter();
        bits.put(RICE, Byte.SIZE);
        bits.put64(nominalUs);
        rice.write(bits, seqSteps, frameCount);
        rice.write(bits, timeSteps, frameCount);
        rice.write(bits, flags, frameCount);
        for (int columnIndex = 0; columnIndex < BlockBuffer.MOTION_COLUMN_COUNT + block.padCount(); columnIndex++) {
            rice.write(bits, block.column(columnIndex), frameCount);
        }
        for (byte part : escapes.bytes()) {
            bits.put(part, Byte.SIZE);
        }
        return bits.bytes();
    }

    /**
     * Unpacks a block.
     *
     * @param packed from {@link #pack}, or from an archive of an earlier version.
     * @param header the row's other columns.
     * @return the frames.
     * @throws DataFormatException when the bytes are damaged.
     */
    List<RawFrame> unpack(byte[] packed, BlockHeader header) throws DataFormatException {
        if (header.padCount() < 1 || header.padCount() > MAX_PAD_COUNT) {
            throw new DataFormatException("it claims " + header.padCount() + " pads");
        }
        int columnCount = BlockBuffer.MOTION_COLUMN_COUNT + header.padCount();
        return frames(
                header,
                packed.length > 0 && packed[0] == RICE
                        ? read(packed, header.frameCount(), columnCount)
                        : deflated.read(packed, header.frameCount(), columnCount));
    }

    private static BlockColumns read(byte[] packed, int frameCount, int columnCount) throws DataFormatException {
        BitReader bits = new BitReader(packed);
        bits.get(Byte.SIZE);
        BlockColumns columns = new BlockColumns(frameCount, columnCount);
        columns.nominalUs = bits.get64();
        RiceColumn.read(bits, columns.seqSteps);
        RiceColumn.read(bits, columns.timeSteps);
        RiceColumn.read(bits, columns.flags);
        for (int columnIndex = 0; columnIndex < columnCount; columnIndex++) {
            columns.values[columnIndex] = new short[frameCount];
            RiceColumn.read(bits, columns.values[columnIndex]);
        }
        columns.escapes = new long[2 * columns.escapedCount()];
        for (int index = 0; index < columns.escapes.length; index++) {
            columns.escapes[index] = bits.get64();
        }
        bits.expectEnd();
        return columns;
    }

    private static List<RawFrame> frames(BlockHeader header, BlockColumns columns) {
        List<RawFrame> frames = new ArrayList<>(header.frameCount());
        long sequence = header.firstSequence();
        long deviceTimeUs = header.firstDeviceTimeUs();
        int escapeIndex = 0;
        for (int index = 0; index < header.frameCount(); index++) {
            int lostCount = header.lostBeforeCount();
            if (index > 0) {
                long seqStep = columns.seqSteps[index] & BlockColumns.ESCAPE_COUNTS;
                long timeStep = columns.timeSteps[index];
                if (seqStep == BlockColumns.ESCAPE_COUNTS) {
                    seqStep = columns.escapes[escapeIndex++];
                    timeStep = columns.escapes[escapeIndex++];
                }
                lostCount = (int) Math.min(Integer.MAX_VALUE, Math.max(0, seqStep));
                sequence += seqStep + 1;
                deviceTimeUs += timeStep + columns.nominalUs;
            }
            frames.add(frame(
                    header, columns.values, index, sequence, deviceTimeUs, lostCount, columns.flags[index] & 0xFF));
        }
        return frames;
    }

    private static RawFrame frame(
            BlockHeader header,
            short[][] columns,
            int index,
            long sequence,
            long deviceTimeUs,
            int lostCount,
            int frameFlags) {
        short[] accelCounts = new short[3];
        short[] gyroCounts = new short[3];
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            accelCounts[axisIndex] = columns[axisIndex][index];
            gyroCounts[axisIndex] = columns[3 + axisIndex][index];
        }
        char[] padCounts = new char[header.padCount()];
        for (int padIndex = 0; padIndex < padCounts.length; padIndex++) {
            padCounts[padIndex] = (char) columns[BlockBuffer.MOTION_COLUMN_COUNT + padIndex][index];
        }
        long spanNs = header.lastArrivalNs() - header.firstArrivalNs();
        int steps = header.frameCount() - 1;
        long arrivalNs = header.firstArrivalNs() + (steps == 0 ? 0 : spanNs * index / steps);
        return new RawFrame(
                header.bootIndex(),
                sequence,
                deviceTimeUs,
                arrivalNs,
                lostCount,
                frameFlags,
                accelCounts,
                gyroCounts,
                padCounts);
    }

    /**
     * Checksum that lies beside a packed block: of its bytes and of all its other columns, so that damage to a row's numbers
     * shows as well.
     *
     * @param packed from {@link #pack}.
     * @param header the row's other columns.
     */
    static long checksum(byte[] packed, BlockHeader header) {
        ByteArrayOutputStream columns = new ByteArrayOutputStream();
        putLong(columns, header.bootIndex());
        putLong(columns, header.firstSequence());
        putLong(columns, header.firstDeviceTimeUs());
        putLong(columns, header.firstArrivalNs());
        putLong(columns, header.lastArrivalNs());
        putLong(columns, header.padCount());
        putLong(columns, header.frameCount());
        putLong(columns, header.lostBeforeCount());
        CRC32 crc = new CRC32();
        crc.update(columns.toByteArray());
        crc.update(packed);
        return crc.getValue();
    }

    private static long nominalStepUs(BlockBuffer block) {
        int last = block.frameCount() - 1;
        long ticks = block.sequence(last) - block.sequence(0);
        return ticks <= 0 ? 0 : (block.deviceTimeUs(last) - block.deviceTimeUs(0)) / ticks;
    }

    private static void putLong(ByteArrayOutputStream out, long value) {
        for (int shift = 0; shift < 64; shift += 8) {
            out.write((int) (value >>> shift));
        }
    }
}
