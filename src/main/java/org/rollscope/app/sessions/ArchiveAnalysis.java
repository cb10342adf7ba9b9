package org.rollscope.app.sessions;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.config.DocumentJson;
import org.rollscope.detect.RollerEvent;
import org.rollscope.evaluation.EventChanges;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.store.SqliteSessionArchive;

/**
 * All sessions of an archive computed anew, several at a time, and held against what is stored.
 *
 * <p>Sessions are told in the order of the archive, whichever is ready first. No more of them are in memory than twice the jobs.
 * One that cannot be read or computed is told as such and stops no other.
 *
 * <p><b>Threads.</b> One caller; each job has a thread and a connection of its own.
 */
final class ArchiveAnalysis {
    /** What came of a session. */
    enum Kind {
        /** Events and summary are the stored ones, bit for bit. */
        SAME,
        /** Something differs. */
        DIFFERENT,
        /** It was cut off, so that events of its end and a summary were never stored; those that were are the same. */
        CUT_OFF,
        /** It cannot be read, or its documents or frames are damaged. */
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What came of one session.
     *
     * @param sessionId which.
     * @param kind same or not.
     * @param frameCount frames that were read.
     * @param eventCount events that were computed.
     * @param reason what differs or is damaged; empty where all is well.
     * @param changes what other settings make of it; null without a comparison.
     */
    record Result(
            String sessionId,
            Kind kind,
            long frameCount,
            int eventCount,
            String reason,
            @Nullable EventChanges changes) {}

    /** Hears of each session, in order. */
    interface Listener {
        /** The next session of the archive. */
        void done(Result result);
    }

    /**
     * Settings that sessions are decided with.
     *
     * @param before in place of the recorded ones; null for those.
     * @param after to compare with; null for no comparison.
     */
    record Comparison(DocumentJson.@Nullable AnalysisSettings before, DocumentJson.@Nullable AnalysisSettings after) {}

    private final Path dataFolder;
    private final int jobCount;
    private final Comparison comparison;
    private final BlockingQueue<SessionArchive> idle = new LinkedBlockingQueue<>();

    /**
     * Nothing is done yet.
     *
     * @param dataFolder with the archive.
     * @param jobCount sessions at a time, 1 or more.
     * @param comparison other settings.
     */
    ArchiveAnalysis(Path dataFolder, int jobCount, Comparison comparison) {
        this.dataFolder = dataFolder;
        this.jobCount = jobCount;
        this.comparison = comparison;
    }

    /**
     * Computes sessions; the listener is called by the caller's thread.
     *
     * @throws ArchiveException when the archive cannot be opened.
     */
    void run(List<String> sessionIds, Listener listener) throws ArchiveException {
        ExecutorService jobs = Executors.newFixedThreadPool(jobCount);
        Queue<Future<Result>> waiting = new ArrayDeque<>();
        Iterator<String> next = sessionIds.iterator();
        try {
            for (int job = 0; job < jobCount; job++) {
                idle.add(SqliteSessionArchive.open(dataFolder));
            }
            while (next.hasNext() || !waiting.isEmpty()) {
                while (next.hasNext() && waiting.size() < 2 * jobCount) {
                    String sessionId = next.next();
                    waiting.add(jobs.submit(() -> compute(sessionId)));
                }
                listener.done(waiting.remove().get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a job broke", broken.getCause());
        } finally {
            jobs.shutdownNow();
            idle.forEach(SessionArchive::close);
        }
    }

    private Result compute(String sessionId) throws InterruptedException {
        SessionArchive archive = idle.take(); // there is one for each job
        try {
            StoredSession stored = archive.session(sessionId)
                    .orElseThrow(() -> new CommandFailure(CommandFailure.WORK_FAILED, "it was deleted meanwhile"));
            Recomputation before = Recomputation.of(archive, stored, comparison.before());
            EventChanges changes = comparison.after() == null
                    ? null
                    : EventChanges.of(
                            before.events(),
                            Recomputation.of(archive, stored, comparison.after())
                                    .events());
            return result(stored, before, changes);
        } catch (ArchiveException | CommandFailure damaged) {
            return failed(sessionId, String.valueOf(damaged.getMessage()));
        } catch (RuntimeException damaged) {
            // a row that makes no sense stops this session and no other
            return failed(sessionId, "cannot be computed: " + damaged);
        } finally {
            idle.add(archive);
        }
    }

    private static Result failed(String sessionId, String reason) {
        return new Result(sessionId, Kind.FAILED, 0, 0, reason.replaceAll("\\R", " "), null);
    }

    private Result result(StoredSession stored, Recomputation computed, @Nullable EventChanges changes) {
        // With other settings nobody expects the stored events.
        String reason = comparison.before() == null ? difference(stored, computed) : "";
        Kind kind = !reason.isEmpty() ? Kind.DIFFERENT : stored.closed() == null ? Kind.CUT_OFF : Kind.SAME;
        return new Result(
                stored.record().sessionId(),
                kind,
                stored.frameCount(),
                computed.events().size(),
                reason,
                changes);
    }

    /** The first thing that differs, in words; empty when nothing does. */
    private static String difference(StoredSession stored, Recomputation computed) {
        List<RollerEvent> before = stored.events();
        List<RollerEvent> after = computed.events();
        int commonCount = Math.min(before.size(), after.size());
        for (int index = 0; index < commonCount; index++) {
            if (!before.get(index).equals(after.get(index))) {
                return String.format(
                        Locale.ROOT,
                        "event %d of %d: stored %s, computed %s",
                        index + 1,
                        before.size(),
                        words(before.get(index)),
                        words(after.get(index)));
            }
        }
        StoredSession.Closed closed = stored.closed();
        if (before.size() > after.size() || (closed != null && before.size() < after.size())) {
            return before.size() + " events are stored, " + after.size() + " were computed";
        }
        return closed == null || closed.summary().equals(computed.summary()) ? "" : "the summary differs";
    }

    private static String words(RollerEvent event) {
        return String.format(
                Locale.ROOT,
                "%s %.3f..%.3f s of %s kPa",
                event.type().word(),
                event.startUs() / 1e6,
                event.endUs() / 1e6,
                event.evidence().meanPressureKpa());
    }
}
