package org.rollscope.app.service;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.sessions.SessionNames;
import org.rollscope.app.shell.SettingsHash;
import org.rollscope.app.shell.SoftwareVersion;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.source.KnownCalibrations;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.detect.ToolProfile;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.HostClock;
import org.rollscope.pipeline.SessionOpener;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionDocuments;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionWriter;

/** Names sessions and opens their recordings in the archive. */
final class ArchiveSessionOpener implements SessionOpener {
    private final SessionArchive archive;
    private final KnownCalibrations calibrations;
    private final Supplier<Subject> subjects;
    private final DocumentJson.AnalysisSettings analysisSettings;
    private final HostClock clock;

    ArchiveSessionOpener(
            SessionArchive archive,
            CalibrationFolder calibrations,
            Supplier<Subject> subjects,
            RollscopeSettings settings,
            HostClock clock) {
        this.archive = archive;
        this.calibrations = new KnownCalibrations(calibrations, clock);
        this.subjects = subjects;
        this.analysisSettings = new DocumentJson.AnalysisSettings(settings.features(), settings.detection());
        this.clock = clock;
    }

    /** See {@link KnownCalibrations#rehearse}; before the port is open. */
    void rehearse() {
        calibrations.rehearse();
    }

    @Override
    public @Nullable RollerCalibration calibration(BoardHello hello) {
        return calibrations.of(hello);
    }

    @Override
    public SessionRecord describe(BoardHello hello, RollerCalibration calibration, long sinceMs) {
        Subject subject = subjects.get();
        Instant startedAt = clock.wallClock().minusMillis(sinceMs);
        return new SessionRecord(
                // a wall clock that goes back comes by the same millisecond again
                archive.freeId(SessionNames.of(startedAt, subject.rollerId())),
                startedAt,
                subject.rollerId(),
                subject.athleteId(),
                subject.muscle(),
                subject.side(),
                ToolProfile.of(hello.geometryId()).band(subject.band()),
                hello,
                calibration.calibrationId(),
                SoftwareVersion.current(),
                SettingsHash.of(analysisSettings));
    }

    @Override
    public SessionWriter record(SessionRecord record, RollerCalibration calibration) throws ArchiveException {
        return archive.begin(
                record, new SessionDocuments(DocumentJson.write(calibration), DocumentJson.write(analysisSettings)));
    }
}
