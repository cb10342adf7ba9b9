package org.rollscope.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;

/**
 * The board of a {@link RecordingProcess}: sends it frames at the pace of a clock, kills it, and knows which frame it sent
 * last.
 */
final class RecordingSender {
    /** The highest rate of the reference roller. */
    static final int RATE_HZ = 200;

    static final int PAD_COUNT = 48;
    static final int FRAMES_PER_BLOCK_COUNT = (int) (SqliteSessionWriter.BLOCK_SPAN_US * RATE_HZ / 1_000_000);
    private static final long PERIOD_US = 1_000_000 / RATE_HZ;

    private final List<String> sentTexts = new ArrayList<>();
    private final List<Commit> commits = new ArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile int sentCount;

    /**
     * What the recording said of a commit.
     *
     * @param logBytes length of the log after it: all of that is on the disk.
     * @param writtenCount frames in it.
     * @param sentCount frames that had been sent when it was heard.
     */
    record Commit(long logBytes, int writtenCount, int sentCount) {}

    static List<RawFrame> frames(long seed, int frameCount) {
        RandomFrames source = new RandomFrames(seed, PAD_COUNT);
        List<RawFrame> frames = new ArrayList<>();
        for (long sequence = 0; sequence < frameCount; sequence++) {
            long deviceTimeUs = sequence * PERIOD_US;
            frames.add(source.frame(0, sequence, deviceTimeUs, deviceTimeUs * 1000, 0));
        }
        return frames;
    }

    /**
     * Has frames recorded and kills the recorder with SIGKILL.
     *
     * @param folder for the archive.
     * @param frames to send.
     * @param partNs how long after the last frame the kill comes.
     */
    void recordAndKill(Path folder, List<RawFrame> frames, long partNs) throws IOException, InterruptedException {
        Process process = start(folder, List.of());
        Thread listener = listening(process);
        byte[] hello = FrameEncoder.hello(
                ExampleSession.record("killed", Instant.EPOCH).hello());
        try (OutputStream line = process.getOutputStream()) {
            line.write(hello);
            send(line, frames, PERIOD_US * 1000);
            LockSupport.parkNanos(partNs);
            process.destroyForcibly(); // SIGKILL
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new AssertionError("the recorder did not die");
            }
        } catch (IOException broken) {
            // closing flushes into the pipe of the dead
            if (process.isAlive() || sentCount < frames.size()) {
                throw broken;
            }
        }
        listener.join();
    }

    /** Has frames recorded by a process under a tracer, which ends with its input. */
    void record(Path folder, List<RawFrame> frames, int paceRatio, List<String> tracer)
            throws IOException, InterruptedException {
        Process process = start(folder, tracer);
        Thread listener = listening(process);
        try (OutputStream line = process.getOutputStream()) {
            line.write(FrameEncoder.hello(
                    ExampleSession.record("killed", Instant.EPOCH).hello()));
            send(line, frames, PERIOD_US * 1000 / paceRatio);
        }
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the recorder did not end with its input");
        }
        listener.join();
    }

    private Thread listening(Process process) throws InterruptedException {
        Thread listener = new Thread(() -> listen(process.inputReader(StandardCharsets.US_ASCII)), "listener");
        listener.start();
        if (!ready.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the recorder did not start");
        }
        return listener;
    }

    private static Process start(Path folder, List<String> tracer) throws IOException {
        List<String> command = new ArrayList<>(tracer);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RecordingProcess.class.getName(),
                folder.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Whether a command is there and succeeds. */
    static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private void send(OutputStream line, List<RawFrame> frames, long stepNs) throws IOException {
        long startNs = System.nanoTime();
        for (int index = 0; index < frames.size(); index++) {
            byte[] bytes = FrameEncoder.frame(frames.get(index));
            long leftNs = startNs + index * stepNs - System.nanoTime();
            while (leftNs > 0) {
                LockSupport.parkNanos(leftNs);
                leftNs = startNs + index * stepNs - System.nanoTime();
            }
            line.write(bytes);
            line.flush();
            sentTexts.add(RandomFrames.text(frames.get(index)));
            sentCount = index + 1;
        }
    }

    private void listen(BufferedReader said) {
        try (said) {
            String line = said.readLine();
            while (line != null) {
                if (line.equals("ready")) {
                    ready.countDown();
                } else {
                    String[] words = line.split(" ");
                    commits.add(new Commit(Long.parseLong(words[0]), Integer.parseInt(words[1]), sentCount));
                }
                line = said.readLine();
            }
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException cutOff) {
            // the kill went through the middle of a line
        }
    }

    /** What was sent, in order; the last is the last that the board sent. */
    List<String> sentTexts() {
        return sentTexts;
    }

    /** Commits that were heard of, in order. */
    List<Commit> commits() {
        return commits;
    }
}
