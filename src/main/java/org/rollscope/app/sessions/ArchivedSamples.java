package org.rollscope.app.sessions;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.export.SampleRow;
import org.rollscope.export.SampleSource;
import org.rollscope.pipeline.SessionAnalysis;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;

/** The frames of a recorded session with what is computed from them, by the same way as when it was recorded. */
final class ArchivedSamples implements SampleSource {
    private final SessionArchive archive;
    private final StoredSession stored;

    /**
     * The frames of a session.
     *
     * @param archive where it lies; open for as long as this is read.
     * @param stored which.
     */
    ArchivedSamples(SessionArchive archive, StoredSession stored) throws CommandFailure {
        this.archive = archive;
        this.stored = stored;
        SessionMeasurement.analysis(stored); // refuses damaged documents before anything is written
    }

    @Override
    public void read(Sink sink) throws ArchiveException, IOException {
        SessionAnalysis analysis = analysis();
        SampleRow row = new SampleRow(stored.record().hello());
        try {
            archive.frames(stored.record().sessionId(), frame -> {
                analysis.accept(frame);
                row.fill(
                        frame,
                        analysis.calibrated(),
                        analysis.features(),
                        analysis.activity(),
                        analysis.overpressure(),
                        analysis.guardingScoreRatio());
                try {
                    sink.row(row);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private SessionAnalysis analysis() {
        try {
            return SessionMeasurement.analysis(stored);
        } catch (CommandFailure damaged) {
            throw new IllegalStateException("the documents were sound before", damaged);
        }
    }
}
