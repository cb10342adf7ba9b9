package org.rollscope.viewer.review;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.library.Note;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * Notes on the session: write one, take one away, take that back.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class NotesPanel {
    private final Tables.Rows<Note> rows = new Tables.Rows<>(List.of(
            new Tables.Column<>(Texts.of("review.col.start"), Note::startUs, note -> Clock.text(note.startUs(), 1), 8),
            new Tables.Column<>(
                    Texts.of("review.col.duration"),
                    note -> note.endUs() - note.startUs(),
                    note -> note.endUs() == note.startUs()
                            ? ""
                            : ReadoutText.number((note.endUs() - note.startUs()) / 1e6, "%.1f"),
                    7),
            new Tables.Column<>(Texts.of("review.col.note"), Note::text, Note::text, 50)));
    private final JTable table = Tables.table(rows, "review-notes");
    private final JPanel panel = new JPanel(new BorderLayout());
    private final JPanel foot = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 6));
    private final JButton remove = new JButton(Texts.of("review.note.remove"));
    private final JButton undo = new JButton(Texts.of("review.note.undo"));
    private final Consumer<Note> onShown;

    /**
     * Builds it.
     *
     * @param onAdd called when one is to be written.
     * @param onRemove called with one that is to go.
     * @param onUndo called when the last removal is to be taken back.
     * @param onShown called with one that is to be looked at.
     */
    NotesPanel(Runnable onAdd, Consumer<Note> onRemove, Runnable onUndo, Consumer<Note> onShown) {
        this.onShown = onShown;
        JButton add = new JButton(Texts.of("review.note.add"));
        add.setName("review-note-add");
        add.setToolTipText(Texts.of("review.note.add.tip"));
        add.addActionListener(event -> onAdd.run());
        remove.setName("review-note-remove");
        remove.addActionListener(event -> {
            Note selected = selected();
            if (selected != null) {
                onRemove.accept(selected);
            }
        });
        undo.setName("review-note-undo");
        undo.addActionListener(event -> onUndo.run());
        undo.setEnabled(false);
        remove.setEnabled(false);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.getAccessibleContext().setAccessibleName(Texts.of("review.notes"));
        table.getSelectionModel().addListSelectionListener(event -> selectionChanged(event.getValueIsAdjusting()));
        ChartKeys.on(table, "DELETE", remove::doClick);
        foot.add(add);
        foot.add(remove);
        foot.add(undo);
        panel.add(Tables.scrolled(table), BorderLayout.CENTER);
        panel.add(foot, BorderLayout.SOUTH);
    }

    private void selectionChanged(boolean adjusting) {
        Note selected = selected();
        remove.setEnabled(selected != null);
        if (selected != null && !adjusting) {
            onShown.accept(selected);
        }
    }

    private @Nullable Note selected() {
        int row = table.getSelectedRow();
        return row < 0 ? null : rows.rows().get(table.convertRowIndexToModel(row));
    }

    JComponent component() {
        return panel;
    }

    void show(List<Note> notes, boolean canUndo) {
        rows.show(notes);
        undo.setEnabled(canUndo);
    }

    void restyle(Palette palette, Font font) {
        panel.setBackground(palette.panel());
        foot.setBackground(palette.panel());
        Tables.restyle(table, rows, palette, font);
    }
}
