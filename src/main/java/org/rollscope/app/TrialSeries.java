package org.rollscope.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rollscope.config.DocumentJson;
import org.rollscope.evaluation.TrialOutcome;

/**
 * Many simulated sessions, side by side on all processors; the outcomes come in the order of the seeds, however many run at
 * once.
 *
 * @param scenarios their words; each session takes the next one, round and round.
 * @param count sessions, 1 or more.
 * @param fromSeed seed of the first; each session has the next one.
 * @param seconds length of each.
 */
record TrialSeries(List<String> scenarios, int count, long fromSeed, int seconds) {
    /** Seeds below are for development: nobody reports on them. */
    static final long FIRST_UNSEEN_SEED = 1000;

    private static final int TOLD_EVERY_COUNT = 10;

    TrialSeries {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * Runs all.
     *
     * @param settings to decide with.
     * @param workerCount sessions at a time, 1 or more.
     * @param progress is told how far it is.
     */
    List<TrialOutcome> run(DocumentJson.AnalysisSettings settings, int workerCount, PrintWriter progress)
            throws CommandFailure {
        List<Simulation> simulations = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            simulations.add(Simulation.of(scenarios.get(index % scenarios.size()), fromSeed + index, seconds));
        }
        ExecutorService workers = Executors.newFixedThreadPool(workerCount);
        try {
            List<Future<TrialOutcome>> running = new ArrayList<>();
            for (Simulation simulation : simulations) {
                running.add(workers.submit(() -> Trial.of(simulation, settings)));
            }
            return collect(running, progress);
        } finally {
            workers.shutdownNow();
        }
    }

    private List<TrialOutcome> collect(List<Future<TrialOutcome>> running, PrintWriter progress) throws CommandFailure {
        List<TrialOutcome> outcomes = new ArrayList<>();
        for (Future<TrialOutcome> one : running) {
            try {
                outcomes.add(one.get());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CommandFailure(CommandFailure.WORK_FAILED, "interrupted", interrupted);
            } catch (ExecutionException failed) {
                throw new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        "the session with seed " + (fromSeed + outcomes.size()) + " failed: " + failed.getCause(),
                        failed);
            }
            if (outcomes.size() % TOLD_EVERY_COUNT == 0 || outcomes.size() == count) {
                progress.printf(Locale.ROOT, "%d of %d sessions%n", outcomes.size(), count);
                progress.flush();
            }
        }
        return outcomes;
    }
}
