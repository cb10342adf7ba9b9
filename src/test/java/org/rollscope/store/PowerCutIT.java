package org.rollscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionWriter;

/**
 * Kills, and files as a power cut may leave them. {@code -Drollscope.kills=N} does N kills and as many
 * truncations, {@code -Drollscope.wal-cuts=N} N cuts at random places, {@code -Drollscope.seed=N} draws others.
 *
 * <p>What a power cut can do: of the log, everything up to the last completed sync stays, and of what was written after it
 * any part may be missing or old. Of the database, pages are only written from a log that is on the disk whole; the log is
 * overwritten only when they are on the disk as well. A database whose own tail is gone was not cut off by a power cut but
 * damaged otherwise: that is said, see {@code SqliteSessionArchiveTest}.
 */
@Tag("alone")
class PowerCutIT {
    private static final int KILL_COUNT = Integer.getInteger("rollscope.kills", 3);
    private static final int CUT_COUNT = Integer.getInteger("rollscope.wal-cuts", 20);
    private static final long SEED = Long.getLong("rollscope.seed", 20_261_121);
    private static final int BLOCK_COUNT = 13;
    private static final int MOST_LOST_MS = 1000;
    private static final int FRAMES_PER_BLOCK_COUNT = RecordingSender.FRAMES_PER_BLOCK_COUNT;

    @TempDir
    private Path folder;

    @BeforeEach
    void sayTheSeed() {
        System.out.println("seed " + SEED);
    }

    /** At the pace of a board: faster, a second of the board would pass while the disk syncs once. */
    @Test
    void killedOrCutOffRecorderLosesAtMostASecondAndDamagesNothing() throws Exception {
        Random random = new Random(SEED);
        List<Integer> killedMs = new ArrayList<>();
        List<Integer> truncatedMs = new ArrayList<>();
        for (int killIndex = 0; killIndex < KILL_COUNT; killIndex++) {
            Path data = folder.resolve("kill-" + killIndex);
            RecordingSender sender = new RecordingSender();
            int frameCount = 2 * FRAMES_PER_BLOCK_COUNT + random.nextInt(300);
            List<RawFrame> frames = RecordingSender.frames(random.nextLong(), frameCount);
            sender.recordAndKill(data, frames, random.nextLong(5_000_000));
            truncatedMs.add(lostByTruncation(data, sender, random));
            killedMs.add(lostMs(frameCount, PowerCutFiles.checkedFrameCount(data, sender.sentTexts())));
            expectCutOff(data);
        }
        System.out.println(KILL_COUNT + " kills, every archive opened and was sound: lost " + spread(killedMs)
                + " against the last frame sent");
        System.out.println(KILL_COUNT + " truncations within the last commit: lost " + spread(truncatedMs));
        assertTrue(killedMs.stream().allMatch(lostMs -> lostMs <= MOST_LOST_MS), killedMs.toString());
        assertTrue(truncatedMs.stream().allMatch(lostMs -> lostMs <= MOST_LOST_MS), truncatedMs.toString());
    }

    /** As if the power had gone in the middle of the last commit that was heard of: any length of it may be there. */
    private int lostByTruncation(Path data, RecordingSender sender, Random random) throws Exception {
        List<RecordingSender.Commit> commits = sender.commits();
        assertTrue(!commits.isEmpty(), "nothing was committed");
        RecordingSender.Commit last = commits.get(commits.size() - 1);
        // Two that were told of while the log stood still have the same length: between them there is nothing to cut.
        RecordingSender.Commit synced = commits.stream()
                .filter(commit -> commit.logBytes() < last.logBytes())
                .reduce((earlier, later) -> later)
                .orElse(new RecordingSender.Commit(0, 0, 0));
        Path copy = PowerCutFiles.copy(data, folder.resolve("truncated"));
        PowerCutFiles.truncate(
                PowerCutFiles.log(copy), synced.logBytes() + random.nextLong(last.logBytes() - synced.logBytes()));
        int keptCount = PowerCutFiles.checkedFrameCount(copy, sender.sentTexts());
        assertTrue(keptCount >= synced.writtenCount(), keptCount + " frames kept");
        return lostMs(last.sentCount(), keptCount);
    }

    private static int lostMs(int sentCount, int keptCount) {
        return (sentCount - keptCount) * 1000 / RecordingSender.RATE_HZ;
    }

    private static String spread(List<Integer> lostMs) {
        List<Integer> sorted = lostMs.stream().sorted().toList();
        return "median " + sorted.get(sorted.size() / 2) + " ms, worst " + sorted.get(sorted.size() - 1) + " ms";
    }

    private static void expectCutOff(Path data) throws ArchiveException {
        try (SessionArchive archive = SqliteSessionArchive.open(data)) {
            assertNull(archive.sessions().get(0).closed());
        }
    }

    /** Without this the cuts above would say nothing: only what was synced outlives a power cut. */
    @Test
    void everyCommitIsSynced() throws Exception {
        Path calls = folder.resolve("calls");
        List<String> tracer = List.of("strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", calls.toString());
        assumeTrue(RecordingSender.runs("strace", "-qq", "-o", calls.toString(), "true"), "SKIPPED: no strace here");
        RecordingSender sender = new RecordingSender();
        List<RawFrame> frames = RecordingSender.frames(SEED + 3, BLOCK_COUNT * FRAMES_PER_BLOCK_COUNT);
        sender.record(folder.resolve("data"), frames, 4, tracer);
        long syncCount = Files.readAllLines(calls).stream()
                .filter(line -> line.contains("sync("))
                .count();
        int commitCount = sender.commits().size();
        System.out.println(commitCount + " commits were heard of, " + syncCount + " syncs were called");
        assertTrue(commitCount > BLOCK_COUNT / 2 && syncCount >= commitCount, commitCount + " and " + syncCount);
    }

    /**
     * Lets a folder be looked at each time when another block has been committed, and so synced.
     *
     * @return length of the log after the archive was made and after each block.
     */
    private static List<Long> recordBlocks(Path data, List<RawFrame> frames, WhileOpen look) throws Exception {
        List<Long> syncedBytes = new ArrayList<>();
        try (SessionArchive archive = SqliteSessionArchive.open(data)) {
            SessionWriter writer =
                    archive.begin(ExampleSession.record("killed", Instant.EPOCH), ExampleSession.DOCUMENTS);
            Deadline deadline = new Deadline(20_000);
            for (int from = 0; from < frames.size(); from += FRAMES_PER_BLOCK_COUNT) {
                frames.subList(from, from + FRAMES_PER_BLOCK_COUNT).forEach(writer::append);
                while (writer.state().waitingFrameCount() > 0) {
                    deadline.check("a commit");
                }
                syncedBytes.add(Files.size(PowerCutFiles.log(data)));
            }
            look.look();
            writer.end(ExampleSession.closed());
        }
        return syncedBytes;
    }

    /** Looks at the files while a recording goes on. */
    private interface WhileOpen {
        void look() throws Exception;
    }

    @Test
    void logThatWasCutOffAnywhereHoldsEveryBlockThatWasSyncedBefore() throws Exception {
        Path data = folder.resolve("data");
        Path copy = folder.resolve("copy");
        List<RawFrame> frames = RecordingSender.frames(SEED, BLOCK_COUNT * FRAMES_PER_BLOCK_COUNT);
        List<String> texts = RandomFrames.texts(frames);
        List<Long> syncedBytes = recordBlocks(data, frames, () -> PowerCutFiles.copy(data, folder.resolve("before")));
        Path before = folder.resolve("before");
        Random random = new Random(SEED);
        List<Long> cutsBytes = new ArrayList<>(syncedBytes);
        syncedBytes.forEach(boundaryBytes -> cutsBytes.addAll(List.of(boundaryBytes - 1, boundaryBytes + 1)));
        for (int cutIndex = 0; cutIndex < CUT_COUNT; cutIndex++) {
            cutsBytes.add(random.nextLong(syncedBytes.get(syncedBytes.size() - 1)));
        }
        for (long cutBytes : cutsBytes) {
            PowerCutFiles.truncate(PowerCutFiles.log(PowerCutFiles.copy(before, copy)), cutBytes);
            int keptCount = PowerCutFiles.checkedFrameCount(copy, texts);
            assertEquals(heldCount(syncedBytes, cutBytes), keptCount, "the log cut to " + cutBytes + " bytes");
        }
        System.out.println(cutsBytes.size() + " cuts of a log of " + syncedBytes.get(BLOCK_COUNT - 1) + " bytes, "
                + 3 * BLOCK_COUNT + " of them at its " + BLOCK_COUNT
                + " syncs: each held every block synced before it");
    }

    private static int heldCount(List<Long> syncedBytes, long cutBytes) {
        return FRAMES_PER_BLOCK_COUNT
                * (int) syncedBytes.stream()
                        .filter(boundaryBytes -> boundaryBytes <= cutBytes)
                        .count();
    }

    /** Sectors that were written after the last sync reach a disk in any order. */
    @Test
    void sectorsBehindTheLastSyncMayBeAnythingAtAll() throws Exception {
        Path data = folder.resolve("data");
        Path copy = folder.resolve("copy");
        Path before = folder.resolve("before");
        List<RawFrame> frames = RecordingSender.frames(SEED + 1, BLOCK_COUNT * FRAMES_PER_BLOCK_COUNT);
        List<String> texts = RandomFrames.texts(frames);
        List<Long> syncedBytes = recordBlocks(data, frames, () -> PowerCutFiles.copy(data, before));
        byte[] whole = Files.readAllBytes(PowerCutFiles.log(before));
        Random random = new Random(SEED);
        for (int cutIndex = 0; cutIndex < CUT_COUNT; cutIndex++) {
            int syncIndex = random.nextInt(BLOCK_COUNT - 1);
            byte[] torn = Arrays.copyOf(whole, (int) (long) syncedBytes.get(syncIndex + 1));
            tear(torn, (int) (long) syncedBytes.get(syncIndex), random);
            PowerCutFiles.copy(before, copy);
            Files.write(PowerCutFiles.log(copy), torn);
            int keptCount = PowerCutFiles.checkedFrameCount(copy, texts);
            int leastCount = (syncIndex + 1) * FRAMES_PER_BLOCK_COUNT;
            assertTrue(
                    keptCount == leastCount || keptCount == leastCount + FRAMES_PER_BLOCK_COUNT, keptCount + " kept");
        }
        System.out.println(CUT_COUNT + " logs with torn sectors behind a sync: each held every block synced before");
    }

    private static void tear(byte[] bytes, int fromIndex, Random random) {
        int sectorBytes = 512;
        for (int index = fromIndex; index < bytes.length; ) {
            int endIndex = Math.min(bytes.length, (index / sectorBytes + 1) * sectorBytes);
            int kind = random.nextInt(3);
            if (kind == 0) {
                Arrays.fill(bytes, index, endIndex, (byte) 0);
            } else if (kind == 1) {
                byte[] noise = new byte[endIndex - index];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, index, noise.length);
            }
            index = endIndex;
        }
    }

    /** The log is on the disk whole before the database is touched, so pages may be old, new or torn. */
    @Test
    void databaseThatWasCutOffInTheMiddleOfACheckpointHoldsEverything() throws Exception {
        Path data = folder.resolve("data");
        Path copy = folder.resolve("copy");
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");
        List<RawFrame> frames = RecordingSender.frames(SEED + 2, BLOCK_COUNT * FRAMES_PER_BLOCK_COUNT);
        List<String> texts = RandomFrames.texts(frames);
        recordBlocks(data, frames, () -> {
            PowerCutFiles.copy(data, before);
            try (Connection connection = SqliteConnections.open(PowerCutFiles.database(data));
                    Statement statement = connection.createStatement()) {
                statement.execute("pragma wal_checkpoint(full)");
            }
            PowerCutFiles.copy(data, after);
        });
        byte[] old = Files.readAllBytes(PowerCutFiles.database(before));
        byte[] checkpointed = Files.readAllBytes(PowerCutFiles.database(after));
        assertTrue(checkpointed.length > old.length, "the checkpoint wrote nothing");
        Random random = new Random(SEED);
        for (int cutIndex = 0; cutIndex < CUT_COUNT; cutIndex++) {
            PowerCutFiles.copy(before, copy);
            Files.write(PowerCutFiles.database(copy), mixed(old, checkpointed, random));
            assertEquals(frames.size(), PowerCutFiles.checkedFrameCount(copy, texts));
        }
        System.out.println(CUT_COUNT + " databases cut off in the middle of a checkpoint: each held everything");
    }

    private static byte[] mixed(byte[] old, byte[] checkpointed, Random random) {
        int sectorBytes = 512;
        byte[] mixed = Arrays.copyOf(old, old.length + random.nextInt(checkpointed.length - old.length + 1));
        for (int index = 0; index < mixed.length; index += sectorBytes) {
            if (random.nextBoolean()) {
                System.arraycopy(checkpointed, index, mixed, index, Math.min(sectorBytes, mixed.length - index));
            }
        }
        return mixed;
    }
}
