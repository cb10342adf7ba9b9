package org.rollscope.viewer.athlete;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import org.rollscope.detect.Activity;
import org.rollscope.frame.ToolKind;
import org.rollscope.session.Advice;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Readout;
import org.rollscope.viewer.parts.DrawnPart;
import org.rollscope.viewer.parts.FittedText;

/**
 * What to do now, as large as it fits; where nothing is to be done, what goes on.
 *
 * <p>The fill tells how pressing it is, and so does a pattern: hatched over the ceiling, an edge where something is to be changed.
 * <b>Threads.</b> Event dispatch thread.
 */
final class AdviceCard extends DrawnPart {
    private static final long serialVersionUID = 1L;
    private static final int ARC_PX = 16;
    private static final int HATCH_PX = 14;
    private static final double STATE_SHARE_RATIO = 0.26;

    private Activity activity = Activity.UNKNOWN;
    private Advice advice = Advice.NONE;
    private String stateWord = "";
    private String words = "";
    private boolean overpressure;

    AdviceCard() {
        super("advice");
    }

    @Override
    public void restyle(Palette newPalette, Font font) {
        super.restyle(newPalette, font.deriveFont(Font.BOLD));
    }

    /**
     * Shows what to do.
     *
     * @param readout of who is chosen.
     * @param tool that is used, whose words say how to go on where nothing is advised.
     */
    void show(Readout readout, ToolKind tool) {
        String newWords = readout.adviceWords().isEmpty() ? goOn(readout.activity(), tool) : readout.adviceWords();
        boolean same = newWords.equals(words)
                && readout.stateWord().equals(stateWord)
                && readout.activity() == activity
                && readout.overpressure() == overpressure;
        words = newWords;
        stateWord = readout.stateWord();
        activity = readout.activity();
        advice = readout.advice();
        overpressure = readout.overpressure();
        if (!same) {
            changed(Texts.of("athlete.advice.spoken", words, stateWord));
        }
    }

    private static String goOn(Activity activity, ToolKind tool) {
        return switch (activity) {
            case IDLE, HANDLING -> Texts.of("athlete.go_on.idle." + tool.word());
            case CONTACT -> Texts.of("athlete.go_on.contact." + tool.word());
            case ROLLING, HOLD, UNKNOWN -> Texts.of("athlete.go_on." + activity.word());
        };
    }

    /** What is written large. */
    String words() {
        return words;
    }

    @Override
    protected void draw(Graphics2D g2) {
        boolean pressing = overpressure || advice == Advice.STOP || advice == Advice.EASE_OFF;
        boolean changing =
                advice == Advice.ROLL_SLOWER || advice == Advice.RELEASED_MOVE_ON || advice == Advice.MOVE_ON;
        Color fill = pressing
                ? palette().ceiling()
                : changing ? changingFill() : palette().panel();
        Shape card = new RoundRectangle2D.Double(0, 0, getWidth(), getHeight(), ARC_PX, ARC_PX);
        g2.setPaint(fill);
        g2.fill(card);
        Color ink = pressing || changing ? Palette.inkOn(fill) : palette().ink();
        double stateWidthPx = getWidth() * STATE_SHARE_RATIO;
        if (pressing) {
            hatchEdges(g2, card, ink);
        }
        drawState(g2, stateWidthPx);
        double padPx = getHeight() * 0.14;
        double roomPx = getWidth() - stateWidthPx - 2 * padPx;
        g2.setFont(FittedText.font(g2, getFont(), words, roomPx, getHeight() * 0.62));
        centre(g2, words, ink, stateWidthPx + padPx, roomPx);
    }

    private Color changingFill() {
        return advice == Advice.ROLL_SLOWER ? palette().amber() : palette().floor();
    }

    private void drawState(Graphics2D g2, double widthPx) {
        double insetPx = getHeight() * 0.1;
        Color fill = palette().state(activity);
        g2.setPaint(fill);
        g2.fill(new RoundRectangle2D.Double(
                insetPx, insetPx, widthPx - insetPx, getHeight() - 2 * insetPx, ARC_PX, ARC_PX));
        g2.setFont(FittedText.font(g2, getFont(), stateWord, widthPx - 3 * insetPx, getHeight() * 0.4));
        centre(g2, stateWord, Palette.inkOn(fill), insetPx, widthPx - insetPx);
    }

    private void centre(Graphics2D g2, String text, Color ink, double leftPx, double widthPx) {
        FontMetrics metrics = g2.getFontMetrics();
        g2.setPaint(ink);
        g2.drawString(text, (float) (leftPx + (widthPx - metrics.stringWidth(text)) / 2), (float)
                ((getHeight() + metrics.getAscent() - metrics.getDescent()) / 2.0));
    }

    /** Along the upper and lower edge, so that nothing lies behind the words. */
    private void hatchEdges(Graphics2D g2, Shape card, Color ink) {
        Shape clip = g2.getClip();
        int bandPx = Math.max(5, getHeight() / 12);
        g2.clip(card);
        g2.setPaint(Palette.faded(ink, 170));
        g2.setStroke(new BasicStroke(3f));
        for (int x = -bandPx; x < getWidth() + bandPx; x += HATCH_PX) {
            g2.drawLine(x, bandPx, x + bandPx, 0);
            g2.drawLine(x, getHeight(), x + bandPx, getHeight() - bandPx);
        }
        g2.setClip(clip);
    }
}
