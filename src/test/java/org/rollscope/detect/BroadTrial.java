package org.rollscope.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.rollscope.calibration.Calibrator;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.protocol.WireReceiver;

/**
 * A real recording with labels: BROAD (Laidig, Caruso, Cereatti, Seel, Data 2021, 6(7), 72; CC-BY-4.0), as a roller would have
 * sent it: through the encoder, the bytes of the wire, the decoder and the calibration.
 *
 * <p>The recordings are no part of this repository. They are looked for in {@code shared/data/broad} beside any parent folder.
 */
final class BroadTrial {
    /** Nearest whole rate; the times of the frames are the true ones, 3500 microseconds apart. */
    private static final int RATE_HZ = 286;

    private static final double ACCEL_FULL_SCALE_M_PER_S2 = 16 * 9.80665;
    private static final double GYRO_FULL_SCALE_RAD_PER_S = Math.toRadians(2000);

    /** Truth of one row. */
    record Truth(long timeUs, boolean moving, double upX, double upY, double upZ) {
        boolean upKnown() {
            return !Double.isNaN(upX);
        }
    }

    final List<Truth> truths = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();

    static Optional<Path> folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("data").resolve("broad");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static BroadTrial read(Path file) throws IOException {
        BroadTrial trial = new BroadTrial();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                trial.add(line.split(",", -1));
            }
        }
        return trial;
    }

    private void add(String[] cells) {
        double[] row = new double[7];
        for (int index = 0; index < 7; index++) {
            row[index] = Double.parseDouble(cells[index]);
        }
        rows.add(row);
        double[] quaternion = new double[4];
        for (int index = 0; index < 4; index++) {
            quaternion[index] = cells[7 + index].isEmpty() ? Double.NaN : Double.parseDouble(cells[7 + index]);
        }
        double w = quaternion[0];
        double x = quaternion[1];
        double y = quaternion[2];
        double z = quaternion[3];
        // The earth's z axis in the sensor's axes: the third row of the rotation from sensor to earth.
        truths.add(new Truth(
                (long) row[0],
                cells[11].equals("1"),
                2 * (x * z - w * y),
                2 * (y * z + w * x),
                w * w - x * x - y * y + z * z));
    }

    /** The recording as calibrated frames, one for each row. */
    void play(Consumer<CalibratedFrame> listener) {
        RollerCalibration calibration = SimulatedSession.calibration(1);
        BoardHello hello = new BoardHello(
                1,
                1,
                "1.0.0",
                1,
                1,
                RATE_HZ,
                10,
                3300,
                ACCEL_FULL_SCALE_M_PER_S2,
                GYRO_FULL_SCALE_RAD_PER_S,
                0,
                0,
                Double.NaN,
                new int[48]);
        Calibrator calibrator = new Calibrator(calibration, hello);
        WireReceiver receiver = new WireReceiver(new Line(calibrator, listener));
        byte[] greeting = FrameEncoder.hello(hello);
        receiver.accept(greeting, 0, greeting.length, 0);
        for (int index = 0; index < rows.size(); index++) {
            double[] row = rows.get(index);
            short[] accel = new short[3];
            short[] gyro = new short[3];
            for (int axis = 0; axis < 3; axis++) {
                // The calibration takes off an offset that this sensor does not have.
                double rate = row[1 + axis] + calibration.gyroOffsetRadPerS().get(axis);
                gyro[axis] = counts(rate / GYRO_FULL_SCALE_RAD_PER_S);
                accel[axis] = counts(row[4 + axis] / ACCEL_FULL_SCALE_M_PER_S2);
            }
            byte[] bytes = FrameEncoder.frame(
                    new RawFrame(0, index, (long) row[0], 0, 0, RawFrame.IMU_VALID_FLAGS, accel, gyro, new char[48]));
            receiver.accept(bytes, 0, bytes.length, 0);
        }
    }

    private static short counts(double share) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.rint(share * 32768)));
    }

    private record Line(Calibrator calibrator, Consumer<CalibratedFrame> listener) implements FrameSink {
        @Override
        public void hello(BoardHello hello, int bootIndex) {
            // known
        }

        @Override
        public void frame(RawFrame frame) {
            listener.accept(calibrator.calibrate(frame, frame.deviceTimeUs()));
        }

        @Override
        public void linkLost(String reason) {
            throw new AssertionError(reason);
        }
    }
}
