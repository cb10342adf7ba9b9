package org.rollscope.viewer.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.RollerEvent;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.TimeWindow;

/**
 * What is looked at of one session: the stretch of time that is shown, two cursors, the selected event.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class ReviewModel {
    /** Less is not shown: 20 frames at 100 Hz. */
    static final long SHORTEST_US = 200_000;

    private static final double MARGIN_RATIO = 0.25;

    private final ReviewedSession session;
    private final List<Runnable> listeners = new ArrayList<>();
    private TimeWindow whole;
    private final WindowHistory history;
    private @Nullable Long cursorUs;
    private @Nullable Long secondUs;
    private boolean pinned;
    private int eventIndex = -1;

    ReviewModel(ReviewedSession session) {
        this.session = session;
        this.whole = session.whole();
        this.history = new WindowHistory(whole);
    }

    ReviewedSession session() {
        return session;
    }

    /** What stands at a time; null where frames are missing. */
    @Nullable
    Reading reading(long timeUs) {
        return Reading.at(session.tracks(), timeUs, session.periodUs());
    }

    /** What lies between the cursors; null when there are not two. */
    @Nullable
    Difference difference() {
        Long one = cursorUs;
        Long other = secondUs;
        return !pinned || one == null || other == null
                ? null
                : Difference.between(session.tracks(), one, other, session.periodUs());
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    TimeWindow whole() {
        return whole;
    }

    /** Lets the window reach as far as another session does. */
    void reachTo(TimeWindow other) {
        whole = new TimeWindow(
                Math.min(session.whole().fromUs(), other.fromUs()),
                Math.max(session.whole().toUs(), other.toUs()));
        changed();
    }

    TimeWindow window() {
        return history.present();
    }

    boolean canGoBack() {
        return history.hasEarlier();
    }

    boolean canGoForth() {
        return history.hasLater();
    }

    /** Shows another stretch; steps in a row with the same gesture count as one on the way back. */
    void show(TimeWindow wanted, String gesture) {
        TimeWindow longEnough =
                wanted.lengthUs() >= SHORTEST_US ? wanted : wanted.scaledAround(middleUs(wanted), 1, SHORTEST_US);
        history.show(longEnough.within(whole), gesture);
        changed();
    }

    void endGesture() {
        history.endGesture();
    }

    void zoom(long aroundUs, double lengthRatio, String gesture) {
        show(window().scaledAround(aroundUs, lengthRatio, SHORTEST_US), gesture);
    }

    /** Moves by a share of what is shown. */
    void pan(double shareRatio, String gesture) {
        show(window().movedBy(Math.round(window().lengthUs() * shareRatio)), gesture);
    }

    void showWhole() {
        show(whole, "");
    }

    void back() {
        if (history.back() != null) {
            changed();
        }
    }

    void forth() {
        if (history.forth() != null) {
            changed();
        }
    }

    @Nullable
    Long cursorUs() {
        return cursorUs;
    }

    @Nullable
    Long secondUs() {
        return secondUs;
    }

    boolean isPinned() {
        return pinned;
    }

    /** The mouse is somewhere; the cursor follows unless it was put down. */
    void hover(@Nullable Long timeUs) {
        if (!pinned) {
            cursorUs = timeUs;
            changed();
        }
    }

    /** Puts the cursor down. */
    void putCursor(long timeUs) {
        cursorUs = timeUs;
        pinned = true;
        changed();
    }

    /** Puts the second cursor down, or the first when it was not. */
    void putSecond(long timeUs) {
        if (pinned) {
            secondUs = timeUs;
        } else {
            cursorUs = timeUs;
            pinned = true;
        }
        changed();
    }

    void clearCursors() {
        cursorUs = null;
        secondUs = null;
        pinned = false;
        changed();
    }

    /** Moves the cursor by frames; from the middle of the window when there is none. */
    void stepCursor(int byFrames) {
        long fromUs = cursorUs == null ? middleUs(window()) : cursorUs;
        var tracks = session.tracks();
        int at = tracks.firstIndexFrom(fromUs);
        int to = Math.max(0, Math.min(tracks.count() - 1, at + byFrames));
        putCursor(tracks.timeUs(to));
        keepInView(tracks.timeUs(to));
    }

    private void keepInView(long timeUs) {
        TimeWindow shown = window();
        if (!shown.contains(timeUs)) {
            show(shown.movedBy(timeUs - middleUs(shown)), "cursor");
        }
    }

    private static long middleUs(TimeWindow window) {
        return window.fromUs() + window.lengthUs() / 2;
    }

    /** What an export or a note is about: between the cursors when there are two, else what is shown. */
    TimeWindow selection() {
        Long one = cursorUs;
        Long other = secondUs;
        return pinned && one != null && other != null ? TimeWindow.between(one, other) : window();
    }

    boolean selectsBetweenCursors() {
        return pinned && cursorUs != null && secondUs != null;
    }

    int eventIndex() {
        return eventIndex;
    }

    @Nullable
    RollerEvent event() {
        return eventIndex < 0 ? null : session.events().get(eventIndex);
    }

    /** Selects an event, -1 for none, and shows where it is. */
    void selectEvent(int index) {
        if (index == eventIndex) {
            return;
        }
        eventIndex = index;
        RollerEvent event = event();
        if (event != null && !isInView(event)) {
            long lengthUs = event.endUs() - event.startUs();
            TimeWindow shown = window();
            if (lengthUs > shown.lengthUs() * (1 - MARGIN_RATIO)) {
                show(around(event), "");
            } else {
                show(shown.movedBy(event.startUs() + lengthUs / 2 - middleUs(shown)), "");
            }
            return;
        }
        changed();
    }

    /** Shows the selected event as large as it goes. */
    void zoomToEvent() {
        RollerEvent event = event();
        if (event != null) {
            show(around(event), "");
        }
    }

    /** Shows the selection as large as it goes. */
    void zoomToSelection() {
        show(selection(), "");
    }

    private static TimeWindow around(RollerEvent event) {
        long lengthUs = Math.max(SHORTEST_US * 10, event.endUs() - event.startUs());
        long marginUs = Math.round(lengthUs * MARGIN_RATIO);
        return new TimeWindow(event.startUs() - marginUs, event.startUs() + lengthUs + marginUs);
    }

    private boolean isInView(RollerEvent event) {
        return event.startUs() >= window().fromUs() && event.endUs() <= window().toUs();
    }

    /** Takes over what another shows; its steps are steps here. */
    void follow(ReviewModel other) {
        history.show(other.window().within(whole), other.history.gesture());
        cursorUs = other.cursorUs;
        secondUs = other.secondUs;
        pinned = other.pinned;
        changed();
    }
}
