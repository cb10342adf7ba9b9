package org.rollscope.app.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.programme.effect.EffectFigure;
import org.rollscope.programme.effect.EffectSettings;
import org.rollscope.programme.effect.EffectWords;
import org.rollscope.programme.effect.Weeks;

/** What weeks show, for people and programs. */
final class EffectText {
    private EffectText() {}

    static void print(
            PrintWriter out,
            String athleteId,
            List<EffectFigure> figures,
            Weeks weeks,
            EffectSettings settings,
            boolean formulas) {
        out.println(
                athleteId + ", " + weeks.firstDay(0) + " to " + weeks.today() + ", " + weeks.weekCount() + " weeks");
        if (figures.isEmpty()) {
            out.println("nothing yet: no plan, no session and no note in these weeks");
            return;
        }
        String place = "";
        for (EffectFigure figure : figures) {
            if (!figure.place().equals(place)) {
                place = figure.place();
                out.println(EffectWords.place(figure));
            }
            out.println("  " + line(figure));
        }
        out.println(EffectWords.chance(figures, settings));
        if (formulas) {
            EffectWords.formulas(figures).forEach(out::println);
            out.println(EffectWords.TREND_FORMULA);
        }
    }

    private static String line(EffectFigure figure) {
        String range = EffectWords.range(figure);
        return EffectWords.name(figure) + ": " + EffectWords.value(figure) + (range.isEmpty() ? "" : ", weeks " + range)
                + ", " + EffectWords.counted(figure) + "; " + EffectWords.statement(figure);
    }

    static ObjectNode node(EffectFigure figure, Weeks weeks) {
        ObjectNode node = JsonOutput.object()
                .put("measure", figure.measure().word())
                .put("place", figure.place())
                .put("detail", figure.detail())
                .put("unit", figure.measure().unit().word())
                .put("count", figure.count())
                .put("counted", figure.measure().counted())
                .put("value", known(figure.value()))
                .put("least", known(figure.least()))
                .put("most", known(figure.most()))
                .put("verdict", figure.trend().verdict().word())
                .put("statement", EffectWords.statement(figure))
                .put("trend_week_count", figure.trend().weekCount())
                .put("slope_per_week", known(figure.trend().slope()))
                .put("chance_ratio", figure.trend().chance())
                .put("formula", figure.measure().formula());
        ArrayNode weekly = node.putArray("weeks");
        figure.weekly().forEach((weekIndex, value) -> weekly.addObject()
                .put("first_day", weeks.firstDay(weekIndex).toString())
                .put("value", value));
        return node;
    }

    private static @org.jspecify.annotations.Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
