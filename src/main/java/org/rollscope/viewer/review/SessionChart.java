package org.rollscope.viewer.review;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.library.Note;
import org.rollscope.viewer.library.PadTrace;
import org.rollscope.viewer.library.TimeWindow;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * The detail of a session on the screen: its plot as a picture that is kept while only cursors move.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class SessionChart extends Drawing {
    private static final long serialVersionUID = 1L;

    private final transient ReviewModel model;
    private final String accessibleKey;
    private transient SessionPlot plot;
    private transient Palette palette = Palette.LIGHT;
    private transient List<PadTrace> pads = List.of();
    private transient List<Note> notes = List.of();
    private transient @Nullable BufferedImage picture;
    private transient @Nullable TimeWindow drawn;
    private transient @Nullable TimeWindow dragged;
    private int drawnEventIndex = -2;
    private boolean fits;
    private double leastUpperKpa;
    private double leastUpperMmPerS;

    SessionChart(ReviewModel model, String name) {
        this.model = model;
        this.accessibleKey = "review.chart." + name;
        this.plot = new SessionPlot(model.session(), pads);
        setName("review-chart-" + name);
        getAccessibleContext().setAccessibleName(Texts.of(accessibleKey));
        setFocusable(true);
        setOpaque(true);
        setPreferredSize(new Dimension(700, 420));
        setMinimumSize(new Dimension(200, 150));
        model.listen(this::modelChanged);
        ChartMouse mouse = new ChartMouse(this, model);
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addMouseWheelListener(mouse);
        ChartKeys.bind(this, model);
    }

    private void modelChanged() {
        if (!model.window().equals(drawn) || model.eventIndex() != drawnEventIndex) {
            picture = null;
        }
        repaint();
    }

    SessionPlot plot() {
        return plot;
    }

    void showPads(List<PadTrace> newPads) {
        pads = List.copyOf(newPads);
        plot = new SessionPlot(model.session(), pads);
        applyLook();
    }

    void showNotes(List<Note> newNotes) {
        notes = List.copyOf(newNotes);
        plot.lanes().showNotes(notes);
        picture = null;
        repaint();
    }

    List<PadTrace> pads() {
        return pads;
    }

    List<Note> notes() {
        return notes;
    }

    void setLeastUpper(double upperKpa, double upperMmPerS) {
        leastUpperKpa = upperKpa;
        leastUpperMmPerS = upperMmPerS;
        applyLook();
    }

    void toggleFit() {
        fits = !fits;
        applyLook();
    }

    void restyle(Palette newPalette, Font newFont) {
        palette = newPalette;
        setFont(newFont);
        setBackground(newPalette.panel());
        applyLook();
    }

    private void applyLook() {
        if (getFont() != null) {
            plot.restyle(palette, getFont());
        }
        plot.setLeastUpper(leastUpperKpa, leastUpperMmPerS);
        plot.setFits(fits);
        plot.lanes().showNotes(notes);
        picture = null;
        repaint();
    }

    /** A stretch that is being drawn with the mouse, to be looked at; null for none. */
    void showDragged(@Nullable TimeWindow stretch) {
        dragged = stretch;
        repaint();
    }

    /** Index of the event under a place, -1 for none. */
    int eventAt(double xPx, double yPx) {
        return plot.areas().isEmpty() ? -1 : plot.lanes().eventAt(xPx, yPx, plot.areas());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g2 = (Graphics2D) graphics.create();
        double scale = g2.getTransform().getScaleX();
        BufferedImage shown = picture;
        int widthPx = (int) Math.ceil(getWidth() * scale);
        int heightPx = (int) Math.ceil(getHeight() * scale);
        if (shown == null || shown.getWidth() != widthPx || shown.getHeight() != heightPx) {
            shown = drawPicture(widthPx, heightPx, scale);
            picture = shown;
        }
        g2.drawImage(shown, 0, 0, getWidth(), getHeight(), null);
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paintCursors(g2);
        g2.dispose();
    }

    private BufferedImage drawPicture(int widthPx, int heightPx, double scale) {
        BufferedImage made = new BufferedImage(Math.max(1, widthPx), Math.max(1, heightPx), BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = made.createGraphics();
        g2.scale(scale, scale);
        drawn = model.window();
        drawnEventIndex = model.eventIndex();
        plot.lanes().select(drawnEventIndex);
        plot.draw(g2, getWidth(), getHeight(), model.window());
        g2.dispose();
        return made;
    }

    private void paintCursors(Graphics2D g2) {
        List<Rectangle2D> areas = plot.areas();
        if (areas.isEmpty()) {
            return;
        }
        Rectangle2D all = areas.get(0).createUnion(areas.get(areas.size() - 1));
        g2.clip(new Rectangle2D.Double(all.getX() - 5, all.getY(), all.getWidth() + 10, all.getHeight()));
        Long cursorUs = model.cursorUs();
        Long secondUs = model.secondUs();
        TimeWindow stretch = dragged;
        if (stretch != null) {
            shade(g2, all, stretch, palette.mean());
        } else if (model.selectsBetweenCursors()) {
            shade(g2, all, model.selection(), palette.faint());
        }
        if (cursorUs != null) {
            line(g2, all, cursorUs, model.isPinned() ? new BasicStroke(1.4f) : new BasicStroke(0.8f), "1");
        }
        if (secondUs != null) {
            line(
                    g2,
                    all,
                    secondUs,
                    new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 3}, 0),
                    "2");
        }
    }

    private void shade(Graphics2D g2, Rectangle2D all, TimeWindow stretch, Color colour) {
        double fromPx = plot.xPx(stretch.fromUs(), model.window());
        double toPx = plot.xPx(stretch.toUs(), model.window());
        g2.setPaint(Palette.faded(colour, 40));
        g2.fill(new Rectangle2D.Double(fromPx, all.getY(), Math.max(1, toPx - fromPx), all.getHeight()));
    }

    private void line(Graphics2D g2, Rectangle2D all, long timeUs, BasicStroke stroke, String number) {
        double x = plot.xPx(timeUs, model.window());
        g2.setPaint(palette.ink());
        g2.setStroke(stroke);
        g2.draw(new Line2D.Double(x, all.getY(), x, all.getMaxY()));
        if (model.isPinned()) {
            g2.setFont(getFont().deriveFont(getFont().getSize2D() * 0.85f));
            g2.drawString(
                    number,
                    (float) x + 3,
                    (float) all.getY() + g2.getFontMetrics().getAscent() + 6);
        }
        Reading reading = model.reading(timeUs);
        if (reading != null) {
            double frameX = plot.xPx(reading.timeUs(), model.window());
            dot(g2, frameX, plot.yPx(reading.meanKpa()), palette.mean());
            dot(g2, frameX, plot.yPx(reading.peakKpa()), palette.peak());
        }
    }

    private void dot(Graphics2D g2, double x, double y, Color colour) {
        g2.setPaint(colour);
        g2.fill(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7));
        g2.setPaint(palette.panel());
        g2.setStroke(new BasicStroke(1f));
        g2.draw(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7));
    }
}
