package org.rollscope.viewer.parts;

import java.awt.BorderLayout;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.model.Readout;

/**
 * The line at the bottom: connection, roller, session; what is missing.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
public final class StatusLine {
    private final JPanel panel = new JPanel(new BorderLayout(20, 0));
    private final JLabel about = new JLabel(" ");
    private final JLabel loss = new JLabel(" ");
    private Palette palette = Palette.LIGHT;
    private boolean connected = true;

    public StatusLine() {
        panel.setBorder(BorderFactory.createEmptyBorder(7, 16, 9, 16));
        about.setName("status");
        loss.setName("loss");
        panel.add(about, BorderLayout.CENTER);
        panel.add(loss, BorderLayout.EAST);
    }

    public JComponent component() {
        return panel;
    }

    public void show(Readout readout, String lastUnreadable) {
        if (!readout.statusText().equals(about.getText())) {
            about.setText(readout.statusText());
            about.setToolTipText(readout.statusText());
        }
        if (!readout.lossText().equals(loss.getText())) {
            loss.setText(readout.lossText());
            loss.setToolTipText(lastUnreadable.isEmpty() ? null : lastUnreadable);
        }
        if (readout.connected() != connected) {
            connected = readout.connected();
            colour();
        }
    }

    public void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        panel.setBackground(palette.ground());
        about.setFont(font.deriveFont(font.getSize2D() * 0.95f));
        loss.setFont(font.deriveFont(font.getSize2D() * 0.95f));
        loss.setForeground(palette.faint());
        colour();
    }

    private void colour() {
        about.setForeground(connected ? palette.faint() : palette.ceiling());
    }
}
