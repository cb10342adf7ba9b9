package org.rollscope.app.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollscope.app.sessions.Recomputation;
import org.rollscope.app.sessions.RecordedStream;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.source.Simulation;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.DocumentJson;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.RollerEvent;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.evaluation.Accuracy;
import org.rollscope.evaluation.Span;
import org.rollscope.evaluation.TrialMeter;
import org.rollscope.evaluation.TrialOutcome;
import org.rollscope.evaluation.TruthFrame;
import org.rollscope.feature.FeatureSettings;
import org.rollscope.feature.RollerHardness;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.RawFrame;
import org.rollscope.pipeline.AnalysisSetup;
import org.rollscope.pipeline.SessionAnalysis;
import org.rollscope.protocol.WireReceiver;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.SimulatedMoment;
import org.rollscope.simulation.TruthEvent;
import org.rollscope.simulation.TruthLabels;

/**
 * One simulated session, taken the whole way from the wire's bytes to events and measured against its truth.
 *
 * <p>Either simulated on the spot, without a file, or read from what {@code simulate} wrote. <b>Threads.</b> One.
 */
final class Trial implements FrameSink {
    /** Spread of the parts' gains under which a batch is good, and from which on it is bad: domain study 10.6. */
    private static final double GOOD_PARTS_RATIO = 0.08;

    private static final double BAD_PARTS_RATIO = 0.15;

    private final SessionAnalysis analysis;
    private final TrialMeter meter;
    private final List<RollerEvent> events = new ArrayList<>();
    private final Deque<TruthFrame> truths = new ArrayDeque<>();
    private final Deque<TruthFrame> spare = new ArrayDeque<>();
    private final Map<String, String> groups = new TreeMap<>();
    private final int padCount;
    private final long periodUs;

    private Trial(AnalysisSetup setup, BoardHello hello, RollerCalibration calibration, String scenario) {
        analysis = new SessionAnalysis(setup, hello, calibration, this::keep);
        meter = new TrialMeter(PadGeometry.of(hello.geometryId()));
        padCount = hello.padCount();
        periodUs = hello.periodUs();
        groups.put("scenario", scenario);
    }

    /** Simulates a session in a world and measures it. */
    static TrialOutcome of(Simulation simulation, TrialWorld world, DocumentJson.AnalysisSettings settings) {
        AthleteSimulation athlete = simulation.start(world.physics());
        Subject subject = Subject.of(athlete, "simulated");
        TruthLabels labels = TruthLabels.of(athlete);
        BoardHello hello = athlete.roller().hello(simulation.rateHz());
        RollerCalibration calibration = world.bench().apply(simulation);
        JsonNode parameters = JsonOutput.JSON.valueToTree(athlete.parameters());
        AnalysisSetup setup = new AnalysisSetup(on(parameters, settings), settings.detection(), subject.band());
        Trial trial = new Trial(setup, hello, calibration, simulation.scenario().word());
        trial.group(parameters);
        SimulatedBoard board = new SimulatedBoard(athlete, simulation.rateHz(), moment -> {
            labels.accept(moment);
            trial.witness(moment);
        });
        WireReceiver receiver = new WireReceiver(trial);
        byte[] bytes = board.helloBytes();
        while (bytes.length > 0) {
            receiver.accept(bytes, 0, bytes.length, board.nextFrameUs() * 1000);
            bytes = board.nextFrameBytes();
        }
        return trial.finish(spans(labels.events()));
    }

    /** Reads a session and measures it. */
    static TrialOutcome of(Path folder, DocumentJson.AnalysisSettings settings) throws CommandFailure {
        JsonNode truth;
        try {
            truth = JsonOutput.JSON.readTree(Files.readString(folder.resolve("truth.json")));
        } catch (IOException missing) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, folder + " holds no readable truth.json", missing);
        }
        RecordedStream stream = RecordedStream.read(folder.resolve("session.rsw"));
        RollerCalibration calibration =
                Recomputation.parsed(folder.resolve("calibration.json"), DocumentJson::readCalibration);
        Subject subject = Recomputation.parsed(folder.resolve("session.json"), Subject::ofJson);
        JsonNode parameters = truth.path("parameters");
        AnalysisSetup setup = new AnalysisSetup(on(parameters, settings), settings.detection(), subject.band());
        Trial trial = new Trial(
                setup, stream.hello(), calibration, truth.path("scenario").asText("unknown"));
        trial.group(parameters);
        TruthRows.read(folder.resolve("truth-frames.csv"), trial.padCount).forEach(trial.truths::add);
        stream.frames().forEach(trial::frame);
        return trial.finish(TruthRows.spans(truth));
    }

    /** The settings with what an owner knows of the roller: how hard it is. */
    private static FeatureSettings on(JsonNode parameters, DocumentJson.AnalysisSettings settings) {
        String hardness = parameters.path("roller_hardness").asText();
        for (RollerHardness known : RollerHardness.values()) {
            if (known.toString().equals(hardness)) {
                return settings.features().withRollerHardness(known);
            }
        }
        return settings.features();
    }

    /** Takes note of what the session counts under. */
    private void group(JsonNode parameters) {
        groups.put("hardness", parameters.path("roller_hardness").asText("unknown"));
        groups.put("layout", parameters.path("layout").asText("unknown"));
        double spreadRatio = parameters.path("part_spread_ratio").asDouble();
        groups.put("parts", spreadRatio < GOOD_PARTS_RATIO ? "good" : spreadRatio < BAD_PARTS_RATIO ? "usual" : "bad");
        JsonNode confounders = parameters.path("confounders");
        groups.put(
                "confounder",
                confounders.size() > 1 ? "several" : confounders.path(0).asText(Accuracy.NO_CONFOUNDER));
    }

    /** Keeps what is true at the moments of frames. */
    private void witness(SimulatedMoment moment) {
        if (moment.timeMs() * 1000 % periodUs == 0) {
            TruthFrame truth = spare.isEmpty() ? new TruthFrame(padCount) : spare.poll();
            truth.take(moment);
            truths.add(truth);
        }
    }

    @Override
    public void hello(BoardHello hello, int bootIndex) {
        // the board was asked itself
    }

    @Override
    public void frame(RawFrame frame) {
        analysis.accept(frame);
        TruthFrame truth = truths.peek();
        while (truth != null && truth.timeMs() * 1000 < frame.sequence() * periodUs) {
            spare.add(truths.remove());
            truth = truths.peek();
        }
        if (truth != null && truth.timeMs() * 1000 == frame.sequence() * periodUs) {
            meter.accept(truth, analysis, analysis.guardingScoreRatio());
        }
    }

    @Override
    public void linkLost(String reason) {
        // neither a simulation nor a file is lost
    }

    private void keep(RollerEvent event) {
        if (event.phase() != EventPhase.OPEN) {
            events.add(event);
        }
    }

    private TrialOutcome finish(Map<String, List<Span>> truth) {
        long endUs = analysis.lastTimeUs();
        analysis.finish(endUs);
        return meter.finish(
                groups, endUs / 1000, kind -> truth.getOrDefault(kind.word(), List.of()), kind -> events.stream()
                        .filter(event -> event.type().word().equals(kind.word()))
                        .map(event -> new Span(event.startUs() / 1000, event.endUs() / 1000, event.declaredUs() / 1000))
                        .toList());
    }

    private static Map<String, List<Span>> spans(List<TruthEvent> events) {
        Map<String, List<Span>> spans = new TreeMap<>();
        for (TruthEvent event : events) {
            spans.computeIfAbsent(event.type(), type -> new ArrayList<>())
                    .add(new Span(event.startMs(), event.endMs()));
        }
        return spans;
    }
}
