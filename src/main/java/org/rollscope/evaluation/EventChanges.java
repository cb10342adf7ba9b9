package org.rollscope.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;

/**
 * What becomes of a session's events when it is decided anew with other settings.
 *
 * <p>Two events of a type are the same one when they share half of the time that both cover, or, for moments, when they lie
 * within a second. <b>Threads.</b> Immutable.
 *
 * @param changes one for every event of before or after, ordered by time.
 */
public record EventChanges(List<Change> changes) {
    private static final long MOMENT_TOLERANCE_US = 1_000_000;

    /** Copies the list. */
    public EventChanges {
        changes = List.copyOf(changes);
    }

    /** What became of an event. */
    public enum Kind {
        /** Start and end are what they were. */
        SAME,
        /** Start or end are others. */
        MOVED,
        /** It was not there before. */
        APPEARED,
        /** It is not there any more. */
        DISAPPEARED;

        /** Lower-case name. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One event before and after.
     *
     * @param before null when it appeared.
     * @param after null when it disappeared.
     */
    public record Change(
            @Nullable RollerEvent before, @Nullable RollerEvent after) {
        /** What became of it. */
        public Kind kind() {
            if (before == null) {
                return Kind.APPEARED;
            }
            if (after == null) {
                return Kind.DISAPPEARED;
            }
            return before.startUs() == after.startUs() && before.endUs() == after.endUs() ? Kind.SAME : Kind.MOVED;
        }

        /** The event, as it is after when it is still there. */
        public RollerEvent event() {
            if (after != null) {
                return after;
            }
            if (before == null) {
                throw new IllegalStateException("a change is of an event before or after");
            }
            return before;
        }
    }

    /** Compares two lists of events; those that only begin are passed over. */
    public static EventChanges of(List<RollerEvent> before, List<RollerEvent> after) {
        List<RollerEvent> left = new ArrayList<>(after);
        left.removeIf(event -> event.phase() == EventPhase.OPEN);
        List<Change> changes = new ArrayList<>();
        for (RollerEvent was : before) {
            if (was.phase() != EventPhase.OPEN) {
                RollerEvent is = takeNearest(was, left);
                changes.add(new Change(was, is));
            }
        }
        left.forEach(event -> changes.add(new Change(null, event)));
        changes.sort(java.util.Comparator.comparingLong(change -> change.event().startUs()));
        return new EventChanges(changes);
    }

    private static @Nullable RollerEvent takeNearest(RollerEvent was, List<RollerEvent> left) {
        RollerEvent nearest = null;
        for (RollerEvent one : left) {
            if (one.type() == was.type()
                    && isSame(was, one)
                    && (nearest == null || distanceUs(was, one) < distanceUs(was, nearest))) {
                nearest = one;
            }
        }
        left.remove(nearest);
        return nearest;
    }

    private static boolean isSame(RollerEvent was, RollerEvent is) {
        long sharedUs = Math.min(was.endUs(), is.endUs()) - Math.max(was.startUs(), is.startUs());
        long coveredUs = Math.max(was.endUs(), is.endUs()) - Math.min(was.startUs(), is.startUs());
        boolean moment = was.endUs() == was.startUs();
        return moment ? distanceUs(was, is) <= MOMENT_TOLERANCE_US : sharedUs > 0 && 2 * sharedUs >= coveredUs;
    }

    private static long distanceUs(RollerEvent was, RollerEvent is) {
        return Math.abs(was.startUs() - is.startUs()) + Math.abs(was.endUs() - is.endUs());
    }

    /** How many events of a type changed in a way. */
    public long count(EventType type, Kind kind) {
        return changes.stream()
                .filter(change -> change.event().type() == type && change.kind() == kind)
                .count();
    }
}
