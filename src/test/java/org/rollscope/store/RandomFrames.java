package org.rollscope.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.rollscope.frame.RawFrame;

/** Draws frames for the archive's tests. */
final class RandomFrames {
    private static final short[] EXTREME_COUNTS = {Short.MIN_VALUE, -1, 0, 1, Short.MAX_VALUE};
    private static final char[] EXTREME_PAD_COUNTS = {0, 1, 32_767, 32_768, 65_535};

    private final Random random;
    private final int padCount;

    RandomFrames(long seed, int padCount) {
        this.random = new Random(seed);
        this.padCount = padCount;
    }

    /** A frame whose counts are arbitrary, extreme or small. */
    RawFrame frame(int bootIndex, long sequence, long deviceTimeUs, long arrivalNs, int lostBeforeCount) {
        int kind = random.nextInt(3);
        short[] accelCounts = new short[3];
        short[] gyroCounts = new short[3];
        char[] padCounts = new char[padCount];
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            accelCounts[axisIndex] = counts(kind);
            gyroCounts[axisIndex] = counts(kind);
        }
        for (int padIndex = 0; padIndex < padCount; padIndex++) {
            padCounts[padIndex] = kind == 0
                    ? EXTREME_PAD_COUNTS[random.nextInt(EXTREME_PAD_COUNTS.length)]
                    : (char) random.nextInt(kind == 1 ? 65_536 : 1024);
        }
        return new RawFrame(
                bootIndex,
                sequence,
                deviceTimeUs,
                arrivalNs,
                lostBeforeCount,
                random.nextInt(256),
                accelCounts,
                gyroCounts,
                padCounts);
    }

    private short counts(int kind) {
        return kind == 0 ? EXTREME_COUNTS[random.nextInt(EXTREME_COUNTS.length)] : (short) random.nextInt();
    }

    /** Frames that follow one another, with a lost one here and there. */
    List<RawFrame> run(int bootIndex, int frameCount, long periodUs) {
        List<RawFrame> frames = new ArrayList<>();
        long sequence = random.nextInt(100);
        for (int index = 0; index < frameCount; index++) {
            int lostBeforeCount = index > 0 && random.nextInt(50) == 0 ? 1 + random.nextInt(30) : 0;
            sequence += 1 + lostBeforeCount;
            long deviceTimeUs = sequence * periodUs + random.nextInt(9) - 4;
            frames.add(frame(bootIndex, sequence, deviceTimeUs, deviceTimeUs * 1000 + 7, lostBeforeCount));
        }
        return frames;
    }

    /** Everything of a frame except its arrival, which the archive keeps for the first and last frame of a block. */
    static String text(RawFrame frame) {
        return frame.bootIndex() + " " + frame.sequence() + " " + frame.deviceTimeUs() + " " + frame.lostBeforeCount()
                + " " + frame.frameFlags() + " " + Arrays.toString(frame.accelCounts())
                + Arrays.toString(frame.gyroCounts())
                + Arrays.toString(new String(frame.padCounts()).chars().toArray());
    }

    static List<String> texts(List<RawFrame> frames) {
        return frames.stream().map(RandomFrames::text).toList();
    }
}
