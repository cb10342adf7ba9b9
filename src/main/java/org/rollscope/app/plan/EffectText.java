package org.rollscope.app.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.effect.EffectFigure;
import org.rollscope.programme.effect.EffectMeasure;
import org.rollscope.programme.effect.EffectSettings;
import org.rollscope.programme.effect.Trend;
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
                out.println(spoken(place));
            }
            out.println("  " + line(figure));
        }
        long judgedCount = figures.stream()
                .filter(figure -> figure.trend().weekCount() >= settings.leastWeeksCount())
                .count();
        out.printf(
                Locale.ROOT,
                "A trend needs %d weeks with figures and an order that chance makes in at most %.0f of 100. Of %d figures with so many"
                        + " weeks about %.1f would show one by chance alone. All this went along with rolling; whether rolling did it,"
                        + " it cannot say.%n",
                settings.leastWeeksCount(),
                100 * settings.chanceRatio(),
                judgedCount,
                judgedCount * settings.chanceRatio());
        if (formulas) {
            figures.stream()
                    .map(EffectFigure::measure)
                    .distinct()
                    .sorted()
                    .forEach(measure ->
                            out.println(measure.words() + " (" + measure.word() + "): " + measure.formula()));
            out.println(
                    "trend: median of the slopes of all pairs of weeks (Theil, Sen); how rare the order of the weeks is among"
                            + " all their orders (Mann, Kendall), counted exactly.");
        }
    }

    private static String spoken(String place) {
        return place.contains(":") ? BodyPlace.ofWord(place).spoken() : place.replace('_', ' ') + ", left and right";
    }

    private static String line(EffectFigure figure) {
        EffectMeasure measure = figure.measure();
        String name = measure.words() + (figure.detail().isEmpty() ? "" : " (" + figure.detail() + ")");
        String value = Double.isNaN(figure.value()) ? "-" : text(measure, figure.value());
        String range = Double.isNaN(figure.least())
                ? ""
                : ", weeks " + text(measure, figure.least()) + " to " + text(measure, figure.most());
        return name + ": " + value + range + ", n " + figure.count() + " " + measure.counted() + "; "
                + statement(figure);
    }

    private static String statement(EffectFigure figure) {
        Trend trend = figure.trend();
        if (figure.measure() == EffectMeasure.PAIN_SIDES) {
            return Double.isNaN(figure.value()) ? "too few to say" : "a comparison, no trend";
        }
        return switch (trend.verdict()) {
            case TOO_FEW ->
                trend.verdict().words() + " (" + trend.weekCount() + (trend.weekCount() == 1 ? " week" : " weeks")
                        + " with figures)";
            case UNCLEAR ->
                String.format(Locale.ROOT, "%s in %d weeks", trend.verdict().words(), trend.weekCount());
            case SMALL, RISING, FALLING ->
                String.format(
                        Locale.ROOT,
                        "%s: %s a week over %d weeks (chance %.0f of 100)",
                        trend.verdict().words(),
                        signed(figure.measure(), trend.slope()),
                        trend.weekCount(),
                        Math.ceil(100 * trend.chance()));
        };
    }

    private static String signed(EffectMeasure measure, double value) {
        return (value > 0 ? "+" : "") + text(measure, value);
    }

    /** People read percents, seconds, centimetres and degrees. */
    private static String text(EffectMeasure measure, double value) {
        return switch (measure.unit()) {
            case RATIO -> String.format(Locale.ROOT, "%.0f %%", 100 * value);
            case NRS -> String.format(Locale.ROOT, "%.1f", value);
            case MS -> String.format(Locale.ROOT, "%.1f s", value / 1000);
            case MM -> String.format(Locale.ROOT, "%.1f cm", value / 10);
            case RAD -> String.format(Locale.ROOT, "%.1f deg", Math.toDegrees(value));
        };
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
                .put("statement", statement(figure))
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
