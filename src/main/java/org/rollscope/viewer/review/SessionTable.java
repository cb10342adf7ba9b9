package org.rollscope.viewer.review;

import java.awt.BorderLayout;
import java.awt.Font;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.RowFilter;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.table.TableRowSorter;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.library.SessionEntry;
import org.rollscope.viewer.look.BodyWords;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * All sessions, newest first, with a field that leaves only those with certain words.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class SessionTable {
    private static final DateTimeFormatter STARTED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Tables.Rows<SessionEntry> rows = new Tables.Rows<>(columns());
    private final JTable table = Tables.table(rows, "review-sessions");
    private final TableRowSorter<Tables.Rows<SessionEntry>> sorter = new TableRowSorter<>(rows);
    private final JTextField filter = new JTextField();
    private final JPanel panel = new JPanel(new BorderLayout(0, 6));
    private boolean filling;
    private String chosenId = "";

    /**
     * Builds it.
     *
     * @param onChosen called with a session that is to be shown.
     * @param onOpen called when a file is to be opened.
     * @param onRefresh called when the list is to be read anew.
     */
    SessionTable(Consumer<SessionEntry> onChosen, Runnable onOpen, Runnable onRefresh) {
        table.setRowSorter(sorter);
        sorter.setSortKeys(List.of(new RowSorter.SortKey(0, SortOrder.DESCENDING)));
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.getAccessibleContext().setAccessibleName(Texts.of("review.sessions"));
        table.getSelectionModel().addListSelectionListener(event -> {
            SessionEntry chosen = selected();
            // a filter that is taken away selects again what was selected
            boolean other = chosen != null && !chosen.sessionId().equals(chosenId);
            if (!event.getValueIsAdjusting() && chosen != null && other && !filling) {
                chosenId = chosen.sessionId();
                onChosen.accept(chosen);
            }
        });
        filter.setName("review-filter");
        filter.putClientProperty("JTextField.placeholderText", Texts.of("review.filter"));
        filter.setToolTipText(Texts.of("review.filter.tip"));
        filter.getAccessibleContext().setAccessibleName(Texts.of("review.filter"));
        filter.getDocument().addDocumentListener(new Typed());
        JPanel head = new JPanel(new BorderLayout(6, 0));
        head.setOpaque(false);
        head.add(filter, BorderLayout.CENTER);
        JPanel buttons = new JPanel(new java.awt.GridLayout(1, 2, 4, 0));
        buttons.setOpaque(false);
        buttons.add(button("open", onOpen));
        buttons.add(button("refresh", onRefresh));
        head.add(buttons, BorderLayout.EAST);
        panel.add(head, BorderLayout.NORTH);
        panel.add(Tables.scrolled(table), BorderLayout.CENTER);
        panel.setBorder(BorderFactory.createEmptyBorder(8, 10, 4, 4));
    }

    private static JButton button(String name, Runnable action) {
        JButton button = new JButton(Texts.of("review." + name));
        button.setName("review-" + name);
        button.setToolTipText(Texts.of("review." + name + ".tip"));
        button.addActionListener(event -> action.run());
        return button;
    }

    private static List<Tables.Column<SessionEntry>> columns() {
        return List.of(
                new Tables.Column<>(
                        Texts.of("review.col.started"),
                        entry -> entry.record().startedAt(),
                        entry -> STARTED.format(entry.record().startedAt()),
                        18),
                new Tables.Column<>(
                        Texts.of("review.col.athlete"),
                        entry -> entry.record().athleteId(),
                        entry -> entry.record().athleteId(),
                        11),
                new Tables.Column<>(Texts.of("review.col.muscle"), SessionTable::muscle, SessionTable::muscle, 15),
                new Tables.Column<>(
                        Texts.of("review.col.length"),
                        SessionEntry::durationMs,
                        entry -> entry.durationMs() < 0 ? "\u2013" : Clock.length(entry.durationMs()),
                        7),
                new Tables.Column<>(
                        Texts.of("review.col.events"),
                        SessionEntry::eventCount,
                        entry -> Integer.toString(entry.eventCount()),
                        7),
                new Tables.Column<>(Texts.of("review.col.quality"), SessionTable::quality, SessionTable::quality, 13),
                new Tables.Column<>(Texts.of("review.col.id"), SessionEntry::sessionId, SessionEntry::sessionId, 26));
    }

    static String muscle(SessionEntry entry) {
        return BodyWords.of(entry.record().muscle()) + ", "
                + BodyWords.of(entry.record().side());
    }

    private static String quality(SessionEntry entry) {
        return switch (entry.state()) {
            case RECORDING -> Texts.of("review.quality.recording");
            case CUT_OFF -> Texts.of("review.quality.cut");
            case WHOLE ->
                entry.lostRatio() > 0
                        ? Texts.of(
                                "review.quality.lost",
                                String.format(Locale.ROOT, "%.2f", Math.max(0.01, entry.lostRatio() * 100)))
                        : Texts.of("review.quality.whole");
        };
    }

    JComponent component() {
        return panel;
    }

    JTextField filter() {
        return filter;
    }

    List<SessionEntry> entries() {
        return rows.rows();
    }

    void restyle(Palette palette, Font font) {
        panel.setBackground(palette.ground());
        Tables.restyle(table, rows, palette, font);
    }

    /** Shows other sessions; the selected one stays selected and is not shown again. */
    void show(List<SessionEntry> entries) {
        SessionEntry before = selected();
        filling = true;
        rows.show(entries);
        if (before != null) {
            mark(before.sessionId());
        }
        filling = false;
    }

    /** Selects a session without showing it. */
    void mark(String sessionId) {
        chosenId = sessionId;
        filling = true;
        for (int index = 0; index < rows.rows().size(); index++) {
            if (rows.rows().get(index).sessionId().equals(sessionId)) {
                int row = table.convertRowIndexToView(index);
                if (row >= 0) {
                    table.setRowSelectionInterval(row, row);
                    table.scrollRectToVisible(table.getCellRect(row, 0, true));
                }
            }
        }
        filling = false;
    }

    @Nullable
    SessionEntry selected() {
        int row = table.getSelectedRow();
        return row < 0 ? null : rows.rows().get(table.convertRowIndexToModel(row));
    }

    void focus() {
        table.requestFocusInWindow();
    }

    /** Leaves rows that have all of the typed words. */
    private final class Typed implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            typed();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            typed();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            typed();
        }

        private void typed() {
            List<RowFilter<Object, Object>> words = java.util.Arrays.stream(
                            filter.getText().strip().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> RowFilter.<Object, Object>regexFilter("(?i)" + Pattern.quote(word)))
                    .toList();
            sorter.setRowFilter(words.isEmpty() ? null : RowFilter.andFilter(words));
        }
    }
}
