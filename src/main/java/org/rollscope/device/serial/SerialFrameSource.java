package org.rollscope.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.LinkCounters;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.protocol.WireReceiver;

/**
 * A roller on a serial port: opens it, asks who is there, reads, and opens it again whenever it is lost.
 *
 * <p>A new port object is made for every try, because the old one keeps the old resolved path. A port that opens and then
 * stays silent is asked again and, in the end, opened anew: our own watchdog, as the library does not notice every unplug.
 *
 * <p><b>Errors.</b> A lost or missing port is told once per change, in words. <b>Threads.</b> One daemon thread named
 * {@code serial-reader}.
 */
public final class SerialFrameSource implements FrameSource {
    private static final int READ_TIMEOUT_MS = 200;
    private static final long ASK_AGAIN_NS = 1_000_000_000L;
    private static final long SILENCE_LIMIT_NS = 5_000_000_000L;
    private static final int CHUNK_BYTES = 4096;
    private static final long CLOSE_WAIT_MS = 3000;

    private final SerialSettings settings;
    private final HostClock clock;
    private final ReopenDelay delay = new ReopenDelay();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable WireReceiver receiver;
    private volatile @Nullable Thread thread;
    private String lastComplaint = "";

    /**
     * Makes a source that has not started.
     *
     * @param settings port and rate.
     * @param clock of the host.
     */
    public SerialFrameSource(SerialSettings settings, HostClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return settings.path();
    }

    @Override
    public void start(FrameSink sink) {
        WireReceiver wire = new WireReceiver(sink);
        receiver = wire;
        Thread reader = new Thread(() -> readForEver(wire, sink), "serial-reader");
        reader.setDaemon(true);
        thread = reader;
        reader.start();
    }

    private void readForEver(WireReceiver wire, FrameSink sink) {
        while (!closed()) {
            SerialPort port = open(sink);
            if (port != null) {
                delay.succeeded();
                lastComplaint = "";
                wire.reopened();
                readUntilLost(port, wire);
                port.closePort();
                if (!closed()) {
                    complain(sink, settings.path() + " was lost; waiting for it to come back");
                }
            }
            if (closedWithin(delay.nextMs())) {
                return;
            }
        }
    }

    private @Nullable SerialPort open(FrameSink sink) {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(settings.path());
        } catch (SerialPortInvalidPortException missing) {
            complain(sink, settings.path() + " is not there; is the roller plugged in?");
            return null;
        }
        port.setBaudRate(settings.baud());
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MS, 0);
        if (port.openPort()) {
            return port;
        }
        complain(sink, settings.path() + " cannot be opened: " + openFailure(port.getLastErrorCode()));
        return null;
    }

    /** The system's error numbers that people meet. */
    private static String openFailure(int errorCode) {
        return switch (errorCode) {
            case 2, 11, 16 -> "another program has it open";
            case 13 -> "no permission; add this user to the group dialout and log in again";
            default -> "system error " + errorCode;
        };
    }

    private void readUntilLost(SerialPort port, WireReceiver wire) {
        byte[] chunk = new byte[CHUNK_BYTES];
        byte[] request = FrameEncoder.helloRequest();
        long lastDataNs = clock.monotonicNs();
        long askedNs = lastDataNs - ASK_AGAIN_NS;
        while (!closed()) {
            long nowNs = clock.monotonicNs();
            if (wire.wantsHello() && nowNs - askedNs >= ASK_AGAIN_NS) {
                port.writeBytes(request, request.length);
                wire.helloAsked();
                askedNs = nowNs;
            }
            int count = port.readBytes(chunk, chunk.length);
            if (count < 0) {
                return;
            }
            nowNs = clock.monotonicNs();
            if (count > 0) {
                lastDataNs = nowNs;
                wire.accept(chunk, 0, count, nowNs);
            } else if (nowNs - lastDataNs >= SILENCE_LIMIT_NS) {
                return;
            }
        }
    }

    private void complain(FrameSink sink, String line) {
        if (!line.equals(lastComplaint)) {
            lastComplaint = line;
            sink.linkLost(line);
        }
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    /** Waits before the next try; returns at once when the source is closed meanwhile. */
    private boolean closedWithin(long delayMs) {
        try {
            return closing.await(delayMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            closing.countDown();
            return true;
        }
    }

    @Override
    public LinkCounters counters() {
        WireReceiver wire = receiver;
        return wire == null ? LinkCounters.ZERO : wire.counters();
    }

    @Override
    public void close() {
        closing.countDown();
        Thread reader = thread;
        if (reader != null) {
            try {
                reader.join(CLOSE_WAIT_MS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
