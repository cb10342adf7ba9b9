package org.rollscope.app.score;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.config.DocumentJson;
import org.rollscope.evaluation.Accuracy;
import org.rollscope.evaluation.Perturbation;
import org.rollscope.simulation.PhysicalConstant;

/**
 * The judge in other worlds: each with one physical constant 30 % smaller or larger, on the same seeds.
 *
 * @param series of sessions.
 * @param settings to decide with; they stay as they are.
 * @param workerCount sessions at a time.
 */
record PerturbedWorlds(TrialSeries series, DocumentJson.AnalysisSettings settings, int workerCount) {
    private static final List<Double> FACTORS = List.of(0.7, 1.3);
    /** Intervals of the other worlds are not told. */
    private static final int FEWEST_DRAW_COUNT = 1;

    /**
     * Visits the worlds.
     *
     * @param world the usual one, which judged the figures to compare with.
     * @param usual what they came to.
     * @param constants to turn up and down.
     * @param progress is told each world.
     */
    List<Perturbation> visit(TrialWorld world, Accuracy usual, List<PhysicalConstant> constants, PrintWriter progress)
            throws CommandFailure {
        List<Perturbation> perturbations = new ArrayList<>();
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        for (PhysicalConstant constant : constants) {
            for (double factorRatio : FACTORS) {
                TrialWorld other = world.scaled(constant, factorRatio);
                Accuracy now = new Accuracy(series.run(other, settings, workerCount, nobody), FEWEST_DRAW_COUNT);
                perturbations.add(Perturbation.of(constant, factorRatio, usual, now));
                progress.printf(
                        Locale.ROOT,
                        "world %d of %d: %s x %.1f%n",
                        perturbations.size(),
                        constants.size() * FACTORS.size(),
                        constant.word(),
                        factorRatio);
                progress.flush();
            }
        }
        return perturbations;
    }
}
