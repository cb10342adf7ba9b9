package org.rollscope.viewer.athlete;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Readout;
import org.rollscope.viewer.parts.BandGauge;
import org.rollscope.viewer.parts.DrawnPart;
import org.rollscope.viewer.parts.FittedText;

/**
 * The mean pressure, large, with its error; where it stands in the athlete's band, and where that band came from.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class PressureCard {
    private final JPanel panel = new JPanel(new BorderLayout(0, 2));
    private final BigNumber number = new BigNumber();
    private final BandGauge gauge = new BandGauge();
    private final Line band = new Line("band-words");
    private final Line doubt = new Line("doubt");
    private final Line lesser = new Line("lesser-figures");

    PressureCard() {
        panel.setBorder(BorderFactory.createEmptyBorder(4, 14, 6, 14));
        JPanel lines = new JPanel(new GridLayout(0, 1));
        lines.setOpaque(false);
        for (Line line : List.of(band, lesser, doubt)) {
            lines.add(line);
        }
        JPanel below = new JPanel(new BorderLayout(0, 2));
        below.setOpaque(false);
        doubt.setVisible(false);
        below.add(gauge, BorderLayout.CENTER);
        below.add(lines, BorderLayout.SOUTH);
        panel.add(number, BorderLayout.CENTER);
        panel.add(below, BorderLayout.SOUTH);
    }

    JComponent component() {
        return panel;
    }

    void show(Readout readout) {
        number.show(readout.meanText(), readout.errorText());
        gauge.show(readout.band(), readout.meanPressureKpa());
        band.show(bandWords(readout));
        lesser.show(Texts.of("athlete.lesser", readout.peakText(), readout.forceText(), readout.areaText()));
        doubt.show(readout.doubtText());
        doubt.setVisible(!readout.doubtText().isEmpty());
    }

    static String bandWords(Readout readout) {
        var known = readout.band();
        if (known == null) {
            return Texts.of("athlete.band.none");
        }
        PressureUnit unit = PressureUnit.shown();
        return Texts.of(
                "athlete.band",
                unit.number(known.floorKpa()),
                unit.text(known.ceilingKpa()),
                Texts.of("source." + known.source().word()));
    }

    void restyle(Palette palette, Font font) {
        panel.setBackground(palette.panel());
        number.restyle(palette, font);
        gauge.restyle(palette, font);
        band.restyle(palette, font.deriveFont(font.getSize2D() * 1.2f));
        lesser.restyle(palette, font);
        doubt.restyle(palette, font);
        doubt.setForeground(palette.amber());
    }

    /** What can be read from the card, for tests. */
    List<String> lines() {
        return new ArrayList<>(List.of(number.text, band.text, lesser.text, doubt.text));
    }

    /** The number with what is lesser about it. */
    private static final class BigNumber extends DrawnPart {
        private static final long serialVersionUID = 1L;

        private String text = Readout.DASH;
        private String error = "";

        BigNumber() {
            super("mean-pressure");
        }

        void show(String newText, String newError) {
            if (!newText.equals(text) || !newError.equals(error)) {
                text = newText;
                error = newError;
                changed(Texts.of(
                        "athlete.pressure.spoken", text, PressureUnit.shown().word(), error));
            }
        }

        @Override
        protected void draw(Graphics2D g2) {
            Font bold = getFont().deriveFont(Font.BOLD);
            // Room for three figures, so that the size does not change with the pressure.
            Font large = FittedText.font(g2, bold, "000", getWidth() * 0.6, getHeight());
            g2.setFont(large);
            int baselinePx = (getHeight()
                            + g2.getFontMetrics().getAscent()
                            - g2.getFontMetrics().getDescent())
                    / 2;
            g2.setPaint(palette().ink());
            g2.drawString(text, 0, baselinePx);
            int leftPx = g2.getFontMetrics().stringWidth(text) + Math.round(large.getSize2D() * 0.15f);
            Font second = large.deriveFont(Font.PLAIN, Math.max(getFont().getSize2D(), large.getSize2D() * 0.3f));
            g2.setFont(second);
            g2.setPaint(palette().faint());
            int linePx = g2.getFontMetrics().getHeight();
            double roomPx = getWidth() - leftPx;
            g2.drawString(FittedText.cut(g2, PressureUnit.shown().word(), roomPx), leftPx, baselinePx - linePx);
            g2.drawString(FittedText.cut(g2, error, roomPx), leftPx, baselinePx);
        }
    }

    /** One line that is cut where it has no room. */
    private static final class Line extends DrawnPart {
        private static final long serialVersionUID = 1L;

        private String text = "";

        Line(String name) {
            super(name);
        }

        @Override
        public void restyle(Palette palette, Font font) {
            setForeground(palette.faint());
            setPreferredSize(new Dimension(10, Math.round(font.getSize2D() * 1.5f)));
            super.restyle(palette, font);
        }

        void show(String newText) {
            if (!newText.equals(text)) {
                text = newText;
                setToolTipText(newText.isEmpty() ? null : newText);
                changed(newText);
            }
        }

        @Override
        protected void draw(Graphics2D g2) {
            Font fitting = FittedText.font(g2, getFont(), text, getWidth(), getHeight());
            float least = getFont().getSize2D() * 0.8f;
            g2.setFont(getFont()
                    .deriveFont(Math.max(
                            least, Math.min(fitting.getSize2D(), getFont().getSize2D()))));
            g2.setPaint(getForeground());
            g2.drawString(
                    FittedText.cut(g2, text, getWidth()), 0, g2.getFontMetrics().getAscent());
        }
    }
}
