package org.rollscope.config;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollscope.simulation.Between;
import org.rollscope.simulation.Step;

/**
 * Reads the steps of a scenario; gathers every problem.
 *
 * <p><b>Threads.</b> One.
 */
final class StepReader {
    /** A round of more is nobody's training, and is planned in one go. */
    static final int MOST_ACTIONS_COUNT = 10_000;

    private static final String NUMBER = "-?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
    private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")(?:\\.\\.(" + NUMBER + "))?");

    private final ScenarioProblems problems;

    StepReader(ScenarioProblems problems) {
        this.problems = problems;
    }

    /** Reads a list of steps; those with a problem are left out. */
    List<Step> steps(YamlNode list, String path) {
        List<Step> steps = new ArrayList<>();
        if (!list.list() || list.items().isEmpty()) {
            problems.add(list, path + " must be a list with at least one step, as - rest: {seconds: 1}");
            return steps;
        }
        for (YamlNode item : list.items()) {
            Step step = step(item);
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** How many actions the steps make at most in one round. */
    static double actionCount(List<Step> steps) {
        double count = 0;
        for (Step step : steps) {
            if (step instanceof Step.Repeat repeat) {
                count += repeat.times().high() * actionCount(repeat.steps());
            } else if (step instanceof Step.Maybe maybe) {
                count += actionCount(maybe.steps());
            } else if (step instanceof Step.Strokes strokes) {
                count += strokes.count().high();
            } else {
                count++;
            }
        }
        return count;
    }

    private @Nullable Step step(YamlNode item) {
        if (!item.mapping() || item.children().size() != 1) {
            problems.add(
                    item, "a step is one word with its keys behind it, as - rest: {seconds: 1}; mind the indentation");
            return null;
        }
        String word = item.children().keySet().iterator().next();
        YamlNode body = item.children().values().iterator().next();
        for (StepWord known : StepWord.ALL) {
            if (known.word().equals(word)) {
                return step(known, body);
            }
        }
        problems.add(
                body,
                "unknown step '" + word + "'; did you mean '" + NearestKey.of(word, StepWord.words()) + "'? there are "
                        + String.join(", ", StepWord.words()));
        return null;
    }

    private @Nullable Step step(StepWord known, YamlNode body) {
        if (!body.mapping()) {
            problems.add(body, known.word() + " must hold keys, as " + example(known));
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (StepWord.Key key : known.keys()) {
            String path = known.word() + "." + key.name();
            YamlNode child = body.children().get(key.name());
            if (child == null) {
                problems.add(body, "the key '" + path + "' is missing");
            }
            values.add(child == null ? null : value(key, child, path));
            names.add(key.name());
        }
        problems.reportUnknown(body, names, known.word() + ".");
        return values.contains(null) ? null : made(known, values);
    }

    private static Step made(StepWord known, List<@Nullable Object> values) {
        try {
            Constructor<?> constructor = known.type().getDeclaredConstructors()[0];
            return (Step) constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the step " + known.word() + " cannot be made", impossible);
        }
    }

    private @Nullable Object value(StepWord.Key key, YamlNode node, String path) {
        return switch (key.kind()) {
            case RANGE, COUNT -> range(key, node, path);
            case NUMBER -> {
                Between range = range(key, node, path);
                if (range != null && range.low() < range.high()) {
                    problems.add(node, path + " must be one number, was '" + node.text() + "'");
                }
                yield range == null ? null : range.low();
            }
            case FLAG -> flag(node, path);
            case STEPS -> steps(node, path);
        };
    }

    private @Nullable Boolean flag(YamlNode node, String path) {
        if (node.text().equals("true") || node.text().equals("false")) {
            return Boolean.valueOf(node.text());
        }
        problems.add(node, path + " must be true or false, was '" + node.text() + "'");
        return null;
    }

    private @Nullable Between range(StepWord.Key key, YamlNode node, String path) {
        Matcher matcher = RANGE.matcher(node.text());
        if (node.mapping() || !matcher.matches()) {
            problems.add(node, path + " must be a number or a range as 1..2, was '" + node.text() + "'");
            return null;
        }
        // Adding zero makes a positive zero of a negative one.
        double low = Double.parseDouble(matcher.group(1)) + 0.0;
        double high = matcher.group(2) == null ? low : Double.parseDouble(matcher.group(2)) + 0.0;
        if (!(low >= key.lowest() && high <= key.highest())) {
            problems.add(
                    node,
                    path + " must be within " + ScenarioText.number(key.lowest()) + ".."
                            + ScenarioText.number(key.highest()) + ", was '" + node.text() + "'");
            return null;
        }
        if (low > high) {
            problems.add(node, path + " must go from small to large, was '" + node.text() + "'");
            return null;
        }
        if (key.kind() == StepWord.Kind.COUNT && (low != Math.rint(low) || high != Math.rint(high))) {
            problems.add(node, path + " must be whole, was '" + node.text() + "'");
            return null;
        }
        return new Between(low, high);
    }

    private static String example(StepWord known) {
        StepWord.Key first = known.keys().get(0);
        return String.format(
                Locale.ROOT,
                "%s: {%s: %s..%s%s}",
                known.word(),
                first.name(),
                ScenarioText.number(Math.max(1, first.lowest())),
                ScenarioText.number(Math.max(2, 2 * first.lowest())),
                known.keys().size() > 1 ? ", ..." : "");
    }
}
