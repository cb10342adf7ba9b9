package org.rollscope.simulation;

/**
 * What a simulated tool lies in.
 *
 * @param make of the tool.
 * @param againstWall whether it is pressed against a wall, not lain upon.
 * @param physics of the world.
 * @param body what the athlete's body does without meaning to.
 * @param surroundings what shakes.
 * @param noise of the session, to fork from.
 * @param moment that is written.
 */
record ToolWorld(
        RollerMake make,
        boolean againstWall,
        Physics physics,
        BodyNoise body,
        Surroundings surroundings,
        SeededNoise noise,
        SimulatedMoment moment) {}
