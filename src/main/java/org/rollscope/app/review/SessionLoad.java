package org.rollscope.app.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rollscope.app.sessions.Recomputation;
import org.rollscope.app.sessions.SessionMeasurement;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.RawFrame;
import org.rollscope.pipeline.SessionAnalysis;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.viewer.library.PadTrace;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.SessionEntry;
import org.rollscope.viewer.model.ChartHistory;

/** The lines of a recorded session, computed from its frames by the same way as when it was recorded. */
final class SessionLoad {
    private SessionLoad() {}

    static ReviewedSession of(SessionArchive archive, StoredSession stored, SessionEntry entry)
            throws ArchiveException, CommandFailure {
        String sessionId = stored.record().sessionId();
        if (stored.frameCount() > ReviewedSession.MOST_FRAMES_COUNT || stored.frameCount() == 0) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    stored.frameCount() == 0
                            ? "session " + sessionId + " has no frame yet"
                            : "session " + sessionId + " has " + stored.frameCount() + " frames, a window shows up to "
                                    + ReviewedSession.MOST_FRAMES_COUNT + "; export it and look at a part");
        }
        List<RollerEvent> events =
                stored.closed() == null ? Recomputation.of(archive, stored).events() : stored.events();
        ChartHistory tracks = new ChartHistory((int) stored.frameCount());
        Filling filling = new Filling(SessionMeasurement.analysis(stored), tracks, (int) stored.frameCount());
        archive.frames(sessionId, filling::accept);
        List<RollerEvent> byOnset = new ArrayList<>(events);
        byOnset.sort(Comparator.comparingLong(RollerEvent::startUs).thenComparingLong(RollerEvent::endUs));
        return new ReviewedSession(entry, tracks, byOnset, stored.outages());
    }

    static List<PadTrace> pads(
            SessionArchive archive, StoredSession stored, ReviewedSession session, List<Integer> padIndexes)
            throws ArchiveException, CommandFailure {
        int padCount = stored.record().hello().padCount();
        List<PadTrace> traces = new ArrayList<>();
        for (int padIndex : padIndexes) {
            if (padIndex < 0 || padIndex >= padCount || traces.size() == PadTrace.MOST_PADS_COUNT) {
                throw new CommandFailure(
                        CommandFailure.WRONG_USAGE,
                        "choose up to " + PadTrace.MOST_PADS_COUNT + " of the pads 1 to " + padCount);
            }
            traces.add(new PadTrace(padIndex, session.tracks()));
        }
        SessionAnalysis analysis = SessionMeasurement.analysis(stored);
        archive.frames(stored.record().sessionId(), frame -> {
            analysis.accept(frame);
            for (PadTrace trace : traces) {
                trace.append(
                        analysis.calibrated().padPressureKpa()[trace.padIndex()], frame.padCounts()[trace.padIndex()]);
            }
        });
        return traces;
    }

    /** Puts frames into the tracks; a restart of the board is a gap, for its count of ticks begins anew. */
    private static final class Filling {
        private final SessionAnalysis analysis;
        private final ChartHistory tracks;
        private final int mostCount;
        private int bootIndex = -1;
        private long sequenceOffset;
        private long lastSequence;

        Filling(SessionAnalysis analysis, ChartHistory tracks, int mostCount) {
            this.analysis = analysis;
            this.tracks = tracks;
            this.mostCount = mostCount;
        }

        void accept(RawFrame frame) {
            analysis.accept(frame);
            if (tracks.count() == mostCount) {
                return; // a session that is being recorded has grown meanwhile
            }
            if (bootIndex >= 0 && frame.bootIndex() != bootIndex) {
                sequenceOffset = lastSequence + 2 - frame.sequence();
            }
            bootIndex = frame.bootIndex();
            lastSequence = frame.sequence() + sequenceOffset;
            tracks.append(
                    analysis.lastTimeUs(),
                    lastSequence,
                    analysis.activity(),
                    analysis.features().meanPressureKpa(),
                    analysis.features().peakPressureKpa(),
                    analysis.features().surfaceSpeedMmPerS(),
                    analysis.overpressure());
        }
    }
}
