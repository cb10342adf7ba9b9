package org.rollscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;

class EventChangesTest {
    private static final PressureEvidence NONE = new PressureEvidence(0, 0, 0, 1);

    private static RollerEvent hold(long startMs, long endMs) {
        return new RollerEvent.HoldEnded(startMs * 1000, endMs * 1000, startMs * 1000, NONE, Figures.NONE);
    }

    private static RollerEvent release(long atMs) {
        return new RollerEvent.TissueReleased(atMs * 1000, atMs * 1000, atMs * 1000, NONE, Figures.NONE);
    }

    private static long count(EventChanges changes, EventType type, EventChanges.Kind kind) {
        return changes.count(type, kind);
    }

    @Test
    void eventsStayMoveAppearAndDisappear() {
        EventChanges changes = EventChanges.of(
                List.of(hold(0, 5000), hold(10_000, 15_000), hold(20_000, 24_000)),
                List.of(hold(0, 5000), hold(10_500, 15_000), hold(40_000, 44_000)));
        for (EventChanges.Kind kind : EventChanges.Kind.values()) {
            assertEquals(1, count(changes, EventType.HOLD, kind), kind.word());
        }
        assertEquals(4, changes.changes().size());
        assertEquals(10_500_000, changes.changes().get(1).event().startUs());
    }

    @Test
    void halfSharedIsTheSameEventAndLessIsAnother() {
        assertEquals(
                1,
                count(
                        EventChanges.of(List.of(hold(0, 8000)), List.of(hold(0, 4000))),
                        EventType.HOLD,
                        EventChanges.Kind.MOVED));
        EventChanges less = EventChanges.of(List.of(hold(0, 8000)), List.of(hold(0, 3900)));
        assertEquals(1, count(less, EventType.HOLD, EventChanges.Kind.APPEARED));
        assertEquals(1, count(less, EventType.HOLD, EventChanges.Kind.DISAPPEARED));
    }

    @Test
    void momentsWithinASecondAreTheSameAndTypesAreNeverMixed() {
        EventChanges changes =
                EventChanges.of(List.of(release(5000), release(20_000)), List.of(release(5400), hold(20_000, 20_000)));
        assertEquals(1, count(changes, EventType.RELEASE, EventChanges.Kind.MOVED));
        assertEquals(1, count(changes, EventType.RELEASE, EventChanges.Kind.DISAPPEARED));
        assertEquals(1, count(changes, EventType.HOLD, EventChanges.Kind.APPEARED));
    }

    @Test
    void splitEventIsOneThatMovedAndOneThatAppeared() {
        EventChanges changes = EventChanges.of(List.of(hold(0, 10_000)), List.of(hold(0, 6000), hold(7000, 10_000)));
        assertEquals(1, count(changes, EventType.HOLD, EventChanges.Kind.MOVED));
        assertEquals(1, count(changes, EventType.HOLD, EventChanges.Kind.APPEARED));
    }
}
