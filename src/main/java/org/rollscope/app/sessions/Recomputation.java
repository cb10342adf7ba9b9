package org.rollscope.app.sessions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.SettingsHash;
import org.rollscope.app.shell.SoftwareVersion;
import org.rollscope.app.shell.Subject;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.DocumentJson;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;
import org.rollscope.pipeline.AnalysisSetup;
import org.rollscope.pipeline.SessionAnalysis;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.Outage;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.StoredSession;

/**
 * Events and summary computed anew from raw frames.
 *
 * @param record what identifies the session.
 * @param link what the link counted.
 * @param summary what it amounted to.
 * @param events in the order in which they could be known.
 * @param outages as they were recorded; none can be known from a byte stream.
 * @param clockStepMs how far the wall clock was moved, as recorded.
 */
public record Recomputation(
        SessionRecord record,
        LinkCounters link,
        SessionSummary summary,
        List<RollerEvent> events,
        List<Outage> outages,
        long clockStepMs) {
    public Recomputation {
        events = List.copyOf(events);
        outages = List.copyOf(outages);
    }

    /** From an archive, with the calibration and the settings that were recorded with it. */
    public static Recomputation of(SessionArchive archive, StoredSession stored)
            throws ArchiveException, CommandFailure {
        return of(archive, stored, null);
    }

    /** The same with other settings, or with the recorded ones when those are null. */
    static Recomputation of(
            SessionArchive archive, StoredSession stored, DocumentJson.@Nullable AnalysisSettings otherSettings)
            throws ArchiveException, CommandFailure {
        RollerCalibration calibration;
        DocumentJson.AnalysisSettings settings;
        try {
            calibration = DocumentJson.readCalibration(stored.documents().calibrationJson());
            settings = otherSettings == null
                    ? DocumentJson.readAnalysisSettings(stored.documents().settingsJson())
                    : otherSettings;
        } catch (IllegalArgumentException damaged) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "session " + stored.record().sessionId() + ": a stored document " + damaged.getMessage(),
                    damaged);
        }
        AnalysisSetup setup = new AnalysisSetup(
                settings.features(), settings.detection(), stored.record().band());
        List<RollerEvent> events = new ArrayList<>();
        SessionAnalysis analysis = analysis(setup, stored.record(), calibration, events);
        long[] counts = new long[2];
        archive.frames(stored.record().sessionId(), frame -> accept(frame, analysis, counts));
        StoredSession.Closed closed = stored.closed();
        SessionSummary summary = analysis.finish(closed == null ? analysis.lastTimeUs() : closed.endUs());
        LinkCounters link = closed == null
                ? new LinkCounters(counts[0], Math.max(0, counts[1] - unrecordedCount(stored)), 0, 0, 0)
                : closed.link();
        keepSaid(stored.events(), events);
        return new Recomputation(stored.record(), link, summary, events, stored.outages(), stored.clockStepMs());
    }

    /** What people said cannot be recomputed: it stays, at the place among the events where it was. */
    private static void keepSaid(List<RollerEvent> recorded, List<RollerEvent> recomputed) {
        for (int index = 0; index < recorded.size(); index++) {
            if (recorded.get(index).type().isSaid()) {
                recomputed.add(Math.min(index, recomputed.size()), recorded.get(index));
            }
        }
    }

    /** From a recorded byte stream, with a calibration and a subject from files. */
    static Recomputation of(Path file, Path calibrationFile, Path subjectFile, DocumentJson.AnalysisSettings settings)
            throws CommandFailure {
        RecordedStream stream = RecordedStream.read(file);
        RollerCalibration calibration = parsed(calibrationFile, DocumentJson::readCalibration);
        Subject subject = parsed(subjectFile, Subject::ofJson);
        String name = file.getFileName().toString().replaceFirst("\\.rsw$", "");
        SessionRecord record = new SessionRecord(
                name,
                Instant.EPOCH,
                subject.rollerId(),
                subject.athleteId(),
                subject.muscle(),
                subject.side(),
                subject.band(),
                stream.hello(),
                calibration.calibrationId(),
                SoftwareVersion.current(),
                SettingsHash.of(settings));
        AnalysisSetup setup = new AnalysisSetup(settings.features(), settings.detection(), subject.band());
        List<RollerEvent> events = new ArrayList<>();
        SessionAnalysis analysis = analysis(setup, record, calibration, events);
        stream.frames().forEach(analysis::accept);
        SessionSummary summary = analysis.finish(analysis.lastTimeUs());
        return new Recomputation(record, stream.link(), summary, events, List.of(), 0);
    }

    private static SessionAnalysis analysis(
            AnalysisSetup setup, SessionRecord record, RollerCalibration calibration, List<RollerEvent> events)
            throws CommandFailure {
        Consumer<RollerEvent> completed = event -> {
            if (event.phase() != EventPhase.OPEN) {
                events.add(event);
            }
        };
        try {
            return new SessionAnalysis(setup, record.hello(), calibration, completed);
        } catch (IllegalArgumentException misfit) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, String.valueOf(misfit.getMessage()), misfit);
        }
    }

    /** Frames that came over the line and that a failing disk did not keep: the frames after them show a gap as well. */
    private static long unrecordedCount(StoredSession stored) {
        return stored.outages().stream()
                .filter(outage -> outage.kind() == Outage.Kind.RECORDING)
                .mapToLong(Outage::lostFrameCount)
                .sum();
    }

    private static void accept(RawFrame frame, SessionAnalysis analysis, long[] counts) {
        counts[1] += counts[0] == 0 ? 0 : frame.lostBeforeCount();
        counts[0]++;
        analysis.accept(frame);
    }

    public static <T> T parsed(Path file, java.util.function.Function<String, T> parser) throws CommandFailure {
        try {
            return parser.apply(Files.readString(file));
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    file + " cannot be read; it must lie beside the .rsw, or be named by an option",
                    failed);
        } catch (IllegalArgumentException damaged) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, file + " " + damaged.getMessage(), damaged);
        }
    }
}
