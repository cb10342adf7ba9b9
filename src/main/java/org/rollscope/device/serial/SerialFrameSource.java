package org.rollscope.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.Feedback;
import org.rollscope.frame.FeedbackSignal;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.LinkCounters;
import org.rollscope.protocol.FrameEncoder;

/**
 * A roller on a serial port: opens it, asks who is there, reads, and opens it again whenever it is lost.
 *
 * <p>Which port that is, a {@link PortChoice} says: a named one, or one that is found by asking on each.
 *
 * <p>A new port object is made for every try, because the old one keeps the old resolved path, and no listener is
 * registered, because the library calls one without end after an unplug. A port that opens and then stays silent is asked
 * again and, in the end, opened anew, and so is one that sends no whole frame for that long: our own watchdog, as the library
 * does not notice every unplug.
 *
 * <p><b>Errors.</b> A lost or missing port is told once per change, in words. <b>Threads.</b> One, the caller's.
 */
public final class SerialFrameSource implements FrameSource {
    private static final long LONGEST_WAIT_MS = 200;
    private static final int CHUNK_BYTES = 1024;
    private static final int MOST_WAITING_BYTES = 64;

    private final SerialSettings settings;
    private final PortChoice choice;
    private final LatencyTimer latencyTimer;
    private final HostClock clock;
    private final ReopenDelay delay = new ReopenDelay();
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private @Nullable BoardDialogue dialogue;
    private @Nullable FrameSink sink;
    private @Nullable SerialPort port;
    private String path = "";
    private boolean found;
    private long nextTryNs;
    private long lastMessageNs;
    private boolean babbling;
    private boolean hurrying;
    private boolean closed;
    private String lastComplaint = "";
    private String lastWarning = "";

    /**
     * Makes a source that has not started.
     *
     * @param settings port and rates.
     * @param clock of the host.
     */
    public SerialFrameSource(SerialSettings settings, HostClock clock) {
        this(settings, new LatencyTimer(Path.of("/sys")), clock);
    }

    SerialFrameSource(SerialSettings settings, LatencyTimer latencyTimer, HostClock clock) {
        this.settings = settings;
        this.latencyTimer = latencyTimer;
        choice = choice(settings);
        this.clock = clock;
        nextTryNs = clock.monotonicNs();
    }

    private static PortChoice choice(SerialSettings settings) {
        SerialPorts ports = new SerialPorts(Path.of("/dev"), settings.alsoPorts());
        return settings.isSearch() ? new PortSearch(settings.boardSerial(), ports::present) : new FixedPort(settings);
    }

    @Override
    public String name() {
        return choice.name();
    }

    @Override
    public void start(FrameSink newSink) {
        sink = newSink;
        dialogue = new BoardDialogue(newSink, settings.rateHz(), this::judge);
    }

    /** Why a board is not the wanted one; null when it is, and the choice then knows. */
    private @Nullable String judge(BoardHello hello) {
        String refusal = choice.refusal(hello);
        if (refusal == null && !found) {
            found = true;
            choice.found(path, hello);
            warnOfLatency();
        }
        return refusal;
    }

    private void warnOfLatency() {
        FrameSink told = sink;
        String warning = latencyTimer.warning(path);
        if (told != null && warning != null && !warning.equals(lastWarning)) {
            told.notice(warning);
        }
        lastWarning = warning == null ? "" : warning;
    }

    @Override
    public boolean poll() {
        BoardDialogue talking = dialogue;
        if (talking == null) {
            throw new IllegalStateException("start must be called before poll");
        }
        SerialPort open = port;
        if (closed) {
            return false;
        }
        if (open != null) {
            read(open, talking);
        } else if (!waitedForNextTry()) {
            open(talking);
        }
        return true;
    }

    /** Waits for the time of the next try, but not longer than a poll may; whether that time is yet to come. */
    private boolean waitedForNextTry() {
        long leftNs = nextTryNs - clock.monotonicNs();
        if (leftNs > 0) {
            LockSupport.parkNanos(Math.min(leftNs, TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MS)));
        }
        return nextTryNs - clock.monotonicNs() > 0;
    }

    private void open(BoardDialogue talking) {
        String next = choice.next(clock.monotonicNs());
        if (next == null) {
            complain(choice.nothingToTry(clock.monotonicNs()));
            tryLater();
            return;
        }
        path = next;
        try {
            port = PortOpening.open(path, settings.baud());
            delay.succeeded();
            lastMessageNs = clock.monotonicNs();
            babbling = false;
            found = false;
            talking.reopened(lastMessageNs);
        } catch (UnopenedPortException failed) {
            giveUp(PortChoice.Outcome.UNOPENED, String.valueOf(failed.getMessage()));
        }
    }

    private void read(SerialPort open, BoardDialogue talking) {
        talking.tend(open, clock.monotonicNs());
        if (settings.ecoBatchMs() > 0 && !hurrying) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(settings.ecoBatchMs()));
        }
        int countBytes = open.readBytes(chunk, chunk.length);
        long nowNs = clock.monotonicNs();
        deliver(talking, countBytes, nowNs);
        // What was collected may be more than a chunk; left for the next time it would pile up.
        while (countBytes == chunk.length) {
            countBytes = open.readBytes(chunk, chunk.length);
            deliver(talking, countBytes, nowNs);
        }
        String refusal = talking.refusal();
        if (refusal != null) {
            lose(open, PortChoice.Outcome.OTHER_BOARD, refusal);
        } else if (talking.heardSomething()) {
            lastMessageNs = nowNs;
            babbling = false;
            lastComplaint = "";
        } else if (countBytes < 0 || nowNs - lastMessageNs >= choice.patienceNs()) {
            boolean noFramesInBytes = countBytes >= 0 && babbling;
            lose(open, noFramesInBytes ? PortChoice.Outcome.BABBLING : PortChoice.Outcome.GONE, "");
        } else if (!found && choice.betterThan(path)) {
            lose(open, PortChoice.Outcome.LEFT, "");
        }
    }

    private void deliver(BoardDialogue talking, int countBytes, long arrivalNs) {
        if (countBytes > 0) {
            babbling = true;
            talking.receiver().accept(chunk, 0, countBytes, arrivalNs);
        }
    }

    private void lose(SerialPort open, PortChoice.Outcome outcome, String words) {
        open.closePort();
        port = null;
        giveUp(outcome, words);
    }

    private void giveUp(PortChoice.Outcome outcome, String words) {
        complain(choice.gaveUp(path, outcome, words, clock.monotonicNs()));
        if (choice.roundIsOver() && outcome != PortChoice.Outcome.LEFT) {
            tryLater();
        }
    }

    private void tryLater() {
        nextTryNs = clock.monotonicNs() + TimeUnit.MILLISECONDS.toNanos(delay.nextMs());
    }

    private void complain(@Nullable String line) {
        FrameSink told = sink;
        if (told != null && line != null && !line.equals(lastComplaint)) {
            lastComplaint = line;
            told.linkLost(line);
        }
    }

    @Override
    public Feedback feedback() {
        return this::show;
    }

    /** Nothing waits for an answer: a cue that got lost is followed by the next of its rhythm. */
    private void show(FeedbackSignal signal) {
        SerialPort open = port;
        BoardDialogue talking = dialogue;
        // Behind a line that takes nothing a write would wait, and with it the frames.
        if (open != null
                && talking != null
                && talking.isIntroduced()
                && open.bytesAwaitingWrite() <= MOST_WAITING_BYTES) {
            byte[] bytes = FrameEncoder.feedback(signal);
            open.writeBytes(bytes, bytes.length);
        }
    }

    @Override
    public void hurry(boolean atOnce) {
        hurrying = atOnce;
    }

    @Override
    public LinkCounters counters() {
        BoardDialogue talking = dialogue;
        return talking == null ? LinkCounters.ZERO : talking.receiver().counters();
    }

    @Override
    public void close() {
        closed = true;
        SerialPort open = port;
        port = null;
        if (open != null) {
            open.closePort();
        }
    }
}
