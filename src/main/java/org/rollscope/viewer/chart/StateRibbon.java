package org.rollscope.viewer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.rollscope.detect.Activity;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.StateRun;

/**
 * States over time as a ribbon with words and patterns, and overpressure as a hatched lane above it.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
public final class StateRibbon {
    private static final double LANE_SHARE_RATIO = 0.3;
    private static final int HATCH_STEP_PX = 7;

    private List<StateRun> runs = List.of();
    private Palette palette = Palette.LIGHT;
    private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private long newestUs;

    /** Takes other runs; times on the axis are before this one. */
    public void refill(List<StateRun> newRuns, long newestTimeUs) {
        runs = newRuns;
        newestUs = newestTimeUs;
    }

    /** Takes colours and the font of the look. */
    public void restyle(Palette newPalette, Font newFont) {
        palette = newPalette;
        font = newFont;
    }

    /** Paints it into an area below a time axis. */
    public void paint(Graphics2D g2, Rectangle2D area, ValueAxis timeAxis) {
        double laneHeight = area.getHeight() * LANE_SHARE_RATIO;
        double ribbonTop = area.getY() + laneHeight + 1;
        double ribbonHeight = area.getHeight() - laneHeight - 1;
        g2.setFont(font);
        for (int index = 0; index < runs.size(); index++) {
            StateRun run = runs.get(index);
            double left = Math.max(area.getX(), x(run.fromUs(), area, timeAxis));
            double right = Math.min(area.getMaxX(), x(run.toUs(), area, timeAxis));
            if (right < area.getX() || left > area.getMaxX()) {
                continue;
            }
            double width = Math.max(1, right - left);
            if (run.overpressure()) {
                drawOverpressure(g2, new Rectangle2D.Double(left, area.getY(), width, laneHeight));
            }
        }
        drawStates(g2, area, timeAxis, ribbonTop, ribbonHeight);
    }

    private double x(long timeUs, Rectangle2D area, ValueAxis axis) {
        return axis.valueToJava2D((timeUs - newestUs) / 1e6, area, RectangleEdge.BOTTOM);
    }

    /** One box and word per stretch of the same state, over changes of overpressure. */
    private void drawStates(Graphics2D g2, Rectangle2D area, ValueAxis axis, double top, double height) {
        int index = 0;
        while (index < runs.size()) {
            int next = index + 1;
            while (next < runs.size()
                    && runs.get(next).activity() == runs.get(index).activity()
                    && runs.get(next).fromUs() == runs.get(next - 1).toUs()) {
                next++;
            }
            double left = Math.max(area.getX(), x(runs.get(index).fromUs(), area, axis));
            double right = Math.min(area.getMaxX(), x(runs.get(next - 1).toUs(), area, axis));
            if (right >= area.getX() && left <= area.getMaxX()) {
                Rectangle2D box = new Rectangle2D.Double(left, top, Math.max(1, right - left), height);
                drawState(g2, runs.get(index).activity(), box);
                drawWord(g2, runs.get(index).activity(), box);
            }
            index = next;
        }
    }

    private void drawState(Graphics2D g2, Activity activity, Rectangle2D box) {
        Color fill = palette.state(activity);
        g2.setPaint(fill);
        g2.fill(box);
        if (activity == Activity.ROLLING || activity == Activity.UNKNOWN) {
            hatch(g2, box, Palette.faded(Palette.inkOn(fill), 60), activity == Activity.UNKNOWN);
        }
        g2.setPaint(palette.panel());
        g2.fill(new Rectangle2D.Double(box.getX(), box.getY(), 1, box.getHeight()));
    }

    private void drawOverpressure(Graphics2D g2, Rectangle2D box) {
        g2.setPaint(palette.ceiling());
        g2.fill(box);
        hatch(g2, box, Palette.faded(Palette.inkOn(palette.ceiling()), 150), false);
        String mark = Texts.of("ribbon.overpressure");
        Font bold = font.deriveFont(Font.BOLD);
        FontMetrics metrics = g2.getFontMetrics(bold);
        double width = metrics.stringWidth(mark);
        if (width + 4 <= box.getWidth()) {
            double x = box.getCenterX() - width / 2;
            g2.setPaint(palette.ceiling());
            g2.fill(new Rectangle2D.Double(x - 3, box.getY(), width + 6, box.getHeight()));
            g2.setPaint(Palette.inkOn(palette.ceiling()));
            g2.setFont(bold);
            g2.drawString(
                    mark, (float) x, (float) (box.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0));
            g2.setFont(font);
        }
    }

    private static void hatch(Graphics2D g2, Rectangle2D box, Color colour, boolean crossed) {
        Shape clip = g2.getClip();
        g2.clip(box);
        g2.setPaint(colour);
        g2.setStroke(new BasicStroke(1f));
        Rectangle bounds = box.getBounds();
        int height = bounds.height;
        // Anchored to multiples of the step, so that neighbouring stretches join and nothing shimmers.
        int from = Math.floorDiv(bounds.x - height, HATCH_STEP_PX) * HATCH_STEP_PX;
        for (int x = from; x < bounds.x + bounds.width + height; x += HATCH_STEP_PX) {
            g2.drawLine(x, bounds.y + height, x + height, bounds.y);
            if (crossed) {
                g2.drawLine(x, bounds.y, x + height, bounds.y + height);
            }
        }
        g2.setClip(clip);
    }

    private void drawWord(Graphics2D g2, Activity activity, Rectangle2D box) {
        FontMetrics metrics = g2.getFontMetrics();
        String word = Texts.of("ribbon." + activity.word());
        if (metrics.stringWidth(word) + 8 > box.getWidth()) {
            word = Texts.of("ribbon.letter." + activity.word());
        }
        double width = metrics.stringWidth(word);
        if (width + 4 > box.getWidth()) {
            return;
        }
        Color fill = palette.state(activity);
        double x = box.getCenterX() - width / 2;
        double baseline = box.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0;
        g2.setPaint(fill);
        g2.fill(new Rectangle2D.Double(x - 3, box.getY() + 2, width + 6, box.getHeight() - 4));
        g2.setPaint(Palette.inkOn(fill));
        g2.drawString(word, (float) x, (float) baseline);
    }
}
