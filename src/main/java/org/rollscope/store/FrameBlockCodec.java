package org.rollscope.store;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.rollscope.frame.RawFrame;

/**
 * Packs frames without loss: differences from frame to frame, zigzag, low and high bytes apart, deflated.
 *
 * <p>Holds exactly the fields of the wire's frame message, protocol version 1. Layout of the unpacked bytes, n frames, p
 * pads: columns one after the other, each as n low bytes, then n high bytes:
 *
 * <pre>
 * seq step - 1          16 bit, 65535 stands for "see escapes"
 * time step - nominal   zigzag, 16 bit, -32768 stands for "see escapes"
 * frame_flags           8 bit, n bytes only
 * accel x y z           difference, zigzag, 16 bit, wrapping
 * gyro x y z            the same
 * pad 0 .. p-1          the same
 * escapes               for each escaped frame: 64 bit step of seq, 64 bit step of time
 * </pre>
 *
 * <p><b>Source.</b> measured in the library study: delta coding halves a block, and the JDK's deflater does the rest.
 * <b>Threads.</b> One per object.
 */
final class FrameBlockCodec {
    private static final int ESCAPE_COUNTS = 0xFFFF;
    private static final int MAX_PAD_COUNT = 64;

    private final Deflater deflater = new Deflater(6, true);
    private final Inflater inflater = new Inflater(true);

    /** The packed bytes of a block. */
    byte[] pack(BlockBuffer block) {
        int frameCount = block.frameCount();
        long nominalUs = nominalStepUs(block);
        ByteArrayOutputStream escapes = new ByteArrayOutputStream();
        int[] seqSteps = new int[frameCount];
        int[] timeSteps = new int[frameCount];
        for (int index = 1; index < frameCount; index++) {
            long seqStep = block.sequence(index) - block.sequence(index - 1) - 1;
            long timeStep = block.deviceTimeUs(index) - block.deviceTimeUs(index - 1) - nominalUs;
            boolean fits = seqStep >= 0 && seqStep < ESCAPE_COUNTS && Math.abs(timeStep) < 0x7FFF;
            seqSteps[index] = fits ? (int) seqStep : ESCAPE_COUNTS;
            timeSteps[index] = fits ? zigzag((int) timeStep) : 0;
            if (!fits) {
                putLong(escapes, seqStep);
                putLong(escapes, timeStep);
            }
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        putLong(plain, nominalUs);
        putColumn(plain, seqSteps);
        putColumn(plain, timeSteps);
        for (int index = 0; index < frameCount; index++) {
            plain.write(block.flags(index));
        }
        for (int columnIndex = 0; columnIndex < BlockBuffer.MOTION_COLUMN_COUNT + block.padCount(); columnIndex++) {
            putColumn(plain, differences(block.column(columnIndex), frameCount));
        }
        plain.writeBytes(escapes.toByteArray());
        return deflate(plain.toByteArray());
    }

    /**
     * Unpacks a block.
     *
     * @param packed from {@link #pack}.
     * @param header the row's other columns.
     * @return the frames.
     * @throws DataFormatException when the bytes are damaged.
     */
    List<RawFrame> unpack(byte[] packed, BlockHeader header) throws DataFormatException {
        if (header.padCount() < 1 || header.padCount() > MAX_PAD_COUNT) {
            throw new DataFormatException("it claims " + header.padCount() + " pads");
        }
        int frameCount = header.frameCount();
        ByteReader plain = new ByteReader(inflate(packed));
        long nominalUs = plain.i64();
        int[] seqSteps = plain.column(frameCount);
        int[] timeSteps = plain.column(frameCount);
        byte[] flags = plain.bytes(frameCount);
        int[][] columns = new int[BlockBuffer.MOTION_COLUMN_COUNT + header.padCount()][];
        for (int columnIndex = 0; columnIndex < columns.length; columnIndex++) {
            columns[columnIndex] = sums(plain.column(frameCount));
        }
        List<RawFrame> frames = new ArrayList<>(frameCount);
        long sequence = header.firstSequence();
        long deviceTimeUs = header.firstDeviceTimeUs();
        for (int index = 0; index < frameCount; index++) {
            int lostCount = index == 0 ? header.lostBeforeCount() : seqSteps[index];
            if (index > 0) {
                boolean escaped = seqSteps[index] == ESCAPE_COUNTS;
                long seqStep = escaped ? plain.i64() : seqSteps[index];
                long timeStep = escaped ? plain.i64() : unzigzag(timeSteps[index]);
                lostCount = (int) Math.min(Integer.MAX_VALUE, Math.max(0, seqStep));
                sequence += seqStep + 1;
                deviceTimeUs += timeStep + nominalUs;
            }
            frames.add(frame(header, columns, index, sequence, deviceTimeUs, lostCount, flags[index]));
        }
        plain.expectEnd();
        return frames;
    }

    private static RawFrame frame(
            BlockHeader header,
            int[][] columns,
            int index,
            long sequence,
            long deviceTimeUs,
            int lostCount,
            byte flags) {
        short[] accelCounts = new short[3];
        short[] gyroCounts = new short[3];
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            accelCounts[axisIndex] = (short) columns[axisIndex][index];
            gyroCounts[axisIndex] = (short) columns[3 + axisIndex][index];
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
                flags & 0xFF,
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

    private static int[] differences(short[] values, int frameCount) {
        int[] steps = new int[frameCount];
        short before = 0;
        for (int index = 0; index < frameCount; index++) {
            steps[index] = zigzag((short) (values[index] - before)) & 0xFFFF;
            before = values[index];
        }
        return steps;
    }

    private static int[] sums(int[] steps) {
        int value = 0;
        for (int index = 0; index < steps.length; index++) {
            value = (short) (value + unzigzag(steps[index]));
            steps[index] = value;
        }
        return steps;
    }

    private static int zigzag(int value) {
        return (value << 1) ^ (value >> 31);
    }

    private static int unzigzag(int coded) {
        return (coded >>> 1) ^ -(coded & 1);
    }

    private static void putColumn(ByteArrayOutputStream out, int[] values) {
        for (int value : values) {
            out.write(value);
        }
        for (int value : values) {
            out.write(value >>> 8);
        }
    }

    private static void putLong(ByteArrayOutputStream out, long value) {
        for (int shift = 0; shift < 64; shift += 8) {
            out.write((int) (value >>> shift));
        }
    }

    private byte[] deflate(byte[] plain) {
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
        byte[] chunk = new byte[8192];
        while (!deflater.finished()) {
            packed.write(chunk, 0, deflater.deflate(chunk));
        }
        return packed.toByteArray();
    }

    private byte[] inflate(byte[] packed) throws DataFormatException {
        inflater.reset();
        inflater.setInput(packed);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(packed.length * 3);
        byte[] chunk = new byte[8192];
        while (!inflater.finished()) {
            int count = inflater.inflate(chunk);
            if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                throw new DataFormatException("the block is cut off");
            }
            plain.write(chunk, 0, count);
        }
        return plain.toByteArray();
    }

    /** Reads the unpacked bytes; running past their end is damage. */
    private static final class ByteReader {
        private final byte[] bytes;
        private int index;

        ByteReader(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes(int lengthBytes) throws DataFormatException {
            if (index + lengthBytes > bytes.length) {
                throw new DataFormatException("the block is too short");
            }
            byte[] part = java.util.Arrays.copyOfRange(bytes, index, index + lengthBytes);
            index += lengthBytes;
            return part;
        }

        void expectEnd() throws DataFormatException {
            if (index != bytes.length) {
                throw new DataFormatException("the block is longer than its header says");
            }
        }

        int[] column(int valueCount) throws DataFormatException {
            byte[] low = bytes(valueCount);
            byte[] high = bytes(valueCount);
            int[] values = new int[valueCount];
            for (int valueIndex = 0; valueIndex < valueCount; valueIndex++) {
                values[valueIndex] = (low[valueIndex] & 0xFF) | ((high[valueIndex] & 0xFF) << 8);
            }
            return values;
        }

        long i64() throws DataFormatException {
            byte[] part = bytes(8);
            long value = 0;
            for (int byteIndex = 7; byteIndex >= 0; byteIndex--) {
                value = (value << 8) | (part[byteIndex] & 0xFF);
            }
            return value;
        }
    }
}
