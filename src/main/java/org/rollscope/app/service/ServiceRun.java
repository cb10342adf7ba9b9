package org.rollscope.app.service;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.sessions.PatientOpener;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.cue.CuePlayer;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.pipeline.AcquisitionPipeline;
import org.rollscope.pipeline.PipelineOrders;
import org.rollscope.pipeline.SessionOpener;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the service: source, pipeline, archive and publisher joined, until the source is over or somebody stops it.
 *
 * <p>SIGTERM and SIGINT end the session; the process then waits until this run is closed, so open it before, and close it
 * after, whatever must also end in order.
 *
 * <p><b>Threads.</b> {@link #run} works on the calling thread; {@link #stop} may come from any.
 */
final class ServiceRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceRun.class);
    private static final long STOP_WAIT_S = 20;
    private static final long SHORTEST_RESTART_MS = 1000;
    private static final long LONGEST_RESTART_MS = 30_000;

    private final CommonOptions common;
    private final LoadedSettings settings;
    private final OpenedSource opened;
    private final HostClock clock;
    private final MetricsRelay relay;
    private final Terminal terminal;
    private final PipelineOrders orders = new PipelineOrders();
    private final CurrentSubject subject;
    private final CountDownLatch stopSignal = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread stopHook = new Thread(this::stopAndWait, "stop-hook");
    private volatile boolean stopAsked;
    private volatile @Nullable AcquisitionPipeline running;
    private volatile Runnable alsoStop = () -> {};

    ServiceRun(
            CommonOptions common,
            LoadedSettings settings,
            OpenedSource opened,
            MetricsRelay relay,
            Terminal terminal,
            HostClock clock) {
        this.common = common;
        this.settings = settings;
        this.opened = opened;
        this.relay = relay;
        this.terminal = terminal;
        this.clock = clock;
        subject = new CurrentSubject(opened.subject());
        Runtime.getRuntime().addShutdownHook(stopHook);
    }

    /**
     * Runs until the source is over or somebody stops it; the session has then ended.
     *
     * @throws ArchiveException when the archive cannot be opened.
     */
    void run() throws ArchiveException {
        try (SessionArchive archive = common.openArchive(clock)) {
            ArchiveSessionOpener opener = new ArchiveSessionOpener(
                    archive, new CalibrationFolder(common.configFolder()), subject, settings.core(), clock);
            if (opened.live()) {
                opener.rehearse();
            }
            superviseAcquisition(OpenerWithCalibration.of(opener, opened.calibration()));
        } finally {
            orders.close();
            terminal.end();
        }
    }

    /**
     * Runs the acquisition; a mistake of ours in it must not end the service. The session that it broke is closed by its
     * archive, and the next begins with a fresh source.
     */
    private void superviseAcquisition(SessionOpener opener) {
        long pauseMs = SHORTEST_RESTART_MS;
        while (!stopAsked) {
            long beginNs = clock.monotonicNs();
            try {
                AcquisitionPipeline pipeline = pipeline(opener);
                running = pipeline;
                if (!stopAsked) {
                    pipeline.run();
                }
                return;
            } catch (RuntimeException mistake) {
                if (clock.monotonicNs() - beginNs > TimeUnit.MILLISECONDS.toNanos(LONGEST_RESTART_MS)) {
                    pauseMs = SHORTEST_RESTART_MS; // it worked for a while: this is not the same mistake in a circle
                }
                String why = "the acquisition failed and begins anew in " + pauseMs + " ms: " + mistake;
                LOG.error("{}", why, mistake);
                relay.restarted(why);
                pauseBeforeRestart(pauseMs);
                pauseMs = Math.min(2 * pauseMs, LONGEST_RESTART_MS);
            }
        }
    }

    private AcquisitionPipeline pipeline(SessionOpener opener) {
        FrameSource source = opened.sources().get();
        relay.cueBy(new CuePlayer(settings.cues(), source.feedback()), clock);
        return new AcquisitionPipeline(
                source,
                settings.core().setup().withBand(subject.get().band()),
                settings.core().session(),
                source.keepsTime() ? opener : new PatientOpener(opener, clock),
                relay,
                clock,
                opened.pace().liveIntervalMs(),
                orders);
    }

    private void pauseBeforeRestart(long pauseMs) {
        try {
            stopSignal.await(pauseMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopAsked = true;
        }
    }

    /** What others ask of the acquisition. */
    PipelineOrders orders() {
        return orders;
    }

    /** Who is on the roller now. */
    CurrentSubject subject() {
        return subject;
    }

    /** What else must end when the process is asked to end, as a window. */
    void alsoStop(Runnable other) {
        alsoStop = other;
    }

    /** Whether somebody asked for the end. */
    boolean stopAsked() {
        return stopAsked;
    }

    /** Asks {@link #run} to end the session and return. */
    void stop() {
        stopAsked = true;
        stopSignal.countDown();
        AcquisitionPipeline pipeline = running;
        if (pipeline != null) {
            pipeline.stop();
        }
    }

    private void stopAndWait() {
        stop();
        alsoStop.run();
        try {
            if (!closed.await(STOP_WAIT_S, TimeUnit.SECONDS)) {
                LOG.warn("the service did not end within {} s; what was recorded is on disk", STOP_WAIT_S);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(stopHook);
        } catch (IllegalStateException ending) {
            // the process is ending: the hook is what asked for it
        }
    }
}
