package org.rollscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.frame.RawFrame;

class FrameBlockCodecTest {
    private final FrameBlockCodec codec = new FrameBlockCodec();

    private static BlockBuffer block(List<RawFrame> frames) {
        BlockBuffer block = new BlockBuffer(BlockHeader.MAX_FRAME_COUNT);
        frames.forEach(frame -> block.add(frame, 0));
        return block;
    }

    private static BlockHeader header(List<RawFrame> frames, int frameCount, int padCount) {
        BlockHeader whole = block(frames).header();
        return new BlockHeader(
                whole.bootIndex(),
                whole.firstSequence(),
                whole.firstDeviceTimeUs(),
                whole.firstArrivalNs(),
                whole.lastArrivalNs(),
                whole.lostBeforeCount(),
                frameCount,
                padCount);
    }

    private List<RawFrame> unpacked(byte[] packed, List<RawFrame> frames) throws DataFormatException {
        return codec.unpack(packed, block(frames).header());
    }

    private void expectRoundTrip(List<RawFrame> frames, String what) throws DataFormatException {
        List<RawFrame> back = unpacked(codec.pack(block(frames)), frames);
        assertEquals(RandomFrames.texts(frames), RandomFrames.texts(back), what);
        assertEquals(frames.get(0).hostArrivalNs(), back.get(0).hostArrivalNs(), what);
        int lastIndex = frames.size() - 1;
        assertEquals(frames.get(lastIndex).hostArrivalNs(), back.get(lastIndex).hostArrivalNs(), what);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatIsPackedIsUnpackedExactly(long seed) throws DataFormatException {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            int padCount = 1 + random.nextInt(64);
            int frameCount = round == 0 ? BlockHeader.MAX_FRAME_COUNT : 1 + random.nextInt(60);
            expectRoundTrip(
                    oddSteps(random, padCount, frameCount),
                    "seed " + seed + ", round " + round + ", " + padCount + " pads, " + frameCount + " frames");
        }
    }

    /** Steps of number and clock from ordinary to absurd. */
    private static List<RawFrame> oddSteps(Random random, int padCount, int frameCount) {
        RandomFrames source = new RandomFrames(random.nextLong(), padCount);
        List<RawFrame> frames = new ArrayList<>();
        long sequence = random.nextLong(1L << random.nextInt(1, 50));
        long deviceTimeUs = random.nextLong(1L << random.nextInt(1, 60));
        long arrivalNs = random.nextLong();
        for (int index = 0; index < frameCount; index++) {
            long seqStep = random.nextInt(4) > 0 ? 1 : 1 + random.nextLong(1L << random.nextInt(1, 40));
            long timeStepUs = random.nextInt(4) > 0
                    ? 10_000 * Math.min(seqStep, 1000) + random.nextInt(5)
                    : random.nextLong(1L << random.nextInt(1, 50));
            int lostBeforeCount = (int) Math.min(Integer.MAX_VALUE, index == 0 ? random.nextInt(1000) : seqStep - 1);
            sequence += seqStep;
            deviceTimeUs += timeStepUs;
            arrivalNs += random.nextInt(20_000_000);
            frames.add(source.frame(3, sequence, deviceTimeUs, arrivalNs, lostBeforeCount));
        }
        return frames;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 65_534, 65_535, 65_536, 65_537, 4_000_000_000L, 1L << 45})
    void gapsAroundTheEscapeAreKept(long seqStep) throws DataFormatException {
        for (long timeStepUs : new long[] {0, 1, 9_999, 10_000, 32_766, 32_767, 32_768, 42_766, 42_767, 1L << 50}) {
            RandomFrames source = new RandomFrames(5, 2);
            List<RawFrame> frames = new ArrayList<>();
            for (int index = 0; index < 5; index++) {
                frames.add(source.frame(0, 10 + index, 10_000L * index, 0, 0));
            }
            int lostBeforeCount = (int) Math.min(Integer.MAX_VALUE, seqStep - 1);
            frames.add(source.frame(0, 14 + seqStep, 40_000 + timeStepUs, 0, lostBeforeCount));
            frames.add(source.frame(0, 15 + seqStep, 50_000 + timeStepUs, 0, 0));
            expectRoundTrip(frames, "step " + seqStep + ", " + timeStepUs + " us");
        }
    }

    @Test
    void clockThatGoesBackIsKept() throws DataFormatException {
        RandomFrames source = new RandomFrames(6, 3);
        expectRoundTrip(
                List.of(
                        source.frame(0, 1, 1L << 40, 0, 0),
                        source.frame(0, 2, 5, 0, 0),
                        source.frame(0, 3, 1L << 41, 0, 0)),
                "clock goes back");
    }

    @Test
    void aBlockOfTheSimulatedRollersSizeTakesLessThanItsBytesOnTheWire() {
        List<RawFrame> frames = new ArrayList<>();
        Random random = new Random(7);
        for (int index = 0; index < 40; index++) {
            char[] padCounts = new char[48];
            for (int padIndex = 0; padIndex < 48; padIndex++) {
                padCounts[padIndex] = (char) (padIndex < 8 ? 300 + index + random.nextInt(3) : random.nextInt(2));
            }
            frames.add(new RawFrame(0, index, 10_000L * index, 0, 0, 1, new short[3], new short[3], padCounts));
        }
        int packedBytes = codec.pack(block(frames)).length;
        System.out.println("40 quiet frames of 48 pads: " + packedBytes + " bytes, on the wire " + 40 * 123);
        assertTrue(packedBytes < 40 * 123 / 3, packedBytes + " bytes");
    }

    @Test
    void everyChangedColumnOfABlockShowsInTheChecksum() {
        BlockHeader header = new BlockHeader(1, 2, 3, 4, 5, 6, 7, 8);
        byte[] packed = {7, 8, 9};
        long checksum = FrameBlockCodec.checksum(packed, header);
        List<BlockHeader> changed = List.of(
                new BlockHeader(2, 2, 3, 4, 5, 6, 7, 8),
                new BlockHeader(1, 3, 3, 4, 5, 6, 7, 8),
                new BlockHeader(1, 2, 4, 4, 5, 6, 7, 8),
                new BlockHeader(1, 2, 3, 5, 5, 6, 7, 8),
                new BlockHeader(1, 2, 3, 4, 6, 6, 7, 8),
                new BlockHeader(1, 2, 3, 4, 5, 7, 7, 8),
                new BlockHeader(1, 2, 3, 4, 5, 6, 8, 8),
                new BlockHeader(1, 2, 3, 4, 5, 6, 7, 9));
        for (BlockHeader other : changed) {
            assertNotEquals(checksum, FrameBlockCodec.checksum(packed, other), other.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void everyFlippedBitOfAPackedBlockShowsInTheChecksumAndRaisesNothingElse(long seed) {
        List<RawFrame> frames = new RandomFrames(seed, 6).run(0, 30, 10_000);
        BlockHeader header = block(frames).header();
        byte[] packed = codec.pack(block(frames));
        long checksum = FrameBlockCodec.checksum(packed, header);
        int refusedCount = 0;
        for (int bitIndex = 0; bitIndex < packed.length * 8; bitIndex++) {
            byte[] damaged = packed.clone();
            damaged[bitIndex / 8] ^= (byte) (1 << bitIndex % 8);
            assertNotEquals(checksum, FrameBlockCodec.checksum(damaged, header), "seed " + seed + ", bit " + bitIndex);
            refusedCount += refused(damaged, frames) ? 1 : 0;
        }
        System.out.println("seed " + seed + ": of " + packed.length * 8 + " flipped bits the unpacking itself refused "
                + refusedCount + ", the checksum all");
        assertTrue(refusedCount > 0);
    }

    /** Any other exception than the declared one fails the test. */
    private boolean refused(byte[] damaged, List<RawFrame> frames) {
        try {
            unpacked(damaged, frames);
            return false;
        } catch (DataFormatException expected) {
            return true;
        }
    }

    @Test
    void cutOffBlockIsRefusedAtEveryLength() {
        List<RawFrame> frames = new RandomFrames(8, 4).run(0, 20, 10_000);
        byte[] packed = codec.pack(block(frames));
        for (int lengthBytes = 0; lengthBytes < packed.length; lengthBytes++) {
            byte[] cut = java.util.Arrays.copyOf(packed, lengthBytes);
            assertThrows(DataFormatException.class, () -> unpacked(cut, frames), "cut to " + lengthBytes);
        }
    }

    @Test
    void randomBytesAreRefused() {
        Random random = new Random(9);
        List<RawFrame> frames = new RandomFrames(9, 4).run(0, 20, 10_000);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            assertTrue(refused(noise, frames), "round " + round);
        }
    }

    @Test
    void headerThatDoesNotFitTheBytesIsRefused() throws DataFormatException {
        List<RawFrame> frames = new RandomFrames(10, 4).run(0, 20, 10_000);
        byte[] packed = codec.pack(block(frames));
        assertFalse(refused(packed, frames));
        for (int padCount : new int[] {-7, -6, -1, 0, 1, 3, 5, 64, 65, 1_000_000_000}) {
            assertThrows(
                    DataFormatException.class,
                    () -> codec.unpack(packed, header(frames, 20, padCount)),
                    padCount + " pads");
        }
        for (int frameCount : new int[] {1, 19, 21, 500}) {
            assertThrows(
                    DataFormatException.class,
                    () -> codec.unpack(packed, header(frames, frameCount, 4)),
                    frameCount + " frames");
        }
    }
}
