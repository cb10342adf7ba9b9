package org.rollscope.viewer.athlete;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.rollscope.programme.routine.PlaceOutcome;
import org.rollscope.programme.routine.Prompt;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.programme.screening.StandingNotice;
import org.rollscope.viewer.look.Language;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Readout;
import org.rollscope.viewer.parts.DrawnPart;
import org.rollscope.viewer.parts.FittedText;

/**
 * How far a guided routine is: a bar with a piece for each place, and below it where, how often and how long. Before the first contact it
 * says what guidance is not. Only there while somebody is guided.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class RoutineStrip {
    /** What its buttons do. */
    interface Actions {
        /** Leave this place out. */
        void skip();

        /** End the routine. */
        void end();
    }

    private final JPanel panel = new JPanel(new BorderLayout(8, 0));
    private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 4, 2));
    private final JButton skip = new JButton(Texts.of("routine.skip"));
    private final JButton end = new JButton(Texts.of("routine.end"));
    private final Progress progress = new Progress();

    RoutineStrip(boolean readOnly, Actions actions) {
        panel.setName("routine");
        panel.setVisible(false);
        button(skip, "routine-skip", "routine.tip.skip", readOnly);
        button(end, "routine-end", "routine.tip.end", readOnly);
        skip.addActionListener(event -> actions.skip());
        end.addActionListener(event -> actions.end());
        panel.add(progress, BorderLayout.CENTER);
        panel.add(buttons, BorderLayout.EAST);
    }

    private void button(JButton button, String name, String tip, boolean readOnly) {
        button.setName(name);
        button.setEnabled(!readOnly);
        button.setToolTipText(Texts.of(readOnly ? "orders.read_only" : tip));
        buttons.add(button);
    }

    JComponent component() {
        return panel;
    }

    /** Shows where it is; nothing is there without a routine. */
    void show(Readout readout) {
        RoutineState state = readout.routine();
        boolean shown = state != null;
        if (panel.isVisible() != shown) {
            panel.setVisible(shown);
        }
        boolean going = state != null && !state.isOver();
        if (buttons.isVisible() != going) {
            buttons.setVisible(going);
        }
        progress.show(state, readout.routineText());
    }

    void restyle(Palette palette, Font font) {
        panel.setBackground(palette.ground());
        buttons.setBackground(palette.ground());
        skip.setFont(font);
        end.setFont(font);
        progress.restyle(palette, font);
    }

    /** The bar and its words. */
    private static final class Progress extends DrawnPart {
        private static final long serialVersionUID = 1L;
        private static final double GAP_PX = 3;

        private transient @Nullable RoutineState state;
        private String words = "";

        Progress() {
            super("routine-progress");
        }

        void show(@Nullable RoutineState newState, String newWords) {
            boolean first = newState != null
                    && newState.prompt() == Prompt.SET_UP
                    && newState.outcomes().isEmpty()
                    && newState.coveredMm() == 0;
            String said = first ? notice() : newWords;
            boolean same = said.equals(words) && sharesAlike(newState, state);
            state = newState;
            words = said;
            if (!same) {
                changed(said);
            }
        }

        private static String notice() {
            return StandingNotice.in(
                    Texts.language() == Language.GERMAN
                            ? org.rollscope.programme.screening.Language.GERMAN
                            : org.rollscope.programme.screening.Language.ENGLISH);
        }

        private static boolean sharesAlike(@Nullable RoutineState one, @Nullable RoutineState other) {
            if (one == null || other == null) {
                return one == null && other == null;
            }
            return one.looksLike(other) && one.outcomes().equals(other.outcomes());
        }

        @Override
        protected void draw(Graphics2D g2) {
            RoutineState shown = state;
            if (shown == null) {
                return;
            }
            double barPx = Math.max(6, getHeight() * 0.26);
            double pieceWidthPx = (getWidth() - GAP_PX * (shown.stepCount() - 1)) / shown.stepCount();
            for (int index = 0; index < shown.stepCount(); index++) {
                drawPiece(g2, shown, index, index * (pieceWidthPx + GAP_PX), pieceWidthPx, barPx);
            }
            double roomPx = getHeight() - barPx - 4;
            g2.setFont(FittedText.font(g2, getFont(), words, getWidth(), roomPx));
            g2.setPaint(palette().ink());
            g2.drawString(FittedText.cut(g2, words, getWidth()), 0f, (float)
                    (barPx + 4 + g2.getFontMetrics().getAscent()));
        }

        private void drawPiece(Graphics2D g2, RoutineState shown, int index, double x, double width, double height) {
            g2.setPaint(palette().grid());
            g2.fill(new Rectangle2D.Double(x, 0, width, height));
            List<PlaceOutcome> behind = shown.outcomes();
            double shareRatio = index < behind.size()
                    ? share(behind.get(index).spotCount(), behind.get(index).plannedSpotCount())
                    : index == shown.stepIndex() ? presentShare(shown) : 0;
            g2.setPaint(palette().floor());
            g2.fill(new Rectangle2D.Double(x, 0, width * shareRatio, height));
            if (index == shown.stepIndex() && !shown.isOver()) {
                g2.setPaint(palette().ink());
                g2.fill(new Rectangle2D.Double(x, height - 2, width, 2));
            }
        }

        /** Spots that count, and the share of the one that is held. */
        private static double presentShare(RoutineState shown) {
            boolean counted = shown.prompt() == Prompt.RELEASED || shown.prompt() == Prompt.MOVE_ON;
            double held =
                    counted || shown.targetMs() == 0 ? 0 : Math.min(1, (double) shown.holdMs() / shown.targetMs());
            return share(shown.spotCount() + held, shown.plannedSpotCount());
        }

        private static double share(double spots, int plannedSpotCount) {
            return plannedSpotCount == 0 ? 0 : Math.min(1, spots / plannedSpotCount);
        }
    }
}
