package org.rollscope.app.sessions;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.SettingsHash;
import org.rollscope.app.shell.SoftwareVersion;
import org.rollscope.app.shell.Subject;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.DocumentJson;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.LinkCounters;
import org.rollscope.pipeline.AnalysisSetup;
import org.rollscope.pipeline.PipelineListener;
import org.rollscope.pipeline.SessionOpener;
import org.rollscope.pipeline.WholeRecording;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionDocuments;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;

/**
 * Takes a {@code .rsw} file into an archive as one session, recorded and analysed as a live one would be.
 *
 * @param recording what to take.
 * @param startedAt wall clock at its first frame.
 * @param calibration of its roller.
 * @param subject who rolled what.
 * @param settings how to decide.
 * @param clock of the host, to wait for the disk.
 */
public record RecordingImport(
        RecordingFile recording,
        Instant startedAt,
        RollerCalibration calibration,
        Subject subject,
        DocumentJson.AnalysisSettings settings,
        HostClock clock) {

    /** The same recording in the archive, if it was taken before. */
    public Optional<StoredSession> present(SessionArchive archive) throws ArchiveException {
        return archive.session(name())
                .filter(stored -> stored.frameCount() == recording.frameCount()
                        && stored.record().hello().equals(recording.hello()));
    }

    private String name() {
        return SessionNames.of(startedAt, subject.rollerId());
    }

    /**
     * Takes it.
     *
     * @return id of the session; {@link SessionArchive#close} waits until it is on the disk.
     */
    public String into(SessionArchive archive) throws CommandFailure {
        Told told = new Told();
        AnalysisSetup setup = new AnalysisSetup(settings.features(), settings.detection(), subject.band());
        WholeRecording whole = new WholeRecording(setup, new PatientOpener(new Opener(this, archive), clock), told);
        try {
            whole.end(recording.read(whole));
        } catch (IllegalArgumentException misfit) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, recording.file() + ": " + misfit.getMessage(), misfit);
        }
        SessionRecord record = told.record;
        if (record == null || told.notice != null) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, recording.file() + ": " + told.notice);
        }
        return record.sessionId();
    }

    /** Names the one session. */
    private record Opener(RecordingImport wanted, SessionArchive archive) implements SessionOpener {
        @Override
        public RollerCalibration calibration(BoardHello hello) {
            return wanted.calibration;
        }

        @Override
        public SessionRecord describe(BoardHello hello, RollerCalibration calibration, long sinceMs) {
            Subject subject = wanted.subject;
            return new SessionRecord(
                    archive.freeId(wanted.name()),
                    wanted.startedAt,
                    subject.rollerId(),
                    subject.athleteId(),
                    subject.muscle(),
                    subject.side(),
                    subject.band(),
                    hello,
                    calibration.calibrationId(),
                    SoftwareVersion.current(),
                    SettingsHash.of(wanted.settings));
        }

        @Override
        public SessionWriter record(SessionRecord record, RollerCalibration calibration) throws ArchiveException {
            return archive.begin(
                    record, new SessionDocuments(DocumentJson.write(calibration), DocumentJson.write(wanted.settings)));
        }
    }

    /** Keeps what went wrong. */
    private static final class Told implements PipelineListener {
        private @Nullable SessionRecord record;
        private @Nullable String notice;

        @Override
        public void device(BoardHello hello, @Nullable String calibrationId) {
            // known
        }

        @Override
        public void sessionStarted(SessionRecord started) {
            // its end counts
        }

        @Override
        public void sessionEnded(SessionRecord ended, LinkCounters link, SessionSummary summary) {
            record = ended;
        }

        @Override
        public void live(LiveMetrics metrics) {
            // nobody looks
        }

        @Override
        public void point(FramePoint point) {
            // nobody looks
        }

        @Override
        public void event(String eventId, String sessionId, long deviceTimeUs, RollerEvent event) {
            // the writer keeps it
        }

        @Override
        public void notice(String line) {
            notice = notice == null ? line : notice;
        }
    }
}
