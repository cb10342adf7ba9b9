package org.rollscope.viewer.review;

import java.awt.BasicStroke;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.chart.EnvelopeRenderer;
import org.rollscope.viewer.chart.LineDataset;
import org.rollscope.viewer.chart.PixelColumns;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.TimeWindow;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Quantity;

/**
 * The whole session as a strip, with the stretch that the detail shows as a window that can be dragged, and drawn wider at its edges.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class Overview extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final int EDGE_PX = 6;

    private final transient ReviewModel model;
    private final transient PixelColumns mean = new PixelColumns();
    private final transient PixelColumns peak = new PixelColumns();
    private final transient LineDataset lines =
            new LineDataset(List.of(peak, mean), List.of(Texts.of("chart.peak"), Texts.of("chart.mean")));
    private final transient TimeAxis timeAxis = new TimeAxis("");
    private final transient NumberAxis pressureAxis = new NumberAxis();
    private final transient XYPlot plot = new XYPlot(lines, timeAxis, pressureAxis, new EnvelopeRenderer());
    private final transient JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final transient ChartRenderingInfo info = new ChartRenderingInfo(null);
    private transient Palette palette = Palette.LIGHT;
    private transient Rectangle2D area = new Rectangle2D.Double(0, 0, 1, 1);
    private transient @Nullable BufferedImage picture;
    private transient @Nullable TimeWindow drawnWhole;

    Overview(ReviewModel model) {
        this.model = model;
        setName("review-overview");
        getAccessibleContext().setAccessibleName(Texts.of("review.overview"));
        setToolTipText(Texts.of("review.overview.tip"));
        setOpaque(true);
        setPreferredSize(new Dimension(700, 84));
        setMinimumSize(new Dimension(200, 60));
        pressureAxis.setVisible(false);
        pressureAxis.setAutoRange(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        model.listen(() -> {
            if (!model.whole().equals(drawnWhole)) {
                picture = null;
            }
            repaint();
        });
        WindowMouse mouse = new WindowMouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        setFont(font);
        setBackground(palette.panel());
        chart.setNotify(false);
        chart.setBackgroundPaint(palette.panel());
        chart.setPadding(new RectangleInsets(4, 18, 2, 18));
        plot.setBackgroundPaint(palette.panel());
        plot.setOutlinePaint(palette.grid());
        timeAxis.setTickLabelFont(font.deriveFont(font.getSize2D() * 0.85f));
        timeAxis.setTickLabelPaint(palette.faint());
        timeAxis.setAxisLinePaint(palette.grid());
        timeAxis.setTickMarkPaint(palette.grid());
        plot.getRenderer().setSeriesPaint(0, Palette.faded(palette.peak(), 150));
        plot.getRenderer().setSeriesStroke(0, new BasicStroke(1f));
        plot.getRenderer().setSeriesPaint(1, palette.mean());
        plot.getRenderer().setSeriesStroke(1, new BasicStroke(1.3f));
        setPreferredSize(new Dimension(700, Math.round(font.getSize2D() * 6.5f)));
        picture = null;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g2 = (Graphics2D) graphics.create();
        double scale = g2.getTransform().getScaleX();
        int widthPx = (int) Math.max(1, Math.ceil(getWidth() * scale));
        int heightPx = (int) Math.max(1, Math.ceil(getHeight() * scale));
        BufferedImage shown = picture;
        if (shown == null || shown.getWidth() != widthPx || shown.getHeight() != heightPx) {
            shown = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
            Graphics2D onto = shown.createGraphics();
            onto.scale(scale, scale);
            draw(onto);
            onto.dispose();
            picture = shown;
        }
        g2.drawImage(shown, 0, 0, getWidth(), getHeight(), null);
        drawWindow(g2);
        g2.dispose();
    }

    private void draw(Graphics2D g2) {
        TimeWindow whole = model.whole();
        ReviewedSession session = model.session();
        drawnWhole = whole;
        timeAxis.show(whole);
        for (int turn = 0; turn < 2; turn++) {
            int columnCount = (int) Math.max(10, area.getWidth());
            mean.fillToEdges(session.tracks().line(Quantity.MEAN_PRESSURE), whole.fromUs(), whole.toUs(), columnCount);
            peak.fillToEdges(session.tracks().line(Quantity.PEAK_PRESSURE), whole.fromUs(), whole.toUs(), columnCount);
            pressureAxis.setRange(0, Math.max(10, Math.max(peak.largestMagnitude(), mean.largestMagnitude()) * 1.08));
            lines.refilled(0);
            chart.draw(g2, new Rectangle2D.Double(0, 0, getWidth(), getHeight()), info);
            area = info.getPlotInfo().getDataArea();
        }
        g2.setPaint(palette.amber());
        for (TimeWindow gap : session.gaps()) {
            double fromPx = xPx(gap.fromUs());
            g2.fill(new Rectangle2D.Double(fromPx, area.getY() + 1, Math.max(2, xPx(gap.toUs()) - fromPx), 4));
        }
    }

    private double xPx(long timeUs) {
        return area.getX()
                + area.getWidth()
                        * (timeUs - model.whole().fromUs())
                        / model.whole().lengthUs();
    }

    private long timeUs(double xPx) {
        return model.whole().fromUs()
                + Math.round(
                        (xPx - area.getX()) / area.getWidth() * model.whole().lengthUs());
    }

    private void drawWindow(Graphics2D g2) {
        double fromPx = xPx(model.window().fromUs());
        double toPx = Math.max(fromPx + 2, xPx(model.window().toUs()));
        g2.setPaint(Palette.faded(palette.ground(), 150));
        g2.fill(new Rectangle2D.Double(area.getX(), area.getY(), fromPx - area.getX(), area.getHeight()));
        g2.fill(new Rectangle2D.Double(toPx, area.getY(), area.getMaxX() - toPx, area.getHeight()));
        g2.setPaint(palette.ink());
        g2.setStroke(new BasicStroke(1.4f));
        g2.draw(new Rectangle2D.Double(fromPx, area.getY(), toPx - fromPx, area.getHeight()));
        g2.setStroke(new BasicStroke(3f));
        double middle = area.getCenterY();
        g2.draw(new Line2D.Double(fromPx, middle - 8, fromPx, middle + 8));
        g2.draw(new Line2D.Double(toPx, middle - 8, toPx, middle + 8));
    }

    /** Drags the window, or one of its edges. */
    private final class WindowMouse extends MouseAdapter {
        private TimeWindow atPress = model.window();
        private long pressedUs;
        private int edge;

        @Override
        public void mousePressed(MouseEvent event) {
            model.endGesture();
            atPress = model.window();
            pressedUs = timeUs(event.getX());
            edge = edge(event);
            if (edge == 0 && !atPress.contains(pressedUs)) {
                model.show(atPress.movedBy(pressedUs - atPress.fromUs() - atPress.lengthUs() / 2), "overview");
                atPress = model.window();
            }
        }

        private int edge(MouseEvent event) {
            double fromAwayPx = Math.abs(event.getX() - xPx(model.window().fromUs()));
            double toAwayPx = Math.abs(event.getX() - xPx(model.window().toUs()));
            return Math.min(fromAwayPx, toAwayPx) > EDGE_PX ? 0 : fromAwayPx <= toAwayPx ? -1 : 1;
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            long hereUs = timeUs(event.getX());
            if (edge == 0) {
                model.show(atPress.movedBy(hereUs - pressedUs), "overview");
            } else {
                long keptUs = edge < 0 ? atPress.toUs() : atPress.fromUs();
                model.show(TimeWindow.between(keptUs, hereUs), "overview");
            }
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            model.endGesture();
        }

        @Override
        public void mouseMoved(MouseEvent event) {
            setCursor(Cursor.getPredefinedCursor(edge(event) == 0 ? Cursor.MOVE_CURSOR : Cursor.E_RESIZE_CURSOR));
        }
    }
}
