package org.rollscope.viewer.parts;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Readout;

/**
 * The figures of this moment: state, advice, hold timer, pressures with their limits.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
public final class SidePanel {
    private final JPanel panel = new JPanel(new GridBagLayout());
    private final StateBadge badge = new StateBadge();
    private final JLabel advice = new JLabel(" ", SwingConstants.CENTER);
    private final HoldRing ring = new HoldRing();
    private final JLabel mean = new JLabel(Readout.DASH);
    private final JLabel error = new JLabel(" ");
    private final BandGauge gauge = new BandGauge();
    private final JLabel ceiling = new JLabel(" ");
    private final JLabel doubt = new JLabel(" ");
    private final JLabel force = new JLabel(Readout.DASH, SwingConstants.RIGHT);
    private final JLabel peak = new JLabel(Readout.DASH, SwingConstants.RIGHT);
    private final JLabel area = new JLabel(Readout.DASH, SwingConstants.RIGHT);
    private final JLabel speed = new JLabel(Readout.DASH, SwingConstants.RIGHT);
    private final List<JLabel> captions = new ArrayList<>();
    private Palette palette = Palette.LIGHT;
    private int row;

    public SidePanel() {
        panel.setBorder(BorderFactory.createEmptyBorder(14, 16, 10, 16));
        advice.setName("advice");
        mean.setName("mean-pressure");
        addWide(badge, 0);
        addWide(advice, 6);
        addRing();
        addWide(caption("reading.mean"), 4);
        addWide(meanLine(), 0);
        addWide(gauge, 2);
        addWide(ceiling, 2);
        addReading("reading.peak", peak, 12);
        addReading("reading.force", force, 3);
        addReading("reading.area", area, 3);
        addReading("reading.speed", speed, 3);
        addWide(doubt, 8);
    }

    public JComponent component() {
        return panel;
    }

    private JPanel meanLine() {
        JPanel line = new JPanel(new BorderLayout(10, 0));
        line.setOpaque(false);
        error.setVerticalAlignment(SwingConstants.BOTTOM);
        error.setBorder(BorderFactory.createEmptyBorder(0, 0, 7, 0));
        line.add(mean, BorderLayout.WEST);
        line.add(error, BorderLayout.CENTER);
        return line;
    }

    private void addRing() {
        GridBagConstraints place = place(0, 2, 2);
        place.weighty = 1;
        place.fill = GridBagConstraints.BOTH;
        panel.add(ring, place);
        row++;
    }

    private void addWide(JComponent component, int spacePx) {
        panel.add(component, place(0, 2, spacePx));
        row++;
    }

    private void addReading(String captionKey, JLabel value, int spacePx) {
        panel.add(caption(captionKey), place(0, 1, spacePx));
        panel.add(value, place(1, 1, spacePx));
        row++;
    }

    private JLabel caption(String key) {
        JLabel caption = new JLabel(Texts.of(key));
        captions.add(caption);
        return caption;
    }

    private GridBagConstraints place(int column, int width, int spacePx) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.gridwidth = width;
        place.weightx = 1;
        place.fill = GridBagConstraints.HORIZONTAL;
        place.anchor = GridBagConstraints.CENTER;
        place.insets = new Insets(spacePx, 0, 0, 0);
        return place;
    }

    public void show(Readout readout) {
        badge.show(readout.activity(), readout.stateWord(), readout.overpressure());
        setText(advice, readout.adviceWords().isEmpty() ? " " : readout.adviceWords());
        ring.show(readout.holdMs(), readout.holdText());
        setText(mean, readout.meanText());
        setText(error, readout.errorText());
        gauge.show(readout.band(), readout.meanPressureKpa());
        setText(ceiling, readout.ceilingText());
        setText(force, readout.forceText());
        setText(peak, readout.peakText());
        setText(area, readout.areaText());
        setText(speed, readout.speedText());
        setText(doubt, readout.doubtText().isEmpty() ? " " : readout.doubtText());
    }

    /** A label repaints even for the same text; this does not. */
    private static void setText(JLabel label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    public void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        panel.setBackground(palette.panel());
        badge.restyle(palette, font);
        ring.restyle(palette, font);
        gauge.restyle(palette, font);
        style(advice, font.deriveFont(Font.BOLD, font.getSize2D() * 1.35f), true);
        style(mean, font.deriveFont(Font.BOLD, font.getSize2D() * 3.2f), true);
        style(error, font.deriveFont(font.getSize2D() * 1.25f), false);
        style(ceiling, font, false);
        style(doubt, font.deriveFont(font.getSize2D() * 0.9f), false);
        doubt.setForeground(palette.amber());
        for (JLabel value : List.of(force, peak, area, speed)) {
            style(value, font.deriveFont(Font.BOLD, font.getSize2D() * 1.15f), true);
        }
        for (JLabel caption : captions) {
            style(caption, font, false);
        }
        // The advice keeps its place while there is none, so that nothing below it jumps.
        advice.setPreferredSize(new Dimension(10, Math.round(font.getSize2D() * 2.2f)));
        panel.setPreferredSize(new Dimension(Math.round(font.getSize2D() * 24), 10));
    }

    private void style(JLabel label, Font font, boolean strong) {
        label.setFont(font);
        label.setForeground(strong ? palette.ink() : palette.faint());
    }
}
