package org.rollscope.viewer.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.PadGeometry;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.session.SessionRecord;
import org.rollscope.telemetry.MetricsMessage;

/**
 * What has been heard of one roller.
 *
 * <p><b>Threads.</b> Guarded by the {@link ViewerModel}.
 */
public final class RollerTrack {
    /** Without frames for so long the chart is drawn from live figures. */
    private static final long FRAMES_ABSENT_NS = 2_000_000_000L;

    /** A service has all but the last second of a running session on disk; a block more, and the way. */
    private static final long IN_ARCHIVE_US = 2_500_000;

    /** As much as a service sends at once. */
    private static final long LONGEST_HOLE_US = 599_000_000;

    private static final int SESSIONS_KEPT_COUNT = 3;

    private final String rollerId;
    private final ChartHistory history;
    private final List<AlarmTrack> alarms =
            Stream.of(Alarm.Kind.values()).map(AlarmTrack::new).toList();
    private final HoldTrack hold = new HoldTrack();
    private final RoutineTrack routine = new RoutineTrack();
    private @Nullable LiveMetrics live;
    private MetricsMessage.@Nullable Device device;
    private @Nullable SessionRecord session;
    private final Deque<String> sessionIds = new ArrayDeque<>();
    private @Nullable Boolean online;
    private PadPressures pads = PadPressures.NONE;
    private boolean heardFigures;
    private long heardCount;
    private long figuresNs;
    private boolean heardFrames;
    private long framesNs;

    RollerTrack(String rollerId, int capacityCount) {
        this.rollerId = rollerId;
        this.history = new ChartHistory(capacityCount);
    }

    void hear(MetricsMessage message, long nowNs) {
        heardCount++;
        if (message instanceof MetricsMessage.Live figures) {
            hearLive(figures.metrics(), nowNs);
        } else if (message instanceof MetricsMessage.Frames frames) {
            hearFrames(frames, nowNs);
        } else if (message instanceof MetricsMessage.Device newDevice) {
            device = newDevice;
        } else if (message instanceof MetricsMessage.Session newSession) {
            if (!Objects.equals(sessionId(session), sessionId(newSession.running()))) {
                alarms.forEach(alarm -> alarm.sessionChanged(nowNs));
            }
            session = newSession.running();
            noteSession(sessionId(session));
        } else if (message instanceof MetricsMessage.Event event) {
            alarms.forEach(alarm -> alarm.hear(event, nowNs));
            hold.hear(event);
        } else if (message instanceof MetricsMessage.Summary summary) {
            noteSession(summary.sessionId());
        } else if (message instanceof MetricsMessage.Routine guided) {
            routine.hear(guided, nowNs);
        } else if (message instanceof MetricsMessage.Status status) {
            online = status.online();
        }
    }

    private void hearLive(LiveMetrics metrics, long nowNs) {
        live = metrics;
        alarms.forEach(alarm -> alarm.hear(metrics, nowNs));
        hold.hear(metrics);
        pads = metrics.pads();
        heardFigures = true;
        figuresNs = nowNs;
        if (!heardFrames || nowNs - framesNs > FRAMES_ABSENT_NS) {
            history.append(
                    metrics.deviceTimeUs(),
                    ChartHistory.NO_SEQUENCE,
                    metrics.activity(),
                    metrics.meanPressureKpa(),
                    metrics.peakPressureKpa(),
                    metrics.speedMmPerS(),
                    metrics.overpressure());
        }
    }

    private void hearFrames(MetricsMessage.Frames frames, long nowNs) {
        heardFrames = true;
        framesNs = nowNs;
        for (FramePoint point : frames.points()) {
            history.append(
                    point.deviceTimeUs(),
                    point.sequence(),
                    point.activity(),
                    point.meanPressureKpa(),
                    point.peakPressureKpa(),
                    point.speedMmPerS(),
                    point.overpressure());
        }
    }

    /** The newest first. */
    private void noteSession(@Nullable String sessionId) {
        if (sessionId != null && !sessionIds.contains(sessionId)) {
            sessionIds.addFirst(sessionId);
            if (sessionIds.size() > SESSIONS_KEPT_COUNT) {
                sessionIds.removeLast();
            }
        }
    }

    /**
     * Holes of the chart that a service may fill: on the board's present clock, and old enough to lie in its archive.
     *
     * @param spanUs so far back from the newest frame.
     */
    List<Hole> holes(long spanUs) {
        List<Hole> holes = new ArrayList<>();
        if (history.count() == 0 || sessionIds.isEmpty()) {
            return holes;
        }
        long newestUs = history.newestTimeUs();
        for (int index = Math.max(1, history.firstIndexFrom(newestUs - spanUs)); index < history.count(); index++) {
            long beforeUs = history.timeUs(index - 1);
            long afterUs = history.timeUs(index);
            if (history.gapBefore(index)
                    && history.isOnPresentClock(beforeUs)
                    && newestUs - afterUs >= IN_ARCHIVE_US
                    && afterUs - beforeUs > 2) {
                long fromUs = Math.max(beforeUs, afterUs - LONGEST_HOLE_US) + 1;
                holes.add(new Hole(
                        rollerId, List.copyOf(sessionIds), history.boardUs(fromUs), history.boardUs(afterUs) - 1));
            }
        }
        return holes;
    }

    /** Frames that were missing. */
    int fill(List<FramePoint> points) {
        return history.fill(points);
    }

    private static @Nullable String sessionId(@Nullable SessionRecord record) {
        return record == null ? null : record.sessionId();
    }

    /** What a coach should look at, the more pressing first. */
    List<Alarm> alarms(long nowNs) {
        List<Alarm> present = new ArrayList<>();
        for (AlarmTrack track : alarms) {
            Alarm alarm = track.at(nowNs);
            if (alarm != null) {
                present.add(alarm);
            }
        }
        return present;
    }

    /** Messages heard; changes whenever anything here does. */
    public long heardCount() {
        return heardCount;
    }

    public String rollerId() {
        return rollerId;
    }

    public ChartHistory history() {
        return history;
    }

    @Nullable
    public LiveMetrics live() {
        return live;
    }

    /** The present hold. */
    public HoldProgress hold() {
        return hold.progress();
    }

    /** The guided routine, null when nobody is guided. */
    @Nullable
    RoutineState routine(long nowNs) {
        return routine.at(nowNs);
    }

    MetricsMessage.@Nullable Device device() {
        return device;
    }

    public @Nullable SessionRecord session() {
        return session;
    }

    /** Whether the roller's service says it is there; null when it has not said. */
    @Nullable
    Boolean online() {
        return online;
    }

    public PadPressures pads() {
        return pads;
    }

    /** Time since the last live figures, or -1 when there were none. */
    long ageMs(long nowNs) {
        return heardFigures ? Math.max(0, (nowNs - figuresNs) / 1_000_000) : -1;
    }

    /** The pads' places; a roller that this software does not know is shown as rows of twelve, or one row. */
    public PadGeometry geometry() {
        if (device != null && PadGeometry.isKnown(device.hello().geometryId())) {
            PadGeometry known = PadGeometry.of(device.hello().geometryId());
            if (pads.padCount() == 0 || pads.padCount() == known.padCount()) {
                return known;
            }
        }
        int padCount = pads.padCount();
        if (padCount == PadGeometry.STARTER.padCount()) {
            return PadGeometry.STARTER;
        } else if (padCount < 3 || padCount > 64 || padCount == PadGeometry.REFERENCE.padCount()) {
            return PadGeometry.REFERENCE;
        }
        int columnCount = padCount % 12 == 0 ? 12 : padCount;
        return new PadGeometry(255, "unknown", padCount / columnCount, columnCount, 34, 30, 65);
    }
}
