package org.rollscope.pipeline;

import org.jspecify.annotations.Nullable;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.frame.BoardHealth;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.ButtonChange;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.RawFrame;

/**
 * The service's one thread of work: takes frames from a source, watches for contact, runs sessions, tells the listener.
 *
 * <p>A session begins with the first contact, some seconds before it in fact, and ends after quiet, when the board comes
 * back changed, or when the pipeline stops. Its events come from an analysis that began with the session's first frame, so
 * that the recorded frames give the same ones.
 *
 * <p>A frame is read, recorded, judged and told in one wake-up of one thread; nothing here may wait for a disk or a broker.
 *
 * <p><b>Threads.</b> {@link #run} on one thread, which also calls the sink's methods; {@link #stop} on any.
 */
public final class AcquisitionPipeline implements FrameSink, Runnable {
    private final FrameSource source;
    private final AnalysisSetup setup;
    private final SessionPolicy policy;
    private final SessionOpener opener;
    private final PipelineListener listener;
    private final HostClock clock;
    private final LivePace pace;
    private final PreRoll preRoll;
    private volatile boolean stopping;

    private @Nullable BoardHello hello;
    private @Nullable RollerCalibration calibration;
    private @Nullable SessionAnalysis watch;
    private @Nullable RunningSession session;
    private long lastFrameNs;
    private boolean silent;
    private boolean delivering;

    /**
     * Joins a source to the rest.
     *
     * @param source not started yet; {@link #run} starts and closes it.
     * @param setup tuning and band.
     * @param policy when sessions start and end.
     * @param opener calibrations and recordings.
     * @param listener hears everything.
     * @param clock of the host.
     * @param liveIntervalMs device time between two live figures, 50 to 100.
     */
    public AcquisitionPipeline(
            FrameSource source,
            AnalysisSetup setup,
            SessionPolicy policy,
            SessionOpener opener,
            PipelineListener listener,
            HostClock clock,
            long liveIntervalMs) {
        this.source = source;
        this.setup = setup;
        this.policy = policy;
        this.opener = opener;
        this.listener = listener;
        this.clock = clock;
        pace = new LivePace(liveIntervalMs);
        preRoll = new PreRoll(policy.preRollMs() * 1000L);
    }

    /** Asks {@link #run} to end the session and return. */
    public void stop() {
        stopping = true;
    }

    /** Works until the source is finished or {@link #stop} is called; the session has then ended. */
    @Override
    public void run() {
        lastFrameNs = clock.monotonicNs();
        source.start(this);
        try {
            while (!stopping && source.poll()) {
                watchSilence();
            }
        } finally {
            endSession();
            source.close();
        }
    }

    private void watchSilence() {
        long silentMs = (clock.monotonicNs() - lastFrameNs) / 1_000_000;
        if (!silent && silentMs >= policy.silenceMs() && hello != null) {
            silent = true;
            String words = "no frame for " + silentMs + " ms from " + source.name();
            listener.notice(words);
            if (delivering) {
                // a lost link has told its reason, which says more
                delivering = false;
                listener.link(false, words);
            }
            if (session != null) {
                session.beginOutage(words);
                session.tellSilence();
            }
        }
        if (session != null && silentMs >= policy.quietMs()) {
            endSession();
        }
    }

    @Override
    public void linkLost(String reason) {
        listener.notice(reason);
        listener.link(false, reason);
        delivering = false;
        if (session != null) {
            session.beginOutage(reason);
        }
    }

    @Override
    public void notice(String line) {
        listener.notice(line);
    }

    @Override
    public void health(BoardHealth health) {
        listener.health(health);
    }

    @Override
    public void button(ButtonChange change) {
        listener.button(change);
        if (session != null && change.pressed() && change.buttonIndex() == ButtonChange.FELT_RELEASE_INDEX) {
            session.releaseFelt();
        }
    }

    @Override
    public void hello(BoardHello newHello, int bootIndex) {
        boolean changed = hello == null || !sameSampling(hello, newHello);
        hello = newHello;
        if (!changed) {
            return;
        }
        endSession();
        preRoll.clear();
        calibration = opener.calibration(newHello);
        listener.device(newHello, calibration == null ? null : calibration.calibrationId());
        watch = calibration == null ? null : new SessionAnalysis(setup, newHello, calibration, event -> {});
        if (!silent) {
            // what it took to hear of the board and to find its calibration is no silence of the roller
            lastFrameNs = clock.monotonicNs();
        }
    }

    private static boolean sameSampling(BoardHello before, BoardHello after) {
        return before.boardSerialId() == after.boardSerialId()
                && before.rateHz() == after.rateHz()
                && before.padCount() == after.padCount()
                && before.adcBits() == after.adcBits();
    }

    @Override
    public void frame(RawFrame frame) {
        long nowNs = clock.monotonicNs();
        if (silent) {
            silent = false;
            listener.notice(
                    "frames again from " + source.name() + " after " + (nowNs - lastFrameNs) / 1_000_000 + " ms");
            delivering = false;
        }
        if (!delivering) {
            delivering = true;
            listener.link(true, "frames from " + source.name());
        }
        lastFrameNs = nowNs;
        if (session != null) {
            session.accept(frame);
            source.hurry(session.nearCeiling());
            if (session.quietUs() >= policy.quietMs() * 1000L) {
                endSession();
            }
        } else if (watch != null) {
            watchForContact(frame, watch);
        }
    }

    private void watchForContact(RawFrame frame, SessionAnalysis watching) {
        preRoll.keep(frame);
        watching.accept(frame);
        if (watching.inContact()) {
            beginSession();
        } else {
            listener.point(watching.framePoint());
            if (pace.isDue(frame)) {
                listener.live(watching.liveMetrics());
            }
        }
    }

    private void beginSession() {
        if (hello == null || calibration == null) {
            return;
        }
        session = RunningSession.begin(
                hello, calibration, setup, opener, listener, source.counters(), preRoll.spanUs() / 1000, pace);
        preRoll.giveTo(session::acceptUntold);
        watch = null;
        session.tellLastFrame();
    }

    private void endSession() {
        RunningSession ending = session;
        session = null;
        if (ending != null) {
            source.hurry(false);
            ending.end(source.counters(), (clock.monotonicNs() - lastFrameNs) / 1000);
            if (hello != null && calibration != null) {
                watch = new SessionAnalysis(setup, hello, calibration, event -> {});
            }
        }
    }
}
