package org.rollscope.app.score;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.rollscope.app.source.Simulation;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.evaluation.SimulatedCalibration;
import org.rollscope.simulation.PhysicalConstant;
import org.rollscope.simulation.Physics;
import org.rollscope.simulation.SimulatedRoller;

/**
 * The world that sessions are simulated in, its calibration bench included.
 *
 * @param physics of athletes, rollers and bench.
 * @param bench calibrates the roller of a session, fresh and in this world.
 */
record TrialWorld(Physics physics, Function<Simulation, RollerCalibration> bench) {
    /** The world as it is. */
    static final TrialWorld USUAL = of(Physics.USUAL);

    private static TrialWorld of(Physics physics) {
        return new TrialWorld(
                physics,
                simulation -> SimulatedCalibration.of(
                        new SimulatedRoller(simulation.scenario().make(), simulation.seed(), physics)));
    }

    /** The same world, with a bench that calibrates each roller once and keeps what it found. */
    TrialWorld keepingCalibrations() {
        Map<Long, RollerCalibration> known = new ConcurrentHashMap<>();
        return new TrialWorld(
                physics,
                simulation -> known.computeIfAbsent(
                        new SimulatedRoller(simulation.scenario().make(), simulation.seed(), physics)
                                .hello(simulation.rateHz())
                                .boardSerialId(),
                        serialId -> bench.apply(simulation)));
    }

    /** Another world with one constant larger or smaller; the bench stays where the constant is none of a roller's. */
    TrialWorld scaled(PhysicalConstant constant, double factorRatio) {
        Physics other = physics.scaled(constant, factorRatio);
        return constant.isOfRoller() ? of(other) : new TrialWorld(other, bench);
    }
}
