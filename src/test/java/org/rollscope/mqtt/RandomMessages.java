package org.rollscope.mqtt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.Activity;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.LinkCounters;
import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Intensity;
import org.rollscope.programme.plan.Manner;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.plan.WorkType;
import org.rollscope.programme.routine.PlaceOutcome;
import org.rollscope.programme.routine.Prompt;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.session.Advice;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;

/** Messages with values on the payload's grid, so that a round trip is exact; some quantities are NaN. */
final class RandomMessages {
    private final Random random;

    RandomMessages(long seed) {
        random = new Random(seed);
    }

    MetricsMessage next(Topic topic) {
        return switch (topic) {
            case STATUS -> new MetricsMessage.Status(random.nextBoolean());
            case DEVICE -> new MetricsMessage.Device(hello(), text("cal"), "0.1." + random.nextInt(9));
            case SESSION -> new MetricsMessage.Session(random.nextInt(4) == 0 ? null : session());
            case LIVE -> new MetricsMessage.Live(live());
            case FRAMES -> frames();
            case EVENT ->
                new MetricsMessage.Event(text("event"), text("session"), Math.abs(random.nextLong() >> 8), event());
            case SUMMARY -> new MetricsMessage.Summary(text("session"), instant(), link(), summary());
            case ROUTINE -> new MetricsMessage.Routine(random.nextInt(4) == 0 ? null : guided());
            case PLAN -> new MetricsMessage.Planned(random.nextInt(4) == 0 ? null : planned());
        };
    }

    private MetricsMessage.Routine.Guided guided() {
        List<PlaceOutcome> outcomes = new ArrayList<>();
        for (int count = random.nextInt(5); count > 0; count--) {
            outcomes.add(new PlaceOutcome(
                    place(),
                    one(PlaceOutcome.Ending.values()),
                    random.nextInt(5),
                    random.nextInt(5),
                    random.nextInt(5),
                    random.nextInt(400_000),
                    random.nextInt(40_000) / 100.0,
                    random.nextInt(3)));
        }
        return new MetricsMessage.Routine.Guided(
                text("athlete"),
                new RoutineState(
                        one(Prompt.values()),
                        place(),
                        one(Tool.values()),
                        random.nextInt(8),
                        1 + random.nextInt(8),
                        random.nextInt(5),
                        1 + random.nextInt(5),
                        random.nextInt(120_000),
                        random.nextInt(90_000),
                        random.nextInt(30_000),
                        random.nextInt(3_600_000),
                        random.nextInt(40_000) / 100.0,
                        outcomes));
    }

    private MetricsMessage.Planned.Shared planned() {
        List<Prescription> prescriptions = new ArrayList<>();
        for (int count = random.nextInt(6); count > 0; count--) {
            double ceilingRatio = (200 + random.nextInt(801)) / 1000.0;
            prescriptions.add(new Prescription(
                    one(Muscle.values()),
                    one(Side.values()),
                    one(HoldPreset.values()),
                    new Dose(1 + random.nextInt(7), 20_000 + random.nextInt(100_001), 1 + random.nextInt(10)),
                    new Intensity(0.1, ceilingRatio),
                    new Manner(one(WorkType.values()), one(Tool.values()), one(RollContext.values())),
                    "2026-01-" + (10 + random.nextInt(20))));
        }
        int version = 1 + random.nextInt(50);
        return new MetricsMessage.Planned.Shared(
                text("athlete"),
                new MetricsMessage.Planned.Origin(version, random.nextInt(version), "2026-03-01", text("coach")),
                String.format(java.util.Locale.ROOT, "%064x", random.nextLong() >>> 1),
                prescriptions);
    }

    private BodyPlace place() {
        return new BodyPlace(one(Muscle.values()), one(Side.values()));
    }

    /** An event of a session of choice, with a number in its id. */
    MetricsMessage.Event event(String sessionId, long eventIndex) {
        return new MetricsMessage.Event(sessionId + "/" + eventIndex, sessionId, eventIndex, event());
    }

    /** The summary of a session of choice. */
    MetricsMessage.Summary summary(String sessionId) {
        return new MetricsMessage.Summary(sessionId, instant(), link(), summary());
    }

    Envelope envelope() {
        return new Envelope(text("start"), random.nextInt(Integer.MAX_VALUE), instant());
    }

    LiveMetrics live() {
        return new LiveMetrics(
                random.nextLong() >>> 10,
                one(Activity.values()),
                hundredths(1000),
                hundredths(400),
                hundredths(400),
                hundredths(20_000),
                (random.nextInt(60_000) - 30_000) / 100.0,
                random.nextInt(200_000),
                random.nextBoolean(),
                random.nextInt(10_001) / 10_000.0,
                band(),
                one(Advice.values()),
                random.nextInt(10_001) / 10_000.0,
                random.nextInt(128),
                pads(48));
    }

    private MetricsMessage.Frames frames() {
        List<FramePoint> points = new ArrayList<>();
        long deviceTimeUs = random.nextLong() >>> 12;
        long sequence = random.nextInt(1_000_000);
        int count = 1 + random.nextInt(30);
        int padCount = random.nextBoolean() ? 48 : 24;
        for (int index = 0; index < count; index++) {
            points.add(new FramePoint(
                    deviceTimeUs += 10_000,
                    sequence += 1 + random.nextInt(2),
                    one(Activity.values()),
                    hundredths(1000),
                    hundredths(400),
                    hundredths(400),
                    hundredths(20_000),
                    hundredths(300),
                    random.nextBoolean(),
                    pads(padCount)));
        }
        return new MetricsMessage.Frames(points);
    }

    private static final java.util.Set<EventType> WITH_LENGTH = java.util.EnumSet.of(
            EventType.CONTACT,
            EventType.HOLD,
            EventType.ROLL,
            EventType.OVERPRESSURE,
            EventType.GUARDING,
            EventType.SIGNAL_LOST);
    private static final java.util.Set<EventType> WITH_FIGURES = java.util.EnumSet.of(
            EventType.HOLD,
            EventType.OVERPRESSURE,
            EventType.GUARDING,
            EventType.RELEASE,
            EventType.SETTLED,
            EventType.TWITCH,
            EventType.LOADING_RATE);

    private RollerEvent event() {
        EventType type = one(EventType.values());
        long startUs = random.nextInt(2_000_000_000);
        PressureEvidence evidence = new PressureEvidence(
                hundredths(400), hundredths(400), hundredths(400), random.nextInt(10_001) / 10_000.0);
        if (WITH_LENGTH.contains(type) && random.nextBoolean()) {
            return RollerEvent.started(
                    type, startUs, startUs + random.nextInt(4_000_000), evidence, figures(type == EventType.GUARDING));
        }
        return RollerEvent.completed(
                type,
                startUs,
                startUs + random.nextInt(90_000_000),
                startUs + random.nextInt(4_000_000),
                evidence,
                type == EventType.STROKE
                        ? Figures.of("stroke_length_mm", (random.nextInt(60_000) - 30_000) / 100.0)
                        : figures(WITH_FIGURES.contains(type)));
    }

    private Figures figures(boolean some) {
        return some
                ? Figures.of("score_ratio", random.nextInt(10_001) / 10_000.0)
                        .and("reasons.tremor_ratio", random.nextInt(10_001) / 10_000.0)
                : Figures.NONE;
    }

    private SessionRecord session() {
        return new SessionRecord(
                text("session"),
                instant(),
                "roller-" + random.nextInt(1000),
                text("athlete"),
                one(Muscle.values()),
                one(Side.values()),
                band(),
                hello(),
                text("cal"),
                "0.1.0",
                text("hash"));
    }

    private BoardHello hello() {
        int[] scanOffsetUs =
                random.ints(random.nextBoolean() ? 48 : 24, 0, 5000).toArray();
        return new BoardHello(
                1,
                random.nextLong(),
                "1.2." + random.nextInt(10),
                1 + random.nextInt(3),
                random.nextInt(16),
                100 + random.nextInt(2) * 100,
                10 + random.nextInt(3),
                3300,
                156.9064,
                random.nextDouble() * 40,
                random.nextInt(5000),
                random.nextBoolean() ? BoardHello.BATTERY_NOT_MEASURED_MV : 3700 + random.nextInt(500),
                random.nextBoolean() ? Double.NaN : random.nextInt(800) / 10.0 - 20,
                scanOffsetUs);
    }

    private PressureBand band() {
        int floor = random.nextInt(4000);
        int amber = floor + random.nextInt(10_000);
        int ceiling = amber + 1 + random.nextInt(10_000);
        return new PressureBand(floor / 100.0, amber / 100.0, ceiling / 100.0, one(CeilingSource.values()));
    }

    private LinkCounters link() {
        return new LinkCounters(
                random.nextInt(1_000_000),
                random.nextInt(100),
                random.nextInt(10),
                random.nextInt(3),
                random.nextLong() >>> 20);
    }

    private SessionSummary summary() {
        return new SessionSummary(
                random.nextInt(1_000_000),
                random.nextInt(1_000_000),
                random.nextInt(1_000_000),
                random.nextInt(1_000_000),
                random.nextInt(1_000_000),
                random.nextInt(1_000_000),
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(100),
                hundredths(200),
                hundredths(400),
                hundredths(100_000),
                hundredths(300),
                random.nextBoolean() ? Figures.NONE : Figures.of("guarding_count", random.nextInt(9)));
    }

    private PadPressures pads(int count) {
        float[] pressureKpa = new float[count];
        for (int padIndex = 0; padIndex < count; padIndex++) {
            pressureKpa[padIndex] = switch (random.nextInt(4)) {
                case 0 -> (float) (random.nextInt(40_000) / 100.0);
                case 1 -> random.nextInt(8) == 0 ? Float.NaN : 0;
                default -> 0;
            };
        }
        return PadPressures.of(pressureKpa);
    }

    private double hundredths(int limit) {
        return random.nextInt(20) == 0 ? Double.NaN : random.nextInt(limit * 100) / 100.0;
    }

    private Instant instant() {
        return Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(Integer.MAX_VALUE));
    }

    private String text(String stem) {
        return stem + "-\u00e4\"\\" + random.nextInt(1000);
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
