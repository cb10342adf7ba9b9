package org.rollscope.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandReply;
import org.rollscope.command.RollerCommand;
import org.rollscope.config.DocumentJson;
import org.rollscope.frame.RawFrame;
import org.rollscope.pipeline.AnalysisSetup;
import org.rollscope.pipeline.SessionAnalysis;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.FramePoint;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;

/**
 * Sends frames of a session once more, computed from the archive as they were told the first time.
 *
 * <p>Reads over a connection of its own, so that the recording waits for nothing; of a running session what is on disk, all but the
 * last second. <b>Threads.</b> One.
 */
final class BackfillCommand {
    /** As many as a message of topic {@code frames} has at most. */
    private static final int BATCH_FRAME_COUNT = 100;
    /** Between two batches: 2000 frames a second, so that a minute of frames takes three seconds and leaves room. Chosen by us. */
    private static final long PAUSE_MS = 50;

    private final CommonOptions common;
    private final LongPredicate pause;

    /** Breaks a reading off. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StoppedException() {
            super("nobody takes the frames any more", null, false, false);
        }
    }

    BackfillCommand(CommonOptions common, LongPredicate pause) {
        this.common = common;
        this.pause = pause;
    }

    CommandAnswer send(RollerCommand.Backfill wanted, CommandReply reply) {
        try (SessionArchive archive = common.openArchive()) {
            Optional<StoredSession> stored = archive.session(wanted.sessionId());
            if (stored.isEmpty()) {
                return CommandAnswer.refused(
                        "no session " + wanted.sessionId() + " in the archive; rollscope sessions list shows them");
            }
            return send(archive, stored.get(), wanted, reply);
        } catch (ArchiveException failed) {
            return CommandAnswer.refused(String.valueOf(failed.getMessage()));
        } catch (StoppedException stopped) {
            return CommandAnswer.refused("given up: no answer topic, the broker is away or the service ends");
        } catch (IllegalArgumentException damaged) {
            return CommandAnswer.refused(
                    "session " + wanted.sessionId() + ": a stored document " + damaged.getMessage());
        }
    }

    private CommandAnswer send(
            SessionArchive archive, StoredSession stored, RollerCommand.Backfill wanted, CommandReply reply)
            throws ArchiveException {
        RollerCalibration calibration =
                DocumentJson.readCalibration(stored.documents().calibrationJson());
        DocumentJson.AnalysisSettings settings =
                DocumentJson.readAnalysisSettings(stored.documents().settingsJson());
        SessionAnalysis analysis = new SessionAnalysis(
                new AnalysisSetup(
                        settings.features(),
                        settings.detection(),
                        stored.record().band()),
                stored.record().hello(),
                calibration,
                event -> {});
        Batches batches = new Batches(reply);
        archive.frames(wanted.sessionId(), frame -> take(frame, analysis, wanted, batches));
        batches.send();
        return CommandAnswer.done(batches.frameCount + " frames of session " + wanted.sessionId() + " sent")
                .with("session_id", wanted.sessionId())
                .withCount("frame_count", batches.frameCount)
                .withCount("batch_count", batches.batchCount);
    }

    /** What a detector says depends on all frames before. */
    private static void take(RawFrame frame, SessionAnalysis analysis, RollerCommand.Backfill wanted, Batches batches) {
        analysis.accept(frame);
        if (frame.deviceTimeUs() >= wanted.fromUs() && frame.deviceTimeUs() <= wanted.toUs()) {
            batches.add(analysis.framePoint());
        }
    }

    private final class Batches {
        private final CommandReply reply;
        private final List<FramePoint> batch = new ArrayList<>(BATCH_FRAME_COUNT);
        private long frameCount;
        private long batchCount;

        private Batches(CommandReply reply) {
            this.reply = reply;
        }

        private void add(FramePoint point) {
            batch.add(point);
            if (batch.size() == BATCH_FRAME_COUNT) {
                send();
            }
        }

        private void send() {
            if (batch.isEmpty()) {
                return;
            }
            if (!reply.frames(batch) || !pause.test(PAUSE_MS)) {
                throw new StoppedException();
            }
            frameCount += batch.size();
            batchCount++;
            batch.clear();
        }
    }
}
