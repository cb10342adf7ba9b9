package org.rollscope.viewer.athlete;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JToggleButton;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.orders.OrderLine;

/**
 * What the athlete says with one key or click: pain from 0 to 10, that it let go, a marker; the answer below.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class AthleteBar {
    private static final int WORST_NRS = 10;
    private static final float BUTTON_FACTOR = 1.25f;

    /** What the buttons do. */
    interface Actions {
        /** Pain, 0 to 10. */
        void pain(int painNrs);

        void feltRelease();

        void marker();

        /** A routine is to begin. */
        void guide(RollContext context, boolean warmedUp);

        /** Whether there is to be sound. */
        void sound(boolean wanted);

        /** Whether the coach's bar is wanted. */
        void coach(boolean wanted);
    }

    private final JPanel panel = new JPanel(new BorderLayout(8, 0));
    private final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 3, 2));
    private final JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT, 3, 2));
    private final JLabel caption = new JLabel(Texts.of("athlete.pain"));
    private final List<JButton> orderButtons = new ArrayList<>();
    private final JButton guide = new JButton(Texts.of("routine.guide"));
    private final JPopupMenu moments;
    private final JToggleButton sound = new JToggleButton(Texts.of("athlete.sound"));
    private final JToggleButton coach = new JToggleButton(Texts.of("athlete.coach"));
    private final OrderLine answer = new OrderLine("answer");

    AthleteBar(boolean readOnly, Actions actions) {
        panel.setBorder(BorderFactory.createEmptyBorder(2, 14, 0, 14));
        caption.setName("pain-caption");
        row.add(caption);
        for (int nrs = 0; nrs <= WORST_NRS; nrs++) {
            int painNrs = nrs;
            JButton button = button("pain-" + nrs, Integer.toString(nrs), Texts.of("athlete.tip.pain"), readOnly);
            button.getAccessibleContext().setAccessibleName(Texts.of("orders.pain", Integer.toString(nrs)));
            button.addActionListener(event -> actions.pain(painNrs));
        }
        button("felt-release", Texts.of("athlete.felt"), Texts.of("athlete.tip.felt"), readOnly)
                .addActionListener(event -> actions.feltRelease());
        button("marker", Texts.of("athlete.marker"), Texts.of("athlete.tip.marker"), readOnly)
                .addActionListener(event -> actions.marker());
        moments = RoutineMenu.of(actions::guide);
        guide.setName("guide");
        guide.setMargin(new Insets(3, 6, 3, 6));
        guide.setEnabled(!readOnly);
        guide.setToolTipText(Texts.of(readOnly ? "orders.read_only" : "routine.tip.guide"));
        guide.addActionListener(event -> askMoment());
        right.add(guide);
        toggle(coach, "coach", readOnly ? Texts.of("orders.read_only") : Texts.of("athlete.tip.coach"));
        coach.setEnabled(!readOnly);
        coach.addActionListener(event -> actions.coach(coach.isSelected()));
        toggle(sound, "sound", Texts.of("athlete.tip.sound"));
        sound.addActionListener(event -> actions.sound(sound.isSelected()));
        panel.add(row, BorderLayout.CENTER);
        panel.add(right, BorderLayout.EAST);
        panel.add(answer, BorderLayout.SOUTH);
    }

    private JButton button(String name, String words, String tip, boolean readOnly) {
        JButton button = new JButton(words);
        button.setName(name);
        button.setMargin(new Insets(3, 6, 3, 6));
        button.setEnabled(!readOnly);
        button.setToolTipText(readOnly ? Texts.of("orders.read_only") : tip);
        orderButtons.add(button);
        row.add(button);
        return button;
    }

    /** Asks when in the day's training it is; then the routine begins. */
    void askMoment() {
        if (guide.isEnabled() && guide.isVisible()) {
            moments.show(guide, 0, -moments.getPreferredSize().height);
        }
    }

    /** Whether somebody is guided already. */
    void showGuided(boolean guided) {
        if (guide.isVisible() == guided) {
            guide.setVisible(!guided);
        }
    }

    private void toggle(JToggleButton button, String name, String tip) {
        button.setName(name);
        button.setMargin(new Insets(3, 6, 3, 6));
        button.setToolTipText(tip);
        right.add(button);
    }

    JComponent component() {
        return panel;
    }

    OrderLine answer() {
        return answer;
    }

    /** Shows whether pain is to be typed now. */
    void askPain(boolean asked) {
        String words = Texts.of(asked ? "athlete.pain.asked" : "athlete.pain");
        if (!words.equals(caption.getText())) {
            caption.setText(words);
        }
    }

    void showSound(boolean on) {
        sound.setSelected(on);
    }

    void showCoach(boolean shown) {
        coach.setSelected(shown);
    }

    void restyle(Palette palette, Font font) {
        for (JPanel ground : List.of(panel, row, right)) {
            ground.setBackground(palette.ground());
        }
        caption.setFont(font.deriveFont(Font.BOLD));
        caption.setForeground(palette.ink());
        Font large = font.deriveFont(font.getSize2D() * BUTTON_FACTOR);
        orderButtons.forEach(button -> button.setFont(large));
        guide.setFont(font);
        sound.setFont(font);
        coach.setFont(font);
        answer.restyle(palette, font);
    }
}
