package org.rollscope.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.protocol.WireReceiver;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.Scenario;

/**
 * A roller whose line is written by hand, frame by frame, from what simulated boards sent: with holes, resets and pauses.
 *
 * <p>Bytes go through the real encoder and receiver.
 */
final class ScriptedRoller implements FrameSource {
    static final int RATE_HZ = 100;
    static final long PERIOD_US = 1_000_000 / RATE_HZ;

    private record Piece(byte[] bytes, long arrivalNs) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final BoardHello hello;
    private long arrivalNs = 5_000_000_000L;
    private long nextSequence;
    private WireReceiver receiver;
    private int deliveredCount;
    private boolean finished;
    private boolean oneByOne;
    private int holdBackFromIndex = Integer.MAX_VALUE;

    /** A roller that says hello. */
    ScriptedRoller(long seed) {
        this(RollerMake.REFERENCE, seed);
    }

    /** Another tool that says hello. */
    ScriptedRoller(RollerMake make, long seed) {
        hello = new SimulatedBoard(new AthleteSimulation(Scenario.COACHED.on(make), seed, 1), RATE_HZ).hello();
        sayHello();
    }

    /** Everything that a simulated board sends, decoded. */
    static List<RawFrame> frames(Scenario scenario, long seed, int seconds) {
        SimulatedBoard board = new SimulatedBoard(new AthleteSimulation(scenario, seed, seconds * 1000L), RATE_HZ);
        List<RawFrame> frames = new ArrayList<>();
        WireReceiver receiver = new WireReceiver(new FrameSink() {
            @Override
            public void hello(BoardHello said, int bootIndex) {
                // known
            }

            @Override
            public void frame(RawFrame frame) {
                frames.add(frame.copy());
            }

            @Override
            public void linkLost(String reason) {
                throw new AssertionError(reason);
            }
        });
        byte[] bytes = board.helloBytes();
        while (bytes.length > 0) {
            receiver.accept(bytes, 0, bytes.length, 0);
            bytes = board.nextFrameBytes();
        }
        return frames;
    }

    ScriptedRoller sayHello() {
        add(FrameEncoder.hello(hello));
        return this;
    }

    /** Another board is plugged in. */
    ScriptedRoller sayHelloAs(long seed) {
        add(FrameEncoder.hello(new SimulatedBoard(new AthleteSimulation(Scenario.COACHED, seed, 1), RATE_HZ).hello()));
        return this;
    }

    /** Ticks go on counting from what was sent last. */
    ScriptedRoller send(List<RawFrame> frames) {
        frames.forEach(this::send);
        return this;
    }

    private void send(RawFrame frame) {
        arrivalNs += PERIOD_US * 1000;
        add(FrameEncoder.frame(new RawFrame(
                0,
                nextSequence,
                1000 + nextSequence * PERIOD_US,
                0,
                0,
                frame.frameFlags(),
                frame.accelCounts(),
                frame.gyroCounts(),
                frame.padCounts())));
        nextSequence++;
    }

    /** A roller that nobody touches: level, at rest, no load. */
    ScriptedRoller rest(int seconds) {
        return restTicks(seconds * RATE_HZ);
    }

    ScriptedRoller restTicks(int tickCount) {
        for (int tick = 0; tick < tickCount; tick++) {
            short[] accelCounts = {0, 8192, 0};
            send(new RawFrame(0, 0, 0, 0, 0, 1, accelCounts, new short[3], new char[hello.padCount()]));
        }
        return this;
    }

    /** Ticks whose frames never arrive. */
    ScriptedRoller lose(int tickCount) {
        nextSequence += tickCount;
        arrivalNs += tickCount * PERIOD_US * 1000;
        return this;
    }

    /** Bytes that are no frame. */
    ScriptedRoller noise() {
        add(new byte[] {5, 4, 3, 2, 1, 0});
        return this;
    }

    /** The board starts anew after being away. */
    ScriptedRoller restart(int awayMs) {
        arrivalNs += awayMs * 1_000_000L;
        nextSequence = 0;
        return sayHello();
    }

    /** What follows is only delivered by {@link #goOn}. */
    ScriptedRoller holdBack() {
        holdBackFromIndex = pieces.size();
        return this;
    }

    private void add(byte[] bytes) {
        pieces.add(new Piece(bytes, arrivalNs));
    }

    @Override
    public String name() {
        return "scripted roller";
    }

    @Override
    public void start(FrameSink newSink) {
        receiver = new WireReceiver(newSink);
    }

    @Override
    public boolean poll() {
        int limitIndex = oneByOne ? deliveredCount + 1 : pieces.size();
        int endIndex = Math.min(holdBackFromIndex, Math.min(limitIndex, pieces.size()));
        for (; deliveredCount < endIndex; deliveredCount++) {
            Piece piece = pieces.get(deliveredCount);
            receiver.accept(piece.bytes(), 0, piece.bytes().length, piece.arrivalNs());
        }
        return deliveredCount < pieces.size() && !finished;
    }

    /** Each poll brings one frame, so that orders come between two. */
    ScriptedRoller oneByOne() {
        oneByOne = true;
        return this;
    }

    /** Sequence that the next frame will have. */
    long nextSequence() {
        return nextSequence;
    }

    /** Lets what was held back come. */
    void goOn() {
        holdBackFromIndex = Integer.MAX_VALUE;
    }

    /** Ends the script without a held back rest. */
    void finish() {
        finished = true;
    }

    @Override
    public LinkCounters counters() {
        return receiver.counters();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
