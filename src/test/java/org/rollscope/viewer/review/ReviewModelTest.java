package org.rollscope.viewer.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.rollscope.detect.EventType;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.TimeWindow;

class ReviewModelTest {
    private static final long S = 1_000_000;

    private final ReviewModel model = new ReviewModel(minute());

    private static ReviewedSession minute() {
        RecordedLines lines = new RecordedLines();
        for (int index = 0; index <= 6000; index++) {
            lines.frame(index / 100.0, index / 50.0, 0);
        }
        return lines.event(EventType.HOLD, 40 * S, 50 * S, 30)
                .event(EventType.RELEASE, 45 * S, 45 * S, 30)
                .session();
    }

    @Test
    void theTimeUnderTheMouseStaysWhereItIs() {
        model.zoom(15 * S, 0.5, "");
        assertEquals(new TimeWindow(7_500_000, 37_500_000), model.window());
    }

    @Test
    void aWindowStaysInTheSessionAndIsNeverShorterThanItsLeast() {
        model.zoom(0, 0.1, "");
        model.pan(-3, "");
        assertEquals(new TimeWindow(0, 6 * S), model.window());
        model.zoom(3 * S, 1e-9, "");
        assertEquals(ReviewModel.SHORTEST_US, model.window().lengthUs());
        model.zoom(3 * S, 1e9, "");
        assertEquals(model.whole(), model.window());
    }

    @Test
    void aDragIsOneStepOnTheWayBack() {
        model.zoom(30 * S, 0.5, "");
        TimeWindow before = model.window();
        model.endGesture();
        model.show(before.movedBy(S), "drag");
        model.show(before.movedBy(2 * S), "drag");
        model.show(before.movedBy(3 * S), "drag");
        model.endGesture();
        model.back();
        assertEquals(before, model.window());
        model.forth();
        assertEquals(before.movedBy(3 * S), model.window());
        model.back();
        model.back();
        assertEquals(model.whole(), model.window());
        assertFalse(model.canGoBack());
        model.zoom(30 * S, 0.5, "");
        assertFalse(model.canGoForth(), "a new step ends the way forward");
    }

    @Test
    void theSelectionIsBetweenTheCursorsAndElseWhatIsShown() {
        model.zoom(30 * S, 0.5, "");
        assertEquals(model.window(), model.selection());
        model.putCursor(40 * S);
        assertEquals(model.window(), model.selection());
        model.putSecond(20 * S);
        assertEquals(new TimeWindow(20 * S, 40 * S), model.selection());
        model.clearCursors();
        assertEquals(model.window(), model.selection());
    }

    @Test
    void theCursorFollowsTheMouseUntilItIsPutDown() {
        model.hover(5 * S);
        assertEquals(5 * S, model.cursorUs());
        model.putCursor(6 * S);
        model.hover(7 * S);
        assertEquals(6 * S, model.cursorUs());
        model.stepCursor(1);
        assertEquals(6 * S + RecordedLines.PERIOD_US, model.cursorUs());
    }

    @Test
    void anEventThatIsSelectedIsInView() {
        model.show(new TimeWindow(0, 5 * S), "");
        model.selectEvent(1);
        assertTrue(model.window().contains(45 * S));
        assertEquals(5 * S, model.window().lengthUs(), "a moment needs no other scale");
        model.selectEvent(0);
        assertTrue(
                model.window().fromUs() < 40 * S && model.window().toUs() > 50 * S,
                model.window().toString());
    }

    @Test
    void aSecondSessionFollowsAndKeepsItsWayBack() {
        ReviewModel other = new ReviewModel(minute());
        model.zoom(30 * S, 0.5, "");
        other.follow(model);
        assertEquals(model.window(), other.window());
        other.back();
        assertEquals(other.whole(), other.window());
    }
}
