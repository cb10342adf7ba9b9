package org.rollscope.viewer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.PadGeometry;
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

    private final String rollerId;
    private final ChartHistory history;
    private final List<AlarmTrack> alarms =
            Stream.of(Alarm.Kind.values()).map(AlarmTrack::new).toList();
    private @Nullable LiveMetrics live;
    private MetricsMessage.@Nullable Device device;
    private @Nullable SessionRecord session;
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
        } else if (message instanceof MetricsMessage.Event event) {
            alarms.forEach(alarm -> alarm.hear(event, nowNs));
        } else if (message instanceof MetricsMessage.Status status) {
            online = status.online();
        }
    }

    private void hearLive(LiveMetrics metrics, long nowNs) {
        live = metrics;
        alarms.forEach(alarm -> alarm.hear(metrics, nowNs));
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

    MetricsMessage.@Nullable Device device() {
        return device;
    }

    @Nullable
    SessionRecord session() {
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
