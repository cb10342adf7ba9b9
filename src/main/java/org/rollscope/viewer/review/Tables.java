package org.rollscope.viewer.review;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.util.List;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.look.Palette;

/** Tables that only show, sorted by what a value is and not by how it is written. */
final class Tables {
    private Tables() {}

    /**
     * A column.
     *
     * @param title for people.
     * @param value what rows are sorted by: a number, an instant or a text.
     * @param text how it is written.
     * @param widthEm width in letters.
     */
    record Column<R>(String title, Function<R, @Nullable Comparable<?>> value, Function<R, String> text, int widthEm) {}

    /** A cell: sorts as its value, reads as its text. */
    record Cell(@Nullable Comparable<?> value, String text) implements Comparable<Cell> {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // values of one column are of one type
        public int compareTo(Cell other) {
            Comparable mine = value;
            Comparable others = other.value;
            if (mine == null || others == null) {
                return mine == others ? 0 : mine == null ? -1 : 1;
            }
            return mine.compareTo(others);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Rows of a table. */
    static final class Rows<R> extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private final transient List<Column<R>> columns;
        private transient List<R> rows = List.of();

        Rows(List<Column<R>> columns) {
            this.columns = List.copyOf(columns);
        }

        void show(List<R> newRows) {
            rows = List.copyOf(newRows);
            fireTableDataChanged();
        }

        List<R> rows() {
            return rows;
        }

        List<Column<R>> columns() {
            return columns;
        }

        @Override
        public int getRowCount() {
            return rows.size();
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public String getColumnName(int column) {
            return columns.get(column).title();
        }

        @Override
        public Class<?> getColumnClass(int column) {
            return Cell.class;
        }

        @Override
        public Object getValueAt(int row, int column) {
            Column<R> shown = columns.get(column);
            R about = rows.get(row);
            return new Cell(shown.value().apply(about), shown.text().apply(about));
        }
    }

    static <R> JTable table(Rows<R> rows, String name) {
        JTable table = new JTable(rows);
        table.setName(name);
        table.setAutoCreateRowSorter(true);
        table.setFillsViewportHeight(true);
        table.setShowGrid(false);
        table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        table.setDefaultRenderer(Cell.class, new Writer());
        // Tab leaves the table: a cell has nothing to be typed
        table.setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        table.setFocusTraversalKeys(java.awt.KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        return table;
    }

    static JScrollPane scrolled(JComponent component) {
        JScrollPane pane = new JScrollPane(component);
        pane.setBorder(BorderFactory.createEmptyBorder());
        return pane;
    }

    static <R> void restyle(JTable table, Rows<R> rows, Palette palette, Font font) {
        table.setFont(font);
        table.setRowHeight(Math.round(font.getSize2D() * 1.9f));
        table.setBackground(palette.panel());
        table.setForeground(palette.ink());
        table.getTableHeader().setFont(font.deriveFont(font.getSize2D() * 0.9f));
        for (int column = 0; column < rows.columns().size(); column++) {
            table.getColumnModel()
                    .getColumn(column)
                    .setPreferredWidth(Math.round(rows.columns().get(column).widthEm() * font.getSize2D() * 0.62f));
        }
    }

    /** Numbers stand at the right; what does not fit is told when the mouse rests on it. */
    private static final class Writer extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(table, value, selected, false, row, column);
            boolean number = value instanceof Cell cell && cell.value() instanceof Number;
            setHorizontalAlignment(number ? SwingConstants.RIGHT : SwingConstants.LEFT);
            setToolTipText(value.toString());
            if (!selected) {
                Color ground = table.getBackground();
                setBackground(ground);
            }
            return this;
        }
    }
}
