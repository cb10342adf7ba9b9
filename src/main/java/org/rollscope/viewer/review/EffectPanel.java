package org.rollscope.viewer.review;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;
import org.rollscope.programme.effect.EffectFigure;
import org.rollscope.programme.effect.EffectWords;
import org.rollscope.viewer.library.EffectPage;
import org.rollscope.viewer.library.SessionLibrary;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * Whether the programme of a session's athlete works: each figure with its n, the range of its weeks and what may be said; the
 * formulas below. It is computed when somebody looks.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class EffectPanel {
    private static final int FORMULAS_PX = 150;

    private final SessionLibrary library;
    private final Background background;
    private final Tables.Rows<EffectFigure> rows = new Tables.Rows<>(List.of(
            new Tables.Column<>(Texts.of("review.col.figure"), EffectWords::name, EffectWords::name, 15),
            new Tables.Column<>(Texts.of("review.effect.where"), EffectWords::place, EffectWords::place, 14),
            new Tables.Column<>(Texts.of("review.effect.value"), EffectFigure::value, EffectWords::value, 7),
            new Tables.Column<>(Texts.of("review.effect.says"), EffectWords::statement, EffectWords::statement, 30),
            new Tables.Column<>("n", EffectFigure::count, EffectWords::counted, 12),
            new Tables.Column<>(Texts.of("review.effect.range"), EffectWords::range, EffectWords::range, 15)));
    private final JTable table;
    private final JLabel about = new JLabel();
    private final JTextArea chance = new JTextArea();
    private final JScrollPane formulas = Tables.scrolled(chance);
    private final JPanel panel = new JPanel(new BorderLayout(0, 6));
    private @Nullable String sessionId;
    private @Nullable String computedId;

    EffectPanel(SessionLibrary library, Background background) {
        this.library = library;
        this.background = background;
        table = Tables.table(rows, "review-effect");
        table.getAccessibleContext().setAccessibleName(Texts.of("review.effect"));
        about.setName("review-effect-about");
        about.setBorder(BorderFactory.createEmptyBorder(8, 8, 0, 8));
        chance.setBorder(BorderFactory.createEmptyBorder(0, 8, 8, 8));
        panel.add(about, BorderLayout.NORTH);
        panel.add(Tables.scrolled(table), BorderLayout.CENTER);
        chance.setName("review-effect-formulas");
        chance.setEditable(false);
        chance.setLineWrap(true);
        chance.setWrapStyleWord(true);
        formulas.setPreferredSize(
                new Dimension(10, FORMULAS_PX)); // the figures have the room, the formulas are scrolled
        panel.add(formulas, BorderLayout.SOUTH);
        panel.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentShown(ComponentEvent event) {
                look();
            }
        });
        say(Texts.of("review.effect.none"), "");
    }

    JComponent component() {
        return panel;
    }

    void restyle(Palette palette, Font font) {
        panel.setBackground(palette.panel());
        formulas.getViewport().setBackground(palette.panel());
        about.setForeground(palette.ink());
        about.setFont(font);
        chance.setBackground(palette.panel());
        chance.setForeground(palette.ink());
        chance.setFont(font);
        Tables.restyle(table, rows, palette, font);
    }

    /** Another session is shown. */
    void sessionShown(String newSessionId) {
        sessionId = newSessionId;
        if (panel.isShowing()) {
            look();
        }
    }

    private void look() {
        String wanted = sessionId;
        if (wanted == null || wanted.equals(computedId)) {
            return;
        }
        computedId = wanted;
        rows.show(List.of());
        say(Texts.of("review.work.effect"), "");
        background.run(
                "effect",
                Texts.of("review.work.effect"),
                progress -> library.effect(wanted, progress),
                page -> show(wanted, page));
    }

    private void show(String ofSessionId, Optional<EffectPage> found) {
        if (!ofSessionId.equals(sessionId)) {
            return;
        }
        if (found.isEmpty()) {
            say(Texts.of("review.effect.first"), "");
            return;
        }
        EffectPage page = found.get();
        rows.show(page.figures());
        say(
                Texts.of("review.effect.about", page.athleteId(), page.fromDay(), page.toDay()),
                EffectWords.chance(page.figures(), page.settings()) + "\n\n" + EffectWords.TREND_FORMULA + "\n"
                        + String.join("\n", EffectWords.formulas(page.figures())));
    }

    private void say(String words, String below) {
        about.setText("<html>" + words + "</html>");
        chance.setText(below);
        chance.setCaretPosition(0);
    }
}
