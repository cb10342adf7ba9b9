package org.rollscope.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.Activity;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.Quality;
import org.rollscope.session.Advice;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.session.SessionRecord;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;

/**
 * A calf on the roller, played from a script: a minute at once, then in real time.
 *
 * <p>The roller is picked up, rolled on, loses its radio link for a moment, then a hold begins that is too hard at first.
 */
final class PlayedFeed implements MetricsFeed {
    static final PressureBand BAND = new PressureBand(20, 51, 60, CeilingSource.RAMP_TEST);
    private static final int RATE_HZ = 100;
    private static final int BATCH_COUNT = 10;
    private static final long PERIOD_US = 1_000_000 / RATE_HZ;
    private static final double HOLD_FROM_S = 43;
    private static final double LINK_LOST_FROM_S = 30.2;
    private static final double LINK_LOST_TO_S = 32;

    private final double atOnceS;
    private final Random noise = new Random(4);
    private final Thread player = new Thread(this::playOn, "played-feed");
    private volatile boolean closing;
    private Listener listener;
    private long sequence;
    private double drift;

    PlayedFeed(double atOnceS) {
        this.atOnceS = atOnceS;
        player.setDaemon(true);
    }

    @Override
    public void start(Listener newListener) {
        listener = newListener;
        listener.connection(true, "connected to 127.0.0.1:1883");
        BoardHello hello = new BoardHello(
                1, 0x5e1fL, "1.0.0", 1, 1, RATE_HZ, 12, 3300, 156.9, 34.9, 0, 3920, Double.NaN, new int[48]);
        listener.message("studio-1", new MetricsMessage.Status(true));
        listener.message("studio-1", new MetricsMessage.Device(hello, "roller-5e1f-2026-11", "0.1.0"));
        listener.message(
                "studio-1",
                new MetricsMessage.Session(new SessionRecord(
                        "20261121-080000",
                        java.time.Instant.parse("2026-11-21T08:00:00Z"),
                        "studio-1",
                        "athlete-7",
                        Muscle.CALF,
                        Side.LEFT,
                        BAND,
                        hello,
                        "roller-5e1f-2026-11",
                        "0.1.0",
                        "a1b2")));
        while (sequence < atOnceS * RATE_HZ) {
            playBatch();
        }
        player.start();
    }

    private void playOn() {
        long startNs = System.nanoTime();
        long startSequence = sequence;
        try {
            while (!closing) {
                playBatch();
                long dueNs = startNs + (sequence - startSequence) * PERIOD_US * 1000;
                Thread.sleep(Math.max(1, (dueNs - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void playBatch() {
        List<FramePoint> points = new ArrayList<>();
        for (int index = 0; index < BATCH_COUNT; index++) {
            double timeS = (double) sequence / RATE_HZ;
            if (timeS < LINK_LOST_FROM_S || timeS > LINK_LOST_TO_S) {
                points.add(point(timeS));
            }
            sequence++;
        }
        if (points.isEmpty()) {
            return;
        }
        FramePoint last = points.get(points.size() - 1);
        listener.message("studio-1", new MetricsMessage.Frames(points));
        long holdMs =
                last.activity() == Activity.HOLD ? Math.round((last.deviceTimeUs() / 1e6 - HOLD_FROM_S + 3) * 1000) : 0;
        Advice advice = last.overpressure() ? Advice.EASE_OFF : holdMs > 0 ? Advice.KEEP_HOLDING : Advice.NONE;
        listener.message(
                "studio-1",
                new MetricsMessage.Live(new LiveMetrics(
                        last.deviceTimeUs(),
                        last.activity(),
                        last.totalForceN(),
                        last.meanPressureKpa(),
                        last.peakPressureKpa(),
                        last.contactAreaMm2(),
                        last.speedMmPerS(),
                        holdMs,
                        last.overpressure(),
                        0.1,
                        BAND,
                        advice,
                        0.065,
                        Quality.GOOD_FLAGS,
                        last.pads())));
    }

    private FramePoint point(double timeS) {
        double load = smooth(timeS, 9, 11) * (1 - 0.9 * bump(timeS, 39.5, 1.2));
        boolean rolling = timeS > 12 && timeS < 38.5;
        double phase = 2 * Math.PI * (timeS - 12) / 7.5;
        double speed = rolling ? 58 * Math.sin(phase) + noise.nextGaussian() * 1.2 : noise.nextGaussian() * 0.4;
        drift += 0.03 * (noise.nextGaussian() - 0.15 * drift);
        double mean = load
                * (rolling
                        ? 38 + 8 * Math.sin(2 * phase + 1)
                        : 47 + 20 * bump(timeS, 46, 1.6) - 4 * smooth(timeS, 50, 75));
        mean = Math.max(0, mean + load * (drift * 5 + noise.nextGaussian() * 0.25));
        boolean over = mean > 61 || (timeS > 44.6 && timeS < 47.4 && mean > 58);
        Activity activity = timeS < 5
                ? Activity.IDLE
                : timeS < 9.5
                        ? Activity.HANDLING
                        : load < 0.5
                                ? Activity.UNKNOWN
                                : rolling ? Activity.ROLLING : timeS >= HOLD_FROM_S ? Activity.HOLD : Activity.CONTACT;
        PadPressures pads = pads(mean, rolling ? 5.5 - 2.2 * Math.cos(phase) : 4.8);
        double peak = 0;
        for (int padIndex = 0; padIndex < pads.padCount(); padIndex++) {
            peak = Math.max(peak, pads.pressureKpa(padIndex));
        }
        double areaMm2 = load * (5100 + 300 * drift);
        return new FramePoint(
                Math.round(timeS * 1e6),
                sequence,
                activity,
                mean * areaMm2 / 1000,
                mean,
                peak,
                areaMm2,
                load > 0.1 ? speed : 0,
                over,
                pads);
    }

    private PadPressures pads(double mean, double centreColumn) {
        PadGeometry roller = PadGeometry.REFERENCE;
        double[] pressureKpa = new double[roller.padCount()];
        for (int padIndex = 0; padIndex < pressureKpa.length; padIndex++) {
            double across = roller.columnIndex(padIndex) - centreColumn;
            double along = roller.rowIndex(padIndex) - 1.7;
            double share = Math.exp(-across * across / 2.2 - along * along / 2.6);
            pressureKpa[padIndex] = share < 0.04 ? 0 : Math.max(0, 1.75 * mean * share + noise.nextGaussian() * 0.3);
        }
        return PadPressures.of(pressureKpa);
    }

    private static double smooth(double timeS, double fromS, double toS) {
        double share = Math.max(0, Math.min(1, (timeS - fromS) / (toS - fromS)));
        return share * share * (3 - 2 * share);
    }

    private static double bump(double timeS, double atS, double widthS) {
        double distance = (timeS - atS) / widthS;
        return Math.exp(-distance * distance);
    }

    @Override
    public void close() {
        closing = true;
        player.interrupt();
    }
}
