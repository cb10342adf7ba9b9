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
public final class BandGauge extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final double END_RATIO = 1.5;
    private static final float LABEL_FACTOR = 1.05f;

    private transient Palette palette = Palette.LIGHT;
    private transient @Nullable PressureBand band;
    private double meanKpa = Double.NaN;

    public BandGauge() {
        setName("band-gauge");
    }

    /** Takes colours and the font of the look; the height follows the font. */
    public void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        setFont(font.deriveFont(font.getSize2D() * LABEL_FACTOR));
        int heightPx = Math.round(font.getSize2D() * 4f);
        setPreferredSize(new Dimension(100, heightPx));
        setMinimumSize(new Dimension(60, heightPx));
        repaint();
    }

    /** Shows another pressure in another band; nothing is painted when nothing changed. */
    public void show(@Nullable PressureBand newBand, double newMeanKpa) {
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
        double top = getHeight() * 0.32;
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

    private double barPx() {
        return getHeight() * 0.3;
    }

    private void zone(Graphics2D g2, double fromKpa, double toKpa, double endKpa, double top, Color colour) {
        g2.setPaint(colour);
        double left = fromKpa / endKpa * getWidth();
        double right = toKpa / endKpa * getWidth();
        g2.fill(new Rectangle2D.Double(left, top, Math.max(0, right - left - 1), barPx()));
    }

    private void label(Graphics2D g2, double atKpa, double endKpa, double top) {
        g2.setFont(getFont());
        g2.setPaint(palette.faint());
        FontMetrics metrics = g2.getFontMetrics();
        String words = PressureUnit.shown().number(atKpa);
        float x = (float) (atKpa / endKpa * getWidth() - metrics.stringWidth(words) / 2.0);
        g2.drawString(words, Math.max(0, x), (float) (top + barPx() + metrics.getAscent() + 1));
    }

    private void pointer(Graphics2D g2, double x, double top) {
        Path2D triangle = new Path2D.Double();
        double halfPx = top * 0.55;
        double place = Math.max(halfPx, Math.min(getWidth() - halfPx, x));
        triangle.moveTo(place, top + barPx() * 0.35);
        triangle.lineTo(place - halfPx, 1);
        triangle.lineTo(place + halfPx, 1);
        triangle.closePath();
        g2.setPaint(palette.ink());
        g2.fill(triangle);
    }
}
