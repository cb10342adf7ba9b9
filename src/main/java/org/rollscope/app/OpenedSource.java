package org.rollscope.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rollscope.device.serial.SerialFrameSource;
import org.rollscope.device.serial.SerialSettings;
import org.rollscope.device.sim.Pace;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.device.sim.SimulatedFrameSource;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.simulation.AthleteSimulation;

/**
 * A source that was named by a URI, with who is on it.
 *
 * @param source not started.
 * @param subject who is on it.
 */
record OpenedSource(FrameSource source, Subject subject) {

    /**
     * Opens {@code serial:PATH?baud=N&rate_hz=N&eco_batch_ms=N} or {@code sim:SCENARIO?seed=N&seconds=N&rate_hz=N&speed=S}.
     *
     * @param configured who is on a real roller.
     */
    static OpenedSource of(String uri, Subject configured, HostClock clock) throws CommandFailure {
        int colonIndex = uri.indexOf(':');
        String kind = colonIndex < 0 ? uri : uri.substring(0, colonIndex);
        String rest = colonIndex < 0 ? "" : uri.substring(colonIndex + 1);
        String target = rest.split("\\?", 2)[0];
        Map<String, String> options = options(uri, rest);
        return switch (kind) {
            case "serial" -> serial(uri, target, options, configured, clock);
            case "sim" -> simulated(uri, target, options, clock);
            default ->
                throw wrong(uri, "a source is serial:/dev/ttyACM0?baud=500000 or sim:coached?seed=1 in this version");
        };
    }

    /** A simulated athlete at a pace of choice. */
    static OpenedSource of(Simulation simulation, Pace pace, HostClock clock) {
        AthleteSimulation athlete = simulation.start();
        SimulatedBoard board = new SimulatedBoard(athlete, simulation.rateHz());
        return new OpenedSource(
                new SimulatedFrameSource(simulation.uri(), board, pace, clock), Subject.of(athlete, "simulated"));
    }

    private static OpenedSource serial(
            String uri, String target, Map<String, String> options, Subject configured, HostClock clock)
            throws CommandFailure {
        if (target.equals("auto")) {
            throw wrong(uri, "finding the port by itself is not part of this version; name the port");
        }
        long baud = number(uri, options, "baud", SerialSettings.DEFAULT_BAUD);
        long rateHz = number(uri, options, "rate_hz", 0);
        long ecoBatchMs = number(uri, options, "eco_batch_ms", 0);
        rejectRest(uri, options);
        try {
            SerialSettings settings = new SerialSettings(
                    target, Math.toIntExact(baud), Math.toIntExact(rateHz), Math.toIntExact(ecoBatchMs));
            return new OpenedSource(new SerialFrameSource(settings, clock), configured);
        } catch (IllegalArgumentException | ArithmeticException invalid) {
            throw wrong(uri, String.valueOf(invalid.getMessage()));
        }
    }

    private static OpenedSource simulated(String uri, String target, Map<String, String> options, HostClock clock)
            throws CommandFailure {
        long seed = number(uri, options, "seed", 1);
        long seconds = number(uri, options, "seconds", Simulation.LONGEST_SECONDS);
        long rateHz = number(uri, options, "rate_hz", Simulation.DEFAULT_RATE_HZ);
        Pace pace = pace(uri, options);
        rejectRest(uri, options);
        return of(Simulation.of(target, seed, seconds).at(rateHz), pace, clock);
    }

    private static Pace pace(String uri, Map<String, String> options) throws CommandFailure {
        String word = options.remove("speed");
        if (word == null || word.equals("real")) {
            return Pace.REAL;
        } else if (word.equals("max")) {
            return Pace.MAX;
        }
        throw wrong(uri, "speed must be real or max, was '" + word + "'");
    }

    private static Map<String, String> options(String uri, String rest) throws CommandFailure {
        Map<String, String> options = new LinkedHashMap<>();
        String[] parts = rest.split("\\?", 2);
        if (parts.length == 2) {
            for (String pair : parts[1].split("&", -1)) {
                String[] keyAndValue = pair.split("=", 2);
                if (keyAndValue.length != 2) {
                    throw wrong(uri, "'" + pair + "' is not key=value");
                }
                options.put(keyAndValue[0], keyAndValue[1]);
            }
        }
        return options;
    }

    private static long number(String uri, Map<String, String> options, String key, long otherwise)
            throws CommandFailure {
        String text = options.remove(key);
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException notOne) {
            throw wrong(uri, key + " must be a whole number, was '" + text + "'");
        }
    }

    private static void rejectRest(String uri, Map<String, String> options) throws CommandFailure {
        if (!options.isEmpty()) {
            throw wrong(uri, "unknown option '" + options.keySet().iterator().next() + "'");
        }
    }

    private static CommandFailure wrong(String uri, String why) {
        return new CommandFailure(CommandFailure.WRONG_USAGE, "--source " + uri + ": " + why);
    }
}
