package org.rollscope.viewer.parts;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;
import org.rollscope.frame.BallPads;
import org.rollscope.session.PadPressures;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureUnit;

/**
 * A ball seen from both sides, each pad where it lies: the distance from a side's middle is the angle from it, and the right side is turned
 * about the upright, as a page is. How the ball lies is not shown: it has no axis. <b>Threads.</b> Event dispatch thread.
 */
final class BallSides {
    /** Of a side's radius; the pads of 32 that cover a sphere alike would touch at 0.23. */
    private static final double PAD_SHARE_RATIO = 0.165;
    /** Middles of pads at the very edge lie so far out, so that they are not cut. */
    private static final double EDGE_SHARE_RATIO = 0.8;

    private BallSides() {}

    /**
     * Draws them.
     *
     * @param area room for both.
     * @param font of the numbers.
     * @param colourOf the colour of a pressure in kilopascal; NaN for one that nobody knows.
     */
    static void draw(
            Graphics2D g2,
            Rectangle2D area,
            Font font,
            PadPressures pads,
            Palette palette,
            DoubleFunction<Color> colourOf) {
        double radiusPx = Math.max(10, Math.min(area.getWidth() / 4 - 6, area.getHeight() / 2 - 2));
        double quarterPx = area.getWidth() / 4;
        g2.setPaint(palette.faint());
        for (double centreX : new double[] {area.getX() + quarterPx, area.getX() + 3 * quarterPx}) {
            g2.draw(new Ellipse2D.Double(centreX - radiusPx, area.getCenterY() - radiusPx, 2 * radiusPx, 2 * radiusPx));
        }
        for (int padIndex = 0; padIndex < BallPads.padCount(); padIndex++) {
            double[] direction = BallPads.directionRatio(padIndex);
            boolean left = direction[2] >= 0;
            double fromMiddleRad = Math.acos(Math.min(1, Math.abs(direction[2])));
            double aboutRad = Math.atan2(direction[1], left ? direction[0] : -direction[0]);
            double outPx = radiusPx * EDGE_SHARE_RATIO * fromMiddleRad / (Math.PI / 2);
            double x = area.getX() + (left ? 1 : 3) * quarterPx + outPx * Math.cos(aboutRad);
            double y = area.getCenterY() - outPx * Math.sin(aboutRad);
            boolean known = padIndex < pads.padCount() && Float.isFinite(pads.pressureKpa(padIndex));
            drawPad(
                    g2,
                    x,
                    y,
                    radiusPx * PAD_SHARE_RATIO,
                    known ? pads.pressureKpa(padIndex) : Double.NaN,
                    font,
                    palette,
                    colourOf);
        }
    }

    private static void drawPad(
            Graphics2D g2,
            double x,
            double y,
            double padPx,
            double pressureKpa,
            Font font,
            Palette palette,
            DoubleFunction<Color> colourOf) {
        Color fill = colourOf.apply(pressureKpa);
        g2.setPaint(fill);
        Ellipse2D pad = new Ellipse2D.Double(x - padPx, y - padPx, 2 * padPx, 2 * padPx);
        if (Double.isNaN(pressureKpa)) {
            g2.draw(pad);
            return;
        }
        g2.fill(pad);
        if (fill.equals(palette.grid())) {
            return;
        }
        String number = PressureUnit.shown().number(pressureKpa);
        g2.setFont(font);
        FontMetrics metrics = g2.getFontMetrics();
        if (metrics.stringWidth(number) + 2 <= 2 * padPx) {
            g2.setPaint(Palette.inkOn(fill));
            g2.drawString(number, (float) (x - metrics.stringWidth(number) / 2.0), (float)
                    (y + (metrics.getAscent() - metrics.getDescent()) / 2.0));
        }
    }
}
