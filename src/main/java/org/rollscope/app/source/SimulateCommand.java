package org.rollscope.app.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.Subject;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.ScenarioText;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.evaluation.SimulatedCalibration;
import org.rollscope.simulation.AthleteSimulation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a simulated session with its truth, for tests, demonstrations and the simulated board. */
@Command(name = "simulate", description = "Write a simulated session with its truth.")
public final class SimulateCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Option(
            names = "--scenario",
            required = true,
            paramLabel = "S",
            completionCandidates = ScenarioChoice.Names.class,
            description = ScenarioChoice.HELP)
    private String scenario = "";

    @Option(names = "--hardness", paramLabel = "H", defaultValue = "", description = "sleeve: soft, firm or rigid")
    private String hardness = "";

    @Option(
            names = "--layout",
            paramLabel = "L",
            defaultValue = "",
            description = "tool and pads: reference or starter (roller), lacrosse, tennis or massage (ball), stick")
    private String layout = "";

    @Option(names = "--parts", paramLabel = "P", defaultValue = "", description = "pads' batch: good, usual or bad")
    private String parts = "";

    @Option(
            names = "--with",
            paramLabel = "C,C",
            defaultValue = "",
            description = "disturbances to add: talking, weight_shift, bone, fatigue, vibration, footsteps, lossy_link")
    private String with = "";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "seed (default 1)")
    private long seed;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "" + Simulation.DEFAULT_SECONDS,
            description = "length (default ${DEFAULT-VALUE})")
    private long seconds;

    @Option(
            names = "--rate-hz",
            paramLabel = "N",
            defaultValue = "" + Simulation.DEFAULT_RATE_HZ,
            description = "sampling rate, a divisor of 1000 from 10 to 200 (default ${DEFAULT-VALUE})")
    private long rateHz;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Output output;

    /** Where the outcome goes. */
    static final class Output {
        @Option(
                names = "--out",
                required = true,
                paramLabel = "DIR",
                description = "folder to write to; made when missing")
        private @Nullable Path folder;

        @Option(
                names = "--print",
                required = true,
                description = "only print the scenario as YAML, to start your own from")
        private boolean print;
    }

    @Option(names = "--board-trace", description = "also write board-trace.csv for the simulated board")
    private boolean boardTrace;

    @Override
    public Integer call() throws CommandFailure {
        ScenarioChoice choice = new ScenarioChoice(scenario, hardness, layout, parts, with);
        Simulation simulation = Simulation.of(choice, seed, seconds).at(rateHz);
        PrintWriter out = common.commandLine().getOut();
        if (output.print || output.folder == null) {
            out.print(ScenarioText.of(simulation.scenario()));
            out.flush();
            return 0;
        }
        write(simulation, output.folder);
        told(simulation, output.folder, out);
        return 0;
    }

    private void write(Simulation simulation, Path outFolder) throws CommandFailure {
        try {
            Files.createDirectories(outFolder);
            writeStream(simulation, outFolder);
            new TruthFiles(simulation, outFolder, boardTrace).write();
            AthleteSimulation athlete = simulation.start();
            long boardSerialId = athlete.roller().hello(simulation.rateHz()).boardSerialId();
            Files.writeString(
                    outFolder.resolve("calibration.json"),
                    DocumentJson.write(SimulatedCalibration.ofBoard(boardSerialId)) + "\n");
            Subject subject = Subject.of(athlete, "simulated");
            Files.writeString(outFolder.resolve("session.json"), subject.toJson() + "\n");
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, "cannot write to " + outFolder + ": " + failed.getMessage(), failed);
        }
    }

    private void told(Simulation simulation, Path outFolder, PrintWriter out) {
        if (common.json()) {
            out.println(JsonOutput.text(JsonOutput.object()
                    .put("schema", "rollscope.simulated/1")
                    .put("scenario", simulation.scenario().word())
                    .put("seed", seed)
                    .put("duration_ms", simulation.seconds() * 1000L)
                    .put("folder", outFolder.toString())));
        } else {
            out.println("wrote " + simulation.seconds() + " s of '"
                    + simulation.scenario().word() + "' with seed " + seed + " to " + outFolder);
        }
        out.flush();
    }

    /** The bytes that a roller would send, hello first. */
    private void writeStream(Simulation simulation, Path outFolder) throws IOException {
        AthleteSimulation athlete = simulation.start();
        SimulatedBoard board = new SimulatedBoard(athlete, simulation.rateHz());
        try (OutputStream stream =
                new java.io.BufferedOutputStream(Files.newOutputStream(outFolder.resolve("session.rsw")))) {
            stream.write(board.helloBytes());
            byte[] frameBytes = board.nextFrameBytes();
            while (frameBytes.length > 0) {
                stream.write(frameBytes);
                frameBytes = board.nextFrameBytes();
            }
        }
    }
}
