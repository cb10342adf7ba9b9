package org.rollscope.viewer.review;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * What is going on, how far it is, a button that ends it, and what came of it.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class WorkLine implements Background.Teller {
    private final JPanel panel = new JPanel(new BorderLayout(10, 0));
    private final CardLayout cards = new CardLayout();
    private final JPanel right = new JPanel(cards);
    private final JLabel message = new JLabel(" ");
    private final JProgressBar bar = new JProgressBar(0, 1000);
    private Palette palette = Palette.LIGHT;
    private boolean bad;

    WorkLine(Runnable onCancel) {
        JButton cancel = new JButton(Texts.of("review.cancel"));
        cancel.setName("review-cancel");
        cancel.setToolTipText(Texts.of("review.cancel.tip"));
        cancel.addActionListener(event -> onCancel.run());
        message.setName("review-message");
        bar.getAccessibleContext().setAccessibleName(Texts.of("review.progress"));
        JPanel working = new JPanel(new BorderLayout(8, 0));
        working.setOpaque(false);
        working.add(bar, BorderLayout.CENTER);
        working.add(cancel, BorderLayout.EAST);
        JPanel none = new JPanel();
        none.setOpaque(false);
        right.setOpaque(false);
        right.add(none, "idle");
        right.add(working, "working");
        panel.add(message, BorderLayout.CENTER);
        panel.add(right, BorderLayout.EAST);
        panel.setBorder(BorderFactory.createEmptyBorder(4, 12, 6, 12));
    }

    JComponent component() {
        return panel;
    }

    void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        panel.setBackground(palette.ground());
        message.setFont(font);
        message.setForeground(bad ? palette.ceiling() : palette.ink());
    }

    String text() {
        return message.getText();
    }

    /** Something good. */
    void say(String words) {
        bad = false;
        message.setText(words.isEmpty() ? " " : words);
        message.setToolTipText(words);
        message.setForeground(palette.ink());
    }

    @Override
    public void working(String words, double shareRatio) {
        say(words);
        bar.setIndeterminate(shareRatio < 0);
        bar.setValue((int) Math.round(Math.max(0, shareRatio) * bar.getMaximum()));
        cards.show(right, "working");
    }

    @Override
    public void idle() {
        cards.show(right, "idle");
        bar.setIndeterminate(false);
        if (!bad) {
            say("");
        }
    }

    @Override
    public void failed(String words) {
        bad = true;
        message.setText(words);
        message.setToolTipText(words);
        message.setForeground(palette.ceiling());
    }
}
