package org.rollscope.app.source;

import org.rollscope.app.shell.CommandFailure;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Physics;
import org.rollscope.simulation.Scenario;
import org.rollscope.simulation.SimulatedRoller;

/**
 * Which simulated session is meant: scenario, seed and length.
 *
 * @param choice what was asked for.
 * @param scenario what the athlete does.
 * @param seed of everything drawn.
 * @param seconds length in device time, 1 to 86400.
 * @param rateHz sampling rate, a divisor of 1000 from 10 to 200.
 */
public record Simulation(ScenarioChoice choice, Scenario scenario, long seed, int seconds, int rateHz) {
    /** The reference roller's own rate. */
    static final int DEFAULT_RATE_HZ = 100;

    private static final int HIGHEST_RATE_HZ = 200;
    private static final int STEPS_PER_SECOND_COUNT = 1000;

    /** Length when nobody asks for another. */
    public static final int DEFAULT_SECONDS = 120;

    /** Longest simulation, a day: what a service plays when nobody says how long. */
    public static final int LONGEST_SECONDS = 86_400;

    /** Checks what was typed; the scenario is a built-in one's name or a file. */
    public static Simulation of(String scenario, long seed, long seconds) throws CommandFailure {
        return of(ScenarioChoice.asItIs(scenario), seed, seconds);
    }

    /** Checks what was typed. */
    public static Simulation of(ScenarioChoice choice, long seed, long seconds) throws CommandFailure {
        try {
            if (seconds < 1 || seconds > LONGEST_SECONDS) {
                throw new IllegalArgumentException("--seconds must be 1.." + LONGEST_SECONDS + ", was " + seconds);
            }
            if (seed < 0 || seed > SimulatedRoller.MAX_SEED) {
                throw new IllegalArgumentException("--seed must be 0.." + SimulatedRoller.MAX_SEED + ", was " + seed);
            }
            return new Simulation(choice, choice.scenario(), seed, (int) seconds, DEFAULT_RATE_HZ);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** The same at another sampling rate. */
    Simulation at(long otherRateHz) throws CommandFailure {
        if (otherRateHz < 10 || otherRateHz > HIGHEST_RATE_HZ || STEPS_PER_SECOND_COUNT % otherRateHz != 0) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "rate_hz of a simulation must be a divisor of 1000 from 10 to 200, was " + otherRateHz);
        }
        return new Simulation(choice, scenario, seed, seconds, (int) otherRateHz);
    }

    /** The same athlete's seed and length with another scenario. */
    public Simulation playing(Scenario other) {
        return new Simulation(choice, other, seed, seconds, rateHz);
    }

    /** A fresh run of it. */
    public AthleteSimulation start() {
        return start(Physics.USUAL);
    }

    /** A fresh run of it in another world. */
    public AthleteSimulation start(Physics physics) {
        return new AthleteSimulation(scenario, seed, seconds * 1000L, physics);
    }

    /** As a source URI. */
    String uri() {
        return "sim:" + choice.name() + "?seed=" + seed + choice.options();
    }
}
