package org.rollscope.viewer.review;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.library.LibraryException;
import org.rollscope.viewer.library.Progress;

/**
 * Works of the library, one after the other on a thread of their own; a newer work of a kind ends the older one.
 *
 * <p><b>Threads.</b> Called on the event dispatch thread, and answers there.
 */
final class Background implements AutoCloseable {
    /** Time between two words about how far a work is. */
    private static final long TELL_NS = 50_000_000;

    private static final int LOOK_EVERY_COUNT = 512;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "session-library");
        made.setDaemon(true);
        return made;
    });
    private final Map<String, Running> running = new HashMap<>();
    private final Teller teller;
    private int waitingCount;

    /** Hears what is going on. */
    interface Teller {
        /** A work is so far; share below 0 when nobody knows. */
        void working(String words, double shareRatio);

        /** Nothing is going on any more. */
        void idle();

        /** A work failed, in words. */
        void failed(String words);
    }

    /** Something that takes long. */
    interface Work<T> {
        T done(Progress progress) throws LibraryException;
    }

    Background(Teller teller) {
        this.teller = teller;
    }

    /** A work that can be ended. */
    private static final class Running {
        private volatile boolean ended;
    }

    /**
     * Begins a work.
     *
     * @param kind a newer work of a kind ends the older one.
     * @param words for people, while it goes on.
     * @param work what.
     * @param then gets what came of it, unless it was ended or failed.
     */
    <T> void run(String kind, String words, Work<T> work, Consumer<T> then) {
        Running mine = new Running();
        Running before = running.put(kind, mine);
        if (before != null) {
            before.ended = true;
        }
        waitingCount++;
        teller.working(words, -1);
        try {
            thread.execute(() -> execute(mine, words, work, then));
        } catch (RejectedExecutionException closed) {
            waitingCount--;
        }
    }

    private <T> void execute(Running mine, String words, Work<T> work, Consumer<T> then) {
        @Nullable T found = null;
        String problem = null;
        try {
            if (!mine.ended) {
                found = work.done(new Told(mine, words));
            }
        } catch (LibraryException failed) {
            problem = String.valueOf(failed.getMessage());
        } catch (CancellationException ended) {
            mine.ended = true;
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            Logger.getLogger(Background.class.getName()).log(Level.WARNING, words, unexpected);
            problem = words + ": " + unexpected;
        }
        @Nullable T result = found;
        @Nullable String said = problem;
        SwingUtilities.invokeLater(() -> ended(mine, result, said, then));
    }

    private <T> void ended(Running mine, @Nullable T result, @Nullable String problem, Consumer<T> then) {
        waitingCount--;
        if (waitingCount == 0) {
            teller.idle();
        }
        if (problem != null) {
            teller.failed(problem);
        } else if (result != null && !mine.ended) {
            then.accept(result);
        }
    }

    /** Ends all that is going on. */
    void cancel() {
        running.values().forEach(work -> work.ended = true);
    }

    /** Ends what is going on of a kind. */
    void cancelKind(String kind) {
        Running work = running.get(kind);
        if (work != null) {
            work.ended = true;
        }
    }

    /** Whether nothing is going on. */
    boolean isIdle() {
        return waitingCount == 0;
    }

    @Override
    public void close() {
        cancel();
        thread.shutdown();
    }

    /** Runs something after all works, and when they were ended too. */
    void afterAll(Runnable last) {
        thread.execute(last);
    }

    /** Passes progress on, now and then. */
    private final class Told implements Progress {
        private final Running mine;
        private final String words;
        private long callCount;
        private long nextNs = System.nanoTime();

        Told(Running mine, String words) {
            this.mine = mine;
            this.words = words;
        }

        @Override
        public void at(long doneCount, long totalCount) {
            if (callCount++ % LOOK_EVERY_COUNT != 0) {
                return;
            }
            if (mine.ended) {
                throw new CancellationException(words);
            }
            if (System.nanoTime() - nextNs >= 0) {
                nextNs = System.nanoTime() + TELL_NS;
                double shareRatio = totalCount <= 0 ? -1 : (double) doneCount / totalCount;
                SwingUtilities.invokeLater(() -> {
                    if (!mine.ended && waitingCount > 0) {
                        teller.working(words, shareRatio);
                    }
                });
            }
        }
    }
}
