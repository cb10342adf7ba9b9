package org.rollscope.evaluation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.WireReceiver;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.Scenario;
import org.rollscope.simulation.SimulatedMoment;
import org.rollscope.simulation.TruthEvent;
import org.rollscope.simulation.TruthLabels;

/**
 * A simulated session as it comes off the wire, with what was true at each of its frames; made once for all tests.
 *
 * @param hello the board's description.
 * @param frames as decoded.
 * @param truths one for each frame.
 * @param labels true events.
 * @param ceilingKpa of the athlete.
 * @param calibration by the procedure for real rollers.
 */
public record SimulatedSession(
        BoardHello hello,
        List<RawFrame> frames,
        List<Truth> truths,
        List<TruthEvent> labels,
        double ceilingKpa,
        RollerCalibration calibration) {
    private static final Map<Key, SimulatedSession> MADE = new ConcurrentHashMap<>();
    private static final Map<Long, RollerCalibration> CALIBRATED = new ConcurrentHashMap<>();

    private record Key(Scenario scenario, long seed, int seconds) {}

    /** What is true at one moment. */
    public record Truth(
            double forceN,
            double areaMm2,
            double meanKpa,
            double peakKpa,
            double angleRad,
            double speedMmPerS,
            boolean loaded,
            boolean carried,
            boolean moving) {}

    /** The session of a scenario. */
    public static SimulatedSession of(Scenario scenario, long seed, int seconds) {
        return MADE.computeIfAbsent(new Key(scenario, seed, seconds), key -> make(scenario, seed, seconds));
    }

    /** The calibration of a roller. */
    public static RollerCalibration calibration(long seed) {
        return CALIBRATED.computeIfAbsent(seed, SimulatedCalibration::of);
    }

    /** The whole stream of a scenario's board, beginning with a hello. */
    static byte[] stream(Scenario scenario, long seed, int seconds) {
        SimulatedBoard board = new SimulatedBoard(new AthleteSimulation(scenario, seed, seconds * 1000L), 100);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] bytes = board.helloBytes(); bytes.length > 0; bytes = board.nextFrameBytes()) {
            stream.writeBytes(bytes);
        }
        return stream.toByteArray();
    }

    /** What is decoded of a stream that arrives in chunks. */
    static List<RawFrame> decoded(byte[] stream, IntSupplier chunkBytes) {
        Heard heard = new Heard();
        WireReceiver receiver = new WireReceiver(heard);
        for (int fromIndex = 0; fromIndex < stream.length; ) {
            int lengthBytes = Math.min(chunkBytes.getAsInt(), stream.length - fromIndex);
            // Arrival on the host must not matter to what is found.
            receiver.accept(stream, fromIndex, lengthBytes, fromIndex * 1000L);
            fromIndex += lengthBytes;
        }
        return heard.frames;
    }

    private static SimulatedSession make(Scenario scenario, long seed, int seconds) {
        SimulatedBoard board = new SimulatedBoard(new AthleteSimulation(scenario, seed, seconds * 1000L), 100);
        Heard heard = new Heard();
        WireReceiver receiver = new WireReceiver(heard);
        byte[] bytes = board.helloBytes();
        while (bytes.length > 0) {
            receiver.accept(bytes, 0, bytes.length, board.nextFrameUs() * 1000);
            bytes = board.nextFrameBytes();
        }
        AthleteSimulation athlete = new AthleteSimulation(scenario, seed, seconds * 1000L);
        TruthLabels labels = new TruthLabels(athlete.ceilingKpa());
        List<Truth> truths = new ArrayList<>();
        while (athlete.step()) {
            SimulatedMoment moment = athlete.moment();
            labels.accept(moment);
            if (moment.timeMs() % 10 == 0 && truths.size() < heard.frames.size()) {
                truths.add(new Truth(
                        moment.limbForceN(),
                        moment.contactAreaMm2(),
                        moment.meanPressureKpa(),
                        moment.peakPressureKpa(),
                        moment.rollAngleRad(),
                        moment.speedMmPerS(),
                        moment.loaded(),
                        moment.carried(),
                        TruthLabels.isMoving(moment)));
            }
        }
        RollerCalibration calibration = scenario.make().equals(RollerMake.REFERENCE)
                ? calibration(seed)
                : SimulatedCalibration.ofBoard(board.hello().boardSerialId());
        return new SimulatedSession(
                board.hello(), heard.frames, truths, labels.events(), athlete.ceilingKpa(), calibration);
    }

    /** Keeps the frames. */
    private static final class Heard implements FrameSink {
        private final List<RawFrame> frames = new ArrayList<>();

        @Override
        public void hello(BoardHello hello, int bootIndex) {
            // the board is asked itself
        }

        @Override
        public void frame(RawFrame frame) {
            frames.add(frame.copy());
        }

        @Override
        public void linkLost(String reason) {
            throw new AssertionError(reason);
        }
    }
}
