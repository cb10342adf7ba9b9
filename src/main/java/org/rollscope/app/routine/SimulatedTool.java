package org.rollscope.app.routine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.ToolKind;
import org.rollscope.programme.plan.DaysWork;
import org.rollscope.programme.plan.Tool;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.Scenario;

/**
 * What a simulated athlete lies on or presses with in a routine.
 *
 * @param kind of tool.
 */
record SimulatedTool(ToolKind kind) {
    /**
     * Chooses it: what was typed, else what the plan says, where it says the same for every place.
     *
     * @param word as typed; null for none.
     * @param work of the day.
     */
    static SimulatedTool of(@Nullable String word, List<DaysWork.Step> work) throws CommandFailure {
        if (word == null) {
            List<Tool> planned = work.stream()
                    .map(step -> step.prescription().manner().tool())
                    .distinct()
                    .toList();
            return new SimulatedTool(
                    planned.size() == 1 ? ToolKind.ofWord(planned.get(0).word()) : ToolKind.ROLLER);
        }
        try {
            return new SimulatedTool(ToolKind.ofWord(word));
        } catch (IllegalArgumentException unknown) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--tool: " + unknown.getMessage(), unknown);
        }
    }

    /** The same athlete on this tool. */
    Scenario under(Scenario athlete) {
        return switch (kind) {
            case ROLLER -> athlete;
            case BALL ->
                athlete.on(RollerMake.ofOneHardness(
                        PadGeometry.LACROSSE_BALL, athlete.make().batch()));
            case STICK ->
                athlete.on(RollerMake.ofOneHardness(
                        PadGeometry.STICK, athlete.make().batch()));
        };
    }
}
