package org.rollscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.RawFrame;

/** Damaged bytes: nothing false comes out, and little is lost. */
class AdversarialBytesTest {
    private static final int MEGABYTE = 1 << 20;

    private static byte[] shortFrame(String vectorName) {
        return Vectors.valid("board_to_host", vectorName).bytes("encoded_hex");
    }

    private static RawFrame randomFrame(Random random, int sequence, int padCount) {
        short[] accelCounts = {(short) random.nextInt(), (short) random.nextInt(), (short) random.nextInt()};
        short[] gyroCounts = {(short) random.nextInt(), 0, (short) random.nextInt(3)};
        char[] padCounts = new char[padCount];
        for (int padIndex = 0; padIndex < padCount; padIndex++) {
            padCounts[padIndex] = (char) (random.nextBoolean() ? 0 : random.nextInt(1024));
        }
        return new RawFrame(0, sequence, sequence * 10_000L, 0, 0, 1, accelCounts, gyroCounts, padCounts);
    }

    private static List<byte[]> randomFrames(Random random, int frameCount, int padCount) {
        List<byte[]> frames = new ArrayList<>();
        for (int sequence = 0; sequence < frameCount; sequence++) {
            frames.add(FrameEncoder.frame(randomFrame(random, sequence, padCount)));
        }
        return frames;
    }

    private static byte[] joined(List<byte[]> frames) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        frames.forEach(stream::writeBytes);
        return stream.toByteArray();
    }

    private static String hex(byte[] frame) {
        return HexFormat.of().formatHex(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"frame_1_pad", "frame_1_pad_all_max", "button_marker_pressed", "pong_small_token"})
    void everyFlippedBitOfAShortFrameIsRejected(String vectorName) {
        byte[] good = shortFrame(vectorName);
        for (int bitIndex = 0; bitIndex < 8 * (good.length - 1); bitIndex++) {
            byte[] damaged = good.clone();
            damaged[bitIndex / 8] ^= (byte) (1 << bitIndex % 8);
            Received received = Received.from(damaged);
            assertEquals(received.all.size(), received.rejections.size(), "bit " + bitIndex + " was not noticed");
            assertTrue(!received.rejections.isEmpty(), "bit " + bitIndex);
        }
    }

    @Test
    void aFlippedDelimiterCostsTheFrameAndTheNextAndNoMore() {
        byte[] good = shortFrame("frame_2_pads_without_any_zero_byte");
        for (int bitIndex = 0; bitIndex < 8; bitIndex++) {
            byte[] stream = joined(List.of(good, good, shortFrame("pong_small_token")));
            stream[good.length - 1] = (byte) (1 << bitIndex);
            Received received = Received.from(stream);
            assertEquals(1, received.rejections.size(), "bit " + bitIndex);
            assertEquals(1, received.messages.size(), "bit " + bitIndex);
            assertTrue(received.frames.isEmpty(), "bit " + bitIndex);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aMegabyteOfRandomBytesGivesNoFrame(long seed) {
        Random random = new Random(seed);
        byte[] noise = new byte[MEGABYTE];
        random.nextBytes(noise);
        if (seed % 2 == 0) { // rich in delimiters, so that most pieces are as long as messages
            for (int index = 0; index < noise.length; index += 5 + random.nextInt(60)) {
                noise[index] = 0;
            }
        }
        Received received = Received.from(noise, 4096);
        System.out.println("seed " + seed + ": " + received.rejections.size() + " pieces, all rejected");
        assertEquals(received.all.size(), received.rejections.size());
        assertTrue(received.rejections.size() > 3000);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void aMegabyteOfDamagedFramesGivesOnlyFramesThatWereSent(long seed) {
        Random random = new Random(seed);
        List<byte[]> frames = randomFrames(random, MEGABYTE / 60, 16);
        Set<String> sent = frames.stream().map(AdversarialBytesTest::hex).collect(Collectors.toSet());
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte value : joined(frames)) {
            int fate = random.nextInt(100);
            if (fate == 0) {
                line.write(value ^ 1 << random.nextInt(8));
            } else if (fate == 1) {
                line.write(random.nextInt(256));
                line.write(value);
            } else if (fate > 2 || random.nextBoolean()) {
                line.write(value);
            }
        }
        Received received = Received.from(line.toByteArray(), 777);
        for (RawFrame frame : received.frames) {
            assertTrue(sent.contains(hex(FrameEncoder.frame(frame))), "a frame that nobody sent, seed " + seed);
        }
        System.out.println("seed " + seed + ": of " + frames.size() + " frames " + received.frames.size()
                + " came through, " + received.rejections.size() + " pieces rejected");
        assertTrue(received.messages.isEmpty() && received.hellos.isEmpty());
        assertTrue(received.frames.size() > frames.size() / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void anySingleDamagedByteCostsAtMostItsFrameAndTheNext(long seed) {
        Random random = new Random(seed);
        List<byte[]> frames = randomFrames(random, 8, seed == 21 ? 2 : 48);
        List<String> sent = frames.stream().map(AdversarialBytesTest::hex).toList();
        byte[] stream = joined(frames);
        int twoLostCount = 0;
        for (int index = 0; index < stream.length; index++) {
            for (int kind = 0; kind < 3; kind++) {
                List<String> came = Received.from(damaged(stream, index, kind, random)).frames.stream()
                        .map(frame -> hex(FrameEncoder.frame(frame)))
                        .toList();
                String where = "seed " + seed + ", byte " + index + ", kind " + kind;
                int hit = frameIndex(frames, index);
                List<String> least = new ArrayList<>(sent.subList(0, hit));
                least.addAll(sent.subList(Math.min(hit + 2, sent.size()), sent.size()));
                assertTrue(came.containsAll(least), where);
                assertTrue(
                        sent.containsAll(came)
                                && came.size() == Set.copyOf(came).size(),
                        where);
                twoLostCount += came.size() == sent.size() - 2 ? 1 : 0;
            }
        }
        System.out.println(
                "seed " + seed + ": " + 3 * stream.length + " damages, two frames lost " + twoLostCount + " times");
        assertTrue(twoLostCount > 0 && twoLostCount <= 3 * frames.size(), "two frames lost " + twoLostCount + " times");
    }

    /** The rule of SPEC.md section 9 with nothing left to chance: every byte changed to every other, lost, and every byte added before it. */
    @Test
    void everySingleDamageThereIsCostsAtMostItsFrameAndTheNext() {
        List<byte[]> frames = randomFrames(new Random(31), 5, 2);
        byte[] stream = joined(frames);
        List<RawFrame> sent = Received.from(stream).frames;
        long damageCount = 0;
        for (int index = 0; index < stream.length - frames.get(4).length; index++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = stream.clone();
                changed[index] = (byte) value;
                expectAtMostTwoLost(changed, sent, frameIndex(frames, index), "byte " + index + " is " + value);
                byte[] added = insert(stream, index, (byte) value);
                expectAtMostTwoLost(added, sent, frameIndex(frames, index), value + " before byte " + index);
                damageCount += 2;
            }
            byte[] lost = damaged(stream, index, 1, new Random(0));
            expectAtMostTwoLost(lost, sent, frameIndex(frames, index), "byte " + index + " lost");
            damageCount++;
        }
        System.out.println(damageCount + " single damages, none cost more than two frames");
    }

    private static byte[] insert(byte[] stream, int atIndex, byte value) {
        byte[] longer = Arrays.copyOf(stream, stream.length + 1);
        System.arraycopy(stream, atIndex, longer, atIndex + 1, stream.length - atIndex);
        longer[atIndex] = value;
        return longer;
    }

    private static void expectAtMostTwoLost(byte[] stream, List<RawFrame> sent, int hit, String damage) {
        List<Long> came = new ArrayList<>();
        FrameDecoder decoder = new FrameDecoder(new MessageHandler() {
            @Override
            public void frame(RawFrame frame) {
                came.add(frame.sequence());
                char[] padCounts = sent.get((int) frame.sequence()).padCounts();
                assertTrue(Arrays.equals(padCounts, frame.padCounts()), damage);
            }

            @Override
            public void hello(BoardHello hello) {
                throw new AssertionError(damage);
            }

            @Override
            public void message(BoardMessage message) {
                throw new AssertionError(damage);
            }

            @Override
            public void rejected(RejectReason reason) {
                // what this is all about
            }
        });
        decoder.accept(stream, 0, stream.length, 0);
        for (int frameIndex = 0; frameIndex < sent.size(); frameIndex++) {
            boolean mayBeLost = frameIndex == hit || frameIndex == hit + 1;
            assertTrue(mayBeLost || came.contains((long) frameIndex), damage + ": frame " + frameIndex + " was lost");
        }
        assertEquals(came.stream().distinct().sorted().toList(), came, damage);
    }

    private static int frameIndex(List<byte[]> frames, int byteIndex) {
        int endIndex = 0;
        for (int frameIndex = 0; frameIndex < frames.size(); frameIndex++) {
            endIndex += frames.get(frameIndex).length;
            if (byteIndex < endIndex) {
                return frameIndex;
            }
        }
        throw new IllegalArgumentException("there is no byte " + byteIndex);
    }

    /** One byte changed, lost or added. */
    private static byte[] damaged(byte[] stream, int atIndex, int kind, Random random) {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(stream, 0, atIndex);
        if (kind == 0) {
            damaged.write(stream[atIndex] + 1 + random.nextInt(255));
        } else if (kind == 2) {
            damaged.write(random.nextInt(256));
            damaged.write(stream[atIndex]);
        }
        damaged.write(stream, atIndex + 1, stream.length - atIndex - 1);
        return damaged.toByteArray();
    }
}
