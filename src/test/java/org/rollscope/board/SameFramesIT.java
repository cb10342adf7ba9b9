package org.rollscope.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollscope.app.BuiltProgram;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.WireReceiver;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;

/** The board in Java and the real firmware in a simulated microcontroller, of the same scenario. */
@Tag("paced")
class SameFramesIT {
    private static final int SECONDS = 5;
    private static final int RATE_HZ = 100;
    private static final long SEED = 7;
    /** The trace holds a tenth of a microvolt more or less, and a reading near a step of the converter may fall either way. */
    private static final int PAD_TOLERANCE_COUNTS = 1;
    /** The IMU model rounds twice, into counts and from the chip's axes into the roller's. */
    private static final int MOTION_TOLERANCE_COUNTS = 2;

    @TempDir
    private Path folder;

    @BeforeAll
    static void needTheBoard() {
        Repository.assumeSimulatedBoard();
    }

    private static final class Collected implements FrameSink {
        final Map<Long, RawFrame> frames = new TreeMap<>();
        final List<BoardHello> hellos = new ArrayList<>();
        private final WireReceiver receiver = new WireReceiver(this);

        void accept(byte[] bytes) {
            receiver.accept(bytes, 0, bytes.length, 0);
        }

        LinkCounters link() {
            return receiver.counters();
        }

        @Override
        public void hello(BoardHello hello, int bootIndex) {
            hellos.add(hello);
        }

        @Override
        public void frame(RawFrame frame) {
            frames.put(frame.sequence(), frame.copy());
        }

        @Override
        public void linkLost(String reason) {
            throw new AssertionError(reason);
        }
    }

    private Collected fromFirmware(Scenario scenario) throws IOException, InterruptedException {
        Repository.output(BuiltProgram.rollscope(
                "simulate",
                "--scenario",
                scenario.word(),
                "--seed",
                Long.toString(SEED),
                "--seconds",
                Integer.toString(SECONDS),
                "--out",
                folder.toString(),
                "--board-trace"));
        Path bytes = folder.resolve("board.rsw");
        String said = Repository.output(Repository.board(
                "--trace",
                folder.resolve("board-trace.csv").toString(),
                "--link",
                "none",
                "--out",
                bytes.toString(),
                "--board-serial",
                new AthleteSimulation(scenario, SEED, 1).roller().hello(RATE_HZ).boardSerial()));
        System.out.print(said);
        Collected collected = new Collected();
        collected.accept(Files.readAllBytes(bytes));
        return collected;
    }

    private static Collected fromJava(Scenario scenario) {
        SimulatedBoard board = new SimulatedBoard(new AthleteSimulation(scenario, SEED, SECONDS * 1000L), RATE_HZ);
        Collected collected = new Collected();
        byte[] bytes = board.helloBytes();
        while (bytes.length > 0) {
            collected.accept(bytes);
            bytes = board.nextFrameBytes();
        }
        return collected;
    }

    static java.util.List<Scenario> scenarios() {
        return java.util.List.of(Scenario.COACHED, Scenario.HURRIED);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void firmwareAndJavaBoardSendTheSameFrames(Scenario scenario) throws Exception {
        Collected firmware = fromFirmware(scenario);
        Collected java = fromJava(scenario);
        assertEquals(0, firmware.link().rejectedFrameCount());
        assertEquals(0, firmware.link().lostFrameCount());
        expectSameHello(java.hellos.get(0), firmware.hellos.get(0));

        // The last scan may reach over the end of the trace.
        assertTrue(Math.abs(firmware.frames.size() - java.frames.size()) <= 1, firmware.frames.size() + " frames");
        assertTrue(firmware.frames.size() >= SECONDS * RATE_HZ - 2, firmware.frames.size() + " frames");
        Differences differences = new Differences();
        java.frames.keySet().retainAll(firmware.frames.keySet());
        java.frames.forEach((sequence, frame) -> differences.add(frame, firmware.frames.get(sequence)));
        System.out.println(scenario.word() + ", seed " + SEED + ": " + differences);
        assertTrue(differences.mostPadCounts <= PAD_TOLERANCE_COUNTS, differences.toString());
        assertTrue(differences.mostMotionCounts <= MOTION_TOLERANCE_COUNTS, differences.toString());
        assertTrue(differences.highestPadCounts > 100, "nobody was on the roller: " + differences);
        assertEquals(0, differences.otherFlagCount);
    }

    private static void expectSameHello(BoardHello expected, BoardHello found) {
        BoardHello comparable = new BoardHello(
                found.protocolVersion(),
                found.boardSerialId(),
                found.firmwareVersion(),
                found.geometryId(),
                expected.resetCauseFlags(),
                found.rateHz(),
                found.adcBits(),
                found.adcFullScaleMv(),
                found.accelFullScaleMPerS2(),
                found.gyroFullScaleRadPerS(),
                found.imuOffsetUs(),
                // The firmware may measure its battery and temperature, the board in Java has none.
                expected.batteryMv(),
                expected.temperatureDegC(),
                found.scanOffsetUs());
        assertEquals(expected.toString(), comparable.toString());
        assertEquals(expected, comparable);
    }

    /** The largest differences between two boards. */
    private static final class Differences {
        private int frameCount;
        private int mostPadCounts;
        private int mostMotionCounts;
        private int highestPadCounts;
        private int otherFlagCount;
        private long otherPadCount;
        private long otherAxisCount;

        void add(RawFrame one, RawFrame other) {
            frameCount++;
            otherFlagCount += one.frameFlags() == other.frameFlags() ? 0 : 1;
            for (int padIndex = 0; padIndex < one.padCounts().length; padIndex++) {
                int counts = Math.abs(one.padCounts()[padIndex] - other.padCounts()[padIndex]);
                mostPadCounts = Math.max(mostPadCounts, counts);
                otherPadCount += counts == 0 ? 0 : 1;
                highestPadCounts = Math.max(highestPadCounts, one.padCounts()[padIndex]);
            }
            for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
                addMotion(one.accelCounts()[axisIndex] - other.accelCounts()[axisIndex]);
                addMotion(one.gyroCounts()[axisIndex] - other.gyroCounts()[axisIndex]);
            }
        }

        private void addMotion(int differenceCounts) {
            mostMotionCounts = Math.max(mostMotionCounts, Math.abs(differenceCounts));
            otherAxisCount += differenceCounts == 0 ? 0 : 1;
        }

        @Override
        public String toString() {
            return frameCount + " frames; pads differ by at most " + mostPadCounts + " LSB (" + otherPadCount + " of "
                    + frameCount * 48L + " readings), IMU by at most " + mostMotionCounts + " LSB (" + otherAxisCount
                    + " of " + frameCount * 6L + "); highest pad " + highestPadCounts + " counts; " + otherFlagCount
                    + " frames with other flags";
        }
    }
}
