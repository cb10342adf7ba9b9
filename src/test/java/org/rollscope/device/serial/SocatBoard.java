package org.rollscope.device.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;

/** A board on a pseudo-terminal that socat makes behind a symbolic link; killing socat is pulling the plug. */
public final class SocatBoard implements AutoCloseable {
    private static final int REQUEST_ID = 0x81;

    /** How often a host asked for a hello. */
    final AtomicInteger requestCount = new AtomicInteger();

    private final List<Byte> heardBytes = new CopyOnWriteArrayList<>();

    private final Path link;
    private final Process socat;
    private final InputStream keptOpen;
    private final byte[] hello;
    private volatile boolean answers = true;

    private SocatBoard(Path link, Process socat, InputStream keptOpen, long seed) {
        this.link = link;
        this.socat = socat;
        this.keptOpen = keptOpen;
        hello = new SimulatedBoard(new AthleteSimulation(Scenario.COACHED, seed, 1), 100).helloBytes();
    }

    /** Whether socat is there. */
    public static boolean isPossible() {
        try {
            return new ProcessBuilder("socat", "-V")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Plugs a board in; returns when its port is there. */
    public static SocatBoard plugIn(Path link) throws IOException {
        return plugIn(link, 1);
    }

    /** Plugs in the board of a seed, which has a serial of its own. */
    public static SocatBoard plugIn(Path link, long seed) throws IOException {
        Process socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + link, "STDIO")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Await.until("the port of socat", () -> Files.exists(link));
        // A terminal that was opened once and closed would end socat; so it never closes for good.
        SocatBoard board = new SocatBoard(link, socat, Files.newInputStream(link), seed);
        Thread listener = new Thread(board::listen, "socat-board");
        listener.setDaemon(true);
        listener.start();
        return board;
    }

    /** How often a host sent exactly these bytes one after the other. */
    int heardCount(byte[] bytes) {
        List<Byte> wanted = new ArrayList<>();
        for (byte value : bytes) {
            wanted.add(value);
        }
        List<Byte> heard = List.copyOf(heardBytes);
        int count = 0;
        for (int at = 0; at + bytes.length <= heard.size(); at++) {
            count += heard.subList(at, at + bytes.length).equals(wanted) ? 1 : 0;
        }
        return count;
    }

    /** How often a host asked for a hello. */
    public int requestCount() {
        return requestCount.get();
    }

    /** A board that hears but does not answer. */
    public SocatBoard mute() {
        answers = false;
        return this;
    }

    void unmute() {
        answers = true;
    }

    /** The device that the link leads to. */
    Path devicePath() throws IOException {
        return link.toRealPath();
    }

    private void listen() {
        try (InputStream line = socat.getInputStream()) {
            int value = line.read();
            while (value >= 0) {
                heardBytes.add((byte) value);
                if (value == REQUEST_ID) {
                    requestCount.incrementAndGet();
                    if (answers) {
                        send(hello);
                    }
                }
                value = line.read();
            }
        } catch (IOException | UncheckedIOException unplugged) {
            // the plug was pulled
        }
    }

    /** The serial of a seed's board. */
    public static String boardSerial(long seed) {
        return new AthleteSimulation(Scenario.COACHED, seed, 1)
                .roller()
                .hello(100)
                .boardSerial();
    }

    /** Sends what no roller sends. */
    void babble(int countBytes) {
        byte[] words = new byte[countBytes];
        Arrays.fill(words, (byte) '$');
        send(words);
    }

    void sendHello() {
        send(hello);
    }

    /** Sends frames of 48 pads. */
    public void sendFrames(long firstSequence, int frameCount) {
        for (long sequence = firstSequence; sequence < firstSequence + frameCount; sequence++) {
            send(FrameEncoder.frame(new RawFrame(
                    0, sequence, 1000 + 10_000 * sequence, 0, 0, 1, new short[3], new short[3], new char[48])));
        }
    }

    private synchronized void send(byte[] bytes) {
        try {
            socat.getOutputStream().write(bytes);
            socat.getOutputStream().flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Pulls the plug: port and link are gone. */
    void unplug() throws IOException {
        keptOpen.close();
        socat.destroyForcibly();
        socat.onExit().join();
        Files.deleteIfExists(link);
    }

    @Override
    public void close() throws IOException {
        unplug();
    }
}
