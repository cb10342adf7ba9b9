package org.rollscope.viewer.chart;

import com.sun.management.ThreadMXBean;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.Activity;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.Quality;
import org.rollscope.mqtt.Decoded;
import org.rollscope.mqtt.Envelope;
import org.rollscope.mqtt.MetricsCodec;
import org.rollscope.session.Advice;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.ViewerModel;

/**
 * Hours of a roller at 200 Hz with 48 pads through all that a viewer does with them: payloads as a broker brings them, decoded, kept,
 * and drawn.
 *
 * <p>Told each hour: the heap after a collection, and of 400 redraws, a batch of frames before each, the bytes allocated and the median
 * time, beside that of a window that was opened two minutes ago and draws the same, turn by turn: a shared machine is not equally fast
 * from hour to hour. Ends with 1 when heap or bytes grow from the second hour to the last, or an old window is slower than a new one;
 * the first hour pays for compiling. The board restarts once and loses its link now and then.
 */
public final class EightHours {
    private static final int RATE_HZ = 200;
    private static final int BATCH_COUNT = 10;
    private static final long PERIOD_US = 1_000_000 / RATE_HZ;
    private static final int REDRAW_COUNT = 400;
    private static final int WIDTH_PX = 1100;
    private static final int HEIGHT_PX = 520;
    /** Between the measured redraws one for so many batches, as a busy machine would. */
    private static final int IDLE_BATCHES_PER_REDRAW = 40;
    /** Eight bytes a frame that stay would be 5.8 MB an hour. */
    private static final double HEAP_GROWTH_LIMIT_MB = 1;

    /** Medians of the same work, turn by turn, differ by less than this. */
    private static final double OLD_TO_NEW_LIMIT_RATIO = 1.2;

    /** Batches that a new window hears before it is measured: its chart of a minute is full. */
    private static final int NEW_BATCH_COUNT = 120 * RATE_HZ / BATCH_COUNT;

    private static final double ALLOCATION_GROWTH_LIMIT_RATIO = 1.05;
    private static final PressureBand BAND = new PressureBand(20, 51, 60, CeilingSource.RAMP_TEST);

    private static final HostClock CLOCK = new HostClock() {
        @Override
        public long monotonicNs() {
            return System.nanoTime();
        }

        @Override
        public Instant wallClock() {
            return Instant.now();
        }
    };

    private final MetricsCodec codec = new MetricsCodec();
    private final Window old = new Window();
    private @Nullable Window young;
    private final Random noise = new Random(8);
    private final String serviceStartId = UUID.randomUUID().toString();
    private long sequence;
    private long messageSequence;
    private long byteCount;

    private EightHours() {}

    private record Hour(double heapMb, double redrawMs, double newRedrawMs, double allocatedBytes) {
        Hour withHeap(double nowHeapMb) {
            return new Hour(nowHeapMb, redrawMs, newRedrawMs, allocatedBytes);
        }
    }

    /** What one window keeps and draws. */
    private static final class Window {
        private final ViewerModel model = new ViewerModel(CLOCK, ChartHistory.capacityCount(60_000));
        private final LiveChart chart = new LiveChart(60_000);
        private final BufferedImage image = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_RGB);

        double redrawMs() {
            long startNs = System.nanoTime();
            chart.refresh(model, true);
            Graphics2D g2 = image.createGraphics();
            chart.paintOnce(g2, WIDTH_PX, HEIGHT_PX);
            g2.dispose();
            return (System.nanoTime() - startNs) / 1e6;
        }
    }

    /** First argument: how many hours, 3 or more. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("java.awt.headless", "true");
        int hourCount = Integer.parseInt(arguments[0]);
        EightHours run = new EightHours();
        List<Hour> hours = new ArrayList<>();
        for (int hour = 1; hour <= hourCount; hour++) {
            hours.add(run.hour().withHeap(heapMb()));
            Hour last = hours.get(hours.size() - 1);
            System.out.printf(
                    Locale.ROOT,
                    "hour %d: %d frames, %.0f MB of payloads; heap %.1f MB, redraw %.2f ms, of a new window %.2f ms, "
                            + "%.0f bytes allocated%n",
                    hour,
                    run.sequence,
                    run.byteCount / 1e6,
                    last.heapMb,
                    last.redrawMs,
                    last.newRedrawMs,
                    last.allocatedBytes);
        }
        System.exit(judge(hours.get(1), hours.get(hourCount - 1)) ? 0 : 1);
    }

    /** After the hour's method has returned, so that nothing of it is held; the least of some, since Java2D lets go of images late. */
    private static double heapMb() throws InterruptedException {
        double leastMb = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 5; round++) {
            System.gc();
            Thread.sleep(100);
            leastMb = Math.min(
                    leastMb,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
        }
        return leastMb;
    }

    private static boolean judge(Hour second, Hour last) {
        boolean flat = last.heapMb - second.heapMb <= HEAP_GROWTH_LIMIT_MB;
        double oldToNewRatio = last.redrawMs / last.newRedrawMs;
        boolean fast = oldToNewRatio <= OLD_TO_NEW_LIMIT_RATIO;
        boolean frugal = last.allocatedBytes <= ALLOCATION_GROWTH_LIMIT_RATIO * second.allocatedBytes;
        System.out.printf(
                Locale.ROOT,
                "from the second hour to the last: heap %+.1f MB (limit %+.0f), allocated %.3f times (limit %.2f); "
                        + "a redraw takes %.2f of that of a new window (limit %.1f): %s%n",
                last.heapMb - second.heapMb,
                HEAP_GROWTH_LIMIT_MB,
                last.allocatedBytes / second.allocatedBytes,
                ALLOCATION_GROWTH_LIMIT_RATIO,
                oldToNewRatio,
                OLD_TO_NEW_LIMIT_RATIO,
                flat && fast && frugal ? "flat" : "GROWS");
        return flat && fast && frugal;
    }

    private Hour hour() {
        int batchCount = 3600 * RATE_HZ / BATCH_COUNT;
        for (int batch = 0; batch < batchCount - REDRAW_COUNT; batch++) {
            if (batch == batchCount - REDRAW_COUNT - NEW_BATCH_COUNT) {
                young = new Window();
            }
            hear();
            if (batch % IDLE_BATCHES_PER_REDRAW == 0) {
                old.redrawMs();
            }
        }
        Window other = Objects.requireNonNull(young);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] spentMs = new double[REDRAW_COUNT];
        double[] newSpentMs = new double[REDRAW_COUNT];
        long allocated = 0;
        for (int index = 0; index < REDRAW_COUNT; index++) {
            hear();
            long bytesBefore =
                    thread.getThreadAllocatedBytes(Thread.currentThread().getId());
            spentMs[index] = old.redrawMs();
            allocated += thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytesBefore;
            newSpentMs[index] = other.redrawMs();
        }
        young = null;
        Arrays.sort(spentMs);
        Arrays.sort(newSpentMs);
        return new Hour(
                Double.NaN, spentMs[REDRAW_COUNT / 2], newSpentMs[REDRAW_COUNT / 2], (double) allocated / REDRAW_COUNT);
    }

    /** One batch of frames and one message of live figures, as bytes. */
    private void hear() {
        List<FramePoint> points = new ArrayList<>(BATCH_COUNT);
        for (int index = 0; index < BATCH_COUNT; index++) {
            boolean away = sequence % 360_000 > 358_000;
            if (!away) {
                points.add(point());
            }
            sequence++;
        }
        if (points.isEmpty()) {
            return;
        }
        FramePoint last = points.get(points.size() - 1);
        tell(Topic.FRAMES, new MetricsMessage.Frames(points));
        tell(
                Topic.LIVE,
                new MetricsMessage.Live(new LiveMetrics(
                        last.deviceTimeUs(),
                        last.activity(),
                        last.totalForceN(),
                        last.meanPressureKpa(),
                        last.peakPressureKpa(),
                        last.contactAreaMm2(),
                        last.speedMmPerS(),
                        0,
                        last.overpressure(),
                        0.1,
                        BAND,
                        Advice.NONE,
                        0.065,
                        Quality.GOOD_FLAGS,
                        last.pads())));
    }

    private void tell(Topic topic, MetricsMessage message) {
        byte[] payload =
                codec.encode("roller-1", message, new Envelope(serviceStartId, messageSequence++, Instant.EPOCH));
        byteCount += payload.length;
        if (codec.decode(topic, payload) instanceof Decoded.Message decoded) {
            old.model.message("roller-1", decoded.message());
            if (young != null) {
                young.model.message("roller-1", decoded.message());
            }
        } else {
            throw new IllegalStateException("a payload of our own could not be read");
        }
    }

    private FramePoint point() {
        double timeS = (double) sequence / RATE_HZ;
        // the board's clock begins anew in the middle of the third hour
        long deviceTimeUs = (sequence >= 1_800_000 ? sequence - 1_800_000 : sequence) * PERIOD_US;
        boolean hold = timeS % 90 > 45;
        double mean = hold ? 47 + noise.nextGaussian() * 0.3 : 38 + 8 * Math.sin(timeS * 1.7) + noise.nextGaussian();
        double[] pressureKpa = new double[PadGeometry.REFERENCE.padCount()];
        for (int padIndex = 0; padIndex < pressureKpa.length; padIndex++) {
            pressureKpa[padIndex] = padIndex % 12 < 3 ? mean * (1 + padIndex % 3 / 4.0) : 0;
        }
        return new FramePoint(
                deviceTimeUs,
                sequence,
                hold ? Activity.HOLD : Activity.ROLLING,
                mean * 5,
                mean,
                mean * 1.5,
                5000,
                hold ? 0 : 58 * Math.cos(timeS * 1.7),
                mean > 60,
                PadPressures.of(pressureKpa));
    }
}
