package org.rollscope.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.ShippedSettings;
import org.rollscope.detect.DetectionSettings;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.RollerEvent;
import org.rollscope.evaluation.SimulatedCalibration;
import org.rollscope.feature.FeatureSettings;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionDocuments;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;
import org.rollscope.store.SqliteSessionArchive;

/** A pipeline with a real archive, a clock that is set, and a listener that keeps everything. */
final class PipelineBench implements PipelineListener, SessionOpener, HostClock, AutoCloseable {
    static final SessionPolicy POLICY = new SessionPolicy(3000, 2000, 500);

    private static final FeatureSettings FEATURES = ShippedSettings.core().features();
    private static final DetectionSettings DETECTION = ShippedSettings.core().detection();
    private static final Map<Long, RollerCalibration> CALIBRATIONS = new HashMap<>();

    /** A live event with the identity that it was told under. */
    record Told(String eventId, RollerEvent event) {}

    final List<Told> told = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    final List<SessionRecord> started = new ArrayList<>();
    final List<Long> startedAfterDeviceTimeUs = new ArrayList<>();
    final List<SessionSummary> summaries = new ArrayList<>();
    final List<LinkCounters> links = new ArrayList<>();
    final List<String> devices = new ArrayList<>();
    final PipelineOrders orders = new PipelineOrders();
    int pointCount;
    int liveCount;

    @Nullable
    PressureBand liveBand;

    boolean calibrated = true;
    boolean recordable = true;
    Consumer<FramePoint> onPoint = point -> {};
    Consumer<String> onNotice = line -> {};
    Runnable onDevice = () -> {};
    long calibrationTakesMs;
    long nowNs = 77;

    private @Nullable AcquisitionPipeline pipeline;
    private final SessionArchive archive;
    private final AnalysisSetup setup;
    PressureBand band;
    private long lastPointUs = -1;

    PipelineBench(Path folder, long seed) throws ArchiveException {
        archive = SqliteSessionArchive.open(folder);
        double ceilingKpa = new AthleteSimulation(Scenario.COACHED, seed, 1).ceilingKpa();
        setup = new AnalysisSetup(
                FEATURES,
                DETECTION,
                new PressureBand(0.5 * ceilingKpa, 0.85 * ceilingKpa, ceilingKpa, CeilingSource.RAMP_TEST));
        band = setup.band();
    }

    PressureBand firstBand() {
        return setup.band();
    }

    AcquisitionPipeline run(ScriptedRoller roller) {
        pipeline = new AcquisitionPipeline(roller, setup, POLICY, this, this, this, 80, orders);
        pipeline.run();
        return pipeline;
    }

    /** The pipeline that runs, for what comes between two frames. */
    AcquisitionPipeline pipeline() {
        return Objects.requireNonNull(pipeline);
    }

    List<StoredSession> sessions() throws ArchiveException {
        return archive.sessions();
    }

    List<RawFrame> frames(StoredSession stored) throws ArchiveException {
        List<RawFrame> frames = new ArrayList<>();
        archive.frames(stored.record().sessionId(), frames::add);
        return frames;
    }

    /** The events that were told live and have ended, of one session. */
    List<RollerEvent> ended(SessionRecord record) {
        return told.stream()
                .filter(entry -> entry.eventId().startsWith(record.sessionId() + "/"))
                .map(Told::event)
                .filter(event -> event.phase() != EventPhase.OPEN)
                .toList();
    }

    /** Events and summary, computed from the archive alone. */
    SessionSummary recompute(StoredSession stored, List<RollerEvent> events) throws ArchiveException {
        RollerCalibration calibration = calibration(stored.record().hello());
        SessionAnalysis analysis = new SessionAnalysis(
                setup.withBand(stored.record().band()), stored.record().hello(), calibration, event -> {
                    if (event.phase() != EventPhase.OPEN) {
                        events.add(event);
                    }
                });
        archive.frames(stored.record().sessionId(), analysis::accept);
        return analysis.finish(stored.closed().endUs());
    }

    @Override
    public synchronized RollerCalibration calibration(BoardHello hello) {
        nowNs += calibrationTakesMs * 1_000_000;
        return calibrated ? CALIBRATIONS.computeIfAbsent(hello.boardSerialId(), SimulatedCalibration::ofBoard) : null;
    }

    @Override
    public SessionRecord describe(BoardHello hello, RollerCalibration calibration, long sinceMs) {
        return new SessionRecord(
                "session-" + started.size(),
                Instant.EPOCH.plusSeconds(100L * started.size()).minusMillis(sinceMs),
                "roller-1",
                "athlete-1",
                Muscle.QUADRICEPS,
                Side.RIGHT,
                band,
                hello,
                calibration.calibrationId(),
                "0.1.0",
                "settings");
    }

    @Override
    public SessionWriter record(SessionRecord record, RollerCalibration calibration) throws ArchiveException {
        if (!recordable) {
            throw new ArchiveException("the disk is full");
        }
        return archive.begin(record, new SessionDocuments("{}", "{}"));
    }

    @Override
    public void device(BoardHello hello, String calibrationId) {
        devices.add(calibrationId);
        onDevice.run();
    }

    @Override
    public void sessionStarted(SessionRecord record) {
        started.add(record);
        startedAfterDeviceTimeUs.add(lastPointUs);
    }

    @Override
    public void sessionEnded(SessionRecord record, LinkCounters link, SessionSummary summary) {
        links.add(link);
        summaries.add(summary);
    }

    @Override
    public void live(LiveMetrics metrics) {
        liveCount++;
        liveBand = metrics.band();
    }

    @Override
    public void point(FramePoint point) {
        pointCount++;
        lastPointUs = point.deviceTimeUs();
        onPoint.accept(point);
    }

    @Override
    public void event(String eventId, String sessionId, long deviceTimeUs, RollerEvent event) {
        told.add(new Told(eventId, event));
    }

    @Override
    public void notice(String line) {
        notices.add(line);
        onNotice.accept(line);
    }

    @Override
    public long monotonicNs() {
        return nowNs;
    }

    @Override
    public Instant wallClock() {
        return Instant.EPOCH;
    }

    @Override
    public void close() {
        archive.close();
    }
}
