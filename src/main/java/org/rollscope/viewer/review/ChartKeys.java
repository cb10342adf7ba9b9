package org.rollscope.viewer.review;

import java.awt.event.ActionEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** The keyboard on a chart. */
final class ChartKeys {
    private static final double ZOOM_RATIO = 1.5;
    private static final double PAN_RATIO = 0.2;
    private static final int FAR_FRAME_COUNT = 20;

    /** Keys that the help tells of, in its order; the rest are other names for the same. */
    static final List<String> TOLD = List.of(
            "wheel",
            "zoom",
            "pan",
            "drag",
            "span",
            "whole",
            "back",
            "click",
            "second",
            "frame",
            "clear",
            "event",
            "selection",
            "fit",
            "note",
            "pads",
            "open",
            "export",
            "help");

    private ChartKeys() {}

    static void bind(SessionChart chart, ReviewModel model) {
        on(chart, "UP", () -> zoom(model, 1 / ZOOM_RATIO));
        on(chart, "PLUS", () -> zoom(model, 1 / ZOOM_RATIO));
        on(chart, "ADD", () -> zoom(model, 1 / ZOOM_RATIO));
        on(chart, "DOWN", () -> zoom(model, ZOOM_RATIO));
        on(chart, "MINUS", () -> zoom(model, ZOOM_RATIO));
        on(chart, "SUBTRACT", () -> zoom(model, ZOOM_RATIO));
        on(chart, "LEFT", () -> model.pan(-PAN_RATIO, "left"));
        on(chart, "RIGHT", () -> model.pan(PAN_RATIO, "right"));
        on(chart, "PAGE_UP", () -> model.pan(-1, ""));
        on(chart, "PAGE_DOWN", () -> model.pan(1, ""));
        on(chart, "HOME", model::showWhole);
        on(chart, "BACK_SPACE", model::back);
        on(chart, "shift BACK_SPACE", model::forth);
        on(chart, "ctrl LEFT", () -> model.stepCursor(-1));
        on(chart, "ctrl RIGHT", () -> model.stepCursor(1));
        on(chart, "ctrl shift LEFT", () -> model.stepCursor(-FAR_FRAME_COUNT));
        on(chart, "ctrl shift RIGHT", () -> model.stepCursor(FAR_FRAME_COUNT));
        on(chart, "M", () -> second(model));
        on(chart, "ESCAPE", model::clearCursors);
        on(chart, "E", () -> nextEvent(model, 1));
        on(chart, "shift E", () -> nextEvent(model, -1));
        on(chart, "ENTER", model::zoomToEvent);
        on(chart, "Z", model::zoomToSelection);
        on(chart, "Y", chart::toggleFit);
    }

    private static void zoom(ReviewModel model, double ratio) {
        Long cursorUs = model.cursorUs();
        long middleUs = model.window().fromUs() + model.window().lengthUs() / 2;
        boolean seen = cursorUs != null && model.isPinned() && model.window().contains(cursorUs);
        model.zoom(seen && cursorUs != null ? cursorUs : middleUs, ratio, "");
    }

    /** The second cursor where the first is; then the first is moved on. */
    private static void second(ReviewModel model) {
        Long cursorUs = model.cursorUs();
        if (cursorUs == null) {
            model.stepCursor(0);
        } else {
            model.putCursor(cursorUs);
            model.putSecond(cursorUs);
        }
    }

    private static void nextEvent(ReviewModel model, int by) {
        int count = model.session().events().size();
        if (count > 0) {
            int from = model.eventIndex() < 0 && by < 0 ? 0 : model.eventIndex();
            model.selectEvent(Math.floorMod(from + by, count));
        }
    }

    /** Runs something on a key, where the component has the focus. */
    static void on(JComponent component, String key, Runnable action) {
        bind(component, JComponent.WHEN_FOCUSED, key, action);
    }

    /** Runs something on a key, where the component or one in it has the focus. */
    static void onWithin(JComponent component, String key, Runnable action) {
        bind(component, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, key, action);
    }

    private static void bind(JComponent component, int condition, String key, Runnable action) {
        component.getInputMap(condition).put(KeyStroke.getKeyStroke(key), key);
        component.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }
}
