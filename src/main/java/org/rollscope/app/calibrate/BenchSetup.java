package org.rollscope.app.calibrate;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.app.source.BenchFrames;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.app.source.SourceUri;
import org.rollscope.calibration.CalibrationHands;
import org.rollscope.calibration.CalibrationPlan;
import org.rollscope.device.sim.BenchBoard;
import org.rollscope.device.sim.Pace;
import org.rollscope.device.sim.SimulatedFrameSource;
import org.rollscope.evaluation.BenchPerson;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.CalibrationBench;
import org.rollscope.simulation.Hardness;
import org.rollscope.simulation.PartBatch;
import org.rollscope.simulation.Physics;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.SimulatedRoller;

/**
 * Where a roller is calibrated: a real one on a table, or a simulated one on a simulated bench.
 *
 * @param source of its frames, not started.
 * @param bench the simulated one; null for a real roller.
 * @param personAnswers whether somebody presses Enter; else the simulated person does what is asked for.
 */
record BenchSetup(FrameSource source, @Nullable CalibrationBench bench, boolean personAnswers) {
    private static final String BENCH = "bench";

    /** Opens {@code sim:bench?seed=N&layout=L&person=auto|ask&speed=S}, or whatever else a service can read from a roller. */
    static BenchSetup of(String text, LoadedSettings settings, HostClock clock) throws CommandFailure {
        SourceUri uri = SourceUri.parse(text);
        if (uri.kind().equals("sim") && uri.target().equals(BENCH)) {
            return simulated(text, uri, clock);
        }
        if (uri.kind().equals("serial") || uri.kind().equals("pi")) {
            return new BenchSetup(
                    OpenedSource.of(text, Subject.of(settings.core()), settings, clock)
                            .sources()
                            .get(),
                    null,
                    true);
        }
        throw new CommandFailure(
                CommandFailure.WRONG_USAGE,
                "--source " + text
                        + ": nobody can put masses on that; calibrate reads serial:auto, serial:PATH, pi or the"
                        + " simulated bench, sim:bench?seed=1");
    }

    private static BenchSetup simulated(String text, SourceUri uri, HostClock clock) throws CommandFailure {
        long seed = uri.number("seed", 1);
        String layout = uri.text("layout", PadGeometry.REFERENCE.name());
        String person = uri.text("person", "auto");
        Pace pace = uri.text("speed", "max").equals("real") ? Pace.REAL : Pace.MAX;
        uri.rejectRest();
        if (seed < 0 || seed > SimulatedRoller.MAX_SEED) {
            throw uri.wrong("seed must be 0.." + SimulatedRoller.MAX_SEED + ", was " + seed);
        }
        if (!person.equals("auto") && !person.equals("ask")) {
            throw uri.wrong("person must be auto or ask, was '" + person + "'");
        }
        CalibrationBench bench = new CalibrationBench(new SimulatedRoller(make(layout, uri), seed, Physics.USUAL));
        return new BenchSetup(
                new SimulatedFrameSource(text, new BenchBoard(bench), pace, clock), bench, person.equals("ask"));
    }

    private static RollerMake make(String layout, SourceUri uri) throws CommandFailure {
        for (PadGeometry geometry : PadGeometry.all()) {
            if (geometry.name().equals(layout)) {
                return RollerMake.of(geometry, Hardness.FIRM, PartBatch.USUAL);
            }
        }
        throw uri.wrong("layout must be one of "
                + PadGeometry.all().stream().map(PadGeometry::name).collect(Collectors.joining(", ")) + ", was '"
                + layout
                + "'");
    }

    /** Who carries the procedure out here. */
    CalibrationHands hands(
            CalibrationPlan plan, BenchFrames frames, TypedLines typed, Worksheet worksheet, PrintWriter err) {
        CalibrationBench simulated = bench;
        if (simulated == null) {
            return new TerminalHands(frames, typed, worksheet, err, TerminalHands.Doing.BY_PERSON);
        }
        BenchPerson person = new BenchPerson(simulated, plan, frames::next, row -> {
            try {
                worksheet.add(row);
            } catch (java.io.IOException failed) {
                throw new UncheckedIOException(worksheet.file() + " cannot be written", failed);
            }
        });
        return personAnswers ? new TerminalHands(frames, typed, worksheet, err, person::follow) : person;
    }
}
