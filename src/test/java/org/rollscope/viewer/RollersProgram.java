package org.rollscope.viewer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.detect.Activity;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoMetricsPublisher;
import org.rollscope.session.Advice;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.session.SessionRecord;
import org.rollscope.telemetry.MetricsMessage;

/**
 * A room of rollers in a process of its own: a broker, and for each roller a publisher that says a hundred frames a second in ten
 * batches with ten live figures, as a service does. Every three seconds another one is pressed over its ceiling for one second; the
 * event's id is the moment at which it was said.
 *
 * <p>{@code PORT COUNT SECONDS}.
 */
final class RollersProgram {
    static final String PRESSED = "pressed-";
    private static final PressureBand BAND = new PressureBand(20, 50, 60, CeilingSource.RAMP_TEST);
    private static final int BATCH_COUNT = 10;
    private static final long PERIOD_US = 10_000;
    private static final int STEPS_A_PRESS = 30;
    private static final int PRESSED_STEPS = 10;

    private RollersProgram() {}

    static String rollerId(int index) {
        return String.format(Locale.ROOT, "crowd-%02d", index + 1);
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int rollerCount = Integer.parseInt(arguments[1]);
        int stepCount = 10 * Integer.parseInt(arguments[2]);
        MqttSettings settings = MqttSettings.of("mqtt://127.0.0.1:" + port);
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.onLoopback(port));
        List<PahoMetricsPublisher> rollers = new ArrayList<>();
        for (int index = 0; index < rollerCount; index++) {
            PahoMetricsPublisher roller = new PahoMetricsPublisher(settings, rollerId(index), Screenshots.CLOCK, null);
            roller.connectTo(settings.address());
            rollers.add(roller);
            introduce(roller, index);
        }
        long beginNs = System.nanoTime();
        for (int step = 0; step < stepCount; step++) {
            int pressed = step / STEPS_A_PRESS * 7 % rollerCount;
            int within = step % STEPS_A_PRESS;
            for (int index = 0; index < rollerCount; index++) {
                boolean over = index == pressed && within < PRESSED_STEPS && step >= STEPS_A_PRESS;
                say(rollers.get(index), index, step, over);
                if (step >= STEPS_A_PRESS && index == pressed && (within == 0 || within == PRESSED_STEPS)) {
                    event(rollers.get(index), index, step, within == 0);
                }
            }
            long dueNs = beginNs + TimeUnit.MILLISECONDS.toNanos(100L * (step + 1));
            TimeUnit.NANOSECONDS.sleep(Math.max(0, dueNs - System.nanoTime()));
        }
        rollers.forEach(PahoMetricsPublisher::close);
        broker.close();
        System.exit(0);
    }

    private static void introduce(PahoMetricsPublisher roller, int index) {
        BoardHello hello =
                new BoardHello(1, index, "1.0.0", 1, 1, 100, 12, 3300, 156.9, 34.9, 0, 3900, Double.NaN, new int[48]);
        roller.publish(new MetricsMessage.Device(hello, "c", "0.1.0"));
        roller.publish(new MetricsMessage.Session(new SessionRecord(
                "s" + index,
                Instant.EPOCH,
                rollerId(index),
                "athlete-" + (100 + index),
                Muscle.values()[index % Muscle.values().length],
                Side.LEFT,
                BAND,
                hello,
                "c",
                "0.1.0",
                "h")));
    }

    private static void say(PahoMetricsPublisher roller, int index, int step, boolean over) {
        double[] padKpa = new double[48];
        List<FramePoint> points = new ArrayList<>();
        double mean = 0;
        for (int frame = 0; frame < BATCH_COUNT; frame++) {
            long sequence = (long) step * BATCH_COUNT + frame;
            mean = (over ? 75 : 40) + 8 * Math.sin(sequence / 60.0 + index);
            for (int padIndex = 14; padIndex < 24; padIndex++) {
                padKpa[padIndex] = mean * (1 + padIndex % 3 * 0.2);
            }
            points.add(new FramePoint(
                    sequence * PERIOD_US,
                    sequence,
                    Activity.HOLD,
                    243,
                    mean,
                    1.4 * mean,
                    5000,
                    0,
                    over,
                    PadPressures.of(padKpa)));
        }
        FramePoint last = points.get(points.size() - 1);
        roller.publish(new MetricsMessage.Frames(points));
        roller.publish(new MetricsMessage.Live(new LiveMetrics(
                last.deviceTimeUs(),
                Activity.HOLD,
                243,
                mean,
                1.4 * mean,
                5000,
                0,
                100L * step,
                over,
                0.1,
                BAND,
                over ? Advice.EASE_OFF : Advice.KEEP_HOLDING,
                0.065,
                0,
                last.pads())));
    }

    private static void event(PahoMetricsPublisher roller, int index, int step, boolean begins) {
        long atUs = (long) step * BATCH_COUNT * PERIOD_US;
        PressureEvidence evidence = new PressureEvidence(75, 105, 60, 1);
        RollerEvent event = begins
                ? new RollerEvent.OverpressureStarted(atUs, atUs, evidence)
                : new RollerEvent.OverpressureEnded(atUs, atUs, atUs, evidence, Figures.NONE);
        String eventId = (begins ? PRESSED : "eased-") + System.currentTimeMillis();
        roller.publish(new MetricsMessage.Event(eventId, "s" + index, atUs, event));
    }
}
