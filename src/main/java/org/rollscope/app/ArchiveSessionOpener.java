package org.rollscope.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.evaluation.SimulatedCalibration;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.PadGeometry;
import org.rollscope.pipeline.SessionOpener;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionDocuments;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionWriter;
import org.rollscope.simulation.SimulatedRoller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds calibrations in the settings folder, names sessions and opens their recordings in the archive. */
final class ArchiveSessionOpener implements SessionOpener {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveSessionOpener.class);
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final SessionArchive archive;
    private final CalibrationFolder calibrations;
    private final Subject subject;
    private final DocumentJson.AnalysisSettings analysisSettings;
    private final HostClock clock;

    ArchiveSessionOpener(
            SessionArchive archive,
            CalibrationFolder calibrations,
            Subject subject,
            RollscopeSettings settings,
            HostClock clock) {
        this.archive = archive;
        this.calibrations = calibrations;
        this.subject = subject;
        this.analysisSettings = new DocumentJson.AnalysisSettings(settings.features(), settings.detection());
        this.clock = clock;
    }

    @Override
    public @Nullable RollerCalibration calibration(BoardHello hello) {
        if (!PadGeometry.isKnown(hello.geometryId())) {
            LOG.warn(
                    "board {} has pad geometry {}, which this software does not know; use a newer Rollscope",
                    hello.boardSerial(),
                    hello.geometryId());
            return null;
        }
        try {
            Optional<RollerCalibration> found = calibrations.find(hello.boardSerial());
            if (found.isPresent()) {
                return fitting(found.get(), hello);
            }
        } catch (SettingsException damaged) {
            LOG.warn("{}", damaged.getMessage());
        }
        if (SimulatedRoller.isSimulated(hello.boardSerialId())) {
            LOG.info("board {} is a simulated roller: it is calibrated on the simulated bench", hello.boardSerial());
            return SimulatedCalibration.ofBoard(hello.boardSerialId());
        }
        return null;
    }

    private static @Nullable RollerCalibration fitting(RollerCalibration calibration, BoardHello hello) {
        if (calibration.adcBits() == hello.adcBits() && calibration.geometryId() == hello.geometryId()) {
            return calibration;
        }
        LOG.warn(
                "calibration {} was made for another converter or other pads than board {} has",
                calibration.calibrationId(),
                hello.boardSerial());
        return null;
    }

    @Override
    public SessionRecord describe(BoardHello hello, RollerCalibration calibration, long sinceMs) {
        Instant startedAt = clock.wallClock().minusMillis(sinceMs);
        return new SessionRecord(
                // a wall clock that goes back comes by the same millisecond again
                archive.freeId(ID_TIME.format(startedAt) + "-" + subject.rollerId()),
                startedAt,
                subject.rollerId(),
                subject.athleteId(),
                subject.muscle(),
                subject.side(),
                subject.band(),
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
