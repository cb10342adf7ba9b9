package org.rollscope.session;

import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Hardness;
import org.rollscope.simulation.PartBatch;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.Scenario;

/** What boards in the tools say of themselves, for tests about sessions. */
public final class ToolHello {
    private ToolHello() {}

    /** The hello of a simulated board. */
    public static BoardHello of(PadGeometry geometry) {
        RollerMake make = RollerMake.of(geometry, Hardness.FIRM, PartBatch.USUAL);
        return new SimulatedBoard(new AthleteSimulation(Scenario.COACHED.on(make), 1, 1000), 100).hello();
    }
}
