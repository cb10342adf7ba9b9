package org.rollscope.viewer.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.PressureBand;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;

/**
 * Names of floor and ceiling, in the margin at the right of the chart, where they hide no data.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
public final class BandLabels extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;

    private transient @Nullable PressureBand band;
    private transient Palette palette = Palette.LIGHT;
    private transient Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    /** Names another band. */
    public void show(PressureBand newBand) {
        band = newBand;
    }

    /** Takes colours and the font of the look. */
    public void restyle(Palette newPalette, Font newFont) {
        palette = newPalette;
        font = newFont;
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        PressureBand shown = band;
        if (shown == null) {
            return;
        }
        Shape clip = g2.getClip();
        g2.setClip(null);
        g2.setFont(font.deriveFont(Font.BOLD));
        label(g2, plot, area, rangeAxis, shown.ceilingKpa(), palette.ceiling(), "chart.ceiling", -1);
        label(g2, plot, area, rangeAxis, shown.floorKpa(), palette.floor(), "chart.floor", 1);
        g2.setClip(clip);
    }

    /** Two lines, the number on the height of its limit and the name above (-1) or below (1) it. */
    private static void label(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis axis,
            double atKpa,
            Color colour,
            String nameKey,
            int nameSide) {
        double y = axis.valueToJava2D(atKpa, area, plot.getRangeAxisEdge());
        FontMetrics metrics = g2.getFontMetrics();
        float x = (float) area.getMaxX() + 6;
        float baseline = (float) (y + metrics.getAscent() / 2.0 - 1);
        g2.setPaint(colour);
        g2.drawString(PressureUnit.shown().number(atKpa), x, baseline);
        g2.drawString(Texts.of(nameKey), x, baseline + nameSide * metrics.getHeight());
    }
}
