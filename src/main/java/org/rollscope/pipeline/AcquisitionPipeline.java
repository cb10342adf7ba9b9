package org.rollscope.pipeline;

import static org.rollscope.command.CommandAnswer.refused;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.PressureBand;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.calibration.Tare;
import org.rollscope.command.CommandAnswer;
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
    private static final String NO_SESSION = "no session runs; begin one with start, or lie on the roller";

    private final FrameSource source;
    private final PipelineOrders orders;
    private final SessionPolicy policy;
    private final SessionOpener opener;
    private final PipelineListener listener;
    private final HostClock clock;
    private final LivePace pace;
    private final BetweenSessions between;
    private final Control control = new Control();
    private volatile boolean stopping;

    private AnalysisSetup setup;

    private @Nullable BoardHello hello;
    private @Nullable RollerCalibration calibration;
    private @Nullable RunningSession session;
    private @Nullable Taring taring;
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
     * @param orders what others ask of it.
     */
    public AcquisitionPipeline(
            FrameSource source,
            AnalysisSetup setup,
            SessionPolicy policy,
            SessionOpener opener,
            PipelineListener listener,
            HostClock clock,
            long liveIntervalMs,
            PipelineOrders orders) {
        this.source = source;
        this.setup = setup;
        this.policy = policy;
        this.opener = opener;
        this.listener = listener;
        this.clock = clock;
        pace = new LivePace(liveIntervalMs);
        this.orders = orders;
        between = new BetweenSessions(policy.preRollMs() * 1000L);
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
                orders.carryOut(control);
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
        if (silentMs >= policy.quietMs()) {
            between.withdrawStart();
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
        RunningSession running = session;
        if (running != null) {
            running.button(change);
        } else if (change.pressed() && change.buttonIndex() == ButtonChange.SYNC_INDEX) {
            listener.notice(
                    "a sync trigger came while no session ran, and is not kept: rollscope command start begins one");
        }
    }

    @Override
    public void hello(BoardHello newHello, int bootIndex) {
        boolean changed = hello == null || !hello.samplesLike(newHello);
        hello = newHello;
        if (!changed) {
            return;
        }
        endSession();
        between.forget();
        taring = null;
        calibration = opener.calibration(newHello);
        listener.device(newHello, calibration == null ? null : calibration.calibrationId());
        watchAnew();
        if (!silent) {
            // what it took to hear of the board and to find its calibration is no silence of the roller
            lastFrameNs = clock.monotonicNs();
        }
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
        if (taring != null && taring.accept(frame)) {
            taring = null;
        }
        SessionAnalysis watching = between.analysis();
        if (session != null) {
            session.accept(frame);
            source.hurry(session.nearCeiling());
            if (session.quietUs() >= policy.quietMs() * 1000L) {
                endSession();
            }
        } else if (watching != null) {
            watchForContact(frame, watching);
        }
    }

    /** Watches with the calibration and the band that hold now. */
    private void watchAnew() {
        BoardHello board = hello;
        RollerCalibration known = calibration;
        between.watchWith(
                board == null || known == null
                        ? null
                        : new SessionAnalysis(setup.on(board), board, known, event -> {}));
    }

    private void watchForContact(RawFrame frame, SessionAnalysis watching) {
        if (between.accept(frame, watching)) {
            beginSession();
            if (session != null) {
                session.tellLastFrame();
            }
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
                hello, calibration, setup, opener, listener, source.counters(), between.preRollUs() / 1000, pace);
        between.giveTo(session::acceptUntold);
        session.quietFromNow();
    }

    private void endSession() {
        RunningSession ending = session;
        session = null;
        if (ending != null) {
            source.hurry(false);
            ending.end(source.counters(), (clock.monotonicNs() - lastFrameNs) / 1000);
            watchAnew();
        }
    }

    /** A look for the zero that goes on. */
    private record Taring(Tare tare, Consumer<Tare> done) {
        boolean accept(RawFrame frame) {
            if (!tare.accept(frame)) {
                return false;
            }
            done.accept(tare);
            return true;
        }
    }

    /** What orders do; on the pipeline's thread, between two frames. */
    private final class Control implements SessionControl {
        @Override
        public CommandAnswer start() {
            if (session != null) {
                return refused("a session runs already: " + session.sessionId());
            }
            String missing = missing();
            if (missing != null) {
                return refused(missing);
            }
            if (between.hasFrames()) {
                beginSession();
            } else {
                between.askStart();
            }
            return session == null
                    ? CommandAnswer.done("a session begins with the next frame")
                    : CommandAnswer.done("session " + session.sessionId() + " began")
                            .with("session_id", session.sessionId());
        }

        /** Why nothing can begin; null when it can. */
        private @Nullable String missing() {
            if (hello == null || silent) {
                return "no frames come from the roller; see rollscope status";
            }
            return calibration == null ? "the roller has no calibration; run rollscope calibrate" : null;
        }

        @Override
        public CommandAnswer stop() {
            RunningSession ending = session;
            if (ending == null) {
                boolean withdrawn = between.startAsked();
                between.withdrawStart();
                return withdrawn
                        ? CommandAnswer.done("the session that was asked for does not begin")
                        : refused("no session runs");
            }
            endSession();
            // a session that has just begun may not know yet of the limb that lies there: an empty roller is lifted at
            // once
            between.awaitLift(new LiftWatch(setup.detection()));
            return CommandAnswer.done(
                            "session " + ending.sessionId() + " ended; the next begins by start, or on a new contact")
                    .with("session_id", ending.sessionId());
        }

        @Override
        public CommandAnswer mark(@Nullable Integer markerIndex) {
            RunningSession marked = session;
            return marked == null ? refused(NO_SESSION) : marked.mark(markerIndex);
        }

        @Override
        public CommandAnswer sync() {
            RunningSession told = session;
            return told == null ? refused(NO_SESSION) : told.sync();
        }

        @Override
        public CommandAnswer pain(double painNrs) {
            RunningSession told = session;
            return told == null ? refused(NO_SESSION) : told.pain(painNrs);
        }

        @Override
        public CommandAnswer feltRelease() {
            RunningSession told = session;
            return told == null ? refused(NO_SESSION) : told.releaseFelt();
        }

        @Override
        public CommandAnswer changeSubject(PressureBand band, Runnable change) {
            RunningSession ending = session;
            boolean lies = ending != null && ending.inContact();
            endSession();
            setup = setup.withBand(band);
            change.run();
            watchAnew();
            if (ending == null) {
                return CommandAnswer.done("it holds from now on");
            }
            if (lies) {
                between.askStart();
            }
            return CommandAnswer.done("it holds from now on; session " + ending.sessionId() + " ended"
                            + (lies ? ", the next begins with the next frame" : ""))
                    .with("ended_session_id", ending.sessionId());
        }

        @Override
        public CommandAnswer beginTare(Consumer<Tare> done) {
            String missing = missing();
            RollerCalibration known = calibration;
            BoardHello board = hello;
            if (missing != null || known == null || board == null) {
                return refused(String.valueOf(missing));
            }
            if (taring != null) {
                return refused("the roller is being tared; wait for its answer");
            }
            SessionAnalysis watching = between.analysis();
            if (session != null ? session.inContact() : watching != null && watching.inContact()) {
                return refused("a limb lies on the roller; nothing may touch it for the " + Tare.UNLOADED_MS / 1000
                        + " s of a tare");
            }
            taring = new Taring(new Tare(known, board), done);
            return CommandAnswer.done("looking for the zero");
        }

        @Override
        public CommandAnswer endTare() {
            taring = null;
            return CommandAnswer.done("given up");
        }

        @Override
        public CommandAnswer useCalibration(RollerCalibration newer) {
            BoardHello board = hello;
            if (board == null || !board.boardSerial().equals(newer.boardSerial())) {
                return refused("another roller is there now than the one that was tared");
            }
            calibration = newer;
            listener.calibrated(board, newer.calibrationId());
            if (session == null) {
                watchAnew();
            }
            return CommandAnswer.done(
                    session == null ? "in use from now on" : "in use from the next session on, this one keeps its own");
        }
    }
}
