package org.rollscope.viewer.parts;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.PressureBand;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureUnit;

/**
 * Where the mean pressure stands between floor and ceiling.
 *
 * <p><b>Units.</b> Kilopascal; the bar ends at one and a half times the ceiling. <b>Threads.</b> Event dispatch thread.
 */
final class BandGauge extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final double END_RATIO = 1.5;
    private static final int BAR_HEIGHT_PX = 12;

    private transient Palette palette = Palette.LIGHT;
    private transient @Nullable PressureBand band;
    private double meanKpa = Double.NaN;

    BandGauge() {
        setPreferredSize(new Dimension(280, 46));
        setMinimumSize(new Dimension(150, 46));
    }

    void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        setFont(font.deriveFont(font.getSize2D() * 0.85f));
        repaint();
    }

    void show(@Nullable PressureBand newBand, double newMeanKpa) {
        boolean same = java.util.Objects.equals(newBand, band) && Math.abs(newMeanKpa - meanKpa) < 0.1;
        if (!same) {
            band = newBand;
            meanKpa = newMeanKpa;
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        PressureBand shown = band;
        if (shown == null) {
            return;
        }
        Graphics2D g2 = (Graphics2D) graphics.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        double endKpa = shown.ceilingKpa() * END_RATIO;
        double top = 14;
        zone(g2, 0, shown.floorKpa(), endKpa, top, palette.grid());
        zone(g2, shown.floorKpa(), shown.amberKpa(), endKpa, top, Palette.faded(palette.floor(), 190));
        zone(g2, shown.amberKpa(), shown.ceilingKpa(), endKpa, top, Palette.faded(palette.amber(), 190));
        zone(g2, shown.ceilingKpa(), endKpa, endKpa, top, Palette.faded(palette.ceiling(), 190));
        label(g2, shown.floorKpa(), endKpa, top);
        label(g2, shown.ceilingKpa(), endKpa, top);
        if (Double.isFinite(meanKpa)) {
            pointer(g2, Math.min(meanKpa, endKpa) / endKpa * getWidth(), top);
        }
        g2.dispose();
    }

    private void zone(Graphics2D g2, double fromKpa, double toKpa, double endKpa, double top, Color colour) {
        g2.setPaint(colour);
        double left = fromKpa / endKpa * getWidth();
        double right = toKpa / endKpa * getWidth();
        g2.fill(new Rectangle2D.Double(left, top, Math.max(0, right - left - 1), BAR_HEIGHT_PX));
    }

    private void label(Graphics2D g2, double atKpa, double endKpa, double top) {
        g2.setFont(getFont());
        g2.setPaint(palette.faint());
        FontMetrics metrics = g2.getFontMetrics();
        String words = PressureUnit.shown().number(atKpa);
        float x = (float) (atKpa / endKpa * getWidth() - metrics.stringWidth(words) / 2.0);
        g2.drawString(words, Math.max(0, x), (float) (top + BAR_HEIGHT_PX + metrics.getAscent() + 3));
    }

    private void pointer(Graphics2D g2, double x, double top) {
        Path2D triangle = new Path2D.Double();
        double place = Math.max(6, Math.min(getWidth() - 6.0, x));
        triangle.moveTo(place, top + 3);
        triangle.lineTo(place - 7, top - 11);
        triangle.lineTo(place + 7, top - 11);
        triangle.closePath();
        g2.setPaint(palette.ink());
        g2.fill(triangle);
    }
}
