package org.rollscope.viewer.parts;

import java.awt.Font;
import java.awt.Graphics2D;

/** Text as large as its room allows. */
public final class FittedText {
    private static final float LEAST_PX = 9;
    private static final String CUT = "\u2026";

    private FittedText() {}

    /**
     * The font in the largest size at which a text fits.
     *
     * @param g2 measures.
     * @param base family and style.
     * @param text one line.
     * @param widthPx room from side to side.
     * @param heightPx room from ascent to descent.
     */
    public static Font font(Graphics2D g2, Font base, String text, double widthPx, double heightPx) {
        float probePx = 100;
        var metrics = g2.getFontMetrics(base.deriveFont(probePx));
        double byHeight = probePx * heightPx / (metrics.getAscent() + metrics.getDescent());
        double byWidth = text.isEmpty() ? byHeight : probePx * widthPx / metrics.stringWidth(text);
        return base.deriveFont((float) Math.max(LEAST_PX, Math.floor(Math.min(byHeight, byWidth))));
    }

    /** The text in the font that is set, cut where it has no room. */
    public static String cut(Graphics2D g2, String text, double widthPx) {
        var metrics = g2.getFontMetrics();
        if (metrics.stringWidth(text) <= widthPx) {
            return text;
        }
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end) + CUT) > widthPx) {
            end--;
        }
        return text.substring(0, end) + CUT;
    }
}
