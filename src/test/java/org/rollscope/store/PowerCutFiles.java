package org.rollscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;

/** Copies of an archive's files as a power cut may leave them, and what must hold of them. */
final class PowerCutFiles {
    private PowerCutFiles() {}

    static Path database(Path folder) {
        return folder.resolve(SqliteSessionArchive.FILE_NAME);
    }

    static Path log(Path folder) {
        return folder.resolve(SqliteSessionArchive.FILE_NAME + "-wal");
    }

    /** Copies database and log; the index of the log lies in memory and is gone after a power cut. */
    static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        Files.copy(database(from), database(to), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(log(from), log(to), StandardCopyOption.REPLACE_EXISTING);
        return to;
    }

    static void truncate(Path file, long lengthBytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(lengthBytes);
        }
    }

    /**
     * How many frames an archive holds, after a check that it opens, that nothing is damaged, and that they are the first
     * that were sent.
     */
    static int checkedFrameCount(Path folder, List<String> sentTexts) throws ArchiveException {
        try (SessionArchive archive = SqliteSessionArchive.open(folder)) {
            SessionArchive.Verification found = archive.verify(count -> {});
            assertEquals(List.of(), found.problems());
            List<RawFrame> frames = new ArrayList<>();
            if (found.sessionCount() == 1) {
                archive.frames("killed", frames::add);
            }
            assertEquals(found.frameCount(), frames.size());
            assertEquals(sentTexts.subList(0, frames.size()), RandomFrames.texts(frames));
            return frames.size();
        }
    }
}
