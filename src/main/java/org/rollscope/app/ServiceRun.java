package org.rollscope.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.frame.HostClock;
import org.rollscope.pipeline.AcquisitionPipeline;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;

/**
 * One run of the service: source, pipeline, archive and publisher joined, until the source is over or somebody stops it.
 *
 * <p><b>Threads.</b> {@link #run} works on the calling thread; SIGTERM and SIGINT end the session and wait for it.
 */
final class ServiceRun {
    private static final long STOP_WAIT_S = 20;

    private final CommonOptions common;
    private final LoadedSettings settings;
    private final OpenedSource opened;
    private final LatePublisher publisher;
    private final HostClock clock;
    private final MetricsRelay relay;
    private final Terminal terminal;

    ServiceRun(
            CommonOptions common,
            LoadedSettings settings,
            OpenedSource opened,
            LatePublisher publisher,
            Terminal terminal,
            HostClock clock) {
        this.common = common;
        this.settings = settings;
        this.opened = opened;
        this.publisher = publisher;
        this.terminal = terminal;
        this.clock = clock;
        relay = new MetricsRelay(publisher, terminal);
    }

    /**
     * Runs until the source is over or the process is asked to end.
     *
     * @return what was told.
     * @throws ArchiveException when the archive cannot be opened.
     */
    MetricsRelay run() throws ArchiveException {
        try (SessionArchive archive = common.openArchive()) {
            ArchiveSessionOpener opener = new ArchiveSessionOpener(
                    archive, new CalibrationFolder(common.configFolder()), opened.subject(), settings.core(), clock);
            AcquisitionPipeline pipeline = new AcquisitionPipeline(
                    opened.source(),
                    settings.core().setup().withBand(opened.subject().band()),
                    settings.core().session(),
                    opener,
                    relay,
                    clock);
            if (opened.waits()) {
                pipeline.waitWhenFull();
            }
            runUntilStopped(pipeline);
        }
        return relay;
    }

    private void runUntilStopped(AcquisitionPipeline pipeline) {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    pipeline.stop();
                    await(done);
                },
                "stop-hook");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            pipeline.run();
        } finally {
            terminal.end();
            publisher.close();
            done.countDown();
            forget(hook);
        }
    }

    private static void await(CountDownLatch done) {
        try {
            if (!done.await(STOP_WAIT_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the session did not end within " + STOP_WAIT_S + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the process is ending: the hook is what asked for it
        }
    }
}
