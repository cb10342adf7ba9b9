package org.rollscope.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.frame.BoardHello;

/** Rollers that are found on pseudo-terminals by asking. */
@Tag("paced")
class PortSearchIT {
    private static final long OTHER_SEED = 2;

    @TempDir
    private Path folder;

    private final List<PolledSource> sources = new ArrayList<>();
    private Path left;
    private Path right;

    @BeforeEach
    void nameThePorts() {
        assumeTrue(SocatBoard.isPossible(), "socat is missing; install it with: apt-get install socat");
        left = folder.resolve("left");
        right = folder.resolve("right");
    }

    @AfterEach
    void closeSources() throws InterruptedException {
        for (PolledSource source : sources) {
            source.close();
        }
    }

    private PolledSource search(String boardSerial, int clockRatio) {
        SerialSettings settings = new SerialSettings(
                SerialSettings.AUTO,
                SerialSettings.DEFAULT_BAUD,
                0,
                0,
                boardSerial,
                Stream.of(left, right).map(Path::toString).toList());
        PolledSource source = PolledSource.start(settings, clockRatio);
        sources.add(source);
        return source;
    }

    @Test
    void rollerIsFoundBesideAPortThatSaysNothingAndOneThatBabbles() throws IOException {
        Path middle = folder.resolve("middle");
        try (SocatBoard mute = SocatBoard.plugIn(left).mute();
                SocatBoard babbling = SocatBoard.plugIn(middle).mute();
                SocatBoard roller = SocatBoard.plugIn(right)) {
            babbling.babble(100);
            PolledSource source = PolledSource.start(
                    new SerialSettings(
                            SerialSettings.AUTO,
                            SerialSettings.DEFAULT_BAUD,
                            0,
                            0,
                            "",
                            List.of(left.toString(), middle.toString(), right.toString())),
                    1);
            sources.add(source);
            source.awaitHellos(1);
            roller.sendFrames(0, 100);
            source.awaitFrames(100);
            // Reads last 200 ms, so it is asked at 0, 0.4, 1.4 and 2.4 s; where they last 209 ms, it is given up before
            // the fourth.
            int askedCount = mute.requestCount.get();
            assertTrue(askedCount == 3 || askedCount == 4, askedCount + " requests");
            assertEquals(right.toString(), source.name());
            assertEquals(List.of(), source.lost());
            // A poll that waited for an answer would take 2500 ms; a read takes 200, and opening a port what the
            // machine leaves it.
            assertTrue(source.longestPollMs() < 2000, "a poll took " + source.longestPollMs() + " ms");
        }
    }

    @Test
    void nothingFoundIsSaidOnceWithWhatIsOnEachPort() throws IOException {
        try (SocatBoard mute = SocatBoard.plugIn(left).mute();
                SocatBoard other = SocatBoard.plugIn(right, OTHER_SEED)) {
            // A clock that runs faster leaves a board on a busy machine less than 0.8 s for its answer.
            PolledSource source = search(SocatBoard.boardSerial(1), 4);
            Await.until("a word about the ports", () -> !source.lost().isEmpty());
            assertEquals(
                    List.of("board " + SocatBoard.boardSerial(1) + " not found: " + left + " does not answer; " + right
                            + " has board " + SocatBoard.boardSerial(OTHER_SEED)),
                    source.lost());
            int askedCount = other.requestCount.get();
            int pollCount = source.pollCount();
            Await.until("more polls", () -> source.pollCount() > pollCount + 5);
            other.sendFrames(0, 10);
            // A question may still be on the way when its answer is no longer waited for.
            assertTrue(other.requestCount.get() <= askedCount + 1, "another's board is left alone");
            assertTrue(askedCount <= 3, askedCount + " requests in the time that a port is given");
            assertEquals(0, source.frameCount());
            assertEquals(0, source.helloCount());
            assertTrue(mute.requestCount.get() <= 6, mute.requestCount + " requests");
        }
    }

    @Test
    void lostRollerIsFoundAgainOnAnotherPort() throws IOException {
        PolledSource source;
        try (SocatBoard roller = SocatBoard.plugIn(left)) {
            source = search("", 1);
            source.awaitHellos(1);
            roller.sendFrames(0, 10);
            source.awaitFrames(10);
        }
        Await.until("two words about the lost roller", () -> source.lost().size() >= 2);
        int beforeCount = source.helloCount(); // a late answer may have made two
        try (SocatBoard roller = SocatBoard.plugIn(right)) {
            source.awaitHellos(beforeCount + 1);
            roller.sendFrames(10, 10);
            source.awaitFrames(20);
        }
        String serial = SocatBoard.boardSerial(1);
        assertEquals(
                List.of(
                        left + " with board " + serial + " was lost; looking for it on every port",
                        "board " + serial + " not found: no USB serial port is there; is the roller plugged in?"),
                source.lost().subList(0, 2));
    }

    @Test
    void neighboursRollerIsNotTakenForTheLostOneUntilHalfAMinuteHasGoneBy() throws IOException {
        PolledSource source;
        try (SocatBoard roller = SocatBoard.plugIn(left)) {
            source = search("", 10);
            source.awaitHellos(1);
            roller.sendFrames(0, 10);
            source.awaitFrames(10);
        }
        Await.until("a word about the lost roller", () -> !source.lost().isEmpty());
        long lostNs = source.nowNs();
        try (SocatBoard neighbour = SocatBoard.plugIn(left, OTHER_SEED)) {
            source.awaitBoard(SocatBoard.boardSerial(OTHER_SEED));
            long waitedMs = (source.nowNs() - lostNs) / 1_000_000;
            // Ten seconds of this clock, one of the wall, for this thread to see the loss; PortSearchTest holds the 30
            // s themselves.
            assertTrue(waitedMs > 20_000, "another board was taken after " + waitedMs + " ms");
            neighbour.sendFrames(0, 10);
            source.awaitFrames(20);
            // Asked when it came and when it was taken, up to three times each where it answers late; left alone
            // meanwhile.
            assertTrue(neighbour.requestCount.get() <= 6, neighbour.requestCount + " requests");
        }
        assertEquals(
                List.of(SocatBoard.boardSerial(1), SocatBoard.boardSerial(OTHER_SEED)),
                source.hellos().stream().map(BoardHello::boardSerial).distinct().toList());
    }

    @Test
    void twoRollersThatAreSwappedBetweenPortsKeepTheirNames() throws IOException {
        PolledSource first = search(SocatBoard.boardSerial(1), 1);
        PolledSource second = search(SocatBoard.boardSerial(OTHER_SEED), 1);
        for (int round = 0; round < 2; round++) {
            Path firstLink = round == 0 ? left : right;
            Path secondLink = round == 0 ? right : left;
            int firstBeforeCount = first.helloCount();
            int secondBeforeCount = second.helloCount();
            try (SocatBoard firstBoard = SocatBoard.plugIn(firstLink);
                    SocatBoard secondBoard = SocatBoard.plugIn(secondLink, OTHER_SEED)) {
                first.awaitHellos(firstBeforeCount + 1);
                second.awaitHellos(secondBeforeCount + 1);
                firstBoard.sendFrames(100L * round, 50);
                secondBoard.sendFrames(100L * round, 70);
                first.awaitFrames(50 * (round + 1));
                second.awaitFrames(70 * (round + 1));
                assertEquals(firstLink.toString(), first.name());
                assertEquals(secondLink.toString(), second.name());
            }
            int lossCount = round + 1;
            for (PolledSource source : sources) {
                Await.until(
                        "the loss",
                        () -> source.lost().stream()
                                        .filter(line -> line.contains("was lost"))
                                        .count()
                                >= lossCount);
            }
        }
        assertEquals(
                List.of(SocatBoard.boardSerial(1)),
                first.hellos().stream().map(BoardHello::boardSerial).distinct().toList());
        assertEquals(
                List.of(SocatBoard.boardSerial(OTHER_SEED)),
                second.hellos().stream().map(BoardHello::boardSerial).distinct().toList());
    }

    @Test
    void portThatAnotherProgramHoldsIsPassedOverAndTakenWhenItIsFree() throws IOException {
        try (SocatBoard roller = SocatBoard.plugIn(left)) {
            SerialPort other = SerialPort.getCommPort(left.toString());
            assertTrue(other.openPort());
            PolledSource source;
            try {
                source = search("", 1);
                Await.until("a word about the port", () -> !source.lost().isEmpty());
                assertEquals(
                        "no roller found: " + left + " cannot be opened: another program has it open",
                        source.lost().get(0));
                assertEquals(0, roller.requestCount.get());
            } finally {
                other.closePort();
            }
            source.awaitHellos(1);
            assertEquals(1, source.lost().size());
        }
    }

    @Test
    void slowConverterIsWarnedAboutOnceHoweverOftenItIsPluggedIn() throws IOException, InterruptedException {
        for (int round = 0; round < 2; round++) {
            int beforeCount = sources.isEmpty() ? 0 : sources.get(0).helloCount();
            try (SocatBoard board = SocatBoard.plugIn(left)) {
                if (sources.isEmpty()) {
                    LatencyTimer timer = LatencyFolder.make(
                            folder.resolve("sys"),
                            board.devicePath().getFileName().toString(),
                            "16");
                    sources.add(PolledSource.start(
                            SerialSettings.of(left.toString(), SerialSettings.DEFAULT_BAUD), timer, 1));
                }
                sources.get(0).awaitHellos(beforeCount + 1);
            }
        }
        assertEquals(
                1, sources.get(0).notices().size(), sources.get(0).notices().toString());
        assertTrue(sources.get(0).notices().get(0).contains("up to 16 ms"));
    }
}
