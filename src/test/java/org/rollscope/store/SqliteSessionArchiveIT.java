package org.rollscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.RecordingState;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;

/** Disks that are full or cannot be written; {@code -Drollscope.seed=N} draws other frames. */
@Tag("alone")
class SqliteSessionArchiveIT {
    private static final long SEED = Long.getLong("rollscope.seed", 20_261_121);

    @TempDir
    private Path folder;

    @Test
    void fullDiskIsAnOutageThatEndsWhenThereIsRoomAgain() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "4m")) {
            fillAndFree(disk);
        }
    }

    private static void fillAndFree(SmallDisk disk) throws Exception {
        try (SessionArchive archive = SqliteSessionArchive.open(disk.folder())) {
            SessionWriter writer =
                    archive.begin(ExampleSession.record("killed", Instant.EPOCH), ExampleSession.DOCUMENTS);
            RandomFrames source = new RandomFrames(SEED, RecordingSender.PAD_COUNT);
            append(writer, source, 0, 960);
            await(writer, state -> state.waitingFrameCount() == 0);
            disk.fill();
            append(writer, source, 960, 9600);
            RecordingState full = await(writer, state -> state.trouble() != null);
            System.out.println("the full disk: " + full.trouble() + "; " + full.waitingFrameCount() + " frames wait");
            disk.free();
            await(writer, state -> state.waitingFrameCount() == 0 && state.trouble() == null);
            writer.end(ExampleSession.closed());
            StoredSession stored = archive.session("killed").orElseThrow();
            assertEquals(ExampleSession.closed(), stored.closed());
            assertEquals(1, stored.outages().size());
            assertEquals(0, stored.outages().get(0).lostFrameCount());
            assertEquals(0, writer.state().unrecordedFrameCount());
        }
        assertEquals(
                9600,
                PowerCutFiles.checkedFrameCount(
                        disk.folder(), RandomFrames.texts(RecordingSender.frames(SEED, 12_000))));
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

    @Test
    void aDiskThatStaysFullCostsTheRestAndTheArchiveStaysSound() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "700k")) {
            SessionArchive archive = SqliteSessionArchive.open(disk.folder());
            SessionWriter writer =
                    archive.begin(ExampleSession.record("killed", Instant.EPOCH), ExampleSession.DOCUMENTS);
            append(writer, new RandomFrames(SEED, RecordingSender.PAD_COUNT), 0, 12_000);
            writer.end(ExampleSession.closed());
            archive.close();
            long unrecordedCount = writer.state().unrecordedFrameCount();
            int keptCount = PowerCutFiles.checkedFrameCount(
                    disk.folder(), RandomFrames.texts(RecordingSender.frames(SEED, 12_000)));
            System.out.println(
                    "a disk of 700 KiB: " + keptCount + " frames kept, " + unrecordedCount + " counted as lost");
            assertEquals(12_000, keptCount + unrecordedCount);
            assertTrue(keptCount > 0 && unrecordedCount > 0);
        }
    }

    @Test
    void folderThatCannotBeWrittenIsRefusedInWords() throws IOException, InterruptedException {
        Path readOnly = Files.createDirectories(folder.resolve("read-only"));
        if (SmallDisk.run("mount", "-t", "tmpfs", "-o", "ro,size=100k", "tmpfs", readOnly.toString())) {
            try {
                expectRefusal(readOnly);
            } finally {
                assertTrue(SmallDisk.run("umount", readOnly.toString()));
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
}
