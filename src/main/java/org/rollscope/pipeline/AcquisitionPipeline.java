package org.rollscope.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.frame.BoardHello;
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
 * <p><b>Threads.</b> {@link #run} on one thread; the sink's methods on the source's; {@link #stop} on any.
 */
public final class AcquisitionPipeline implements FrameSink, Runnable {
    /** About a minute at 200 Hz. */
    private static final int QUEUE_LENGTH_COUNT = 12_000;

    private static final long POLL_MS = 50;

    private final FrameSource source;
    private final AnalysisSetup setup;
    private final SessionPolicy policy;
    private final SessionOpener opener;
    private final PipelineListener listener;
    private final HostClock clock;
    private final BlockingQueue<Input> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH_COUNT);
    private final AtomicLong overflowCount = new AtomicLong();
    private final Deque<RawFrame> preRoll = new ArrayDeque<>();
    private volatile boolean stopping;
    private boolean blocking;
    private final LivePace pace = new LivePace();

    private @Nullable BoardHello hello;
    private @Nullable RollerCalibration calibration;
    private @Nullable SessionAnalysis watch;
    private @Nullable RunningSession session;
    private long lastFrameNs;
    private boolean silent;

    /**
     * Joins a source to the rest.
     *
     * @param source not started yet; {@link #run} starts and closes it.
     * @param setup tuning and band.
     * @param policy when sessions start and end.
     * @param opener calibrations and recordings.
     * @param listener hears everything.
     * @param clock of the host.
     */
    public AcquisitionPipeline(
            FrameSource source,
            AnalysisSetup setup,
            SessionPolicy policy,
            SessionOpener opener,
            PipelineListener listener,
            HostClock clock) {
        this.source = source;
        this.setup = setup;
        this.policy = policy;
        this.opener = opener;
        this.listener = listener;
        this.clock = clock;
    }

    /** One hand-over from the source's thread. */
    private sealed interface Input {
        record Hello(BoardHello hello) implements Input {}

        record Frame(RawFrame frame) implements Input {}

        record Lost(String reason) implements Input {}

        record Finished() implements Input {}
    }

    /** Makes the source wait when the pipeline is behind, instead of losing frames: for simulated and recorded time. */
    public void waitWhenFull() {
        blocking = true;
    }

    @Override
    public void hello(BoardHello newHello, int bootIndex) {
        offer(new Input.Hello(newHello));
    }

    @Override
    public void frame(RawFrame frame) {
        offer(new Input.Frame(frame));
    }

    @Override
    public void linkLost(String reason) {
        offer(new Input.Lost(reason));
    }

    @Override
    public void finished() {
        offer(new Input.Finished());
    }

    private void offer(Input input) {
        boolean taken = queue.offer(input);
        while (!taken && !stopping && (blocking || !(input instanceof Input.Frame))) {
            try {
                taken = queue.offer(input, POLL_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (!taken) {
            overflowCount.incrementAndGet();
        }
    }

    /** Frames that were lost because the pipeline was too far behind. */
    public long overflowCount() {
        return overflowCount.get();
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
            boolean more = true;
            while (more && !(stopping && queue.isEmpty())) {
                Input input = queue.poll(POLL_MS, TimeUnit.MILLISECONDS);
                more = input == null ? watchSilence() : take(input);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            source.close();
            endSession();
        }
    }

    private boolean take(Input input) {
        if (input instanceof Input.Frame frame) {
            acceptFrame(frame.frame());
        } else if (input instanceof Input.Hello said) {
            acceptHello(said.hello());
        } else if (input instanceof Input.Lost lost) {
            listener.notice(lost.reason());
        } else {
            return false;
        }
        return true;
    }

    private boolean watchSilence() {
        long silentMs = (clock.monotonicNs() - lastFrameNs) / 1_000_000;
        if (!silent && silentMs >= policy.silenceMs() && hello != null) {
            silent = true;
            listener.notice("no frame for " + silentMs + " ms from " + source.name());
            if (session != null) {
                session.tellSilence();
            }
        }
        if (session != null && silentMs >= policy.quietMs()) {
            endSession();
        }
        return true;
    }

    private void acceptHello(BoardHello newHello) {
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
    }

    private static boolean sameSampling(BoardHello before, BoardHello after) {
        return before.boardSerialId() == after.boardSerialId()
                && before.rateHz() == after.rateHz()
                && before.padCount() == after.padCount()
                && before.adcBits() == after.adcBits();
    }

    private void acceptFrame(RawFrame frame) {
        long nowNs = clock.monotonicNs();
        if (silent) {
            silent = false;
            listener.notice(
                    "frames again from " + source.name() + " after " + (nowNs - lastFrameNs) / 1_000_000 + " ms");
        }
        lastFrameNs = nowNs;
        if (session != null) {
            session.accept(frame);
            if (session.quietUs() >= policy.quietMs() * 1000L) {
                endSession();
            }
        } else if (watch != null) {
            watchForContact(frame, watch);
        }
    }

    private void watchForContact(RawFrame frame, SessionAnalysis watching) {
        keepForPreRoll(frame);
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

    private void keepForPreRoll(RawFrame frame) {
        RawFrame oldest = preRoll.peekFirst();
        while (oldest != null
                && (oldest.bootIndex() != frame.bootIndex()
                        || frame.deviceTimeUs() - oldest.deviceTimeUs() > policy.preRollMs() * 1000L)) {
            preRoll.removeFirst();
            oldest = preRoll.peekFirst();
        }
        preRoll.addLast(frame);
    }

    private void beginSession() {
        if (hello == null || calibration == null) {
            return;
        }
        RawFrame first = preRoll.getFirst();
        long sinceMs = (preRoll.getLast().deviceTimeUs() - first.deviceTimeUs()) / 1000;
        session = RunningSession.begin(hello, calibration, setup, opener, listener, source.counters(), sinceMs);
        for (RawFrame frame : preRoll) {
            session.acceptUntold(frame);
        }
        preRoll.clear();
        watch = null;
        session.tellLastFrame();
    }

    private void endSession() {
        RunningSession ending = session;
        session = null;
        if (ending != null) {
            ending.end(source.counters());
            if (hello != null && calibration != null) {
                watch = new SessionAnalysis(setup, hello, calibration, event -> {});
            }
        }
    }
}
