package org.rollscope.viewer.review;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.EventType;
import org.rollscope.session.SessionSummary;
import org.rollscope.viewer.library.HoldFigures;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;

/**
 * Two sessions in figures, and what the second has more.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class ComparisonTable {
    private static final String DASH = "\u2013";

    private final Tables.Rows<Line> rows = new Tables.Rows<>(List.of(
            new Tables.Column<>(Texts.of("review.col.figure"), Line::name, Line::name, 22),
            new Tables.Column<>("A", Line::first, line -> line.text(line.first()), 9),
            new Tables.Column<>("B", Line::second, line -> line.text(line.second()), 9),
            new Tables.Column<>("B \u2212 A", Line::more, line -> line.signed(line.more()), 9)));
    private final JTable table = Tables.table(rows, "review-comparison");
    private final JLabel words = new JLabel();
    private final JPanel panel = new JPanel(new BorderLayout(0, 6));

    /**
     * A figure of both.
     *
     * @param name with its unit.
     * @param first of A, NaN where it is not known.
     * @param second of B.
     * @param format of a value.
     */
    record Line(String name, double first, double second, String format) {
        double more() {
            return second - first;
        }

        String text(double value) {
            return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : DASH;
        }

        String signed(double value) {
            return Double.isFinite(value) ? String.format(Locale.ROOT, format.replace("%", "%+"), value) : DASH;
        }
    }

    ComparisonTable() {
        table.setRowSorter(null);
        table.getAccessibleContext().setAccessibleName(Texts.of("review.compare"));
        words.setBorder(javax.swing.BorderFactory.createEmptyBorder(8, 8, 0, 8));
        panel.add(words, BorderLayout.NORTH);
        panel.add(Tables.scrolled(table), BorderLayout.CENTER);
        show(null, null);
    }

    JComponent component() {
        return panel;
    }

    void restyle(Palette palette, Font font) {
        panel.setBackground(palette.panel());
        words.setForeground(palette.ink());
        words.setFont(font);
        Tables.restyle(table, rows, palette, font);
    }

    /** Shows two sessions, or that there is no second. */
    void show(@Nullable ReviewedSession a, @Nullable ReviewedSession b) {
        if (a == null || b == null) {
            words.setText("<html>" + Texts.of("review.compare.none") + "</html>");
            rows.show(List.of());
            return;
        }
        words.setText(
                "<html>A " + SessionWords.title(a.entry()) + "<br>B " + SessionWords.title(b.entry()) + "</html>");
        rows.show(lines(a, b));
    }

    /** The figures; those of a session that was cut off are not known but for its events. */
    static List<Line> lines(ReviewedSession a, ReviewedSession b) {
        HoldFigures holdsA = HoldFigures.of(a.events());
        HoldFigures holdsB = HoldFigures.of(b.events());
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                Texts.of("review.figure.length"),
                a.whole().lengthUs() / 1e6,
                b.whole().lengthUs() / 1e6,
                "%.1f"));
        lines.add(new Line(Texts.of("review.figure.holds"), holdsA.holdCount(), holdsB.holdCount(), "%.0f"));
        lines.add(seconds("review.figure.held", a, b, SessionSummary::holdMs));
        lines.add(seconds("review.figure.in_band", a, b, SessionSummary::inBandMs));
        lines.add(seconds("review.figure.over", a, b, SessionSummary::overCeilingMs));
        String unit = PressureUnit.shown().word();
        lines.add(new Line(
                Texts.of("review.figure.hold_pressure", unit),
                PressureUnit.shown().of(holdsA.meanPressureKpa()),
                PressureUnit.shown().of(holdsB.meanPressureKpa()),
                "%.1f"));
        lines.add(new Line(
                Texts.of("review.figure.mean_pressure", unit),
                pressure(a, SessionSummary::meanPressureKpa),
                pressure(b, SessionSummary::meanPressureKpa),
                "%.1f"));
        lines.add(new Line(
                Texts.of("review.figure.peak_pressure", unit),
                pressure(a, SessionSummary::peakPressureKpa),
                pressure(b, SessionSummary::peakPressureKpa),
                "%.1f"));
        lines.add(new Line(
                Texts.of("review.figure.release"),
                holdsA.medianReleaseAfterMs() / 1000,
                holdsB.medianReleaseAfterMs() / 1000,
                "%.1f"));
        for (EventType type :
                List.of(EventType.STROKE, EventType.RELEASE, EventType.OVERPRESSURE, EventType.GUARDING)) {
            lines.add(new Line(Texts.of("review.event." + type.word()), count(a, type), count(b, type), "%.0f"));
        }
        lines.add(new Line(
                Texts.of("review.figure.events"), a.events().size(), b.events().size(), "%.0f"));
        return lines;
    }

    private static double count(ReviewedSession session, EventType type) {
        return session.events().stream().filter(event -> event.type() == type).count();
    }

    private static Line seconds(
            String key,
            ReviewedSession a,
            ReviewedSession b,
            java.util.function.ToLongFunction<SessionSummary> figure) {
        return new Line(Texts.of(key), seconds(a, figure), seconds(b, figure), "%.1f");
    }

    private static double seconds(ReviewedSession session, java.util.function.ToLongFunction<SessionSummary> figure) {
        SessionSummary summary = session.entry().summary();
        return summary == null ? Double.NaN : figure.applyAsLong(summary) / 1000.0;
    }

    private static double pressure(
            ReviewedSession session, java.util.function.ToDoubleFunction<SessionSummary> figure) {
        SessionSummary summary = session.entry().summary();
        return summary == null ? Double.NaN : PressureUnit.shown().of(figure.applyAsDouble(summary));
    }
}
