package org.rollscope.viewer.review;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.GuardingGrade;
import org.rollscope.detect.RollerEvent;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;

/**
 * All events of the session; a row that is selected is selected in the chart, and the other way round.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class EventTable {
    private final Tables.Rows<Row> rows = new Tables.Rows<>(columns());
    private final JTable table = Tables.table(rows, "review-events");
    private final JPanel panel = new JPanel(new BorderLayout());
    private @Nullable ReviewModel model;
    private boolean following;

    /** An event with its place among those of its session. */
    private record Row(int index, RollerEvent event) {}

    EventTable() {
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.getAccessibleContext().setAccessibleName(Texts.of("review.events"));
        table.setToolTipText(Texts.of("review.events.tip"));
        table.getSelectionModel().addListSelectionListener(event -> {
            ReviewModel shown = model;
            int row = table.getSelectedRow();
            if (!event.getValueIsAdjusting() && !following && shown != null && row >= 0) {
                shown.selectEvent(
                        rows.rows().get(table.convertRowIndexToModel(row)).index());
            }
        });
        ChartKeys.on(table, "ENTER", () -> {
            if (model != null) {
                model.zoomToEvent();
            }
        });
        panel.add(Tables.scrolled(table), BorderLayout.CENTER);
    }

    private static List<Tables.Column<Row>> columns() {
        return List.of(
                new Tables.Column<>(Texts.of("review.col.event"), EventTable::word, EventTable::word, 15),
                new Tables.Column<>(
                        Texts.of("review.col.start"),
                        row -> row.event().startUs(),
                        row -> Clock.text(row.event().startUs(), 1),
                        8),
                new Tables.Column<>(
                        Texts.of("review.col.end"),
                        row -> row.event().endUs(),
                        row -> Clock.text(row.event().endUs(), 1),
                        8),
                new Tables.Column<>(
                        Texts.of("review.col.duration"),
                        row -> row.event().endUs() - row.event().startUs(),
                        row -> String.format(
                                Locale.ROOT,
                                "%.2f",
                                (row.event().endUs() - row.event().startUs()) / 1e6),
                        7),
                new Tables.Column<>(
                        Texts.of("review.col.mean"),
                        row -> row.event().evidence().meanPressureKpa(),
                        row -> PressureUnit.shown().text(row.event().evidence().meanPressureKpa()),
                        9),
                new Tables.Column<>(
                        Texts.of("review.col.peak"),
                        row -> row.event().evidence().peakPressureKpa(),
                        row -> PressureUnit.shown().text(row.event().evidence().peakPressureKpa()),
                        9),
                new Tables.Column<>(
                        Texts.of("review.col.sure"),
                        row -> row.event().evidence().confidenceRatio(),
                        row -> String.format(
                                Locale.ROOT, "%.0f %%", row.event().evidence().confidenceRatio() * 100),
                        7),
                new Tables.Column<>(Texts.of("review.col.figures"), EventTable::figures, EventTable::figures, 34));
    }

    private static String word(Row row) {
        return Texts.of("review.event." + row.event().type().word());
    }

    private static String figures(Row row) {
        Figures details = row.event().details();
        String grade = row.event().type() == EventType.GUARDING
                ? GuardingGrade.of(details).word() + " "
                : "";
        return grade
                + details.values().entrySet().stream()
                        .map(figure -> figure.getKey().replace(Figures.REASON_PREFIX, "") + "="
                                + String.format(Locale.ROOT, "%.3g", figure.getValue()))
                        .collect(Collectors.joining(" "));
    }

    JComponent component() {
        return panel;
    }

    void restyle(Palette palette, Font font) {
        panel.setBackground(palette.panel());
        Tables.restyle(table, rows, palette, font);
        table.repaint();
    }

    /** Shows the events of another session. */
    void show(@Nullable ReviewModel newModel) {
        model = newModel;
        List<Row> all = new ArrayList<>();
        if (newModel != null) {
            List<RollerEvent> events = newModel.session().events();
            for (int index = 0; index < events.size(); index++) {
                all.add(new Row(index, events.get(index)));
            }
            newModel.listen(this::follow);
        }
        following = true;
        rows.show(all);
        following = false;
        follow();
    }

    /** Selects the row of the event that is selected in the chart. */
    private void follow() {
        ReviewModel shown = model;
        int wanted = shown == null ? -1 : shown.eventIndex();
        int row = table.getSelectedRow();
        int selected = row < 0
                ? -1
                : rows.rows().get(table.convertRowIndexToModel(row)).index();
        if (wanted == selected || wanted >= rows.rows().size()) {
            return;
        }
        following = true;
        if (wanted < 0) {
            table.clearSelection();
        } else {
            int target = table.convertRowIndexToView(wanted);
            table.setRowSelectionInterval(target, target);
            table.scrollRectToVisible(table.getCellRect(target, 0, true));
        }
        following = false;
    }
}
