package org.rollscope.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads blocks of archives before version 4: differences from frame to frame, zigzag, low and high bytes apart, deflated. Layout of
 * the unpacked bytes, n frames, p pads: columns one after the other, each as n low bytes, then n high bytes:
 *
 * <pre>
 * nominal step of time  64 bit
 * seq step - 1          16 bit, 65535 stands for "see escapes"
 * time step - nominal   zigzag, 16 bit
 * frame_flags           8 bit, n bytes only
 * accel x y z           difference, zigzag, 16 bit, wrapping
 * gyro x y z            the same
 * pad 0 .. p-1          the same
 * escapes               for each escaped frame: 64 bit step of seq, 64 bit step of time
 * </pre>
 *
 * <p><b>Threads.</b> One per object.
 */
final class DeflatedBlock {
    private final Inflater inflater = new Inflater(true);

    /** Reads a block with so many columns. */
    BlockColumns read(byte[] packed, int frameCount, int columnCount) throws DataFormatException {
        ByteReader plain = new ByteReader(inflate(packed));
        BlockColumns columns = new BlockColumns(frameCount, columnCount);
        columns.nominalUs = plain.i64();
        columns.seqSteps = plain.column(frameCount);
        columns.timeSteps = plain.column(frameCount);
        byte[] flags = plain.bytes(frameCount);
        for (int index = 0; index < frameCount; index++) {
            columns.flags[index] = (short) (flags[index] & 0xFF);
            columns.timeSteps[index] = (short) unzigzag(columns.timeSteps[index] & 0xFFFF);
        }
        for (int columnIndex = 0; columnIndex < columnCount; columnIndex++) {
            columns.values[columnIndex] = sums(plain.column(frameCount));
        }
        columns.escapes = new long[2 * columns.escapedCount()];
        for (int index = 0; index < columns.escapes.length; index++) {
            columns.escapes[index] = plain.i64();
        }
        plain.expectEnd();
        return columns;
    }

    private static short[] sums(short[] steps) {
        int value = 0;
        for (int index = 0; index < steps.length; index++) {
            value = (short) (value + unzigzag(steps[index] & 0xFFFF));
            steps[index] = (short) value;
        }
        return steps;
    }

    private static int unzigzag(int coded) {
        return (coded >>> 1) ^ -(coded & 1);
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
            byte[] part = Arrays.copyOfRange(bytes, index, index + lengthBytes);
            index += lengthBytes;
            return part;
        }

        void expectEnd() throws DataFormatException {
            if (index != bytes.length) {
                throw new DataFormatException("the block is longer than its header says");
            }
        }

        short[] column(int valueCount) throws DataFormatException {
            byte[] low = bytes(valueCount);
            byte[] high = bytes(valueCount);
            short[] values = new short[valueCount];
            for (int valueIndex = 0; valueIndex < valueCount; valueIndex++) {
                values[valueIndex] = (short) ((low[valueIndex] & 0xFF) | ((high[valueIndex] & 0xFF) << 8));
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
