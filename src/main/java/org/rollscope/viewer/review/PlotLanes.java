package org.rollscope.viewer.review;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.RollerEvent;
import org.rollscope.viewer.chart.StateRibbon;
import org.rollscope.viewer.library.Note;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.TimeWindow;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.StateRun;

/**
 * What lies over the lines of a {@link SessionPlot}: limits of the band, places without data, marks of events and the ribbon of states.
 *
 * <p>A place without data is at least two pixels wide in the strip at the top of the pressures, however short it is; below it nothing
 * is drawn at all. <b>Threads.</b> Event dispatch thread.
 */
final class PlotLanes {
    private static final double LEAST_GAP_PX = 2;
    private static final double STRIP_PX = 6;

    private final ReviewedSession session;
    private final List<TimeWindow> gaps;
    private final ValueAxis timeAxis;
    private final ValueAxis pressureAxis;
    private final StateRibbon ribbon = new StateRibbon();
    private final EventMarks marks = new EventMarks();
    private Palette palette = Palette.LIGHT;
    private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private int selectedIndex = -1;

    PlotLanes(ReviewedSession session, ValueAxis timeAxis, ValueAxis pressureAxis) {
        this.session = session;
        this.gaps = session.gaps();
        this.timeAxis = timeAxis;
        this.pressureAxis = pressureAxis;
        marks.show(session.events(), List.of());
    }

    void showNotes(List<Note> notes) {
        marks.show(session.events(), notes);
    }

    void select(int eventIndex) {
        selectedIndex = eventIndex;
    }

    void restyle(Palette newPalette, Font newFont) {
        palette = newPalette;
        font = newFont;
        ribbon.restyle(palette, font);
        marks.restyle(palette, font);
    }

    void paint(Graphics2D g2, List<Rectangle2D> areas, TimeWindow window) {
        Rectangle2D pressures = areas.get(0);
        within(g2, pressures, () -> {
            limits(g2, pressures);
            gaps(g2, pressures);
        });
        for (int index = 0; index < areas.size() - 2; index++) {
            Rectangle2D area = areas.get(index);
            within(g2, area, () -> highlight(g2, area));
        }
        Rectangle2D eventArea = areas.get(areas.size() - 2);
        within(g2, eventArea, () -> marks.paint(g2, eventArea, timeAxis, selectedIndex));
        Rectangle2D stateArea = areas.get(areas.size() - 1);
        ribbon.refill(runs(window, Math.round(window.lengthUs() / stateArea.getWidth())), 0);
        within(g2, stateArea, () -> ribbon.paint(g2, stateArea, timeAxis));
    }

    /** States, joined over gaps that are narrower than a pixel: those stand in the strip of gaps. */
    private List<StateRun> runs(TimeWindow window, long pixelUs) {
        List<StateRun> joined = new ArrayList<>();
        for (StateRun run : StateRun.between(session.tracks(), window.fromUs(), window.toUs())) {
            StateRun before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null
                    && before.activity() == run.activity()
                    && before.overpressure() == run.overpressure()
                    && run.fromUs() - before.toUs() < pixelUs) {
                joined.set(
                        joined.size() - 1,
                        new StateRun(before.fromUs(), run.toUs(), run.activity(), run.overpressure()));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    private static void within(Graphics2D g2, Rectangle2D area, Runnable drawing) {
        Shape clip = g2.getClip();
        g2.clip(area);
        drawing.run();
        g2.setClip(clip);
    }

    private void limits(Graphics2D g2, Rectangle2D area) {
        PressureBand band = session.entry().record().band();
        limit(g2, area, band.floorKpa(), palette.floor(), dashed(6));
        limit(g2, area, band.amberKpa(), palette.amber(), dashed(2));
        limit(g2, area, band.ceilingKpa(), palette.ceiling(), new BasicStroke(1.6f));
    }

    private void limit(Graphics2D g2, Rectangle2D area, double atKpa, Color colour, Stroke stroke) {
        double y = pressureAxis.valueToJava2D(atKpa, area, RectangleEdge.LEFT);
        g2.setPaint(colour);
        g2.setStroke(stroke);
        // not over missing data: there nothing is drawn at all
        double fromPx = area.getMinX();
        for (TimeWindow gap : gaps) {
            double gapFromPx = x(gap.fromUs(), area);
            double gapToPx = x(gap.toUs(), area);
            if (gapToPx - gapFromPx >= LEAST_GAP_PX && gapToPx > area.getMinX() && gapFromPx < area.getMaxX()) {
                g2.draw(new Line2D.Double(fromPx, y, Math.max(fromPx, gapFromPx), y));
                fromPx = gapToPx;
            }
        }
        if (fromPx < area.getMaxX()) {
            g2.draw(new Line2D.Double(fromPx, y, area.getMaxX(), y));
        }
    }

    private static Stroke dashed(float length) {
        return new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {length, 4}, 0);
    }

    private void gaps(Graphics2D g2, Rectangle2D area) {
        g2.setFont(font);
        FontMetrics metrics = g2.getFontMetrics();
        String word = Texts.of("review.gap");
        for (TimeWindow gap : gaps) {
            double fromPx = x(gap.fromUs(), area);
            double truePx = x(gap.toUs(), area) - fromPx;
            double widthPx = Math.max(LEAST_GAP_PX, truePx);
            if (fromPx + widthPx < area.getMinX() || fromPx > area.getMaxX()) {
                continue;
            }
            g2.setPaint(palette.amber());
            g2.fill(new Rectangle2D.Double(
                    fromPx, area.getY() + 1, widthPx, truePx < LEAST_GAP_PX ? STRIP_PX / 2 : STRIP_PX));
            if (metrics.stringWidth(word) + 6 < widthPx) {
                double middlePx = (Math.max(fromPx, area.getMinX()) + Math.min(fromPx + widthPx, area.getMaxX())) / 2;
                g2.drawString(word, (float) (middlePx - metrics.stringWidth(word) / 2.0), (float)
                        (area.getY() + STRIP_PX + metrics.getAscent() + 2));
            }
        }
    }

    private void highlight(Graphics2D g2, Rectangle2D area) {
        if (selectedIndex < 0) {
            return;
        }
        RollerEvent event = session.events().get(selectedIndex);
        double fromPx = x(event.startUs(), area);
        double widthPx = Math.max(1, x(event.endUs(), area) - fromPx);
        g2.setPaint(Palette.faded(palette.mean(), 36));
        g2.fill(new Rectangle2D.Double(fromPx, area.getY(), widthPx, area.getHeight()));
        g2.setPaint(palette.mean());
        g2.setStroke(new BasicStroke(1f));
        g2.draw(new Line2D.Double(fromPx, area.getY(), fromPx, area.getMaxY()));
        g2.draw(new Line2D.Double(fromPx + widthPx, area.getY(), fromPx + widthPx, area.getMaxY()));
    }

    /** Index of the event whose mark lies under a place in the lane of events; -1 when none does. */
    int eventAt(double xPx, double yPx, List<Rectangle2D> areas) {
        Rectangle2D eventArea = areas.get(areas.size() - 2);
        return eventArea.contains(xPx, yPx) ? marks.at(xPx, yPx, eventArea, timeAxis) : -1;
    }

    private double x(long timeUs, Rectangle2D area) {
        return timeAxis.valueToJava2D(timeUs / 1e6, area, RectangleEdge.BOTTOM);
    }
}
