package org.rollscope.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.LinkCounters;

/**
 * A roller on a serial port: opens it, asks who is there, reads, and opens it again whenever it is lost.
 *
 * <p>A new port object is made for every try, because the old one keeps the old resolved path, and no listener is
 * registered, because the library calls one without end after an unplug. A port that opens and then stays silent is asked
 * again and, in the end, opened anew, and so is one that sends no whole frame for that long: our own watchdog, as the library
 * does not notice every unplug.
 *
 * <p><b>Errors.</b> A lost or missing port is told once per change, in words. <b>Threads.</b> One, the caller's.
 */
public final class SerialFrameSource implements FrameSource {
    private static final long SILENCE_LIMIT_NS = 5_000_000_000L;
    private static final long LONGEST_WAIT_MS = 200;
    private static final int CHUNK_BYTES = 4096;

    private final SerialSettings settings;
    private final HostClock clock;
    private final ReopenDelay delay = new ReopenDelay();
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private @Nullable BoardDialogue dialogue;
    private @Nullable FrameSink sink;
    private @Nullable SerialPort port;
    private long nextTryNs;
    private long lastMessageNs;
    private boolean babbling;
    private boolean hurrying;
    private boolean closed;
    private String lastComplaint = "";

    /**
     * Makes a source that has not started.
     *
     * @param settings port and rates.
     * @param clock of the host.
     */
    public SerialFrameSource(SerialSettings settings, HostClock clock) {
        this.settings = settings;
        this.clock = clock;
        nextTryNs = clock.monotonicNs();
    }

    @Override
    public String name() {
        return settings.path();
    }

    @Override
    public void start(FrameSink newSink) {
        sink = newSink;
        dialogue = new BoardDialogue(newSink, settings.rateHz());
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
        try {
            port = PortOpening.open(settings);
            delay.succeeded();
            lastMessageNs = clock.monotonicNs();
            babbling = false;
            talking.reopened(lastMessageNs);
        } catch (UnopenedPortException failed) {
            complain(String.valueOf(failed.getMessage()));
            tryLater();
        }
    }

    private void read(SerialPort open, BoardDialogue talking) {
        talking.tend(open, clock.monotonicNs());
        if (settings.ecoBatchMs() > 0 && !hurrying) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(settings.ecoBatchMs()));
        }
        int countBytes = open.readBytes(chunk, chunk.length);
        long nowNs = clock.monotonicNs();
        if (countBytes > 0) {
            babbling = true;
            talking.receiver().accept(chunk, 0, countBytes, nowNs);
        }
        if (talking.heardSomething()) {
            lastMessageNs = nowNs;
            babbling = false;
            lastComplaint = "";
        } else if (countBytes < 0 || nowNs - lastMessageNs >= SILENCE_LIMIT_NS) {
            lose(open, countBytes >= 0 && babbling);
        }
    }

    private void lose(SerialPort open, boolean noFramesInBytes) {
        open.closePort();
        port = null;
        complain(
                noFramesInBytes
                        ? settings.path() + " sends bytes that are no frames; is its line rate " + settings.baud()
                                + " baud, and is it a roller?"
                        : settings.path() + " was lost; waiting for it to come back");
        tryLater();
    }

    private void tryLater() {
        nextTryNs = clock.monotonicNs() + TimeUnit.MILLISECONDS.toNanos(delay.nextMs());
    }

    private void complain(String line) {
        FrameSink told = sink;
        if (told != null && !line.equals(lastComplaint)) {
            lastComplaint = line;
            told.linkLost(line);
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
