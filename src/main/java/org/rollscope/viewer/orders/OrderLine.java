package org.rollscope.viewer.orders;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.parts.DrawnPart;
import org.rollscope.viewer.parts.FittedText;

/**
 * What came of the last order, with a mark whose shape tells it beside its colour: a ring while it is waited for, a tick, a cross.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
public final class OrderLine extends DrawnPart {
    private static final long serialVersionUID = 1L;

    private String words = "";
    private Order.@Nullable State state;

    /**
     * Empty.
     *
     * @param name by which tests find it.
     */
    public OrderLine(String name) {
        super(name);
    }

    /**
     * Shows an order.
     *
     * @param order null for none.
     * @param otherwise what is said then.
     */
    public void show(@Nullable Order order, String otherwise) {
        String newWords = order == null ? otherwise : order.words();
        Order.State newState = order == null ? null : order.state();
        if (!newWords.equals(words) || newState != state) {
            words = newWords;
            state = newState;
            setToolTipText(words.isEmpty() ? null : words);
            changed(words);
        }
    }

    /** What is shown. */
    public String words() {
        return words;
    }

    @Override
    public void restyle(Palette newPalette, Font font) {
        super.restyle(newPalette, font);
        setPreferredSize(new java.awt.Dimension(10, Math.round(font.getSize2D() * 2f)));
    }

    @Override
    protected void draw(Graphics2D g2) {
        int markPx = state == null ? 0 : Math.round(getFont().getSize2D());
        Order.State shown = state;
        if (shown != null) {
            mark(g2, shown, markPx);
        }
        double roomPx = getWidth() - markPx * 1.6;
        Font font = FittedText.font(g2, getFont(), words, roomPx, getHeight() * 0.8);
        float least = getFont().getSize2D() * 0.85f;
        g2.setFont(getFont()
                .deriveFont(Math.max(
                        least, Math.min(font.getSize2D(), getFont().getSize2D() * (shown == null ? 1f : 1.4f)))));
        g2.setPaint(shown == null ? palette().faint() : palette().ink());
        g2.drawString(
                FittedText.cut(g2, words, roomPx),
                markPx * 1.6f,
                (getHeight()
                                + g2.getFontMetrics().getAscent()
                                - g2.getFontMetrics().getDescent())
                        / 2f);
    }

    private void mark(Graphics2D g2, Order.State shown, int sizePx) {
        double top = (getHeight() - sizePx) / 2.0;
        Color colour =
                switch (shown) {
                    case WAITING -> palette().faint();
                    case DONE -> palette().floor();
                    case REFUSED, UNANSWERED -> palette().ceiling();
                };
        g2.setPaint(colour);
        g2.setStroke(new java.awt.BasicStroke(Math.max(2f, sizePx / 6f)));
        Path2D path = new Path2D.Double();
        if (shown == Order.State.WAITING) {
            g2.draw(new Ellipse2D.Double(1, top + 1, sizePx - 2, sizePx - 2));
            return;
        } else if (shown == Order.State.DONE) {
            path.moveTo(1, top + sizePx * 0.55);
            path.lineTo(sizePx * 0.4, top + sizePx * 0.9);
            path.lineTo(sizePx - 1, top + sizePx * 0.1);
        } else {
            path.moveTo(1, top + 1);
            path.lineTo(sizePx - 1, top + sizePx - 1);
            path.moveTo(sizePx - 1, top + 1);
            path.lineTo(1, top + sizePx - 1);
        }
        g2.draw(path);
    }
}
