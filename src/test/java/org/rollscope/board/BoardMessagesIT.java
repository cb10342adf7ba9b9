package org.rollscope.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.BoardMessage;
import org.rollscope.protocol.FrameDecoder;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.protocol.MessageHandler;
import org.rollscope.protocol.RejectReason;

/** Commands from Java to the real firmware, and its answers, buttons and state back, over a serial port. */
@Tag("paced")
class BoardMessagesIT {
    private static final String SECONDS = "6";
    /** {@code vectors/valid/feedback_short_buzz.json}: nothing in the product sends feedback yet. */
    private static final Path FEEDBACK =
            Repository.HOME.resolve("firmware-protocol/vectors/valid/feedback_short_buzz.json");

    private static final int SET_RATE_ID = 0x82;
    private static final int FEEDBACK_ID = 0x84;
    private static final int UNKNOWN_ID = 0xF7;
    private static final long TOKEN_COUNT = 0xC0FFEEL;
    private static final long DEADLINE_NS = 60_000_000_000L;

    @TempDir
    private Path folder;

    @BeforeAll
    static void needTheBoard() {
        Repository.assumeSimulatedBoard();
    }

    /** Keeps what comes; of the frames only when they were taken. */
    private static final class Heard implements MessageHandler {
        final List<BoardHello> hellos = new ArrayList<>();
        final List<BoardMessage> messages = new ArrayList<>();
        final List<Long> frameTimesUs = new ArrayList<>();
        int rejectedCount;

        @Override
        public void frame(RawFrame frame) {
            frameTimesUs.add(frame.deviceTimeUs());
        }

        @Override
        public void hello(BoardHello hello) {
            hellos.add(hello);
        }

        @Override
        public void message(BoardMessage message) {
            messages.add(message);
        }

        @Override
        public void rejected(RejectReason reason) {
            rejectedCount++;
        }

        <T extends BoardMessage> List<T> of(Class<T> type) {
            return messages.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    private static byte[] feedback() throws IOException {
        String json = Files.readString(FEEDBACK);
        String hex = json.replaceAll("(?s).*\"encoded_hex\": \"([0-9a-f]*)\".*", "$1");
        return HexFormat.of().parseHex(hex);
    }

    /** A command that no board knows: id 0xF7 alone, its checksum by SPEC.md section 3 worked out by hand. */
    private static byte[] unknownCommand() {
        int crc = 0xFFFF ^ UNKNOWN_ID << 8;
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc << 1 ^ ((crc & 0x8000) != 0 ? 0x1021 : 0)) & 0xFFFF;
        }
        return new byte[] {4, (byte) UNKNOWN_ID, (byte) crc, (byte) (crc >> 8), 0};
    }

    private Heard converse(Path link) throws IOException {
        Deque<byte[]> commands = new ArrayDeque<>(List.of(
                new byte[] {0}, // SPEC.md section 2: cuts off what lay on the line before
                FrameEncoder.ping(TOKEN_COUNT),
                FrameEncoder.setRate(326),
                FrameEncoder.setRate(200),
                feedback(),
                unknownCommand(),
                FrameEncoder.helloRequest()));
        Heard heard = new Heard();
        FrameDecoder decoder = new FrameDecoder(heard);
        byte[] chunk = new byte[1024];
        try (RandomAccessFile port = new RandomAccessFile(link.toFile(), "rw")) {
            int count = port.read(chunk);
            while (count > 0) {
                decoder.accept(chunk, 0, count, 0);
                if (!heard.hellos.isEmpty() && !commands.isEmpty()) {
                    port.write(commands.removeFirst());
                }
                count = port.read(chunk);
            }
        } catch (IOException hungUp) {
            assertTrue(commands.isEmpty(), "the port hung up before all was asked: " + hungUp.getMessage());
        }
        return heard;
    }

    @Test
    void firmwareAnswersAndReportsWhatJavaUnderstands() throws Exception {
        Path trace = folder.resolve("trace.csv");
        Repository.output(new ProcessBuilder(
                "python3",
                Repository.HOME
                        .resolve("hardware/simulated-board/traces/make_test_trace.py")
                        .toString(),
                "--seconds",
                SECONDS,
                "--out",
                trace.toString()));
        Path link = folder.resolve("port");
        Path said = folder.resolve("board.out");
        Process board = Repository.board(
                        "--trace",
                        trace.toString(),
                        "--link",
                        link.toString(),
                        "--press",
                        "1:2:2.5",
                        "--press",
                        "2:3:3.5")
                .redirectOutput(said.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            long endNs = System.nanoTime() + DEADLINE_NS;
            while (!Files.exists(link)) {
                assertTrue(System.nanoTime() < endNs && board.isAlive(), Files.readString(said));
                LockSupport.parkNanos(10_000_000);
            }
            Heard heard = converse(link);
            assertTrue(board.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, heard.rejectedCount);
            expectAnswers(heard);
            expectReports(heard);
        } finally {
            board.destroy();
            board.waitFor();
        }
    }

    private static void expectAnswers(Heard heard) {
        List<BoardMessage.Pong> pongs = heard.of(BoardMessage.Pong.class);
        assertEquals(1, pongs.size());
        assertEquals(TOKEN_COUNT, pongs.get(0).tokenCount());
        assertEquals(
                List.of(
                        new BoardMessage.CommandResult(SET_RATE_ID, BoardMessage.Result.LINE_TOO_FULL, 100),
                        new BoardMessage.CommandResult(SET_RATE_ID, BoardMessage.Result.DONE, 200),
                        new BoardMessage.CommandResult(FEEDBACK_ID, BoardMessage.Result.DONE, 200),
                        new BoardMessage.CommandResult(UNKNOWN_ID, BoardMessage.Result.NOT_UNDERSTOOD, 200)),
                heard.of(BoardMessage.CommandResult.class));
        assertEquals(2, heard.hellos.size(), "one after the start, one on request");
        assertEquals(100, heard.hellos.get(0).rateHz());
        assertEquals(200, heard.hellos.get(1).rateHz());
        int last = heard.frameTimesUs.size() - 1;
        long stepUs = heard.frameTimesUs.get(last) - heard.frameTimesUs.get(last - 1);
        assertTrue(Math.abs(stepUs - 5000) <= 8, "the last step is " + stepUs + " us");
    }

    private static void expectReports(Heard heard) {
        List<BoardMessage.Button> buttons = heard.of(BoardMessage.Button.class);
        assertEquals(
                List.of("1 true", "1 false", "2 true", "2 false"),
                buttons.stream()
                        .map(button -> button.buttonIndex() + " " + button.pressed())
                        .toList());
        long heldUs = buttons.get(1).deviceTimeUs() - buttons.get(0).deviceTimeUs();
        assertTrue(Math.abs(heldUs - 500_000) < 20_000, "held for " + heldUs + " us");
        List<BoardMessage.Status> statuses = heard.of(BoardMessage.Status.class);
        assertFalse(statuses.isEmpty(), "a status comes every five seconds");
        BoardMessage.Status status = statuses.get(0);
        assertEquals(0, status.batteryMv(), "this roller measures no battery");
        assertEquals(27.0, status.temperatureDegC(), 0.02);
        assertEquals(27.0, heard.hellos.get(1).temperatureDegC(), 0.02);
        assertEquals(0, status.missedTickCount());
        assertEquals(0, status.droppedFrameCount());
        assertEquals(0, status.imuErrorCount());
        assertEquals(1, status.commandErrorCount(), "the command that it did not know");
    }
}
