package org.rollscope.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.LinkCounters;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.protocol.HelloReader;
import org.rollscope.session.SessionDocuments;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.StoredSession;
import org.rollscope.simulation.SimulatedRoller;

/** Sessions to store. */
final class ExampleSession {
    static final SessionDocuments DOCUMENTS =
            new SessionDocuments("{\"calibration\":\"\u00e4\u6f22\"}", "{\"settings\":1}");
    private static final double[] ODD_VALUES = {
        0, 1.0 / 3, -1e-300, 47.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e15 + 0.5
    };

    private ExampleSession() {}

    static SessionRecord record(String sessionId, Instant startedAt) {
        return new SessionRecord(
                sessionId,
                startedAt,
                "roller-1",
                "athlete-1",
                Muscle.HAMSTRINGS,
                Side.LEFT,
                new PressureBand(0.1 + 0.2, 40, 47.123456789012345, CeilingSource.RAMP_TEST),
                // as it comes from the wire
                HelloReader.read(FrameEncoder.hello(new SimulatedRoller(7).hello(200))),
                "calibration-1",
                "0.1.0",
                "abc");
    }

    static StoredSession.Closed closed() {
        return new StoredSession.Closed(
                12_345_678_901L,
                new LinkCounters(1, 1L << 40, 3, 4, 5),
                new SessionSummary(
                        1,
                        2,
                        3,
                        4,
                        5,
                        6,
                        7,
                        8,
                        9,
                        1.0 / 3,
                        1e-9,
                        Math.PI,
                        12.5,
                        Figures.of("guarding_ms", 17).and("release_count", 2)));
    }

    static List<RollerEvent> events(long seed, int eventCount) {
        Random random = new Random(seed);
        List<RollerEvent> events = new ArrayList<>();
        for (int index = 0; index < eventCount; index++) {
            EventType type = EventType.values()[random.nextInt(EventType.values().length)];
            long startUs = random.nextLong(1L << 50);
            events.add(RollerEvent.completed(
                    type,
                    startUs,
                    startUs + random.nextInt(1 << 30),
                    startUs + random.nextInt(1 << 20),
                    new PressureEvidence(value(random), value(random), value(random), random.nextDouble()),
                    Figures.of("stroke_length_mm", finite(random)).and("reasons.tremor_ratio", finite(random))));
        }
        return events;
    }

    private static double finite(Random random) {
        double value = value(random);
        return Double.isFinite(value) ? value : 1.0 / 3;
    }

    private static double value(Random random) {
        return random.nextInt(3) == 0 ? ODD_VALUES[random.nextInt(ODD_VALUES.length)] : random.nextGaussian() * 100;
    }
}
