package org.rollscope.programme.effect;

import java.util.List;
import java.util.Locale;
import org.rollscope.athlete.BodyPlace;

/**
 * What figures say to people: the same words on the command line and on a page. <b>Units.</b> People read percents, seconds,
 * centimetres and degrees. <b>Threads.</b> Stateless.
 */
public final class EffectWords {
    /** How a trend is found. */
    public static final String TREND_FORMULA =
            "trend: median of the slopes of all pairs of weeks (Theil, Sen); how rare the order of the weeks is among all their"
                    + " orders (Mann, Kendall), counted exactly.";

    private EffectWords() {}

    /** Where. */
    public static String place(EffectFigure figure) {
        String place = figure.place();
        return place.contains(":") ? BodyPlace.ofWord(place).spoken() : place.replace('_', ' ') + ", left and right";
    }

    /** What. */
    public static String name(EffectFigure figure) {
        return figure.measure().words() + (figure.detail().isEmpty() ? "" : " (" + figure.detail() + ")");
    }

    /** Of all weeks; a dash when there are too few to say. */
    public static String value(EffectFigure figure) {
        return Double.isNaN(figure.value()) ? "-" : text(figure.measure(), figure.value());
    }

    /** Least to most of the weeks; empty without one. */
    public static String range(EffectFigure figure) {
        return Double.isNaN(figure.least())
                ? ""
                : text(figure.measure(), figure.least()) + " to " + text(figure.measure(), figure.most());
    }

    /** Its n with what it counts. */
    public static String counted(EffectFigure figure) {
        return "n " + figure.count() + " " + figure.measure().counted();
    }

    /** What may be said of it. */
    public static String statement(EffectFigure figure) {
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

    /** What chance alone does with so many figures, and what none of them says. */
    public static String chance(List<EffectFigure> figures, EffectSettings settings) {
        long judgedCount = figures.stream()
                .filter(figure -> figure.trend().weekCount() >= settings.leastWeeksCount())
                .count();
        return String.format(
                Locale.ROOT,
                "A trend needs %d weeks with figures and an order that chance makes in at most %.0f of 100. Of %d figures with so many"
                        + " weeks about %.1f would show one by chance alone. All this went along with rolling; whether rolling did it,"
                        + " it cannot say.",
                settings.leastWeeksCount(),
                100 * settings.chanceRatio(),
                judgedCount,
                judgedCount * settings.chanceRatio());
    }

    /** How each measure among the figures is computed, a line each. */
    public static List<String> formulas(List<EffectFigure> figures) {
        return figures.stream()
                .map(EffectFigure::measure)
                .distinct()
                .sorted()
                .map(measure -> measure.words() + " (" + measure.word() + "): " + measure.formula())
                .toList();
    }

    private static String signed(EffectMeasure measure, double value) {
        return (value > 0 ? "+" : "") + text(measure, value);
    }

    private static String text(EffectMeasure measure, double value) {
        return switch (measure.unit()) {
            case RATIO -> String.format(Locale.ROOT, "%.0f %%", 100 * value);
            case NRS -> String.format(Locale.ROOT, "%.1f", value);
            case MS -> String.format(Locale.ROOT, "%.1f s", value / 1000);
            case MM -> String.format(Locale.ROOT, "%.1f cm", value / 10);
            case RAD -> String.format(Locale.ROOT, "%.1f deg", Math.toDegrees(value));
        };
    }
}
