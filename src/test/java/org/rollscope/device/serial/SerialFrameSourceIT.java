package org.rollscope.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FeedbackSignal;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;

@Tag("alone")
class SerialFrameSourceIT {
    private static final int BAUD = 500_000;

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();
    private Path link;
    private SerialFrameSource source;
    private Thread poller;
    private volatile boolean closing;
    private final AtomicLong polls = new AtomicLong();

    private static final class Heard implements FrameSink {
        final List<BoardHello> hellos = new CopyOnWriteArrayList<>();
        final List<RawFrame> frames = new CopyOnWriteArrayList<>();
        final List<String> lost = new CopyOnWriteArrayList<>();
        volatile Runnable onFrame = () -> {};
        volatile Runnable onLost = () -> {};

        @Override
        public void hello(BoardHello hello, int bootIndex) {
            hellos.add(hello);
        }

        @Override
        public void frame(RawFrame frame) {
            frames.add(frame.copy());
            onFrame.run();
        }

        @Override
        public void linkLost(String reason) {
            onLost.run();
            lost.add(reason);
        }
    }

    /** A clock that runs faster than the wall, so that seconds of silence pass in tenths. */
    private record QuickClock(int ratio) implements HostClock {
        @Override
        public long monotonicNs() {
            return System.nanoTime() * ratio;
        }

        @Override
        public Instant wallClock() {
            return Instant.EPOCH;
        }
    }

    @BeforeEach
    void nameThePort() {
        assumeTrue(SocatBoard.isPossible(), "socat is missing; install it with: apt-get install socat");
        link = folder.resolve("port");
    }

    @AfterEach
    void closeSource() throws InterruptedException {
        closing = true;
        if (poller != null) {
            poller.join(3000);
        }
    }

    private void start(Path path, int clockRatio) {
        start(SerialSettings.of(path.toString(), BAUD), clockRatio);
    }

    private void start(SerialSettings settings, int clockRatio) {
        source = new SerialFrameSource(settings, new QuickClock(clockRatio));
        source.start(heard);
        poller = new Thread(() -> poll(source), "poller");
        poller.setDaemon(true);
        poller.start();
    }

    private void poll(SerialFrameSource polled) {
        while (!closing && polled.poll()) {
            polls.incrementAndGet();
        }
        polled.close();
    }

    private void awaitFrames(int frameCount) {
        Await.until(frameCount + " frames, heard " + heard.lost, () -> heard.frames.size() >= frameCount);
        assertEquals(frameCount, heard.frames.size());
    }

    private void awaitIntroduction(int helloCount) {
        Await.until("hello " + helloCount, () -> heard.hellos.size() >= helloCount);
    }

    @Test
    void portIsOpenedByItsPath() throws IOException {
        try (SocatBoard board = SocatBoard.plugIn(link)) {
            start(board.devicePath(), 1);
            awaitIntroduction(1);
            board.sendFrames(0, 300);
            awaitFrames(300);
            assertEquals(300, source.counters().frameCount());
            assertEquals(0, source.counters().rejectedFrameCount());
            assertEquals(0, source.counters().lostFrameCount());
            assertEquals(List.of(), heard.lost);
        }
    }

    /** 300 frames are 36 kB, 36 chunks: a source that reads one a poll falls behind for ever at 200 Hz. */
    @Test
    void whatWasCollectedToSavePowerIsReadWhole() throws IOException {
        try (SocatBoard board = SocatBoard.plugIn(link)) {
            start(new SerialSettings(link.toString(), BAUD, 0, 50, "", List.of()), 1);
            awaitIntroduction(1);
            long beforeCount = polls.get();
            board.sendFrames(0, 300);
            awaitFrames(300);
            long pollCount = polls.get() - beforeCount;
            assertTrue(pollCount < 20, pollCount + " polls for 300 frames");
        }
    }

    @Test
    void lightVibrationAndToneGoToTheBoardThatIsListenedTo() throws IOException {
        FeedbackSignal signal = new FeedbackSignal(1, 0.5, 880, 250);
        FeedbackSignal early = new FeedbackSignal(0.25, 0, 0, 100);
        try (SocatBoard board = SocatBoard.plugIn(link).mute()) {
            start(link, 1);
            Await.until("the question who is there", () -> board.requestCount() > 0);
            source.feedback().show(early); // to nobody: no board has said who it is
            board.unmute();
            awaitIntroduction(1);
            heard.onFrame = () -> source.feedback().show(signal);
            board.sendFrames(0, 20);
            awaitFrames(20);
            Await.until("twenty signals", () -> board.heardCount(FrameEncoder.feedback(signal)) == 20);
            assertEquals(0, board.heardCount(FrameEncoder.feedback(early)));
        }
    }

    @Test
    void portIsOpenedByASymbolicLink() throws IOException {
        try (SocatBoard board = SocatBoard.plugIn(link)) {
            start(link, 1);
            awaitIntroduction(1);
            board.sendFrames(0, 300);
            awaitFrames(300);
            // Once, but for a late answer; one that goes on asking asks at every read, and there are dozens.
            assertTrue(board.requestCount.get() <= 3, board.requestCount + " requests");
            assertEquals(link.toString(), source.name());
        }
    }

    @Test
    void portThatComesLaterIsFoundAndItsAbsenceWasSaidOnce() throws IOException {
        int saidBeforeUnplugging;
        long startNs = System.nanoTime();
        start(link, 1);
        Await.until("a word about the missing port", () -> !heard.lost.isEmpty());
        Await.until("three more tries, after 100, 200 and 400 ms", () -> System.nanoTime() - startNs > 800_000_000);
        try (SocatBoard board = SocatBoard.plugIn(link)) {
            awaitIntroduction(1);
            board.sendFrames(0, 10);
            awaitFrames(10);
            saidBeforeUnplugging = heard.lost.size();
        }
        assertEquals(link + " is not there; is the roller plugged in?", heard.lost.get(0));
        assertEquals(1, saidBeforeUnplugging);
    }

    @Test
    void pluggedOutAndInAgainBehindTheSameLinkGoesOnAndEachChangeIsSaidOnce() throws IOException {
        for (int roundIndex = 0; roundIndex < 3; roundIndex++) {
            int complaintCount = 2 * (roundIndex + 1);
            int beforeCount = heard.hellos.size(); // a late answer may have made two of a round
            try (SocatBoard board = SocatBoard.plugIn(link)) {
                if (source == null) {
                    start(link, 1);
                }
                awaitIntroduction(beforeCount + 1);
                board.sendFrames(1000L * roundIndex, 50);
                awaitFrames(50 * (roundIndex + 1));
            }
            Await.until("two words about the unplugged port", () -> heard.lost.size() >= complaintCount);
        }
        String lost = link + " was lost; waiting for it to come back";
        String missing = link + " is not there; is the roller plugged in?";
        assertEquals(List.of(lost, missing, lost, missing, lost, missing), heard.lost);
        assertEquals(0, source.counters().resetCount());
        assertEquals(1900, source.counters().lostFrameCount());
    }

    @Test
    void silentPortIsAskedAgainAndInTheEndOpenedAnew() throws IOException {
        try (SocatBoard board = SocatBoard.plugIn(link).mute()) {
            // Counted when it is said, by the thread that asks: later the port that was opened anew is asked too.
            AtomicInteger askedByThen = new AtomicInteger();
            heard.onLost = () -> askedByThen.compareAndSet(0, board.requestCount.get());
            start(link, 4);
            Await.until("the port to be given up", () -> !heard.lost.isEmpty());
            int askedCount = askedByThen.get();
            assertTrue(askedCount >= 3 && askedCount <= 6, askedCount + " requests in five seconds");
            board.unmute();
            awaitIntroduction(1);
            board.sendFrames(0, 10);
            awaitFrames(10);
            assertEquals(1, heard.lost.size());
        }
    }

    @Test
    void boardWhoseHelloWasLostInARestartIsAskedForIt() throws IOException {
        try (SocatBoard board = SocatBoard.plugIn(link)) {
            start(link, 4);
            awaitIntroduction(1);
            board.sendFrames(500, 10);
            awaitFrames(10);
            // A late answer may have made it ask twice; then both answers have to be here before others are counted.
            Await.until("every answer", () -> heard.hellos.size() == board.requestCount.get());
            int beforeCount = heard.hellos.size();
            assertTrue(beforeCount <= 3, beforeCount + " requests of a board that answers");
            board.sendFrames(2, 10);
            awaitIntroduction(beforeCount + 1);
            assertTrue(board.requestCount.get() > beforeCount, "a hello that nobody asked for");
            board.sendFrames(12, 10);
            awaitFrames(30);
            assertEquals(List.of(), heard.lost, "it is asked while it sends");
            assertEquals(1, source.counters().resetCount());
            assertEquals(
                    List.of(0, 1),
                    heard.frames.stream().map(RawFrame::bootIndex).distinct().toList());
        }
    }

    @Test
    void portThatAnotherProgramHoldsIsSaidInWords() throws IOException {
        try (SocatBoard board = SocatBoard.plugIn(link)) {
            SerialPort other = SerialPort.getCommPort(link.toString());
            assertTrue(other.openPort());
            try {
                start(link, 1);
                Await.until("a word about the port in use", () -> !heard.lost.isEmpty());
                assertEquals(link + " cannot be opened: another program has it open", heard.lost.get(0));
            } finally {
                other.closePort();
            }
            awaitIntroduction(1);
            board.sendFrames(0, 10);
            awaitFrames(10);
            assertEquals(1, heard.lost.size());
        }
    }

    @Test
    void linkThatLeadsNowhereIsAMissingRoller() throws IOException {
        Files.createSymbolicLink(link, folder.resolve("gone"));
        start(link, 1);
        Await.until("a word about the missing port", () -> !heard.lost.isEmpty());
        assertEquals(link + " is not there; is the roller plugged in?", heard.lost.get(0));
    }

    @Test
    void nothingIsDeliveredAfterClose() throws IOException, InterruptedException {
        try (SocatBoard board = SocatBoard.plugIn(link)) {
            start(link, 1);
            awaitIntroduction(1);
            closeSource();
            board.sendFrames(0, 10);
            assertFalse(source.poll(), "a closed source has no more to give");
            assertEquals(List.of(), heard.frames);
            assertEquals(List.of(), heard.lost);
        }
    }

    /** What {@link SerialFrameSource} is built around; should a new version behave better, this test says so. */
    @Test
    void libraryKeepsAnUnpluggedPortOpenAndItsReadReturnsMinusOne() throws IOException {
        SocatBoard board = SocatBoard.plugIn(link);
        SerialPort port = SerialPort.getCommPort(link.toString());
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 200, 0);
        assertTrue(port.openPort());
        try {
            byte[] chunk = new byte[256];
            assertEquals(0, port.readBytes(chunk, chunk.length));
            board.unplug();
            Await.until("the end of the port", () -> port.readBytes(chunk, chunk.length) < 0);
            assertTrue(port.isOpen(), "isOpen tells the truth now");
            assertEquals(-1, port.readBytes(chunk, chunk.length));
            assertTrue(port.isOpen(), "isOpen tells the truth now");
        } finally {
            port.closePort();
        }
        assertFalse(port.isOpen());
    }
}
