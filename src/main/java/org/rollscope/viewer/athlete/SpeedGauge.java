package org.rollscope.viewer.athlete;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.rollscope.detect.Activity;
import org.rollscope.session.AdviceRule;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Readout;
import org.rollscope.viewer.parts.DrawnPart;
import org.rollscope.viewer.parts.FittedText;

/**
 * How fast the contact travels, against the speed at which tender spots are found.
 *
 * <p><b>Units.</b> Millimetres per second without regard to sign; the bar ends at 200. <b>Source.</b> {@link AdviceRule}.
 * <b>Threads.</b> Event dispatch thread.
 */
final class SpeedGauge extends DrawnPart {
    private static final long serialVersionUID = 1L;
    private static final double END_MM_PER_S = 200;

    private String number = Readout.DASH;
    private String verdict = " ";
    private double speedMmPerS = Double.NaN;

    SpeedGauge() {
        super("speed-gauge");
    }

    /**
     * Shows a speed.
     *
     * @param text with its unit.
     * @param newSpeedMmPerS signed, NaN when it is not known.
     * @param activity only rolling has a target.
     */
    void show(String text, double newSpeedMmPerS, Activity activity) {
        double magnitude = Math.abs(newSpeedMmPerS);
        String newVerdict = verdict(magnitude, activity);
        boolean same = text.equals(number) && newVerdict.equals(verdict) && Math.abs(magnitude - speedMmPerS) < 0.5;
        number = text;
        verdict = newVerdict;
        speedMmPerS = magnitude;
        if (!same) {
            changed(Texts.of("athlete.speed.spoken", number, verdict));
        }
    }

    static String verdict(double magnitudeMmPerS, Activity activity) {
        if (activity != Activity.ROLLING || Double.isNaN(magnitudeMmPerS)) {
            return Texts.of("athlete.speed.target", whole(AdviceRule.SLOW_UP_TO_MM_PER_S));
        } else if (magnitudeMmPerS > AdviceRule.FAST_FROM_MM_PER_S) {
            return Texts.of("athlete.speed.fast", whole(AdviceRule.FAST_FROM_MM_PER_S));
        }
        return magnitudeMmPerS <= AdviceRule.SLOW_UP_TO_MM_PER_S
                ? Texts.of("athlete.speed.good", whole(AdviceRule.SLOW_UP_TO_MM_PER_S))
                : Texts.of("athlete.speed.brisk", whole(AdviceRule.SLOW_UP_TO_MM_PER_S));
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }

    @Override
    protected void draw(Graphics2D g2) {
        double heightPx = getHeight();
        double barTopPx = heightPx * 0.56;
        double barPx = heightPx * 0.18;
        zone(g2, 0, AdviceRule.SLOW_UP_TO_MM_PER_S, barTopPx, barPx, palette().floor());
        zone(
                g2,
                AdviceRule.SLOW_UP_TO_MM_PER_S,
                AdviceRule.FAST_FROM_MM_PER_S,
                barTopPx,
                barPx,
                palette().grid());
        zone(
                g2,
                AdviceRule.FAST_FROM_MM_PER_S,
                END_MM_PER_S,
                barTopPx,
                barPx,
                palette().amber());
        Font bold = getFont().deriveFont(Font.BOLD);
        g2.setFont(FittedText.font(g2, bold, number, getWidth() * 0.6, heightPx * 0.44));
        g2.setPaint(palette().ink());
        g2.drawString(number, 0, (float) (heightPx * 0.38));
        if (!Double.isNaN(speedMmPerS)) {
            pointer(g2, Math.min(speedMmPerS, END_MM_PER_S) / END_MM_PER_S * getWidth(), barTopPx, barPx);
        }
        g2.setFont(FittedText.font(g2, getFont(), verdict, getWidth(), heightPx * 0.22));
        g2.setPaint(palette().faint());
        g2.drawString(verdict, 0, (float) (heightPx * 0.94));
    }

    private void zone(Graphics2D g2, double from, double to, double topPx, double barPx, Color colour) {
        double left = from / END_MM_PER_S * getWidth();
        double right = to / END_MM_PER_S * getWidth();
        g2.setPaint(Palette.faded(colour, 200));
        g2.fill(new Rectangle2D.Double(left, topPx, right - left - 1, barPx));
    }

    private void pointer(Graphics2D g2, double x, double topPx, double barPx) {
        double halfPx = Math.max(5, barPx * 0.6);
        double place = Math.max(halfPx, Math.min(getWidth() - halfPx, x));
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(place, topPx + barPx * 0.45);
        triangle.lineTo(place - halfPx, topPx - barPx * 0.7);
        triangle.lineTo(place + halfPx, topPx - barPx * 0.7);
        triangle.closePath();
        g2.setPaint(palette().ink());
        g2.fill(triangle);
    }
}
