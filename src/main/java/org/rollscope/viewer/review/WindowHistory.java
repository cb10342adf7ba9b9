package org.rollscope.viewer.review;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.library.TimeWindow;

/**
 * What was looked at before, for a way back and forth.
 *
 * <p>A gesture of many small steps, as a drag, is one step here.
 */
final class WindowHistory {
    private static final int MOST_COUNT = 200;

    private final Deque<TimeWindow> earlier = new ArrayDeque<>();
    private final Deque<TimeWindow> later = new ArrayDeque<>();
    private TimeWindow present;
    private String gesture = "";

    WindowHistory(TimeWindow first) {
        present = first;
    }

    TimeWindow present() {
        return present;
    }

    /**
     * Looks at something else.
     *
     * @param window what.
     * @param gestureWord steps in a row with the same word are one; empty for a step of its own.
     */
    void show(TimeWindow window, String gestureWord) {
        if (window.equals(present)) {
            return;
        }
        boolean goesOn = !gestureWord.isEmpty() && gestureWord.equals(gesture);
        if (!goesOn) {
            earlier.push(present);
            if (earlier.size() > MOST_COUNT) {
                earlier.removeLast();
            }
        }
        later.clear();
        gesture = gestureWord;
        present = window;
    }

    /** Of the last step; empty when it was one of its own. */
    String gesture() {
        return gesture;
    }

    /** The next step is one of its own. */
    void endGesture() {
        gesture = "";
    }

    /** The window before; null when there is none. */
    @Nullable
    TimeWindow back() {
        return step(earlier, later);
    }

    /** The window after, when somebody went back; null when there is none. */
    @Nullable
    TimeWindow forth() {
        return step(later, earlier);
    }

    boolean hasEarlier() {
        return !earlier.isEmpty();
    }

    boolean hasLater() {
        return !later.isEmpty();
    }

    private @Nullable TimeWindow step(Deque<TimeWindow> from, Deque<TimeWindow> to) {
        gesture = "";
        TimeWindow found = from.poll();
        if (found != null) {
            to.push(present);
            present = found;
        }
        return found;
    }
}
