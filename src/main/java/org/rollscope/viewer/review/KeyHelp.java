package org.rollscope.viewer.review;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * All keys and what the mouse does, over the window until the next key or click.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class KeyHelp {
    private Palette palette = Palette.LIGHT;
    private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private @Nullable JPanel open;

    void restyle(Palette newPalette, Font newFont) {
        palette = newPalette;
        font = newFont;
        close();
    }

    boolean isOpen() {
        return open != null;
    }

    /** Opens it over a component's window, or closes it. */
    void toggle(JComponent within) {
        if (open != null) {
            close();
            return;
        }
        JRootPane root = SwingUtilities.getRootPane(within);
        if (root == null) {
            return;
        }
        JPanel made = build();
        JLayeredPane layers = root.getLayeredPane();
        Dimension size = made.getPreferredSize();
        int widthPx = Math.min(size.width, layers.getWidth() - 20);
        int heightPx = Math.min(size.height, layers.getHeight() - 20);
        made.setBounds((layers.getWidth() - widthPx) / 2, (layers.getHeight() - heightPx) / 2, widthPx, heightPx);
        layers.add(made, JLayeredPane.POPUP_LAYER);
        layers.repaint();
        open = made;
    }

    void close() {
        JPanel shown = open;
        if (shown != null && shown.getParent() != null) {
            var layers = shown.getParent();
            layers.remove(shown);
            layers.repaint();
        }
        open = null;
    }

    private JPanel build() {
        JPanel rows = new JPanel(new GridLayout(0, 1, 0, 3));
        rows.setOpaque(false);
        for (String name : ChartKeys.TOLD) {
            JPanel row = new JPanel(new BorderLayout(18, 0));
            row.setOpaque(false);
            JLabel key = label(Texts.of("review.key." + name), palette.mean());
            key.setFont(font.deriveFont(Font.BOLD));
            key.setPreferredSize(new Dimension(Math.round(font.getSize2D() * 21), key.getPreferredSize().height));
            row.add(key, BorderLayout.WEST);
            row.add(label(Texts.of("review.key." + name + ".does"), palette.ink()), BorderLayout.CENTER);
            rows.add(row);
        }
        JPanel panel = new JPanel(new BorderLayout(0, 10));
        panel.setName("review-help");
        panel.setBackground(palette.panel());
        JLabel title = label(Texts.of("review.help.title"), palette.ink());
        title.setFont(font.deriveFont(Font.BOLD, font.getSize2D() * 1.2f));
        panel.add(title, BorderLayout.NORTH);
        panel.add(rows, BorderLayout.CENTER);
        panel.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(palette.mean(), 2), BorderFactory.createEmptyBorder(14, 20, 16, 24)));
        panel.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                close();
            }
        });
        return panel;
    }

    private JLabel label(String text, Color colour) {
        JLabel label = new JLabel(text);
        label.setFont(font);
        label.setForeground(colour);
        return label;
    }
}
