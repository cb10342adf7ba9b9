package org.rollscope.evaluation;

import org.rollscope.calibration.CalibrationPlan;
import org.rollscope.calibration.CalibrationProcedure;
import org.rollscope.calibration.CalibrationSheet;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.RawFrame;
import org.rollscope.simulation.CalibrationBench;
import org.rollscope.simulation.SimulatedRoller;

/**
 * Calibrates a simulated roller by the procedure for real ones, which {@code rollscope calibrate} leads people through: the result
 * has the procedure's errors, not the drawn gains.
 */
public final class SimulatedCalibration {
    private SimulatedCalibration() {}

    /**
     * Puts a simulated roller on the bench.
     *
     * @param seed of the roller.
     * @return its calibration.
     */
    public static RollerCalibration of(long seed) {
        return of(new CalibrationBench(seed));
    }

    /**
     * Puts the roller of a simulated board on the bench, whatever its make.
     *
     * @param boardSerialId of the board.
     * @return its calibration.
     */
    public static RollerCalibration ofBoard(long boardSerialId) {
        return of(new CalibrationBench(SimulatedRoller.ofSerial(boardSerialId)));
    }

    /**
     * Puts a roller on the bench, of whatever make and world.
     *
     * @param roller fresh.
     * @return its calibration.
     */
    public static RollerCalibration of(SimulatedRoller roller) {
        return of(new CalibrationBench(roller));
    }

    private static RollerCalibration of(CalibrationBench bench) {
        CalibrationSheet sheet = new CalibrationSheet(bench.hello());
        CalibrationPlan plan =
                CalibrationPlan.standard(PadGeometry.of(bench.hello().geometryId()));
        RawFrame frame = new RawFrame(bench.hello().padCount());
        BenchPerson person = new BenchPerson(
                bench,
                plan,
                () -> {
                    bench.sample(frame);
                    return frame;
                },
                row -> {});
        if (!new CalibrationProcedure(plan, bench.hello(), sheet, person).run()) {
            throw new IllegalStateException(
                    "the simulated roller " + bench.hello().boardSerial() + " cannot be calibrated");
        }
        return sheet.calibration(
                new CalibrationSheet.Heading(
                        "simulated-" + bench.hello().boardSerial(),
                        "2026-11-21",
                        "The Rollscope contributors",
                        "simulated masses, 1 % standard error",
                        22),
                CalibrationProcedure.VERSION);
    }
}
