package org.rollscope.evaluation;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollscope.calibration.CalibrationHands;
import org.rollscope.calibration.CalibrationPlan;
import org.rollscope.calibration.CalibrationStep;
import org.rollscope.calibration.SheetRow;
import org.rollscope.frame.RawFrame;
import org.rollscope.simulation.CalibrationBench;

/**
 * The simulated person at a simulated bench: does what the procedure asks for, and leaves out what was refused three times.
 *
 * <p><b>Threads.</b> One.
 */
public final class BenchPerson implements CalibrationHands {
    private static final int PATIENCE_COUNT = 3;

    private final CalibrationBench bench;
    private final CalibrationPlan plan;
    private final Supplier<@Nullable RawFrame> frames;
    private final Consumer<SheetRow> kept;
    private int refusedCount;

    /**
     * Takes the place at a bench.
     *
     * @param bench with the roller.
     * @param plan that is carried out.
     * @param frames what the board sends; makes the bench sample, now or over a line.
     * @param kept hears of every reading.
     */
    public BenchPerson(
            CalibrationBench bench,
            CalibrationPlan plan,
            Supplier<@Nullable RawFrame> frames,
            Consumer<SheetRow> kept) {
        this.bench = bench;
        this.plan = plan;
        this.frames = frames;
        this.kept = kept;
    }

    @Override
    public Answer ask(CalibrationStep step) {
        if (refusedCount >= PATIENCE_COUNT) {
            refusedCount = 0;
            return step.kind() == CalibrationStep.Kind.STILL ? Answer.STOP : Answer.LEAVE_LOAD;
        }
        return follow(step);
    }

    /** Does a step, however often it was refused. */
    public Answer follow(CalibrationStep step) {
        switch (step.kind()) {
            case STILL -> bench.rest();
            case CONDITION -> bench.press(step.padIndex(), step.loadN(), plan.conditioningCount());
            case EMPTY -> bench.load(step.padIndex(), 0);
            case LOAD -> bench.load(step.padIndex(), step.loadN());
            case LAY -> bench.lay(step.loadN(), step.upRad());
        }
        while (bench.isBusy()) {
            if (nextFrame() == null) {
                return Answer.STOP;
            }
        }
        return Answer.DONE;
    }

    @Override
    public @Nullable RawFrame nextFrame() {
        return frames.get();
    }

    @Override
    public void refused(CalibrationStep step, String why) {
        refusedCount++;
    }

    @Override
    public void taken(SheetRow row) {
        refusedCount = 0;
        kept.accept(row);
    }
}
