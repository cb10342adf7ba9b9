package org.rollscope.viewer.orders;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.RollerCard;

/**
 * What a coach tells one roller: start, stop, marker, ceiling, muscle, athlete; as buttons, as a menu and for keys, with the answer below.
 *
 * <p>What has to be typed is typed in the bar itself: Enter sends it, Escape leaves it. Without rights to command all of it is there,
 * disabled, and says why. <b>Threads.</b> Event dispatch thread.
 */
public final class CoachBar {
    /** What the buttons are named. */
    public static final List<String> ACTIONS = List.of("start", "stop", "marker", "ceiling", "muscle", "athlete");

    private static final String BUTTONS = "buttons";

    private final Orders orders;
    private final Runnable done;
    private final JPanel panel = new JPanel(new BorderLayout(8, 2));
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final JLabel who = new JLabel(" ");
    private final OrderLine answer;
    private final JTextField ceiling = new JTextField(6);
    private final JLabel ceilingUnit = new JLabel(" ");
    private final JTextField athlete = new JTextField(14);
    private final JComboBox<Muscle> muscle = new JComboBox<>(Muscle.values());
    private final JComboBox<Side> side = new JComboBox<>(Side.values());
    private final Map<String, Runnable> actions = new LinkedHashMap<>();
    private final List<AbstractButton> buttons = new ArrayList<>();
    private final List<JPanel> grounds = new ArrayList<>();
    private @Nullable RollerCard addressed;
    private @Nullable RollerCard asked;

    /**
     * Builds it.
     *
     * @param orders tells the rollers.
     * @param prefix of the names by which tests find what is in it.
     * @param done called when typing is over, so that the keyboard goes back to where it was.
     */
    public CoachBar(Orders orders, String prefix, Runnable done) {
        this.orders = orders;
        this.done = done;
        answer = new OrderLine(prefix + "-answer");
        actions.put("start", () -> tell(orders::start));
        actions.put("stop", () -> tell(orders::stop));
        actions.put("marker", () -> tell(orders::marker));
        actions.put("ceiling", () -> ask("ceiling", ceiling));
        actions.put("muscle", () -> ask("muscle", muscle));
        actions.put("athlete", () -> ask("athlete", athlete));
        panel.setName(prefix + "-bar");
        panel.setBorder(BorderFactory.createEmptyBorder(4, 14, 0, 14));
        who.setName(prefix + "-who");
        middle.add(buttonCard(prefix), BUTTONS);
        name(prefix, ceiling, "ceiling");
        name(prefix, athlete, "athlete");
        name(prefix, muscle, "muscle");
        name(prefix, side, "side");
        muscle.setRenderer(new WordRenderer());
        side.setRenderer(new WordRenderer());
        form(prefix, "ceiling", this::sendCeiling, ceiling, ceilingUnit);
        form(prefix, "muscle", this::sendPlace, muscle, side);
        form(prefix, "athlete", this::sendAthlete, athlete);
        panel.add(who, BorderLayout.WEST);
        panel.add(middle, BorderLayout.CENTER);
        panel.add(answer, BorderLayout.SOUTH);
        grounds.addAll(List.of(panel, middle));
        address(null);
    }

    private static void name(String prefix, JComponent field, String what) {
        field.setName(prefix + "-" + what + "-field");
        field.getAccessibleContext().setAccessibleName(Texts.of("coach." + what));
    }

    private JPanel row() {
        JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 2));
        grounds.add(row);
        return row;
    }

    private JPanel buttonCard(String prefix) {
        JPanel row = row();
        actions.forEach((what, action) -> {
            JButton button = new JButton(Texts.of("coach." + what));
            button.setName(prefix + "-" + what);
            button.setToolTipText(
                    orders.isReadOnly()
                            ? Texts.of("orders.read_only")
                            : Texts.of("coach.tip." + what, Texts.of("coach.key." + what)));
            button.addActionListener(event -> action.run());
            button.setFocusable(!orders.isReadOnly());
            buttons.add(button);
            row.add(button);
        });
        return row;
    }

    private void form(String prefix, String what, Runnable send, JComponent... fields) {
        JPanel row = row();
        JLabel caption = new JLabel(Texts.of("coach.ask." + what));
        caption.setLabelFor(fields[0]);
        row.add(caption);
        for (JComponent field : fields) {
            row.add(field);
            field.registerKeyboardAction(
                    event -> leave(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
            if (field instanceof JTextField text) {
                text.addActionListener(event -> send.run());
            } else {
                field.registerKeyboardAction(
                        event -> send.run(),
                        KeyStroke.getKeyStroke("ENTER"),
                        JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
            }
        }
        JButton set = new JButton(Texts.of("coach.set"));
        set.setName(prefix + "-" + what + "-set");
        set.addActionListener(event -> send.run());
        JButton cancel = new JButton(Texts.of("coach.cancel"));
        cancel.addActionListener(event -> leave());
        row.add(set);
        row.add(cancel);
        middle.add(row, what);
    }

    public JComponent component() {
        return panel;
    }

    /** The answer is shown elsewhere. */
    public void hideAnswer() {
        answer.setVisible(false);
    }

    /** Speaks to this roller from now on, null for none; what is being typed still goes to the one before. */
    public void address(@Nullable RollerCard card) {
        addressed = card;
        RollerCard target = asked == null ? card : asked;
        String words =
                target == null ? Texts.of("coach.nobody") : Texts.of("coach.who", target.rollerId(), target.who());
        if (!words.equals(who.getText())) {
            who.setText(words);
        }
        boolean able = card != null && !orders.isReadOnly();
        for (AbstractButton button : buttons) {
            if (button.isEnabled() != able) {
                button.setEnabled(able);
            }
        }
        answer.show(
                target == null ? null : orders.last(target.rollerId()),
                orders.isReadOnly() ? Texts.of("orders.read_only") : "");
    }

    /** Does what a button of that name does; nothing where nobody is addressed. */
    public void act(String what) {
        Runnable action = actions.get(what);
        if (action != null && !orders.isReadOnly()) {
            action.run();
        }
    }

    /** The same as a menu for the roller that is addressed. */
    public JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        RollerCard card = addressed;
        menu.add(new JLabel(
                card == null ? Texts.of("coach.nobody") : Texts.of("coach.who", card.rollerId(), card.who())));
        menu.addSeparator();
        actions.forEach((what, action) -> {
            JMenuItem item = new JMenuItem(Texts.of("coach." + what));
            item.setName("menu-" + what);
            item.setAccelerator(KeyStroke.getKeyStroke(Texts.of("coach.key." + what)));
            item.setEnabled(card != null && !orders.isReadOnly());
            item.setToolTipText(orders.isReadOnly() ? Texts.of("orders.read_only") : null);
            item.addActionListener(event -> action.run());
            menu.add(item);
        });
        return menu;
    }

    private interface ToRoller {
        void tell(String rollerId);
    }

    private void tell(ToRoller order) {
        RollerCard card = addressed;
        if (card != null) {
            order.tell(card.rollerId());
            address(card);
        }
    }

    private void ask(String what, JComponent field) {
        RollerCard card = addressed;
        if (card == null) {
            return;
        }
        asked = card;
        PressureUnit unit = PressureUnit.shown();
        ceilingUnit.setText(unit.word());
        ceiling.setText(card.band() == null ? "" : unit.number(card.band().ceilingKpa()));
        ceiling.selectAll();
        athlete.setText("");
        cards.show(middle, what);
        field.requestFocusInWindow();
        address(card);
    }

    private void leave() {
        asked = null;
        cards.show(middle, BUTTONS);
        address(addressed);
        done.run();
    }

    private void sendCeiling() {
        RollerCard card = asked;
        if (card != null) {
            orders.ceiling(card.rollerId(), ceiling.getText(), card.band());
        }
        leave();
    }

    private void sendPlace() {
        RollerCard card = asked;
        if (card != null
                && muscle.getSelectedItem() instanceof Muscle chosen
                && side.getSelectedItem() instanceof Side chosenSide) {
            orders.place(card.rollerId(), chosen, chosenSide);
        }
        leave();
    }

    private void sendAthlete() {
        RollerCard card = asked;
        if (card != null) {
            orders.athlete(card.rollerId(), athlete.getText().strip());
        }
        leave();
    }

    public void restyle(Palette palette, Font font) {
        grounds.forEach(ground -> ground.setBackground(palette.ground()));
        who.setFont(font.deriveFont(Font.BOLD));
        who.setForeground(palette.ink());
        answer.restyle(palette, font);
    }
}
