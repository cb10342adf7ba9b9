package org.rollscope.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.guide.RoutineDesk;
import org.rollscope.app.shell.SoftwareVersion;
import org.rollscope.app.shell.TellingPace;
import org.rollscope.cue.Cue;
import org.rollscope.cue.CuePlayer;
import org.rollscope.detect.RollerEvent;
import org.rollscope.feature.LobeAgreement;
import org.rollscope.frame.BoardHealth;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.ButtonChange;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.LinkCounters;
import org.rollscope.pipeline.PipelineListener;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.RecordingState;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.MetricsPublisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the publisher and the terminal what the pipeline finds. */
final class MetricsRelay implements PipelineListener {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsRelay.class);
    /** Most frames in a message; usually they go with the live figures, so that both leave in one wake-up. */
    private static final int BATCH_FRAME_COUNT = 100;

    private final MetricsPublisher publisher;
    private final Terminal terminal;
    private final ServiceState state;
    private final long framesIntervalUs;
    private final List<FramePoint> batch = new ArrayList<>(BATCH_FRAME_COUNT);
    private @Nullable GuardingJournal journal;
    private @Nullable RoutineDesk routines;
    private @Nullable CuePlayer cues;
    private @Nullable HostClock cueClock;
    private @Nullable SessionRecord lastRecord;
    private @Nullable SessionSummary lastSummary;
    private LinkCounters lastLink = LinkCounters.ZERO;
    private int sessionCount;
    private boolean heard;
    private long lastFramesSlot = -1;

    MetricsRelay(MetricsPublisher publisher, Terminal terminal, ServiceState state, TellingPace pace) {
        this.publisher = publisher;
        this.terminal = terminal;
        this.state = state;
        framesIntervalUs = pace.framesIntervalMs() * 1000;
    }

    /** What is suspected is written down for the athlete, too. */
    void alsoNote(GuardingJournal guardingJournal) {
        journal = guardingJournal;
    }

    /** Guided routines hear sessions, figures and events, and say what is to be felt. */
    void guideBy(RoutineDesk routineDesk) {
        routines = routineDesk;
    }

    /** The athlete is told by light, tone and vibration, too. */
    void cueBy(CuePlayer player, HostClock clock) {
        cues = player;
        cueClock = clock;
    }

    @Override
    public void device(BoardHello hello, @Nullable String calibrationId) {
        heard = true;
        state.device(hello);
        RoutineDesk guiding = routines;
        if (guiding != null) {
            guiding.device(hello);
        }
        if (calibrationId == null) {
            LOG.warn(
                    "there is no calibration for board {}: no pressure can be shown; put its file into the folder"
                            + " calibration of the settings",
                    hello.boardSerial());
        } else {
            LOG.info("{}, calibration {}", hello, calibrationId);
            publisher.publish(new MetricsMessage.Device(hello, calibrationId, SoftwareVersion.current()));
            publisher.publish(new MetricsMessage.Session(null));
        }
    }

    @Override
    public void calibrated(BoardHello hello, String calibrationId) {
        LOG.info("{} has calibration {} from the next session on", hello, calibrationId);
        publisher.publish(new MetricsMessage.Device(hello, calibrationId, SoftwareVersion.current()));
    }

    @Override
    public void sessionStarted(SessionRecord record) {
        LOG.info("session {} began", record.sessionId());
        state.sessionStarted(record.sessionId());
        publisher.publish(new MetricsMessage.Session(record));
    }

    @Override
    public void sessionEnded(SessionRecord record, LinkCounters link, SessionSummary summary) {
        CuePlayer player = cues;
        if (player != null) {
            player.rest();
        }
        sendBatch();
        GuardingJournal notes = journal;
        if (notes != null) {
            notes.sessionEnded(record);
        }
        state.sessionEnded(link);
        sessionCount++;
        lastRecord = record;
        lastLink = link;
        lastSummary = summary;
        RoutineDesk guiding = routines;
        if (guiding != null) {
            guiding.sessionEnded(record.sessionId());
        }
        publisher.publish(new MetricsMessage.Summary(record.sessionId(), record.startedAt(), link, summary));
        publisher.publish(new MetricsMessage.Session(null));
        LOG.info("session {} ended: {} frames, {} lost", record.sessionId(), link.frameCount(), link.lostFrameCount());
    }

    @Override
    public void lobeAgreement(SessionRecord record, double ratio) {
        state.lobeAgreement(ratio);
        if (LobeAgreement.isDoubtful(ratio)) {
            LOG.warn(
                    "session {}: the floor's side felt {} of what the limb's side felt; pads have changed, calibrate again",
                    record.sessionId(),
                    String.format(Locale.ROOT, "%.0f %%", 100 * ratio));
        }
    }

    @Override
    public void live(LiveMetrics metrics) {
        cue(metrics);
        RoutineDesk guiding = routines;
        if (guiding != null) {
            guiding.live(metrics);
        }
        publisher.publish(new MetricsMessage.Live(metrics));
        if (metrics.deviceTimeUs() / framesIntervalUs != lastFramesSlot) {
            lastFramesSlot = metrics.deviceTimeUs() / framesIntervalUs;
            sendBatch();
        }
        terminal.live(metrics);
    }

    /** Before all else that is said: who lies on the roller is to feel it first. */
    private void cue(LiveMetrics metrics) {
        CuePlayer player = cues;
        HostClock clock = cueClock;
        if (player != null && clock != null) {
            RoutineDesk guiding = routines;
            player.live(
                    guiding == null ? Cue.of(metrics) : guiding.cue(metrics),
                    TimeUnit.NANOSECONDS.toMillis(clock.monotonicNs()));
        }
    }

    @Override
    public void point(FramePoint point) {
        batch.add(point);
        if (batch.size() == BATCH_FRAME_COUNT) {
            sendBatch();
        }
    }

    private void sendBatch() {
        if (!batch.isEmpty()) {
            publisher.publish(new MetricsMessage.Frames(batch));
            batch.clear();
        }
    }

    @Override
    public void event(String eventId, String sessionId, long deviceTimeUs, RollerEvent event) {
        publisher.publish(new MetricsMessage.Event(eventId, sessionId, deviceTimeUs, event));
        RoutineDesk guiding = routines;
        if (guiding != null) {
            guiding.event(event);
        }
        GuardingJournal notes = journal;
        if (notes != null) {
            notes.event(event);
        }
    }

    @Override
    public void notice(String line) {
        LOG.warn("{}", line);
        state.notice(line);
    }

    @Override
    public void link(boolean delivering, String words) {
        state.link(delivering, words);
    }

    @Override
    public void recording(RecordingState recording) {
        state.recording(recording);
    }

    @Override
    public void health(BoardHealth health) {
        state.health(health);
    }

    @Override
    public void button(ButtonChange change) {
        LOG.debug("{}", change);
    }

    /** The acquisition failed by a mistake of ours and begins anew. */
    void restarted(String why) {
        state.restarted(why);
    }

    /** The last session that ended, null when none has. */
    @Nullable
    SessionRecord lastRecord() {
        return lastRecord;
    }

    /** Its summary. */
    @Nullable
    SessionSummary lastSummary() {
        return lastSummary;
    }

    /** What its link counted. */
    LinkCounters lastLink() {
        return lastLink;
    }

    /** Whether a board has said hello. */
    boolean heard() {
        return heard;
    }

    /** Sessions that have ended. */
    int sessionCount() {
        return sessionCount;
    }
}
