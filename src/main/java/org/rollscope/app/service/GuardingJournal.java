package org.rollscope.app.service;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.GuardingNote;
import org.rollscope.config.AthleteFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.session.SessionRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in the athlete's profile that guarding was suspected in a session: one note a session, where there is a profile.
 *
 * <p><b>Threads.</b> Told on the pipeline's thread, writes on one of its own; {@link #close} waits for it.
 */
final class GuardingJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GuardingJournal.class);
    private static final long CLOSE_WAIT_MS = 5000;

    private final AthleteFolder folder;
    private int guardingCount;
    private @Nullable Thread writing;

    GuardingJournal(AthleteFolder folder) {
        this.folder = folder;
    }

    void event(RollerEvent event) {
        if (event.type() == EventType.GUARDING && event.phase() != EventPhase.OPEN) {
            guardingCount++;
        }
    }

    void sessionEnded(SessionRecord record) {
        int count = guardingCount;
        guardingCount = 0;
        if (count > 0) {
            awaitWritten();
            Thread thread = new Thread(() -> note(record, count), "guarding-journal");
            thread.setDaemon(true);
            thread.start();
            writing = thread;
        }
    }

    private void note(SessionRecord record, int count) {
        try {
            Optional<AthleteProfile> profile = folder.find(record.athleteId());
            if (profile.isPresent()) {
                String day =
                        LocalDate.ofInstant(record.startedAt(), ZoneOffset.UTC).toString();
                folder.save(profile.get()
                        .withGuarding(new GuardingNote(
                                record.muscle(),
                                record.side(),
                                day,
                                "session " + record.sessionId() + ", " + count + (count == 1 ? " time" : " times"),
                                false)));
                LOG.info("guarding was suspected in session {}: noted for {}", record.sessionId(), record.athleteId());
            }
        } catch (IOException | SettingsException failed) {
            LOG.warn("guarding cannot be noted for {}: {}", record.athleteId(), failed.getMessage());
        }
    }

    private void awaitWritten() {
        Thread thread = writing;
        if (thread != null) {
            try {
                thread.join(CLOSE_WAIT_MS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        awaitWritten();
    }
}
