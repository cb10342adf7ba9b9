package org.rollscope.viewer;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.Frame;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.rollscope.viewer.look.Texts;

/** What this is, whose it is, and what it is not. <b>Threads.</b> Event dispatch thread. */
final class AboutBox {
    private AboutBox() {}

    /** Builds the box; the caller shows it. */
    static JDialog of(Frame owner) {
        JDialog dialog = new JDialog(owner, Texts.of("menu.about"), true);
        dialog.setName("about-box");
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        JPanel lines = new JPanel();
        lines.setLayout(new BoxLayout(lines, BoxLayout.Y_AXIS));
        JLabel title = new JLabel("Rollscope");
        title.setFont(title.getFont().deriveFont(Font.BOLD, title.getFont().getSize2D() * 1.8f));
        lines.add(title);
        String version = AboutBox.class.getPackage().getImplementationVersion();
        for (String words : List.of(
                Texts.of("about.version", version == null ? "development" : version),
                Texts.of("about.what"),
                Texts.of("about.not"),
                Texts.of("about.licence"),
                Texts.of("about.java", System.getProperty("java.version"), System.getProperty("os.name")))) {
            lines.add(Box.createVerticalStrut(8));
            JLabel line = new JLabel("<html><div style='width: 300px'>" + words + "</div></html>");
            lines.add(line);
        }
        JButton close = new JButton(Texts.of("about.close"));
        close.addActionListener(event -> dialog.dispose());
        JPanel foot = new JPanel(new BorderLayout());
        foot.add(close, BorderLayout.LINE_END);
        JPanel content = new JPanel(new BorderLayout(0, 16));
        content.setBorder(BorderFactory.createEmptyBorder(18, 22, 16, 22));
        content.add(lines, BorderLayout.CENTER);
        content.add(foot, BorderLayout.SOUTH);
        dialog.setContentPane(content);
        dialog.getRootPane().setDefaultButton(close);
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> dialog.dispose(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.pack();
        dialog.setResizable(false);
        dialog.setLocationRelativeTo(owner);
        return dialog;
    }
}
