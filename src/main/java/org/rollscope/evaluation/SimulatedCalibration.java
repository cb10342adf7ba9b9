package org.rollscope.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.calibration.CalibrationPoint;
import org.rollscope.calibration.PadCalibration;
import org.rollscope.calibration.PadCalibrationFit;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.frame.BoardHello;
import org.rollscope.simulation.CalibrationBench;
import org.rollscope.simulation.SimulatedRoller;

/**
 * Calibrates a simulated roller by the procedure for real ones: the result has the procedure's errors, not the drawn gains.
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

    private static RollerCalibration of(CalibrationBench bench) {
        BoardHello hello = bench.hello();
        List<PadCalibration> pads = new ArrayList<>();
        for (int padIndex = 0; padIndex < hello.padCount(); padIndex++) {
            List<CalibrationPoint> points = new ArrayList<>();
            for (CalibrationBench.Reading reading : bench.loadPad(padIndex)) {
                points.add(new CalibrationPoint(reading.forceN(), reading.meanCounts(), reading.loading()));
            }
            pads.add(PadCalibrationFit.fit(points, hello.adcBits()));
        }
        double[] offset = bench.restGyroRadPerS();
        return new RollerCalibration(
                "simulated-" + hello.boardSerial(),
                hello.boardSerial(),
                hello.geometryId(),
                "2026-11-21",
                "The Rollscope contributors",
                "1",
                "simulated masses, 1 % standard error",
                22,
                hello.adcBits(),
                pads,
                List.of(offset[0], offset[1], offset[2]));
    }
}
