package org.rollscope.pipeline;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.RollerCommand;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.ButtonChange;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.Outage;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;

/** A session that is going on: records raw frames first, then analyses, then tells. */
final class RunningSession {
    private final SessionRecord record;
    private final PipelineListener listener;
    private final LinkCounters linkAtStart;
    private final @Nullable SessionWriter writer;
    private final SessionAnalysis analysis;
    private final LivePace pace;
    /** Told, but neither confirmed nor ended by the frames yet. */
    private RollerEvent.@Nullable SignalLost toldSilence;

    private @Nullable String outageReason;
    private long outageStartUs;
    private boolean toldOverpressure;
    /** A warning began or ended with the last frame: live figures follow at once, but not in its way. */
    private boolean warnedBefore;

    private final Set<String> saidIds = new HashSet<>();
    private int lastMarkerIndex;
    private int syncCount;
    private long lastContactUs;
    private long lostFrameCount;
    private long frameCount;

    private RunningSession(
            SessionRecord record,
            BoardHello hello,
            RollerCalibration calibration,
            AnalysisSetup setup,
            PipelineListener listener,
            LinkCounters linkAtStart,
            @Nullable SessionWriter writer,
            LivePace pace) {
        this.record = record;
        this.listener = listener;
        this.linkAtStart = linkAtStart;
        this.writer = writer;
        this.pace = pace;
        analysis = new SessionAnalysis(setup.withBand(record.band()), hello, calibration, this::event);
    }

    static RunningSession begin(
            BoardHello hello,
            RollerCalibration calibration,
            AnalysisSetup setup,
            SessionOpener opener,
            PipelineListener listener,
            LinkCounters linkAtStart,
            long sinceMs,
            LivePace pace) {
        SessionRecord record = opener.describe(hello, calibration, sinceMs);
        SessionWriter writer = null;
        try {
            writer = opener.record(record, calibration);
        } catch (ArchiveException failed) {
            listener.notice("this session is not recorded: " + failed.getMessage());
        }
        listener.sessionStarted(record);
        return new RunningSession(record, hello, calibration, setup, listener, linkAtStart, writer, pace);
    }

    void accept(RawFrame frame) {
        acceptUntold(frame);
        listener.point(analysis.framePoint());
        boolean warned = warnedBefore;
        warnedBefore = analysis.overpressure() != toldOverpressure;
        toldOverpressure = analysis.overpressure();
        if (pace.isDue(frame) || warned) {
            listener.live(analysis.liveMetrics());
            if (writer != null) {
                listener.recording(writer.state());
            }
        }
    }

    /** Takes in a frame from before the first contact, whose figures have been told already. */
    void acceptUntold(RawFrame frame) {
        if (writer != null) {
            writer.append(frame);
        }
        lostFrameCount += frameCount == 0 ? 0 : frame.lostBeforeCount();
        frameCount++;
        analysis.accept(frame);
        endToldSilence();
        endOutage(analysis.lastTimeUs(), frame.lostBeforeCount());
        if (analysis.inContact()) {
            lastContactUs = analysis.lastTimeUs();
        }
    }

    String sessionId() {
        return record.sessionId();
    }

    boolean inContact() {
        return analysis.inContact();
    }

    /** Quiet is counted from here: who asked for a session has its whole time to lie down. */
    void quietFromNow() {
        lastContactUs = analysis.lastTimeUs();
    }

    /** What somebody, or another instrument, says with a button of the roller. */
    void button(ButtonChange change) {
        if (!change.pressed()) {
            return;
        }
        switch (change.buttonIndex()) {
            case ButtonChange.MARKER_INDEX -> mark(null);
            case ButtonChange.FELT_RELEASE_INDEX -> releaseFelt();
            case ButtonChange.SYNC_INDEX -> syncSeen(change.wireTimeUs());
            default -> {
                // the button for pain has no number: the ramp test uses it
            }
        }
    }

    /** The athlete says that it let go: kept beside what the detectors think, for it cannot be recomputed. */
    CommandAnswer releaseFelt() {
        return said(analysis.said(EventType.FELT_RELEASE, Figures.of("after_ms", (double) analysis.holdMs())));
    }

    /** Somebody marks this moment; without a number the next one. */
    CommandAnswer mark(@Nullable Integer wantedIndex) {
        int markerIndex = wantedIndex == null ? lastMarkerIndex + 1 : wantedIndex;
        if (markerIndex > RollerCommand.Marker.LAST_INDEX) {
            return CommandAnswer.refused("marker " + lastMarkerIndex + " was the last number; give one with number");
        }
        lastMarkerIndex = Math.max(lastMarkerIndex, markerIndex);
        return said(analysis.said(EventType.MARKER, Figures.of(RollerEvent.MARKER_NUMBER, markerIndex)))
                .withCount(RollerEvent.MARKER_NUMBER, markerIndex);
    }

    /** Somebody at a computer says that another instrument is at the same moment. */
    CommandAnswer sync() {
        return sync(analysis.lastTimeUs(), SyncTime.hostErrorMs(record.hello().rateHz()));
    }

    /** The board saw another instrument's trigger. */
    private void syncSeen(long wireTimeUs) {
        long atUs = analysis.lastTimeUs() + SyncTime.sinceUs(wireTimeUs, analysis.deviceTimeUs());
        if (Math.abs(atUs - analysis.lastTimeUs()) <= SyncTime.FARTHEST_US && atUs >= 0) {
            sync(atUs, SyncTime.BOARD_ERROR_MS);
        } else {
            // the board has begun anew in between: its old time says nothing any more
            sync(analysis.lastTimeUs(), SyncTime.hostErrorMs(record.hello().rateHz()));
        }
    }

    private CommandAnswer sync(long atUs, double errorMs) {
        syncCount++;
        Figures figures = Figures.of(RollerEvent.MARKER_NUMBER, syncCount).and(RollerEvent.SYNC_ERROR_MS, errorMs);
        return said(analysis.said(EventType.SYNC, atUs, figures)).withCount(RollerEvent.MARKER_NUMBER, syncCount);
    }

    /** The athlete says how much it hurts. */
    CommandAnswer pain(double painNrs) {
        return said(analysis.said(EventType.PAIN, Figures.of(RollerEvent.PAIN_NRS, painNrs)));
    }

    /** Two words between the same two frames have the same time, but not the same identity. */
    private CommandAnswer said(RollerEvent event) {
        String plainId = eventId(event);
        String id = plainId;
        for (int index = 2; !saidIds.add(id); index++) {
            id = plainId + "-" + index;
        }
        tell(id, event);
        return CommandAnswer.done(event.type().word().replace('_', ' ') + " noted at " + event.startUs() / 1000
                        + " ms of session " + record.sessionId())
                .with("session_id", record.sessionId())
                .with("event_id", id);
    }

    /** Tells the frame that began the session. */
    void tellLastFrame() {
        listener.point(analysis.framePoint());
        listener.live(analysis.liveMetrics());
    }

    /** Tells at once that frames stay away; the event itself comes from the frames, with the same identity. */
    void tellSilence() {
        long sinceUs = analysis.lastTimeUs();
        RollerEvent.SignalLost lost = new RollerEvent.SignalLost(sinceUs, sinceUs, new PressureEvidence(0, 0, 0, 1));
        listener.event(eventId(lost), record.sessionId(), analysis.deviceTimeUs(), lost);
        toldSilence = lost;
    }

    /** A silence that the frames do not show, because they only came late or not at all, is not left open with those who heard. */
    private void endToldSilence() {
        RollerEvent.SignalLost lost = toldSilence;
        toldSilence = null;
        if (lost != null) {
            RollerEvent restored = new RollerEvent.SignalRestored(
                    lost.startUs(), analysis.lastTimeUs(), lost.declaredUs(), lost.evidence());
            listener.event(eventId(restored), record.sessionId(), analysis.deviceTimeUs(), restored);
        }
    }

    /** Frames have ceased to come; the first reason stands. What was recorded until now goes to the disk. */
    void beginOutage(String reason) {
        if (outageReason == null) {
            outageReason = reason;
            outageStartUs = analysis.lastTimeUs();
        }
        if (writer != null) {
            writer.flush();
        }
    }

    private void endOutage(long endUs, long lostDuringCount) {
        String reason = outageReason;
        outageReason = null;
        if (reason != null && writer != null) {
            writer.append(new Outage(Outage.Kind.LINK, outageStartUs, endUs, reason, lostDuringCount));
        }
    }

    /** Whether a warning may come soon: the pressure is in the upper part of the band, or over it. */
    boolean nearCeiling() {
        return analysis.nearCeiling();
    }

    /** Time since the last contact. */
    long quietUs() {
        return analysis.lastTimeUs() - lastContactUs;
    }

    /**
     * Ends it with its last frame.
     *
     * @param linkNow what the link has counted.
     * @param silentUs time since that frame on the host's clock: how long an outage lasted that no frame ended.
     */
    void end(LinkCounters linkNow, long silentUs) {
        long endUs = analysis.lastTimeUs();
        SessionSummary summary = analysis.finish(endUs);
        endToldSilence();
        endOutage(endUs + silentUs, 0);
        LinkCounters since = linkNow.since(linkAtStart);
        LinkCounters link = new LinkCounters(
                frameCount, lostFrameCount, since.rejectedFrameCount(), since.resetCount(), since.receivedBytes());
        if (writer != null) {
            writer.end(new StoredSession.Closed(endUs, link, summary));
            long unrecordedFrameCount = writer.state().unrecordedFrameCount();
            if (unrecordedFrameCount > 0) {
                listener.notice(
                        unrecordedFrameCount + " frames of session " + record.sessionId() + " could not be recorded");
            }
        }
        listener.lobeAgreement(record, analysis.lobeAgreementRatio());
        listener.sessionEnded(record, link, summary);
    }

    /** Says it first, for it may be a warning; then keeps it. */
    private void event(RollerEvent event) {
        tell(eventId(event), event);
    }

    private void tell(String eventId, RollerEvent event) {
        listener.event(eventId, record.sessionId(), analysis.deviceTimeUs(), event);
        if (writer != null && event.phase() != EventPhase.OPEN) {
            writer.append(event);
        }
        if (event instanceof RollerEvent.SignalRestored) {
            toldSilence = null;
        }
    }

    private String eventId(RollerEvent event) {
        return record.sessionId() + "/" + event.type().word() + "/" + event.startUs();
    }
}
