package org.rollscope.viewer.parts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import javax.swing.JComponent;
import org.rollscope.detect.Activity;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Readout;

/**
 * The timer of a hold: a ring that is full after ninety seconds, with a mark at thirty.
 *
 * <p><b>Source.</b> Thirty to ninety seconds per spot is what the trainers' articles of the project ask for. <b>Threads.</b>
 * Event dispatch thread.
 */
final class HoldRing extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final double FULL_MS = 90_000;
    private static final double MARK_MS = 30_000;

    private transient Palette palette = Palette.LIGHT;
    private long holdMs;
    private String text = Readout.holdText(0);

    HoldRing() {
        setPreferredSize(new Dimension(170, 170));
        setMinimumSize(new Dimension(120, 120));
        setName("hold-ring");
    }

    void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        setFont(font);
        repaint();
    }

    void show(long newHoldMs, String newText) {
        // A tenth of a second moves the ring by less than half a degree.
        boolean same = newText.equals(text) && newHoldMs / 100 == holdMs / 100;
        holdMs = newHoldMs;
        text = newText;
        if (!same) {
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g2 = (Graphics2D) graphics.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double side = Math.min(getWidth(), getHeight()) - 24.0;
        double x = (getWidth() - side) / 2;
        double y = (getHeight() - side) / 2;
        float widthPx = (float) (side * 0.085);
        g2.setStroke(new BasicStroke(widthPx, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g2.setPaint(palette.grid());
        g2.draw(new Arc2D.Double(x, y, side, side, 0, 360, Arc2D.OPEN));
        double shareRatio = Math.min(1, holdMs / FULL_MS);
        Color colour = holdMs > FULL_MS ? palette.amber() : palette.state(Activity.HOLD);
        g2.setPaint(colour);
        g2.draw(new Arc2D.Double(x, y, side, side, 90, -360 * shareRatio, Arc2D.OPEN));
        drawMark(g2, MARK_MS / FULL_MS, side, widthPx, "30");
        drawMark(g2, 1, side, widthPx, "90");
        drawCentre(g2, side);
        g2.dispose();
    }

    private void drawMark(Graphics2D g2, double turnRatio, double side, float widthPx, String words) {
        double angleRad = Math.PI / 2 - 2 * Math.PI * turnRatio;
        double inner = side / 2 - widthPx / 2;
        double outer = side / 2 + widthPx / 2;
        double centreX = getWidth() / 2.0;
        double centreY = getHeight() / 2.0;
        g2.setStroke(new BasicStroke(2.5f));
        g2.setPaint(palette.ink());
        g2.draw(new Line2D.Double(
                centreX + inner * Math.cos(angleRad),
                centreY - inner * Math.sin(angleRad),
                centreX + outer * Math.cos(angleRad),
                centreY - outer * Math.sin(angleRad)));
        g2.setFont(getFont().deriveFont(getFont().getSize2D() * 0.85f));
        g2.setPaint(palette.faint());
        FontMetrics metrics = g2.getFontMetrics();
        double place = inner - 10;
        g2.drawString(words, (float) (centreX + place * Math.cos(angleRad) - metrics.stringWidth(words) / 2.0), (float)
                (centreY - place * Math.sin(angleRad) + metrics.getAscent() / 2.0 - 1));
    }

    private void drawCentre(Graphics2D g2, double side) {
        g2.setFont(getFont().deriveFont(Font.BOLD, (float) (side * 0.24)));
        g2.setPaint(holdMs > 0 ? palette.ink() : palette.faint());
        FontMetrics large = g2.getFontMetrics();
        float baseline = (float) (getHeight() / 2.0 + large.getAscent() * 0.36);
        g2.drawString(text, (float) ((getWidth() - large.stringWidth(text)) / 2.0), baseline);
        g2.setFont(getFont().deriveFont(getFont().getSize2D() * 0.95f));
        g2.setPaint(palette.faint());
        String title = Texts.of("hold.title");
        int width = g2.getFontMetrics().stringWidth(title);
        g2.drawString(
                title, (getWidth() - width) / 2f, baseline + g2.getFontMetrics().getHeight() + 2);
    }
}
