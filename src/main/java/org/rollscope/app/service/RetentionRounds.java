package org.rollscope.app.service;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.rollscope.app.sessions.Retention;
import org.rollscope.app.shell.RetentionSettings;
import org.rollscope.frame.HostClock;
import org.rollscope.session.ArchiveException;

/**
 * Deletes once a day what is older than the settings want, beside a running service.
 *
 * <p><b>Errors.</b> One line; the next day is another try. <b>Threads.</b> One daemon thread of its own.
 */
final class RetentionRounds implements AutoCloseable {
    private static final long DAY_S = 86_400;
    /** The clock of a Pi is set from the network soon after it starts. Chosen by us. */
    private static final long FIRST_AFTER_S = 600;

    private final Path dataFolder;
    private final RetentionSettings settings;
    private final HostClock clock;
    private final PrintWriter err;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rollscope-retention");
        thread.setDaemon(true);
        return thread;
    });

    RetentionRounds(Path dataFolder, RetentionSettings settings, HostClock clock, PrintWriter err) {
        this.dataFolder = dataFolder;
        this.settings = settings;
        this.clock = clock;
        this.err = err;
    }

    /** Begins; nothing, where everything stays for ever. */
    void start() {
        if (settings.sessionDays() > 0 || settings.deletedCopyDays() > 0) {
            ScheduledFuture<?> unused =
                    rounds.scheduleWithFixedDelay(this::round, FIRST_AFTER_S, DAY_S, TimeUnit.SECONDS);
        }
    }

    /** One round. */
    void round() {
        try {
            Retention retention = new Retention(dataFolder, settings, clock.wallClock());
            Retention.Due due = retention.due();
            if (due.isEmpty()) {
                return;
            }
            if (!due.isPlausible()) {
                say("retention would delete " + due.sessions().size() + " of "
                        + (due.sessions().size() + due.keptCount())
                        + " sessions and left them: is the clock right? If so: rollscope sessions prune --yes");
                return;
            }
            retention.delete(due);
            say("retention deleted " + due.sessions().size() + " sessions and "
                    + due.copies().size() + " kept copies; " + due.keptCount() + " sessions stay");
        } catch (ArchiveException | IOException failed) {
            say("retention could not delete what is too old: " + failed.getMessage());
        }
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
