package org.rollscope.viewer.review;

import java.awt.Cursor;
import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.SwingUtilities;
import org.rollscope.viewer.library.TimeWindow;

/**
 * The mouse on a chart: wheel zooms, drag pans, drag with Ctrl or the right button zooms to a stretch, click puts the cursor or selects
 * the mark under it, click with Shift puts the second cursor.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class ChartMouse extends MouseAdapter {
    private static final double WHEEL_RATIO = 1.25;
    private static final double WHEEL_PAN_RATIO = 0.1;
    private static final int LEAST_DRAG_PX = 4;

    private final SessionChart chart;
    private final ReviewModel model;
    private int pressedXPx;
    private boolean dragging;
    private TimeWindow atPress;

    ChartMouse(SessionChart chart, ReviewModel model) {
        this.chart = chart;
        this.model = model;
        this.atPress = model.window();
    }

    private long timeUs(MouseEvent event) {
        return chart.plot().timeUs(event.getX(), model.window());
    }

    private static boolean drawsStretch(MouseEvent event) {
        return SwingUtilities.isRightMouseButton(event) || (event.getModifiersEx() & InputEvent.CTRL_DOWN_MASK) != 0;
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
        double turns = event.getPreciseWheelRotation();
        if (event.isShiftDown()) {
            model.pan(turns * WHEEL_PAN_RATIO, "wheel-pan");
        } else {
            model.zoom(timeUs(event), Math.pow(WHEEL_RATIO, turns), "wheel");
        }
    }

    @Override
    public void mousePressed(MouseEvent event) {
        chart.requestFocusInWindow();
        pressedXPx = event.getX();
        atPress = model.window();
        dragging = false;
        model.endGesture();
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        dragging |= Math.abs(event.getX() - pressedXPx) >= LEAST_DRAG_PX;
        if (!dragging) {
            return;
        }
        if (drawsStretch(event)) {
            chart.showDragged(TimeWindow.between(chart.plot().timeUs(pressedXPx, atPress), timeUs(event)));
        } else {
            chart.setCursor(Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR));
            long byUs = chart.plot().timeUs(pressedXPx, atPress) - chart.plot().timeUs(event.getX(), atPress);
            model.show(atPress.movedBy(byUs), "drag");
        }
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        chart.showDragged(null);
        chart.setCursor(Cursor.getDefaultCursor());
        if (dragging && drawsStretch(event)) {
            model.show(TimeWindow.between(chart.plot().timeUs(pressedXPx, atPress), timeUs(event)), "");
        } else if (!dragging) {
            clicked(event);
        }
        model.endGesture();
        dragging = false;
    }

    private void clicked(MouseEvent event) {
        int eventIndex = chart.eventAt(event.getX(), event.getY());
        if (event.isShiftDown()) {
            model.putSecond(timeUs(event));
        } else if (eventIndex >= 0) {
            model.selectEvent(eventIndex);
        } else if (SwingUtilities.isLeftMouseButton(event)) {
            model.putCursor(timeUs(event));
        }
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        model.hover(timeUs(event));
        boolean mark = chart.eventAt(event.getX(), event.getY()) >= 0;
        chart.setCursor(Cursor.getPredefinedCursor(mark ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    @Override
    public void mouseExited(MouseEvent event) {
        model.hover(null);
    }
}
