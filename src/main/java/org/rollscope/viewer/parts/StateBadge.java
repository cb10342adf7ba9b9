package org.rollscope.viewer.parts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JComponent;
import org.rollscope.detect.Activity;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * The state as a large word on its colour, and beside it, hatched, that the pressure is over the ceiling.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class StateBadge extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final float WORD_FACTOR = 2.6f;
    private static final int ARC_PX = 14;

    private transient Palette palette = Palette.LIGHT;
    private Activity activity = Activity.UNKNOWN;
    private String word = "";
    private boolean overpressure;

    StateBadge() {
        setName("state");
    }

    void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        setFont(font);
        int height = Math.round(font.getSize2D() * WORD_FACTOR * 2.9f);
        setPreferredSize(new Dimension(280, height));
        setMinimumSize(new Dimension(160, height));
        repaint();
    }

    void show(Activity newActivity, String newWord, boolean nowOverpressure) {
        boolean same = newActivity == activity && newWord.equals(word) && nowOverpressure == overpressure;
        activity = newActivity;
        word = newWord;
        overpressure = nowOverpressure;
        if (!same) {
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g2 = (Graphics2D) graphics.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int laneHeight = Math.round(getFont().getSize2D() * 2.1f);
        int wordHeight = overpressure ? getHeight() - laneHeight - 4 : getHeight();
        Color fill = palette.state(activity);
        g2.setPaint(fill);
        g2.fill(new RoundRectangle2D.Double(0, 0, getWidth(), wordHeight, ARC_PX, ARC_PX));
        g2.setFont(getFont().deriveFont(Font.BOLD, getFont().getSize2D() * WORD_FACTOR));
        centre(g2, word, Palette.inkOn(fill), 0, wordHeight);
        if (overpressure) {
            drawOverpressure(g2, wordHeight + 4, laneHeight);
        }
        g2.dispose();
    }

    private void drawOverpressure(Graphics2D g2, int top, int height) {
        Shape lane = new RoundRectangle2D.Double(0, top, getWidth(), height, ARC_PX, ARC_PX);
        Color ink = Palette.inkOn(palette.ceiling());
        g2.setPaint(palette.ceiling());
        g2.fill(lane);
        g2.setFont(getFont().deriveFont(Font.BOLD));
        int wordWidth = g2.getFontMetrics().stringWidth(Texts.of("overpressure")) + 20;
        Shape clip = g2.getClip();
        g2.clip(lane);
        g2.setPaint(Palette.faded(ink, 130));
        g2.setStroke(new BasicStroke(1.5f));
        for (int x = -height; x < getWidth() + height; x += 9) {
            boolean underWord = x + height > (getWidth() - wordWidth) / 2 && x < (getWidth() + wordWidth) / 2;
            if (!underWord) {
                g2.drawLine(x, top + height, x + height, top);
            }
        }
        g2.setClip(clip);
        centre(g2, Texts.of("overpressure"), ink, top, height);
    }

    private void centre(Graphics2D g2, String words, Color ink, int top, int height) {
        FontMetrics metrics = g2.getFontMetrics();
        g2.setPaint(ink);
        g2.drawString(
                words,
                (getWidth() - metrics.stringWidth(words)) / 2f,
                top + (height + metrics.getAscent() - metrics.getDescent()) / 2f);
    }
}
