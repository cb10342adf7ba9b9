package org.rollscope.app.service;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.Subject;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.StoredSession;

/** A recorded session written as the byte stream that it came from, into a temporary folder, with what goes beside it. */
final class ArchivedStream implements AutoCloseable {
    private final Path folder;

    private ArchivedStream(Path folder) {
        this.folder = folder;
    }

    /** Writes the stream of a session of the archive. */
    static ArchivedStream write(CommonOptions common, String sessionId) throws CommandFailure, ArchiveException {
        try (SessionArchive archive = common.openArchive()) {
            StoredSession stored = archive.session(sessionId)
                    .orElseThrow(() -> new CommandFailure(
                            CommandFailure.UNREACHABLE,
                            "there is neither a file nor a recorded session '" + sessionId
                                    + "'; rollscope sessions list names the sessions"));
            ArchivedStream stream = new ArchivedStream(Files.createTempDirectory("rollscope-replay"));
            try {
                stream.write(archive, stored);
            } catch (IOException | UncheckedIOException | ArchiveException failed) {
                stream.close();
                throw failed;
            }
            return stream;
        } catch (IOException | UncheckedIOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "the session cannot be written to a temporary folder: " + failed.getMessage(),
                    failed);
        }
    }

    private void write(SessionArchive archive, StoredSession stored) throws IOException, ArchiveException {
        SessionRecord record = stored.record();
        Files.writeString(folder.resolve("calibration.json"), stored.documents().calibrationJson());
        Subject subject =
                new Subject(record.rollerId(), record.athleteId(), record.muscle(), record.side(), record.band());
        Files.writeString(folder.resolve("session.json"), subject.toJson());
        byte[] hello = FrameEncoder.hello(record.hello());
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file()))) {
            stream.write(hello);
            BootSwitch boots = new BootSwitch();
            archive.frames(record.sessionId(), frame -> {
                try {
                    if (boots.isNew(frame)) {
                        stream.write(hello);
                    }
                    stream.write(FrameEncoder.frame(frame));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }

    /** Notices where the board restarted: a hello stood there. */
    private static final class BootSwitch {
        private int bootIndex = -1;

        boolean isNew(RawFrame frame) {
            boolean restarted = bootIndex >= 0 && frame.bootIndex() != bootIndex;
            bootIndex = frame.bootIndex();
            return restarted;
        }
    }

    /** The byte stream. */
    Path file() {
        return folder.resolve("session.rsw");
    }

    @Override
    public void close() {
        for (String name : new String[] {"session.rsw", "calibration.json", "session.json"}) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException ignored) {
                // a temporary folder is emptied by the system in time
            }
        }
        try {
            Files.deleteIfExists(folder);
        } catch (IOException ignored) {
            // as above
        }
    }
}
