package org.rollscope.export;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.programme.effect.EffectFigure;
import org.rollscope.programme.effect.EffectSettings;
import org.rollscope.programme.effect.EffectWords;
import org.rollscope.programme.effect.Weeks;

/**
 * Whether the programme of an athlete works, as a part of a report.
 *
 * @param figures what weeks of sessions and notes show.
 * @param weeks which weeks.
 * @param settings when weeks show a trend.
 */
public record ReportEffect(List<EffectFigure> figures, Weeks weeks, EffectSettings settings) {
    /** Copies the list. */
    public ReportEffect {
        figures = List.copyOf(figures);
    }

    void write(ReportPage page) {
        page.heading("Is it working");
        page.text(
                "",
                "All sessions and notes of this athlete from " + weeks.firstDay(0) + " to " + weeks.today()
                        + ", the day of this session, in weeks.");
        List<List<String>> rows = new ArrayList<>();
        String place = "";
        for (EffectFigure figure : figures) {
            String where = EffectWords.place(figure);
            rows.add(List.of(
                    where.equals(place) ? "" : where,
                    EffectWords.name(figure),
                    EffectWords.value(figure),
                    EffectWords.range(figure),
                    EffectWords.counted(figure),
                    EffectWords.statement(figure)));
            place = where;
        }
        page.table(List.of("where", "what", "all weeks", "least to most of a week", "from", "what may be said"), rows);
        page.text("", EffectWords.chance(figures, settings));
        EffectWords.formulas(figures).forEach(formula -> page.text("legend", formula));
        page.text("legend", EffectWords.TREND_FORMULA);
    }
}
