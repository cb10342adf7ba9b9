package org.rollscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.RawFrame;

/**
 * Megabytes of noise and of spoilt streams: no exception, no memory, and no more false messages than a checksum of 16 bits
 * lets through. {@code -Drollscope.fuzz-mb=100} plays a hundred megabytes, {@code -Drollscope.fuzz-seed} others of them.
 */
class WireFuzzTest {
    private static final int MEGABYTE = 1 << 20;
    private static final long FUZZ_MB = Long.getLong("rollscope.fuzz-mb", 4);
    private static final long SEED = Long.getLong("rollscope.fuzz-seed", 20261121);
    private static final double CHECKSUM_COUNT = 65536;
    private static final int BATCH_BYTES = 1 << 16;

    /** Takes what comes and asks whether it was sent. */
    private static final class Judge implements MessageHandler {
        final Set<ByteBuffer> sentFrames = new HashSet<>();
        final Set<Object> sentOthers = new HashSet<>();
        final Map<RejectReason, Long> rejections = new EnumMap<>(RejectReason.class);
        long goodCount;
        long falseCount;

        @Override
        public void frame(RawFrame frame) {
            count(sentFrames.contains(ByteBuffer.wrap(FrameEncoder.frame(frame))));
        }

        @Override
        public void hello(BoardHello hello) {
            count(sentOthers.contains(hello));
        }

        @Override
        public void message(BoardMessage message) {
            count(sentOthers.contains(message));
        }

        private void count(boolean sent) {
            goodCount += sent ? 1 : 0;
            falseCount += sent ? 0 : 1;
        }

        @Override
        public void rejected(RejectReason reason) {
            rejections.merge(reason, 1L, Long::sum);
        }

        long rejectedFor(RejectReason... reasons) {
            return Arrays.stream(reasons)
                    .mapToLong(reason -> rejections.getOrDefault(reason, 0L))
                    .sum();
        }

        /** Pieces that passed the checksum without having been sent whole, whatever was found wrong with them later. */
        long passedChecksumCount() {
            return falseCount
                    + rejectedFor(RejectReason.UNKNOWN_MESSAGE, RejectReason.BAD_LENGTH, RejectReason.BAD_VALUE);
        }

        /** Holds the chance of one in 65536 for every piece that the checksum had to judge: mean and five deviations. */
        void expectNoMoreThanTheChecksumPermits(String what, long byteCount) {
            long judgedCount = rejectedFor(RejectReason.BAD_CHECKSUM) + passedChecksumCount();
            double meanCount = judgedCount / CHECKSUM_COUNT;
            long allowedCount = (long) Math.ceil(meanCount + 5 * Math.sqrt(meanCount) + 3);
            System.out.printf(
                    "%s, seed %d: %d bytes, %d messages that were sent, %d damaged pieces, of them %d judged by the"
                            + " checksum, %d passed it (expected %.1f, allowed %d), %d false messages%n",
                    what,
                    SEED,
                    byteCount,
                    goodCount,
                    rejections.values().stream().mapToLong(Long::longValue).sum(),
                    judgedCount,
                    passedChecksumCount(),
                    meanCount,
                    allowedCount,
                    falseCount);
            assertTrue(passedChecksumCount() <= allowedCount, passedChecksumCount() + " passed the checksum");
            assertTrue(judgedCount > byteCount / 4000, "the checksum had nothing to judge");
        }
    }

    private static void feed(FrameDecoder decoder, byte[] bytes, int length, Random random) {
        int fromIndex = 0;
        while (fromIndex < length) {
            int chunkBytes = Math.min(length - fromIndex, 1 + random.nextInt(random.nextInt(8) == 0 ? 4096 : 40));
            decoder.accept(bytes, fromIndex, chunkBytes, 0);
            fromIndex += chunkBytes;
        }
    }

    @Test
    void randomBytesGiveNoMoreThanTheChecksumPermits() {
        Random random = new Random(SEED);
        Judge judge = new Judge();
        FrameDecoder decoder = new FrameDecoder(judge);
        byte[] batch = new byte[BATCH_BYTES];
        long byteCount = 0;
        for (; byteCount < FUZZ_MB * MEGABYTE / 2; byteCount += batch.length) {
            random.nextBytes(batch);
            int kind = random.nextInt(3);
            if (kind > 0) { // rich in delimiters, and in codes that lead to the next of them
                int lengthMost = kind == 1 ? 12 : 60;
                for (int index = 0; index < batch.length; ) {
                    int pieceBytes = 4 + random.nextInt(lengthMost);
                    int endIndex = Math.min(batch.length - 1, index + pieceBytes);
                    for (int inPiece = index; inPiece < endIndex; inPiece++) {
                        batch[inPiece] = batch[inPiece] == 0 ? 1 : batch[inPiece];
                    }
                    batch[index] = (byte) (endIndex - index);
                    batch[endIndex] = 0;
                    index = endIndex + 1;
                }
            }
            feed(decoder, batch, batch.length, random);
        }
        judge.expectNoMoreThanTheChecksumPermits("random bytes", byteCount);
    }

    /** Messages of every kind in the order of a real stream: frames of one to 64 pads, and the vectors' others. */
    private static List<byte[]> realStream(Random random, Judge judge) {
        int padCount = random.nextBoolean() ? 48 : 1 + random.nextInt(64);
        long sequence = random.nextInt() & 0xFFFF_FFFFL;
        List<byte[]> messages = new ArrayList<>();
        for (int messageIndex = 0; messageIndex < 64; messageIndex++) {
            short[] counts = {(short) random.nextInt(), (short) random.nextInt(8), (short) -random.nextInt(9000)};
            char[] padCounts = new char[padCount];
            for (int padIndex = 0; padIndex < padCount; padIndex++) {
                padCounts[padIndex] = (char) (random.nextInt(3) == 0 ? random.nextInt(1024) : 0);
            }
            sequence++;
            byte[] frame = FrameEncoder.frame(
                    new RawFrame(0, sequence, sequence * 10_000, 0, 0, 1, counts, counts, padCounts));
            messages.add(frame);
            judge.sentFrames.add(ByteBuffer.wrap(frame));
        }
        for (Vectors.Vector vector : Vectors.valid("board_to_host")) {
            byte[] message = vector.bytes("encoded_hex");
            messages.add(random.nextInt(messages.size()), message);
            Received received = Received.from(message);
            received.frames.forEach(sent -> judge.sentFrames.add(ByteBuffer.wrap(FrameEncoder.frame(sent))));
            judge.sentOthers.addAll(received.hellos);
            judge.sentOthers.addAll(received.messages);
        }
        return messages;
    }

    /** One of the ways in which a line, a buffer or a driver spoils bytes. */
    private static byte[] spoil(byte[] bytes, Random random, byte[] other) {
        int atIndex = random.nextInt(bytes.length);
        int lengthBytes = Math.min(bytes.length - atIndex, 1 + random.nextInt(random.nextBoolean() ? 2 : 60));
        byte[] piece = Arrays.copyOfRange(bytes, atIndex, atIndex + lengthBytes);
        byte[] before = Arrays.copyOf(bytes, atIndex);
        byte[] after = Arrays.copyOfRange(bytes, atIndex + lengthBytes, bytes.length);
        switch (random.nextInt(8)) {
            case 0 -> piece[random.nextInt(lengthBytes)] ^= (byte) (1 << random.nextInt(8)); // a bit flips
            case 1 -> random.nextBytes(piece); // a burst
            case 2 -> piece = new byte[0]; // loss
            case 3 -> piece = joined(piece, piece); // sent twice
            case 4 -> { // two bytes change places
                byte first = piece[0];
                piece[0] = piece[lengthBytes - 1];
                piece[lengthBytes - 1] = first;
            }
            case 5 -> { // something comes in between
                byte[] noise = new byte[1 + random.nextInt(20)];
                random.nextBytes(noise);
                piece = joined(noise, piece);
            }
            case 6 -> Arrays.fill(piece, (byte) (random.nextBoolean() ? 0 : 0xFF)); // a line held low or high
            default -> { // a splice: from here on another stream
                int otherIndex = random.nextInt(other.length);
                after = Arrays.copyOfRange(other, otherIndex, other.length);
            }
        }
        return joined(before, piece, after);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }

    @Test
    void spoiltStreamsGiveOnlyWhatWasSentAndWhatTheChecksumPermits() {
        Random random = new Random(SEED + 1);
        Judge judge = new Judge();
        FrameDecoder decoder = new FrameDecoder(judge);
        byte[] other = {0};
        long byteCount = 0;
        long messageCount = 0;
        while (byteCount < FUZZ_MB * MEGABYTE / 2) {
            judge.sentFrames.clear(); // the other stream of a splice is the one before, whose frames stay sent
            byte[] spare = other;
            Received.from(other)
                    .frames
                    .forEach(sent -> judge.sentFrames.add(ByteBuffer.wrap(FrameEncoder.frame(sent))));
            List<byte[]> messages = realStream(random, judge);
            messageCount += messages.size();
            other = joined(messages.toArray(byte[][]::new));
            byte[] spoilt = other;
            for (int damageCount = 10 + random.nextInt(80); damageCount > 0; damageCount--) {
                spoilt = spoil(spoilt, random, spare.length > 1 ? spare : other);
            }
            feed(decoder, spoilt, spoilt.length, random);
            byteCount += spoilt.length;
        }
        judge.expectNoMoreThanTheChecksumPermits("spoilt streams", byteCount);
        assertTrue(judge.goodCount > messageCount / 20, "next to nothing came through: " + judge.goodCount);
    }

    @Test
    void lineThatNeverSendsADelimiterTakesNoMemory() {
        byte[] chunk = new byte[4096];
        Arrays.fill(chunk, (byte) 0x55);
        Judge judge = new Judge();
        FrameDecoder decoder = new FrameDecoder(judge);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        decoder.accept(chunk, 0, chunk.length, 0);
        long beforeBytes = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int chunkIndex = 0; chunkIndex < 4096; chunkIndex++) {
            decoder.accept(chunk, 0, chunk.length, 0);
        }
        long takenBytes = thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - beforeBytes;
        decoder.accept(new byte[1], 0, 1, 0);
        assertTrue(takenBytes < 64 * 1024, "16 MB without a delimiter took " + takenBytes + " bytes");
        assertEquals(Map.of(RejectReason.TOO_LONG, 1L), judge.rejections);
    }
}
