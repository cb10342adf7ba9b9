package org.rollscope.viewer.parts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;
import org.rollscope.frame.PadGeometry;
import org.rollscope.session.PadPressures;
import org.rollscope.viewer.look.Palette;

/**
 * The roller seen from its end, each column of tiles as a segment in the colour of its most pressed tile, and the lines along which
 * its surface is unrolled beside it.
 *
 * <p>Column 1 begins at the top and the others follow clockwise, as they follow from left to right in the unrolled map. How the
 * roller lies is not shown: nobody says it. <b>Threads.</b> Event dispatch thread.
 */
final class RollerEnd {
    private static final double CORE_SHARE_RATIO = 0.62;
    private static final double GAP_DEG = 3;

    private RollerEnd() {}

    /**
     * Draws it.
     *
     * @param box square in which it lies.
     * @param sheet the unrolled map right of it.
     * @param colourOf the colour of a pressure in kilopascal; NaN for one that nobody knows.
     */
    static void draw(
            Graphics2D g2,
            Rectangle2D box,
            Rectangle2D sheet,
            PadGeometry geometry,
            PadPressures pads,
            Palette palette,
            DoubleFunction<Color> colourOf) {
        g2.setStroke(new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {3, 4}, 0));
        g2.setPaint(palette.faint());
        g2.draw(new Line2D.Double(box.getCenterX(), box.getMinY(), sheet.getMinX(), sheet.getMinY()));
        g2.draw(new Line2D.Double(box.getCenterX(), box.getMaxY(), sheet.getMinX(), sheet.getMaxY()));
        g2.setStroke(new BasicStroke(1.5f));
        double stepDeg = 360.0 / geometry.columnCount();
        double tilePx = box.getWidth() * (1 - CORE_SHARE_RATIO) / 2;
        g2.setPaint(palette.ground());
        g2.fill(new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight()));
        for (int column = 0; column < geometry.columnCount(); column++) {
            double startDeg = 90 - column * stepDeg - GAP_DEG / 2;
            g2.setStroke(new BasicStroke((float) tilePx * 0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            g2.setPaint(colourOf.apply(highestKpa(geometry, pads, column)));
            g2.draw(new Arc2D.Double(
                    box.getX() + tilePx / 2,
                    box.getY() + tilePx / 2,
                    box.getWidth() - tilePx,
                    box.getHeight() - tilePx,
                    startDeg,
                    GAP_DEG - stepDeg,
                    Arc2D.OPEN));
        }
        g2.setStroke(new BasicStroke(1.5f));
        g2.setPaint(palette.faint());
        g2.draw(new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight()));
        double corePx = box.getWidth() * CORE_SHARE_RATIO;
        g2.draw(new Ellipse2D.Double(box.getCenterX() - corePx / 2, box.getCenterY() - corePx / 2, corePx, corePx));
    }

    private static double highestKpa(PadGeometry geometry, PadPressures pads, int columnIndex) {
        double highestKpa = Double.NaN;
        for (int padIndex = 0; padIndex < Math.min(pads.padCount(), geometry.padCount()); padIndex++) {
            double here = pads.pressureKpa(padIndex);
            boolean counts = geometry.columnIndex(padIndex) == columnIndex && Double.isFinite(here);
            if (counts && !(here <= highestKpa)) {
                highestKpa = here;
            }
        }
        return highestKpa;
    }
}
