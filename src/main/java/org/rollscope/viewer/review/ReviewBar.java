package org.rollscope.viewer.review;

import java.awt.Font;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * The buttons over the chart; each has a key too, which its tip tells.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class ReviewBar {
    private final JPanel panel = new JPanel();
    private final JButton back;
    private final JButton forth;
    private final JButton export;
    private final JToggleButton compare = new JToggleButton(Texts.of("review.compare"));
    private final JCheckBox link = new JCheckBox(Texts.of("review.link"), true);

    /** What the buttons do. */
    interface Orders {
        void whole();

        void back();

        void forth();

        void exportMenu(JComponent under);

        void picture();

        void report();

        void help();
    }

    ReviewBar(Orders orders, Consumer<Boolean> onCompare, Consumer<Boolean> onLink) {
        panel.setLayout(new BoxLayout(panel, BoxLayout.X_AXIS));
        panel.setBorder(BorderFactory.createEmptyBorder(8, 4, 4, 10));
        add(button("whole", orders::whole));
        back = add(button("back", orders::back));
        forth = add(button("forth", orders::forth));
        panel.add(Box.createHorizontalStrut(14));
        compare.setName("review-compare");
        compare.setToolTipText(Texts.of("review.compare.tip"));
        compare.addActionListener(event -> {
            link.setVisible(compare.isSelected());
            onCompare.accept(compare.isSelected());
        });
        panel.add(compare);
        link.setName("review-link");
        link.setToolTipText(Texts.of("review.link.tip"));
        link.setVisible(false);
        link.setOpaque(false);
        link.addActionListener(event -> onLink.accept(link.isSelected()));
        panel.add(link);
        panel.add(Box.createHorizontalGlue());
        JButton[] made = new JButton[1];
        made[0] = button("export", () -> orders.exportMenu(made[0]));
        export = add(made[0]);
        add(button("picture", orders::picture));
        add(button("report", orders::report));
        add(button("help", orders::help));
    }

    private JButton add(JButton button) {
        panel.add(button);
        panel.add(Box.createHorizontalStrut(4));
        return button;
    }

    private static JButton button(String name, Runnable action) {
        JButton button = new JButton(Texts.of("review." + name));
        button.setName("review-" + name);
        button.setToolTipText(Texts.of("review." + name + ".tip"));
        button.addActionListener(event -> action.run());
        return button;
    }

    JComponent component() {
        return panel;
    }

    JComponent exportButton() {
        return export;
    }

    boolean comparing() {
        return compare.isSelected();
    }

    void toggleCompare() {
        compare.doClick();
    }

    void show(ReviewModel model) {
        back.setEnabled(model.canGoBack());
        forth.setEnabled(model.canGoForth());
    }

    void restyle(Palette palette, Font font) {
        panel.setBackground(palette.ground());
        link.setForeground(palette.ink());
        link.setFont(font);
    }
}
