package org.rollscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.RecordingState;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;

/**
 * Kills, cut files and full disks. {@code -Drollscope.kills=N} does N kills at each pace, {@code -Drollscope.wal-cuts=N} N
 * cuts, {@code -Drollscope.seed=N} draws others.
 */
class SqliteSessionArchiveIT {
    private static final int KILL_COUNT = Integer.getInteger("rollscope.kills", 3);
    private static final int CUT_COUNT = Integer.getInteger("rollscope.wal-cuts", 60);
    private static final long SEED = Long.getLong("rollscope.seed", 20_261_121);
    private static final String WAL_SUFFIX = "-wal";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "at {0} times real time")
    @ValueSource(ints = {1, 20})
    void killedRecorderLosesAtMostASecondAndDamagesNothing(int paceRatio) throws Exception {
        Random random = new Random(SEED + paceRatio);
        System.out.println("seed " + SEED + ", " + KILL_COUNT + " kills at " + paceRatio + " times real time");
        for (int killIndex = 0; killIndex < KILL_COUNT; killIndex++) {
            Path data = folder.resolve("kill-" + killIndex);
            long frameSeed = random.nextInt(1_000_000);
            long sentCount = recordAndKill(data, frameSeed, paceRatio, 100 + random.nextInt(300 * paceRatio));
            List<RawFrame> frames = checkedFrames(data, frameSeed);
            expectCutOff(data);
            long lostMs = (sentCount - frames.size()) * 1000 / RecordingProcess.RATE_HZ;
            System.out.println("kill " + killIndex + ": " + sentCount + " frames sent, " + frames.size()
                    + " in the archive, " + lostMs + " ms lost");
            // Faster than real time a second of the board passes in 50 ms of the disk: only damage counts there.
            assertTrue(paceRatio > 1 || lostMs <= 1000, lostMs + " ms lost");
            assertTrue(frames.size() > 0, "nothing was recorded");
        }
    }

    private static long recordAndKill(Path data, long frameSeed, int paceRatio, long killAfterCount)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingProcess.class.getName(),
                        data.toString(),
                        Long.toString(frameSeed),
                        Integer.toString(paceRatio))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long sentCount = 0;
        try (BufferedReader said = process.inputReader(StandardCharsets.US_ASCII)) {
            String line = said.readLine();
            while (line != null) {
                sentCount = Long.parseLong(line) + 1;
                if (sentCount == killAfterCount) {
                    process.destroyForcibly(); // SIGKILL; what was said before it is still read
                }
                line = said.readLine();
            }
        } catch (NumberFormatException cutOff) {
            // the kill went through the middle of a line
        } catch (IOException closed) {
            // the pipe broke with the process
        }
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertTrue(sentCount >= killAfterCount, "it died by itself after " + sentCount + " frames");
        return sentCount;
    }

    /** The frames in the archive, after a check that nothing is damaged and that they are the first ones sent. */
    private static List<RawFrame> checkedFrames(Path data, long frameSeed) throws ArchiveException {
        try (SessionArchive archive = SqliteSessionArchive.open(data)) {
            SessionArchive.Verification found = archive.verify(count -> {});
            assertEquals(List.of(), found.problems());
            List<RawFrame> frames = new ArrayList<>();
            if (found.sessionCount() == 1) {
                archive.frames("killed", frames::add);
            }
            assertEquals(found.frameCount(), frames.size());
            assertEquals(texts(frameSeed, frames.size()), RandomFrames.texts(frames));
            return frames;
        }
    }

    private static void expectCutOff(Path data) throws ArchiveException {
        try (SessionArchive archive = SqliteSessionArchive.open(data)) {
            assertNull(archive.sessions().get(0).closed());
        }
    }

    private static List<String> texts(long frameSeed, int frameCount) {
        RandomFrames source = new RandomFrames(frameSeed, RecordingProcess.PAD_COUNT);
        List<String> texts = new ArrayList<>();
        for (long sequence = 0; sequence < frameCount; sequence++) {
            long deviceTimeUs = sequence * 1_000_000 / RecordingProcess.RATE_HZ;
            texts.add(RandomFrames.text(source.frame(0, sequence, deviceTimeUs, 0, 0)));
        }
        return texts;
    }

    @Test
    void writeAheadLogThatWasCutOffAnywhereLeavesAnArchiveThatOpens() throws Exception {
        Path data = folder.resolve("data");
        try (SessionArchive archive = SqliteSessionArchive.open(data)) {
            SessionWriter writer =
                    archive.begin(ExampleSession.record("killed", Instant.EPOCH), ExampleSession.DOCUMENTS);
            RandomFrames source = new RandomFrames(SEED, RecordingProcess.PAD_COUNT);
            for (int blockIndex = 0; blockIndex < 13; blockIndex++) {
                append(writer, source, blockIndex * 96L, (blockIndex + 1) * 96L);
                await(writer, state -> state.waitingFrameCount() == 0);
            }
            cutAndOpen(data);
            writer.end(ExampleSession.closed());
        }
    }

    private void cutAndOpen(Path data) throws IOException, ArchiveException {
        Random random = new Random(SEED);
        Path wal = data.resolve(SqliteSessionArchive.FILE_NAME + WAL_SUFFIX);
        long walBytes = Files.size(wal);
        int leastCount = Integer.MAX_VALUE;
        int mostCount = 0;
        for (int cutIndex = 0; cutIndex <= CUT_COUNT; cutIndex++) {
            Path copy = Files.createDirectories(folder.resolve("cut-" + cutIndex));
            Path walCopy = copy.resolve(SqliteSessionArchive.FILE_NAME + WAL_SUFFIX);
            Files.copy(data.resolve(SqliteSessionArchive.FILE_NAME), copy.resolve(SqliteSessionArchive.FILE_NAME));
            Files.copy(wal, walCopy);
            long keptBytes = cutIndex == 0 ? 0 : cutIndex == 1 ? walBytes : random.nextLong(walBytes);
            try (FileChannel channel = FileChannel.open(walCopy, StandardOpenOption.WRITE)) {
                channel.truncate(keptBytes);
            }
            int frameCount = checkedFrames(copy, SEED).size();
            leastCount = Math.min(leastCount, frameCount);
            mostCount = Math.max(mostCount, frameCount);
        }
        System.out.println("seed " + SEED + ": " + (CUT_COUNT + 1) + " cuts of a log of " + walBytes + " bytes, "
                + leastCount + " to " + mostCount + " frames left");
        assertTrue(leastCount < mostCount && mostCount >= 1100, leastCount + " to " + mostCount);
    }

    @Test
    void fullDiskIsAnOutageThatEndsWhenThereIsRoomAgain() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()), "cannot mount a tmpfs here");
        try {
            fillAndFree(disk);
        } finally {
            run("umount", "-l", disk.toString()); // lazily: a test that fails may have left files open
        }
    }

    private static void fillAndFree(Path disk) throws Exception {
        Path filler = disk.resolve("holiday-pictures");
        try (SessionArchive archive = SqliteSessionArchive.open(disk)) {
            SessionWriter writer =
                    archive.begin(ExampleSession.record("killed", Instant.EPOCH), ExampleSession.DOCUMENTS);
            RandomFrames source = new RandomFrames(SEED, RecordingProcess.PAD_COUNT);
            append(writer, source, 0, 960);
            await(writer, state -> state.waitingFrameCount() == 0);
            fill(filler);
            append(writer, source, 960, 9600);
            RecordingState full = await(writer, state -> state.trouble() != null);
            System.out.println("the full disk: " + full.trouble() + "; " + full.waitingFrameCount() + " frames wait");
            Files.delete(filler);
            await(writer, state -> state.waitingFrameCount() == 0 && state.trouble() == null);
            writer.end(ExampleSession.closed());
            StoredSession stored = archive.session("killed").orElseThrow();
            assertEquals(ExampleSession.closed(), stored.closed());
            assertEquals(1, stored.outages().size());
            assertEquals(0, stored.outages().get(0).lostFrameCount());
            assertEquals(0, writer.state().unrecordedFrameCount());
        }
        assertEquals(9600, checkedFrames(disk, SEED).size());
        System.out.println("after the full disk: 9600 of 9600 frames");
    }

    private static void append(SessionWriter writer, RandomFrames source, long fromSequence, long toSequence) {
        for (long sequence = fromSequence; sequence < toSequence; sequence++) {
            writer.append(source.frame(0, sequence, sequence * 5000, sequence * 5_000_000, 0));
        }
    }

    private static RecordingState await(SessionWriter writer, Predicate<RecordingState> wanted) {
        Deadline deadline = new Deadline(20_000);
        while (!wanted.test(writer.state())) {
            deadline.check("a state of the recording, last " + writer.state());
        }
        return writer.state();
    }

    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            assertTrue(Files.size(filler) > 0, full.getMessage());
        }
    }

    @Test
    void aDiskThatStaysFullCostsTheRestAndTheArchiveStaysSound() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", disk.toString()), "cannot mount a tmpfs here");
        try {
            SessionArchive archive = SqliteSessionArchive.open(disk);
            SessionWriter writer =
                    archive.begin(ExampleSession.record("killed", Instant.EPOCH), ExampleSession.DOCUMENTS);
            append(writer, new RandomFrames(SEED, RecordingProcess.PAD_COUNT), 0, 12_000);
            writer.end(ExampleSession.closed());
            archive.close();
            long unrecordedCount = writer.state().unrecordedFrameCount();
            int keptCount = checkedFrames(disk, SEED).size();
            System.out.println(
                    "a disk of 700 KiB: " + keptCount + " frames kept, " + unrecordedCount + " counted as lost");
            assertEquals(12_000, keptCount + unrecordedCount);
            assertTrue(keptCount > 0 && unrecordedCount > 0);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void folderThatCannotBeWrittenIsRefusedInWords() throws IOException, InterruptedException {
        Path readOnly = Files.createDirectories(folder.resolve("read-only"));
        if (run("mount", "-t", "tmpfs", "-o", "ro,size=100k", "tmpfs", readOnly.toString())) {
            try {
                expectRefusal(readOnly);
            } finally {
                assertTrue(run("umount", readOnly.toString()));
            }
        } else {
            assumeTrue(
                    readOnly.toFile().setWritable(false) && !Files.isWritable(readOnly), "this user writes anywhere");
            expectRefusal(readOnly);
            assertTrue(readOnly.toFile().setWritable(true));
        }
    }

    private static void expectRefusal(Path readOnly) {
        String why = assertThrows(ArchiveException.class, () -> SqliteSessionArchive.open(readOnly))
                .getMessage();
        assertTrue(why.contains(readOnly.toString()) && why.contains("cannot be opened"), why);
        assertFalse(why.lines().count() > 1, why);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
