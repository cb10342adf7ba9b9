package org.rollscope.viewer.parts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import org.rollscope.detect.Activity;
import org.rollscope.session.AdviceRule;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.HoldProgress;
import org.rollscope.viewer.model.Readout;

/**
 * The timer of a hold: a ring that is full after ninety seconds, with marks at thirty and ninety, and on it what the tissue did.
 *
 * <p>A release shows as a filled dot where it came, what the athlete felt as an open one; beside that it is said in words. Nothing is
 * shown that the service did not say. <b>Source.</b> {@link AdviceRule}. <b>Threads.</b> Event dispatch thread.
 */
public final class HoldRing extends DrawnPart {
    private static final long serialVersionUID = 1L;

    private transient HoldProgress hold = HoldProgress.NONE;
    private String text = Readout.holdText(0);
    private String below = "";

    public HoldRing() {
        super("hold-ring");
    }

    /**
     * Shows another moment of a hold.
     *
     * @param newHold how far it is.
     * @param newText its length.
     * @param releaseIsTold whether the tool can tell a release at all.
     */
    public void show(HoldProgress newHold, String newText, boolean releaseIsTold) {
        boolean nothingFelt = newHold.holdMs() > 0 && newHold.feltMs() < 0;
        String newBelow = nothingFelt && !releaseIsTold ? Texts.of("athlete.release.not_told") : words(newHold);
        // A tenth of a second moves the ring by less than half a degree.
        boolean same = newText.equals(text) && newBelow.equals(below) && newHold.holdMs() / 100 == hold.holdMs() / 100;
        boolean saidElse = !newText.equals(text) || !newBelow.equals(below);
        hold = newHold;
        text = newText;
        below = newBelow;
        if (saidElse) {
            changed(Texts.of("athlete.hold.spoken", text, below));
        } else if (!same) {
            repaint();
        }
    }

    /** What became of the tissue so far. */
    public static String words(HoldProgress hold) {
        if (hold.holdMs() <= 0) {
            return Texts.of("athlete.hold.none");
        } else if (hold.releasedMs() >= 0) {
            String at = Readout.holdText(hold.releasedMs());
            return Double.isNaN(hold.depthRatio())
                    ? Texts.of("athlete.release.plain", at)
                    : Texts.of("athlete.release", at, Long.toString(Math.round(100 * hold.depthRatio())));
        } else if (hold.feltMs() >= 0) {
            return Texts.of("athlete.release.felt", Readout.holdText(hold.feltMs()));
        }
        return hold.settledMs() >= 0
                ? Texts.of("athlete.release.settled", Readout.holdText(hold.settledMs()))
                : Texts.of("athlete.release.none");
    }

    /** Where the ring lies. */
    private record Place(double x, double y, double sidePx, float widthPx) {
        double centreX() {
            return x + sidePx / 2;
        }

        double centreY() {
            return y + sidePx / 2;
        }
    }

    @Override
    protected void draw(Graphics2D g2) {
        float linePx = getFont().getSize2D();
        double belowPx = Math.max(linePx * 1.7, getHeight() * 0.15);
        double sidePx = Math.max(20, Math.min(getWidth() - 12.0, getHeight() - belowPx - 8) * 0.92);
        double marginPx = (getHeight() - belowPx - sidePx) / 2;
        Place place = new Place((getWidth() - sidePx) / 2, marginPx, sidePx, (float) (sidePx * 0.085));
        g2.setStroke(new BasicStroke(place.widthPx(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g2.setPaint(palette().grid());
        g2.draw(new Arc2D.Double(place.x(), place.y(), sidePx, sidePx, 0, 360, Arc2D.OPEN));
        double shareRatio = Math.min(1, hold.holdMs() / (double) AdviceRule.HOLD_TARGET_MS);
        Color colour = hold.holdMs() > AdviceRule.HOLD_TARGET_MS
                ? palette().amber()
                : palette().state(Activity.HOLD);
        g2.setPaint(colour);
        g2.draw(new Arc2D.Double(place.x(), place.y(), sidePx, sidePx, 90, -360 * shareRatio, Arc2D.OPEN));
        mark(g2, place, AdviceRule.HOLD_LEAST_MS);
        mark(g2, place, AdviceRule.HOLD_TARGET_MS);
        dot(g2, place, hold.feltMs(), false);
        dot(g2, place, hold.releasedMs(), true);
        centre(g2, place);
        g2.setFont(FittedText.font(g2, getFont().deriveFont(Font.BOLD), below, getWidth() - 8.0, belowPx * 0.8));
        g2.setPaint(hold.releasedMs() >= 0 ? palette().floor() : palette().faint());
        g2.drawString(below, (getWidth() - g2.getFontMetrics().stringWidth(below)) / 2f, (float)
                (getHeight() - g2.getFontMetrics().getDescent() - belowPx * 0.05));
    }

    private static double angleRad(long atMs) {
        return Math.PI / 2 - 2 * Math.PI * Math.min(1, atMs / (double) AdviceRule.HOLD_TARGET_MS);
    }

    private void mark(Graphics2D g2, Place place, long atMs) {
        double angleRad = angleRad(atMs);
        double inner = place.sidePx() / 2 - place.widthPx() * 0.7;
        double outer = place.sidePx() / 2 + place.widthPx() * 0.7;
        g2.setStroke(new BasicStroke(Math.max(2.5f, place.widthPx() / 6)));
        g2.setPaint(palette().ink());
        g2.draw(new Line2D.Double(
                place.centreX() + inner * Math.cos(angleRad),
                place.centreY() - inner * Math.sin(angleRad),
                place.centreX() + outer * Math.cos(angleRad),
                place.centreY() - outer * Math.sin(angleRad)));
        g2.setFont(getFont().deriveFont((float) Math.max(9, place.sidePx() * 0.085)));
        g2.setPaint(palette().faint());
        FontMetrics metrics = g2.getFontMetrics();
        double words = inner - metrics.getAscent() * 0.75;
        String seconds = Long.toString(atMs / 1000);
        g2.drawString(
                seconds,
                (float) (place.centreX() + words * Math.cos(angleRad) - metrics.stringWidth(seconds) / 2.0),
                (float) (place.centreY() - words * Math.sin(angleRad) + metrics.getAscent() / 2.0 - 1));
    }

    private void dot(Graphics2D g2, Place place, long atMs, boolean filled) {
        if (atMs < 0) {
            return;
        }
        double angleRad = angleRad(atMs);
        double sizePx = place.widthPx() * 1.7;
        double x = place.centreX() + place.sidePx() / 2 * Math.cos(angleRad) - sizePx / 2;
        double y = place.centreY() - place.sidePx() / 2 * Math.sin(angleRad) - sizePx / 2;
        Ellipse2D dot = new Ellipse2D.Double(x, y, sizePx, sizePx);
        g2.setPaint(filled ? palette().ink() : palette().panel());
        g2.fill(dot);
        g2.setPaint(filled ? palette().panel() : palette().ink());
        g2.setStroke(new BasicStroke(Math.max(2f, place.widthPx() / 5)));
        g2.draw(dot);
    }

    private void centre(Graphics2D g2, Place place) {
        g2.setFont(FittedText.font(
                g2, getFont().deriveFont(Font.BOLD), "0:00", place.sidePx() * 0.62, place.sidePx() * 0.4));
        g2.setPaint(hold.holdMs() > 0 ? palette().ink() : palette().faint());
        FontMetrics large = g2.getFontMetrics();
        g2.drawString(text, (float) (place.centreX() - large.stringWidth(text) / 2.0), (float)
                (place.centreY() + (large.getAscent() - large.getDescent()) / 2.0));
    }
}
