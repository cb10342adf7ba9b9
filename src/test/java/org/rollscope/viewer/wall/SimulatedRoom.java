package org.rollscope.viewer.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.Activity;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.Quality;
import org.rollscope.session.Advice;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.session.SessionRecord;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;

/** A room of athletes on their rollers, whose messages are said step by step. */
public final class SimulatedRoom implements MetricsFeed {
    private static final PadPressures PADS = PadPressures.of(new double[48]);
    private static final int BATCH_COUNT = 10;

    private final int rollerCount;
    private final long periodUs;
    private final Set<Integer> silent = new HashSet<>();
    private final Map<Integer, Double> pressedShare = new HashMap<>();
    private final Map<Integer, Double> guardingRatio = new HashMap<>();
    private Listener listener;
    private long sequence;

    /** Rollers, and time from frame to frame. */
    public SimulatedRoom(int rollerCount, long periodUs) {
        this.rollerCount = rollerCount;
        this.periodUs = periodUs;
    }

    @Override
    public void start(Listener newListener) {
        listener = newListener;
        listener.connection(true, "connected to 127.0.0.1:1883");
        for (int roller = 0; roller < rollerCount; roller++) {
            BoardHello hello = new BoardHello(
                    1, roller, "1.0.0", 1, 1, 100, 12, 3300, 156.9, 34.9, 0, battery(roller), Double.NaN, new int[48]);
            String rollerId = rollerId(roller);
            listener.message(rollerId, new MetricsMessage.Status(true));
            listener.message(rollerId, new MetricsMessage.Device(hello, "c", "0.1.0"));
            boolean idle = roller % 11 == 9;
            Muscle muscle = Muscle.values()[roller % Muscle.values().length];
            SessionRecord session = new SessionRecord(
                    "s" + roller,
                    Instant.EPOCH,
                    rollerId,
                    "athlete-" + (roller + 101),
                    muscle,
                    roller % 2 == 0 ? Side.LEFT : Side.RIGHT,
                    band(roller),
                    hello,
                    "c",
                    "0.1.0",
                    "a1");
            listener.message(rollerId, new MetricsMessage.Session(idle ? null : session));
        }
    }

    private static int battery(int roller) {
        return roller % 5 == 3 ? BoardHello.BATTERY_NOT_MEASURED_MV : 3500 + 17 * roller;
    }

    /** Name of a roller. */
    public static String rollerId(int roller) {
        return String.format(Locale.ROOT, "roller-%02d", roller + 1);
    }

    private static PressureBand band(int roller) {
        double ceilingKpa = 45 + roller * 7 % 40;
        return new PressureBand(20, 0.85 * ceilingKpa, ceilingKpa, CeilingSource.RAMP_TEST);
    }

    /** From now on a roller is not heard. */
    public void silence(int roller) {
        silent.add(roller);
    }

    /** From now on a roller is pressed with this share of its ceiling; its event is said at once. */
    public void press(int roller, double shareOfCeilingRatio) {
        pressedShare.put(roller, shareOfCeilingRatio);
        double ceilingKpa = band(roller).ceilingKpa();
        event(
                roller,
                new RollerEvent.OverpressureStarted(
                        timeUs(),
                        timeUs(),
                        new PressureEvidence(
                                shareOfCeilingRatio * ceilingKpa,
                                2 * shareOfCeilingRatio * ceilingKpa,
                                ceilingKpa,
                                1)));
    }

    /** It is let go. */
    public void release(int roller) {
        pressedShare.remove(roller);
        event(
                roller,
                new RollerEvent.OverpressureEnded(
                        0, timeUs(), 0, new PressureEvidence(1, 1, band(roller).ceilingKpa(), 1), Figures.NONE));
    }

    /** From now on guarding is suspected on a roller. */
    public void guard(int roller, double scoreRatio) {
        guardingRatio.put(roller, scoreRatio);
    }

    private void event(int roller, RollerEvent event) {
        listener.message(rollerId(roller), new MetricsMessage.Event("e", "s" + roller, timeUs(), event));
    }

    private long timeUs() {
        return sequence * periodUs;
    }

    /** Says the next ten frames of every roller, and its live figures. */
    public void step() {
        for (int roller = 0; roller < rollerCount; roller++) {
            if (!silent.contains(roller)) {
                sayRoller(roller);
            }
        }
        sequence += BATCH_COUNT;
    }

    private void sayRoller(int roller) {
        List<FramePoint> points = new ArrayList<>();
        for (long index = sequence; index < sequence + BATCH_COUNT; index++) {
            // One roller's radio link is lost for a second now and then.
            if (roller % 9 != 4 || index % 1000 < 900) {
                double mean = mean(roller, index);
                points.add(new FramePoint(
                        index * periodUs,
                        index,
                        activity(roller),
                        300,
                        mean,
                        2 * mean,
                        5000,
                        0,
                        pressedShare.containsKey(roller),
                        PADS));
            }
        }
        if (!points.isEmpty()) {
            listener.message(rollerId(roller), new MetricsMessage.Frames(points));
            listener.message(rollerId(roller), live(roller, points.get(points.size() - 1)));
        }
    }

    private MetricsMessage live(int roller, FramePoint last) {
        return new MetricsMessage.Live(new LiveMetrics(
                last.deviceTimeUs(),
                last.activity(),
                last.totalForceN(),
                last.meanPressureKpa(),
                last.peakPressureKpa(),
                last.contactAreaMm2(),
                0,
                0,
                last.overpressure(),
                guardingRatio.getOrDefault(roller, 0.1),
                band(roller),
                Advice.NONE,
                0.065,
                Quality.GOOD_FLAGS,
                PADS));
    }

    private static Activity activity(int roller) {
        return roller % 11 == 9
                ? Activity.IDLE
                : roller % 3 == 0 ? Activity.ROLLING : roller % 3 == 1 ? Activity.HOLD : Activity.CONTACT;
    }

    /** Mean pressure of one frame. */
    private double mean(int roller, long index) {
        double ceilingKpa = band(roller).ceilingKpa();
        double noise = (index * 7919 + roller * 104_729L) % 97 / 97.0 - 0.5;
        if (activity(roller) == Activity.IDLE) {
            return Math.max(0, noise);
        }
        double wave = activity(roller) == Activity.ROLLING ? 0.16 : 0.03;
        double share = pressedShare.getOrDefault(roller, 0.68)
                + wave * Math.sin(index * periodUs / 1e6 * (0.8 + roller % 7 * 0.12) + roller);
        return ceilingKpa * (share + 0.03 * noise);
    }

    @Override
    public void close() {}
}
