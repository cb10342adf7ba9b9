package org.rollscope.app.score;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.source.Simulation;
import org.rollscope.config.DocumentJson;
import org.rollscope.evaluation.TrialOutcome;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.ToolKind;
import org.rollscope.simulation.Confounder;
import org.rollscope.simulation.Hardness;
import org.rollscope.simulation.PartBatch;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.Scenario;

/**
 * Many simulated sessions, side by side on all processors; the outcomes come in the order of the seeds, however many run at
 * once.
 *
 * @param tool that is judged; a scenario for another tool is played on the first of this one's. Null for what each says.
 * @param scenarios their names or files; each session takes the next one, round and round.
 * @param count sessions, 1 or more.
 * @param fromSeed seed of the first; each session has the next one.
 * @param seconds length of each.
 * @param varied whether rollers and confounders vary: after each round of the scenarios another hardness, then another batch of parts;
 *     every fifth round the starter roller; every second round one confounder; balls change every round. Otherwise the scenarios are
 *     played as they are.
 */
record TrialSeries(
        @Nullable ToolKind tool, List<String> scenarios, int count, long fromSeed, int seconds, boolean varied) {
    /** Seeds below are for development: nobody reports on them. */
    static final long FIRST_UNSEEN_SEED = 1000;

    private static final int TOLD_EVERY_COUNT = 10;
    private static final int STARTER_EVERY_COUNT = 5;
    private static final List<Hardness> HARDNESSES = List.of(Hardness.values());
    private static final List<PartBatch> BATCHES = List.of(PartBatch.values());
    private static final List<Confounder> CONFOUNDERS = List.of(Confounder.values());

    /** On the tool that each scenario says. */
    TrialSeries(List<String> scenarios, int count, long fromSeed, int seconds, boolean varied) {
        this(null, scenarios, count, fromSeed, seconds, varied);
    }

    TrialSeries {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * Runs all.
     *
     * @param world they are simulated in.
     * @param settings to decide with.
     * @param workerCount sessions at a time, 1 or more.
     * @param progress is told how far it is.
     */
    List<TrialOutcome> run(
            TrialWorld world, DocumentJson.AnalysisSettings settings, int workerCount, PrintWriter progress)
            throws CommandFailure {
        List<Simulation> simulations = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Simulation plain = Simulation.of(scenarios.get(index % scenarios.size()), fromSeed + index, seconds);
            Simulation fitting = onTool(plain);
            simulations.add(varied ? varied(fitting, index / scenarios.size()) : fitting);
        }
        ExecutorService workers = Executors.newFixedThreadPool(workerCount);
        try {
            List<Future<TrialOutcome>> running = new ArrayList<>();
            for (Simulation simulation : simulations) {
                running.add(workers.submit(() -> Trial.of(simulation, world, settings)));
            }
            return collect(running, progress);
        } finally {
            workers.shutdownNow();
        }
    }

    private Simulation onTool(Simulation plain) {
        RollerMake make = plain.scenario().make();
        if (tool == null || make.geometry().tool() == tool) {
            return plain;
        }
        PadGeometry geometry = PadGeometry.all(tool).get(0);
        return plain.playing(plain.scenario().on(RollerMake.of(geometry, make.hardness(), make.batch())));
    }

    private static RollerMake make(ToolKind kind, int roundIndex) {
        PartBatch batch = BATCHES.get(roundIndex / HARDNESSES.size() % BATCHES.size());
        if (!kind.comesInHardnesses()) {
            List<PadGeometry> all = PadGeometry.all(kind);
            return RollerMake.ofOneHardness(all.get(roundIndex % all.size()), batch);
        }
        Hardness hardness = HARDNESSES.get(roundIndex % HARDNESSES.size());
        PadGeometry geometry = roundIndex % STARTER_EVERY_COUNT == STARTER_EVERY_COUNT - 1
                ? PadGeometry.STARTER
                : PadGeometry.REFERENCE;
        return new RollerMake(geometry, hardness, batch);
    }

    /** The strides have no common divisor, so that in time everything meets everything. */
    private static Simulation varied(Simulation plain, int roundIndex) {
        Scenario scenario =
                plain.scenario().on(make(plain.scenario().make().geometry().tool(), roundIndex));
        if (roundIndex % 2 == 1 && scenario.confounders().isEmpty()) {
            scenario = scenario.disturbedBy(Set.of(CONFOUNDERS.get(roundIndex / 2 % CONFOUNDERS.size())));
        }
        return plain.playing(scenario);
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
