package org.rollscope.viewer.review;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import org.rollscope.frame.PadGeometry;
import org.rollscope.viewer.library.PadTrace;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * The pads of the roller, unrolled, to choose those whose traces are shown: as pressure and as converter counts.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class PadChooser {
    private final JPanel panel = new JPanel(new BorderLayout(0, 8));
    private final JPanel grid = new JPanel();
    private final JLabel words = new JLabel(Texts.of("review.pads.words", PadTrace.MOST_PADS_COUNT));
    private final JButton none = new JButton(Texts.of("review.pads.none"));
    private final List<JToggleButton> buttons = new ArrayList<>();
    private final Consumer<List<Integer>> onChosen;
    private Font font = grid.getFont();

    /**
     * Builds it.
     *
     * @param onChosen called with the indexes of the pads that are to be shown.
     */
    PadChooser(Consumer<List<Integer>> onChosen) {
        this.onChosen = onChosen;
        none.setName("review-pads-none");
        none.addActionListener(event -> {
            buttons.forEach(button -> button.setSelected(false));
            chosen();
        });
        JPanel foot = new JPanel(new BorderLayout());
        foot.setOpaque(false);
        foot.add(none, BorderLayout.WEST);
        grid.setOpaque(false);
        JPanel middle = new JPanel(new BorderLayout());
        middle.setOpaque(false);
        middle.add(grid, BorderLayout.NORTH);
        panel.add(words, BorderLayout.NORTH);
        panel.add(middle, BorderLayout.CENTER);
        panel.add(foot, BorderLayout.SOUTH);
        panel.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
    }

    JComponent component() {
        return panel;
    }

    /** Takes the pads of another roller; none is chosen. */
    void show(PadGeometry geometry) {
        grid.removeAll();
        buttons.clear();
        grid.setLayout(new GridLayout(geometry.rowCount(), geometry.columnCount(), 2, 2));
        JToggleButton[][] places = new JToggleButton[geometry.rowCount()][geometry.columnCount()];
        for (int padIndex = 0; padIndex < geometry.padCount(); padIndex++) {
            JToggleButton button = new JToggleButton(Integer.toString(padIndex + 1));
            button.setName("review-pad-" + (padIndex + 1));
            button.setMargin(new Insets(1, 1, 1, 1));
            button.getAccessibleContext().setAccessibleName(Texts.of("review.pad", Integer.toString(padIndex + 1)));
            button.addActionListener(event -> chosen());
            buttons.add(button);
            places[geometry.rowIndex(padIndex)][geometry.columnIndex(padIndex)] = button;
        }
        for (JToggleButton[] row : places) {
            for (JToggleButton button : row) {
                grid.add(button);
            }
        }
        setFonts();
        grid.revalidate();
        grid.repaint();
    }

    private void chosen() {
        List<Integer> padIndexes = new ArrayList<>();
        for (int padIndex = 0; padIndex < buttons.size(); padIndex++) {
            if (buttons.get(padIndex).isSelected()) {
                padIndexes.add(padIndex);
            }
        }
        boolean full = padIndexes.size() >= PadTrace.MOST_PADS_COUNT;
        buttons.forEach(button -> button.setEnabled(!full || button.isSelected()));
        onChosen.accept(padIndexes);
    }

    void restyle(Palette palette, Font newFont) {
        font = newFont;
        panel.setBackground(palette.panel());
        words.setForeground(palette.faint());
        setFonts();
    }

    private void setFonts() {
        buttons.forEach(button -> button.setFont(font.deriveFont(font.getSize2D() * 0.85f)));
    }
}
