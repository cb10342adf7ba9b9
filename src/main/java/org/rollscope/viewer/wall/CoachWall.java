package org.rollscope.viewer.wall;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Alarm;
import org.rollscope.viewer.model.Freshness;
import org.rollscope.viewer.model.RollerCard;
import org.rollscope.viewer.model.ViewerModel;
import org.rollscope.viewer.orders.CoachBar;
import org.rollscope.viewer.orders.Orders;

/**
 * The wall with a line above it that counts rollers and alarms, and a bar below it for the roller that is chosen; scrolls where it does
 * not fit.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
public final class CoachWall {
    private final JPanel panel = new JPanel(new BorderLayout());
    private final JLabel summary = new JLabel(" ");
    private final WallView view;
    private final CoachBar bar;
    private final JScrollPane scroll;

    /**
     * Builds it.
     *
     * @param orders tells rollers what a coach wants.
     * @param onOpen called with the id of a roller that is to be looked at alone.
     */
    public CoachWall(Orders orders, Consumer<String> onOpen) {
        view = new WallView(orders, onOpen);
        bar = new CoachBar(orders, "wall", view::requestFocusInWindow);
        view.onMenu((xPx, yPx) -> {
            bar.address(view.chosen());
            bar.menu().show(view, xPx, yPx);
        });
        for (String what : CoachBar.ACTIONS) {
            view.key(Texts.of("coach.key." + what), () -> bar.act(what));
        }
        scroll = new JScrollPane(
                view, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(WallGrid.LEAST.height / 3);
        summary.setName("wall-summary");
        summary.setBorder(BorderFactory.createEmptyBorder(0, 16, 4, 16));
        panel.setBorder(BorderFactory.createEmptyBorder(0, 4, 0, 4));
        panel.add(summary, BorderLayout.NORTH);
        panel.add(scroll, BorderLayout.CENTER);
        panel.add(bar.component(), BorderLayout.SOUTH);
    }

    public JComponent component() {
        return panel;
    }

    /** Gives the keyboard to the wall. */
    public void focus() {
        view.requestFocusInWindow();
    }

    public void restyle(Palette palette, Font font) {
        panel.setBackground(palette.ground());
        scroll.getViewport().setBackground(palette.ground());
        summary.setFont(font.deriveFont(Font.BOLD));
        summary.setForeground(palette.ink());
        view.restyle(palette, font);
        bar.restyle(palette, font);
    }

    /** Takes what is new and repaints once if anything is. */
    public void refresh(ViewerModel model) {
        view.seen(scroll.getViewport().getExtentSize());
        if (view.refresh(model)) {
            String words = summary(view.cards(), model.unlistedCount());
            if (!words.equals(summary.getText())) {
                summary.setText(words);
            }
        }
        bar.address(view.chosen());
    }

    /** Does for the chosen roller what the bar's button of that name does. */
    public void act(String what) {
        bar.act(what);
    }

    /** Rollers in the order of their places. */
    public List<String> placedRollerIds() {
        return view.placedRollerIds();
    }

    static String summary(List<RollerCard> cards, int unlistedCount) {
        if (cards.isEmpty()) {
            return Texts.of("wall.empty");
        }
        List<String> words = new ArrayList<>();
        words.add(Texts.of("wall.rollers", cards.size()));
        count(words, "wall.rollers.over", alarmCount(cards, Alarm.Kind.OVERPRESSURE));
        count(words, "wall.rollers.guarding", alarmCount(cards, Alarm.Kind.GUARDING));
        count(
                words,
                "wall.rollers.lost",
                cards.stream()
                        .filter(card -> card.freshness().level() == Freshness.Level.LOST)
                        .count());
        count(words, "wall.rollers.unlisted", unlistedCount);
        return String.join("   \u00b7   ", words);
    }

    private static long alarmCount(List<RollerCard> cards, Alarm.Kind kind) {
        return cards.stream()
                .filter(card -> card.alarms().stream().anyMatch(alarm -> alarm.open() && alarm.kind() == kind))
                .count();
    }

    private static void count(List<String> words, String key, long count) {
        if (count > 0) {
            words.add(Texts.of(key, count));
        }
    }
}
