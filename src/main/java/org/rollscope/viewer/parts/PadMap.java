package org.rollscope.viewer.parts;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JComponent;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.ToolKind;
import org.rollscope.session.PadPressures;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureColours;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;

/**
 * The pads on a drawing of the roller: its end, and beside it the surface unrolled, columns around it from left to right, rows along its
 * axis from top to bottom; of a ball both its sides.
 *
 * <p><b>Units.</b> Kilopascal. <b>Threads.</b> Event dispatch thread.
 */
public final class PadMap extends JComponent {
    private static final long serialVersionUID = 1L;

    /** Lower pressures count as unloaded. */
    private static final double UNLOADED_KPA = 0.5;

    private static final int GAP_PX = 3;
    /** The end of the roller has this share of the width at most. */
    private static final double END_SHARE_RATIO = 0.24;

    private static final int SCALE_WIDTH_PX = 14;

    private transient Palette palette = Palette.LIGHT;
    private transient PadGeometry geometry = PadGeometry.REFERENCE;
    private transient PadPressures pads = PadPressures.NONE;
    private double upperKpa = 100;
    private boolean fresh;

    public PadMap() {
        setMinimumSize(new Dimension(10, 10));
        setPreferredSize(new Dimension(10, 10));
        setName("pad-map");
    }

    public void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        setFont(font);
        repaint();
    }

    /** Shows other pressures; nothing is painted when nothing changed. */
    public void show(PadGeometry newGeometry, PadPressures newPads, double newUpperKpa, boolean nowFresh) {
        boolean same =
                newGeometry.equals(geometry) && newPads.equals(pads) && newUpperKpa == upperKpa && nowFresh == fresh;
        if (!same) {
            geometry = newGeometry;
            pads = newPads;
            upperKpa = newUpperKpa;
            fresh = nowFresh;
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g2 = (Graphics2D) graphics.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setPaint(palette.panel());
        g2.fillRect(0, 0, getWidth(), getHeight());
        FontMetrics metrics = g2.getFontMetrics(small());
        int header = metrics.getHeight() + 10;
        int footer = metrics.getHeight() + 8;
        int scaleSpace = SCALE_WIDTH_PX + metrics.stringWidth("0000") + 26;
        double heightPx = Math.max(10, getHeight() - header - footer);
        if (geometry.tool() == ToolKind.BALL) {
            Rectangle2D both =
                    new Rectangle2D.Double(16, header, Math.max(10, getWidth() - 32.0 - scaleSpace), heightPx);
            BallSides.draw(g2, both, small(), fresh ? pads : PadPressures.NONE, palette, this::colour);
            drawTexts(g2, metrics, both, Texts.of("pads.ball.title"), Texts.of("pads.ball"));
            drawScale(g2, metrics, both);
            g2.dispose();
            return;
        }
        double endPx = Math.min(heightPx, getWidth() * END_SHARE_RATIO);
        double left = 16 + endPx + 24;
        Rectangle2D area =
                new Rectangle2D.Double(left, header, Math.max(10, getWidth() - left - 16 - scaleSpace), heightPx);
        Rectangle2D end = new Rectangle2D.Double(16, header + (heightPx - endPx) / 2, endPx, endPx);
        Rectangle2D sheet = new Rectangle2D.Double(left - 5, header - 4, area.getWidth() + 7, heightPx + 5);
        RollerEnd.draw(g2, end, sheet, geometry, fresh ? pads : PadPressures.NONE, palette, this::colour);
        g2.setPaint(palette.faint());
        g2.draw(new RoundRectangle2D.Double(sheet.getX(), sheet.getY(), sheet.getWidth(), sheet.getHeight(), 8, 8));
        String around = Texts.of("pads.around." + geometry.tool().word(), Integer.toString(geometry.columnCount()))
                + "  \u2192";
        drawTexts(g2, metrics, area, Texts.of("pads.title"), around);
        for (int padIndex = 0; padIndex < geometry.padCount(); padIndex++) {
            drawPad(g2, padIndex, area);
        }
        drawScale(g2, metrics, area);
        g2.dispose();
    }

    /** Of a pressure in kilopascal; that of an unloaded tile for one that is not known. */
    private Color colour(double pressureKpa) {
        return pressureKpa >= UNLOADED_KPA ? PressureColours.at(pressureKpa / upperKpa) : palette.grid();
    }

    private Font small() {
        return getFont().deriveFont(getFont().getSize2D() * 0.9f);
    }

    private void drawTexts(Graphics2D g2, FontMetrics metrics, Rectangle2D area, String title, String below) {
        g2.setFont(small());
        g2.setPaint(palette.ink());
        g2.drawString(title, 16f, metrics.getAscent() + 4f);
        g2.setPaint(palette.faint());
        g2.drawString(
                below,
                (float) Math.max(16, area.getMaxX() - metrics.stringWidth(below)),
                (float) area.getMaxY() + metrics.getAscent() + 5f);
    }

    private void drawPad(Graphics2D g2, int padIndex, Rectangle2D area) {
        double width = area.getWidth() / geometry.columnCount();
        double height = area.getHeight() / geometry.rowCount();
        double x = area.getX() + geometry.columnIndex(padIndex) * width;
        double y = area.getY() + geometry.rowIndex(padIndex) * height;
        RoundRectangle2D tile = new RoundRectangle2D.Double(x, y, width - GAP_PX, height - GAP_PX, 6, 6);
        boolean known = fresh && padIndex < pads.padCount() && Float.isFinite(pads.pressureKpa(padIndex));
        double pressureKpa = known ? pads.pressureKpa(padIndex) : 0;
        boolean loaded = pressureKpa >= UNLOADED_KPA;
        Color fill = loaded ? PressureColours.at(pressureKpa / upperKpa) : palette.ground();
        g2.setPaint(fill);
        g2.fill(tile);
        if (!known) {
            g2.setPaint(palette.grid());
            g2.draw(new Line2D.Double(x + 4, y + height - GAP_PX - 4, x + width - GAP_PX - 4, y + 4));
        }
        if (loaded) {
            drawNumber(g2, pressureKpa, fill, tile);
        }
    }

    private void drawNumber(Graphics2D g2, double pressureKpa, Color fill, RoundRectangle2D tile) {
        String number = PressureUnit.shown().number(pressureKpa);
        g2.setFont(getFont());
        FontMetrics metrics = g2.getFontMetrics();
        if (metrics.stringWidth(number) + 6 > tile.getWidth() || metrics.getAscent() + 2 > tile.getHeight()) {
            return;
        }
        g2.setPaint(Palette.inkOn(fill));
        g2.drawString(number, (float) (tile.getCenterX() - metrics.stringWidth(number) / 2.0), (float)
                (tile.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }

    private void drawScale(Graphics2D g2, FontMetrics metrics, Rectangle2D area) {
        double x = area.getMaxX() + 18;
        double height = area.getHeight() - GAP_PX;
        for (int line = 0; line < height; line++) {
            g2.setPaint(PressureColours.at(1 - line / height));
            g2.fill(new Rectangle2D.Double(x, area.getY() + line, SCALE_WIDTH_PX, 1.5));
        }
        g2.setFont(small());
        g2.setPaint(palette.faint());
        float textX = (float) (x + SCALE_WIDTH_PX + 6);
        double[] shares = {1, 0.5, 0};
        for (double shareRatio : shares) {
            double y = area.getY() + (1 - shareRatio) * height;
            float baseline = (float) (y + metrics.getAscent() * (shareRatio == 1 ? 0.8 : shareRatio == 0 ? 0 : 0.4));
            g2.drawString(PressureUnit.shown().number(upperKpa * shareRatio), textX, baseline);
        }
        g2.drawString(PressureUnit.shown().word(), (float) x, metrics.getAscent() + 4f);
    }
}
