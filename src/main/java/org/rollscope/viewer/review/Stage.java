package org.rollscope.viewer.review;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.library.Note;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * One session in detail, or two side by side with one time for both; below them the whole of the first, and what the cursors say.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class Stage {
    private final JPanel panel = new JPanel(new BorderLayout(0, 4));
    private final JPanel charts = new JPanel(new GridLayout(1, 0, 6, 0));
    private final JPanel foot = new JPanel(new BorderLayout(0, 2));
    private final JLabel cursorWords = new JLabel(" ");
    private final JLabel secondWords = new JLabel(" ");
    private final JLabel betweenWords = new JLabel(" ");
    private final JLabel betweenSecondWords = new JLabel(" ");
    private final JLabel empty = new JLabel(Texts.of("review.empty"), SwingConstants.CENTER);
    private final List<Side> sides = new ArrayList<>();
    private @Nullable Overview overview;
    private Palette palette = Palette.LIGHT;
    private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private boolean linked = true;
    private boolean following;

    /**
     * A session on the stage.
     *
     * @param model what is looked at.
     * @param chart its detail.
     * @param title over it.
     */
    private record Side(ReviewModel model, SessionChart chart, JLabel title, JPanel holder) {}

    Stage() {
        JPanel words = new JPanel(new GridLayout(0, 1, 0, 1));
        words.setOpaque(false);
        cursorWords.setName("review-cursor");
        secondWords.setName("review-second");
        betweenWords.setName("review-difference");
        words.add(cursorWords);
        words.add(secondWords);
        words.add(betweenWords);
        words.add(betweenSecondWords);
        betweenSecondWords.setVisible(false);
        words.setBorder(BorderFactory.createEmptyBorder(2, 10, 2, 10));
        foot.add(words, BorderLayout.SOUTH);
        panel.add(empty, BorderLayout.CENTER);
        panel.add(foot, BorderLayout.SOUTH);
        panel.setBorder(BorderFactory.createEmptyBorder(0, 4, 0, 10));
    }

    JComponent component() {
        return panel;
    }

    /** Shows a session alone. */
    void showFirst(ReviewedSession session) {
        sides.clear();
        ReviewModel model = new ReviewModel(session);
        sides.add(side(model, "a"));
        Overview made = new Overview(model);
        if (overview != null) {
            foot.remove(overview);
        }
        overview = made;
        foot.add(made, BorderLayout.CENTER);
        layOut();
    }

    /** Shows a second one beside it, or none. */
    void showSecond(@Nullable ReviewedSession session) {
        while (sides.size() > 1) {
            sides.remove(1);
        }
        Side first = sides.get(0);
        if (session == null) {
            first.model().reachTo(session(0).whole());
            first.chart().setLeastUpper(0, 0);
        } else {
            Side second = side(new ReviewModel(session), "b");
            sides.add(second);
            double upperKpa = Math.max(
                    first.chart().plot().neededUpperKpa(), second.chart().plot().neededUpperKpa());
            double upperMmPerS = Math.max(
                    first.chart().plot().neededUpperMmPerS(),
                    second.chart().plot().neededUpperMmPerS());
            sides.forEach(side -> side.chart().setLeastUpper(upperKpa, upperMmPerS));
            first.model().reachTo(session.whole());
            second.model().reachTo(session(0).whole());
            second.model().follow(first.model());
        }
        layOut();
    }

    private ReviewedSession session(int index) {
        return sides.get(index).model().session();
    }

    private Side side(ReviewModel model, String name) {
        JLabel title = new JLabel();
        JPanel holder = new JPanel(new BorderLayout(0, 2));
        holder.setOpaque(false);
        SessionChart chart = new SessionChart(model, name);
        holder.add(title, BorderLayout.NORTH);
        holder.add(chart, BorderLayout.CENTER);
        model.listen(() -> changed(model));
        return new Side(model, chart, title, holder);
    }

    private void changed(ReviewModel model) {
        if (linked && !following && sides.size() == 2) {
            following = true;
            for (Side side : sides) {
                if (side.model() != model) {
                    side.model().follow(model);
                }
            }
            following = false;
        }
        showWords();
    }

    void setLinked(boolean wanted) {
        linked = wanted;
        if (wanted && sides.size() == 2) {
            sides.get(1).model().follow(sides.get(0).model());
        }
    }

    private void showWords() {
        ReviewModel model = model();
        betweenSecondWords.setVisible(sides.size() > 1);
        if (model == null) {
            return;
        }
        cursorWords.setText(filled(ReadoutText.at(model, sides.size() > 1 ? "A 1" : "1", model.cursorUs())));
        if (sides.size() > 1) {
            ReviewModel second = sides.get(1).model();
            secondWords.setText(filled(ReadoutText.at(second, "B 1", second.cursorUs())));
            boolean measured = model.difference() != null;
            betweenWords.setText((measured ? "A  " : "") + ReadoutText.between(model));
            betweenSecondWords.setText(measured ? "B  " + ReadoutText.between(second) : " ");
        } else {
            secondWords.setText(filled(ReadoutText.at(model, "2", model.secondUs())));
            betweenWords.setText(ReadoutText.between(model));
        }
    }

    private static String filled(String words) {
        return words.isEmpty() ? " " : words;
    }

    private void layOut() {
        charts.removeAll();
        for (int index = 0; index < sides.size(); index++) {
            Side side = sides.get(index);
            String name = sides.size() == 1 ? "" : index == 0 ? "A   " : "B   ";
            side.title()
                    .setText(name + SessionWords.title(side.model().session().entry()));
            side.title().setToolTipText(side.title().getText());
            charts.add(side.holder());
        }
        panel.remove(empty);
        panel.add(charts, BorderLayout.CENTER);
        restyle(palette, font);
        showWords();
        panel.revalidate();
        panel.repaint();
    }

    void restyle(Palette newPalette, Font newFont) {
        palette = newPalette;
        font = newFont;
        panel.setBackground(palette.ground());
        charts.setBackground(palette.ground());
        foot.setBackground(palette.ground());
        empty.setForeground(palette.faint());
        for (JLabel label : List.of(cursorWords, secondWords, betweenWords, betweenSecondWords)) {
            label.setFont(font);
            label.setForeground(palette.ink());
        }
        for (Side side : sides) {
            side.title().setFont(font.deriveFont(Font.BOLD));
            side.title().setForeground(palette.ink());
            side.chart().restyle(palette, font);
        }
        if (overview != null) {
            overview.restyle(palette, font);
        }
        showWords();
    }

    /** What is looked at of the first session; null when none is shown. */
    @Nullable
    ReviewModel model() {
        return sides.isEmpty() ? null : sides.get(0).model();
    }

    @Nullable
    ReviewedSession first() {
        return sides.isEmpty() ? null : session(0);
    }

    @Nullable
    ReviewedSession second() {
        return sides.size() < 2 ? null : session(1);
    }

    @Nullable
    SessionChart chart() {
        return sides.isEmpty() ? null : sides.get(0).chart();
    }

    void showNotes(List<Note> notes) {
        SessionChart first = chart();
        if (first != null) {
            first.showNotes(notes);
        }
    }

    /** What is shown, as a picture. */
    PictureFile picture() {
        return PictureFile.of(
                sides.stream().map(Side::chart).toList(),
                sides.stream().map(Side::model).toList());
    }

    List<String> sessionIds() {
        return sides.stream()
                .map(side -> side.model().session().entry().sessionId())
                .toList();
    }
}
