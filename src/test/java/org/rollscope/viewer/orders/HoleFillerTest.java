package org.rollscope.viewer.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandName;
import org.rollscope.command.CommandSender;
import org.rollscope.detect.Activity;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.HostClock;
import org.rollscope.session.FramePoint;
import org.rollscope.session.PadPressures;
import org.rollscope.session.SessionRecord;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.viewer.model.ViewerModel;

class HoleFillerTest {
    private static final long PERIOD_US = 10_000;
    private static final long SPAN_MS = 60_000;

    private long nowNs;
    private final HostClock clock = new HostClock() {
        @Override
        public long monotonicNs() {
            return nowNs;
        }

        @Override
        public Instant wallClock() {
            return Instant.EPOCH;
        }
    };
    private final ViewerModel model = new ViewerModel(clock, 1 << 14);
    private final List<String> asked = new ArrayList<>();
    private final List<CommandSender.Outcome> outcomes = new ArrayList<>();
    private final HoleFiller filler = new HoleFiller(
            model,
            new CommandSender() {
                @Override
                public void send(String rollerId, CommandName name, Map<String, String> args, Outcome outcome) {
                    asked.add(rollerId + " " + name.word() + " " + new TreeMap<>(args));
                    outcomes.add(outcome);
                }

                @Override
                public void close() {}
            },
            clock);

    private static List<FramePoint> frames(long from, long to) {
        List<FramePoint> frames = new ArrayList<>();
        for (long index = from; index < to; index++) {
            frames.add(new FramePoint(
                    index * PERIOD_US, index, Activity.ROLLING, 1, 40, 60, 3, 4, false, PadPressures.NONE));
        }
        return frames;
    }

    private void session(String sessionId) {
        BoardHello hello =
                new BoardHello(1, 1, "1.0.0", 1, 1, 100, 12, 3300, 156.9, 34.9, 0, 3900, Double.NaN, new int[48]);
        model.message(
                "a",
                new MetricsMessage.Session(new SessionRecord(
                        sessionId,
                        Instant.EPOCH,
                        "a",
                        "me",
                        Muscle.CALF,
                        Side.LEFT,
                        new PressureBand(20, 50, 60, CeilingSource.PRIOR),
                        hello,
                        "c",
                        "1",
                        "h")));
    }

    private void heard(long from, long to) {
        model.message("a", new MetricsMessage.Frames(frames(from, to)));
    }

    private void look() {
        nowNs += HoleFiller.PAUSE_NS;
        filler.look(SPAN_MS);
    }

    @Test
    void aHoleIsAskedForOnceItLiesInTheArchiveAndIsFilled() {
        session("s1");
        heard(0, 100);
        heard(400, 600);
        look();
        assertEquals(List.of(), asked, "two seconds are too fresh");
        heard(600, 700);
        look();
        assertEquals(List.of("a backfill {from_us=990001, session_id=s1, to_us=3999999}"), asked);
        look();
        assertEquals(1, asked.size(), "one at a time");
        outcomes.get(0).frames(frames(100, 400));
        outcomes.get(0).answered(CommandAnswer.done("300 frames sent"));
        look();
        assertEquals(1, asked.size(), "nothing is missing any more");
        assertEquals(300, filler.filledFrameCount());
        assertEquals(List.of(), model.holesOfSelected(SPAN_MS));
    }

    @Test
    void whatCannotBeHadIsAskedForTwiceOfEachSessionAndThenLeft() {
        session("s1");
        heard(0, 100);
        session("s2");
        heard(400, 800);
        for (int round = 0; round < 10; round++) {
            look();
            if (outcomes.size() > round) {
                outcomes.get(round).answered(CommandAnswer.refused("no such frames"));
            }
        }
        assertEquals(
                List.of("s2", "s2", "s1", "s1"),
                asked.stream()
                        .map(order -> order.replaceAll(".*session_id=(\\w+).*", "$1"))
                        .toList());
    }

    @Test
    void aHoleOutOfSightOrBeforeARestartOrWithoutASessionIsNotAskedFor() {
        heard(0, 100);
        heard(400, 800);
        look();
        assertEquals(List.of(), asked, "nobody knows of which session it is");
        session("s1");
        heard(9000, 9400);
        heard(0, 50);
        heard(50, 500); // the board began anew
        look();
        assertEquals(List.of(), asked);
    }

    @Test
    void aReadOnlyWindowAsksForNothing() {
        HoleFiller readOnly = new HoleFiller(model, null, clock);
        session("s1");
        heard(0, 100);
        heard(400, 800);
        nowNs += HoleFiller.PAUSE_NS;
        readOnly.look(SPAN_MS);
        assertEquals(0, readOnly.filledFrameCount());
        assertEquals(1, model.holesOfSelected(SPAN_MS).size());
    }
}
