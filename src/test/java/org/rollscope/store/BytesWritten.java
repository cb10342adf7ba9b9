package org.rollscope.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.WireReceiver;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionWriter;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;

/**
 * How many bytes go to the disk for each byte that the board sent: the archive against plain blobs in SQLite, both with
 * every commit on disk. Bytes as the kernel counts them for this process (/proc/self/io), checkpoints included.
 *
 * @param frameCount frames that were recorded.
 * @param payloadBytes what the board sent for them, without framing and checksum.
 * @param oursBytes written by the archive.
 * @param sameCadenceBytes written as blobs, one for each of our blocks.
 * @param eachSecondBytes written as blobs, one a second.
 * @param fileBytes size of our file afterwards.
 */
record BytesWritten(
        long frameCount,
        long payloadBytes,
        long oursBytes,
        long sameCadenceBytes,
        long eachSecondBytes,
        long fileBytes) {
    private static final int RATE_HZ = 200;
    /** A frame's message without framing and checksum: SPEC.md, {@code 23 + 2 n} bytes for n pads. */
    private static final int MESSAGE_HEADER_BYTES = 23;

    private static final int FRAMES_PER_BLOCK_COUNT = (int) (SqliteSessionWriter.BLOCK_SPAN_US * RATE_HZ / 1_000_000);

    /** Arguments: a folder on the disk in question, seconds of session time, seed. Prints one line of JSON. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(measure(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]))
                .json());
    }

    /** Records a simulated session of a coached athlete in three ways. */
    static BytesWritten measure(Path folder, int seconds, long seed) throws Exception {
        List<RawFrame> frames = frames(seed, seconds);
        return new BytesWritten(
                frames.size(),
                frames.stream()
                        .mapToLong(frame -> MESSAGE_HEADER_BYTES + 2L * frame.padCounts().length)
                        .sum(),
                ours(folder.resolve("ours"), frames),
                blobs(folder.resolve("same.sqlite"), frames, FRAMES_PER_BLOCK_COUNT),
                blobs(folder.resolve("second.sqlite"), frames, RATE_HZ),
                Files.size(folder.resolve("ours").resolve(SqliteSessionArchive.FILE_NAME)));
    }

    double ratio() {
        return oursBytes / (double) sameCadenceBytes;
    }

    String json() {
        double payload = payloadBytes;
        return String.format(
                Locale.ROOT,
                "{\"frame_count\":%d,\"payload_bytes\":%d,\"commit_ms\":%d,\"ours_bytes_per_payload_byte\":%.4f,"
                        + "\"blob_same_cadence\":%.4f,\"blob_1s\":%.4f,\"ratio\":%.4f,\"ratio_1s\":%.4f,"
                        + "\"file_bytes_per_payload_byte\":%.4f}",
                frameCount,
                payloadBytes,
                SqliteSessionWriter.BLOCK_SPAN_US / 1000,
                oursBytes / payload,
                sameCadenceBytes / payload,
                eachSecondBytes / payload,
                ratio(),
                oursBytes / (double) eachSecondBytes,
                fileBytes / payload);
    }

    private static List<RawFrame> frames(long seed, int seconds) {
        SimulatedBoard board =
                new SimulatedBoard(new AthleteSimulation(Scenario.COACHED, seed, seconds * 1000L), RATE_HZ);
        List<RawFrame> frames = new ArrayList<>();
        WireReceiver receiver = new WireReceiver(new FrameSink() {
            @Override
            public void hello(BoardHello hello, int bootIndex) {
                // the archive of the example has one of its own
            }

            @Override
            public void frame(RawFrame frame) {
                frames.add(frame.copy());
            }

            @Override
            public void linkLost(String reason) {
                throw new IllegalStateException(reason);
            }
        });
        byte[] bytes = board.helloBytes();
        while (bytes.length > 0) {
            receiver.accept(bytes, 0, bytes.length, board.nextFrameUs() * 1000);
            bytes = board.nextFrameBytes();
        }
        return frames;
    }

    private static long ours(Path folder, List<RawFrame> frames) throws Exception {
        long beforeBytes = writtenBytes();
        try (SessionArchive archive = SqliteSessionArchive.open(folder)) {
            SessionWriter writer = archive.begin(ExampleSession.record("a", Instant.EPOCH), ExampleSession.DOCUMENTS);
            for (int from = 0; from < frames.size(); from += FRAMES_PER_BLOCK_COUNT) {
                frames.subList(from, Math.min(frames.size(), from + FRAMES_PER_BLOCK_COUNT))
                        .forEach(writer::append);
                // wait for the commit, as at the pace of a session
                Deadline deadline = new Deadline(10_000);
                while (writer.state().waitingFrameCount() >= FRAMES_PER_BLOCK_COUNT) {
                    deadline.check("a commit");
                }
            }
            writer.end(ExampleSession.closed());
        }
        return writtenBytes() - beforeBytes;
    }

    private static long blobs(Path file, List<RawFrame> frames, int framesPerCommitCount)
            throws SQLException, IOException {
        long beforeBytes = writtenBytes();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute("create table raw (id integer primary key, messages blob)");
            try (PreparedStatement insert = connection.prepareStatement("insert into raw (messages) values (?)")) {
                for (int from = 0; from < frames.size(); from += framesPerCommitCount) {
                    insert.setBytes(
                            1, messages(frames.subList(from, Math.min(frames.size(), from + framesPerCommitCount))));
                    insert.executeUpdate();
                }
            }
        }
        return writtenBytes() - beforeBytes;
    }

    private static byte[] messages(List<RawFrame> frames) {
        int frameBytes = MESSAGE_HEADER_BYTES + 2 * frames.get(0).padCounts().length;
        ByteBuffer messages = ByteBuffer.allocate(frames.size() * frameBytes).order(ByteOrder.LITTLE_ENDIAN);
        for (RawFrame frame : frames) {
            messages.put((byte) 2)
                    .putInt((int) frame.sequence())
                    .putInt((int) frame.deviceTimeUs())
                    .put((byte) frame.frameFlags())
                    .put((byte) frame.padCounts().length);
            for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
                messages.putShort(frame.accelCounts()[axisIndex]);
            }
            for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
                messages.putShort(frame.gyroCounts()[axisIndex]);
            }
            for (char count : frame.padCounts()) {
                messages.putChar(count);
            }
        }
        return messages.array();
    }

    /** Bytes that this process has caused to be written to a disk. */
    private static long writtenBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/io"))) {
            if (line.startsWith("write_bytes: ")) {
                return Long.parseLong(line.substring(line.indexOf(' ') + 1));
            }
        }
        throw new IOException("/proc/self/io has no write_bytes");
    }
}
