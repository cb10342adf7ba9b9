package org.rollscope.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rollscope.simulation.Between;
import org.rollscope.simulation.Confounder;
import org.rollscope.simulation.Scenario;
import org.rollscope.simulation.Step;
import org.rollscope.simulation.Trait;

/** Writes a scenario as {@link ScenarioYaml} reads it. */
public final class ScenarioText {
    private static final String INDENT = "  ";

    private ScenarioText() {}

    /** The whole file. */
    public static String of(Scenario scenario) {
        StringBuilder out = new StringBuilder();
        out.append("scenario: ").append(scenario.word()).append('\n');
        String description = scenario.description().replace("\\", "\\\\").replace("\"", "\\\"");
        out.append("description: \"").append(description).append("\"\n");
        out.append("roller: {layout: ").append(scenario.make().geometry().name());
        if (scenario.make().geometry().tool().comesInHardnesses()) {
            out.append(", hardness: ").append(scenario.make().hardness().word());
        }
        out.append(", parts: ").append(scenario.make().batch().word()).append("}\n");
        out.append("traits: ")
                .append(list(scenario.traits().stream().map(Trait::word).toList()));
        out.append("confounders: ")
                .append(list(
                        scenario.confounders().stream().map(Confounder::word).toList()));
        out.append("steps:\n");
        scenario.steps().forEach(step -> write(step, INDENT, out));
        return out.toString();
    }

    private static String list(Collection<String> words) {
        return "[" + String.join(", ", words) + "]\n";
    }

    private static void write(Step step, String indent, StringBuilder out) {
        StepWord known = StepWord.ALL.stream()
                .filter(word -> word.type() == step.getClass())
                .findFirst()
                .orElseThrow();
        out.append(indent).append("- ").append(known.word()).append(':');
        boolean nested = known.keys().stream().anyMatch(key -> key.kind() == StepWord.Kind.STEPS);
        if (!nested) {
            out.append(known.keys().stream()
                    .map(key -> key.name() + ": " + single(value(step, known, key)))
                    .collect(Collectors.joining(", ", " {", "}\n")));
            return;
        }
        out.append('\n');
        String inner = indent + INDENT + INDENT;
        for (StepWord.Key key : known.keys()) {
            Object value = value(step, known, key);
            out.append(inner).append(key.name()).append(':');
            if (value instanceof List<?> steps) {
                out.append('\n');
                steps.forEach(each -> write((Step) each, inner + INDENT, out));
            } else {
                out.append(' ').append(single(value)).append('\n');
            }
        }
    }

    private static Object value(Step step, StepWord known, StepWord.Key key) {
        RecordComponent component =
                known.type().getRecordComponents()[known.keys().indexOf(key)];
        try {
            return component.getAccessor().invoke(step);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("the step " + step + " cannot be read", impossible);
        }
    }

    private static String single(Object value) {
        if (value instanceof Between range) {
            return range.low() == range.high()
                    ? number(range.low())
                    : number(range.low()) + ".." + number(range.high());
        }
        return value instanceof Double number ? number(number) : value.toString();
    }

    /** As short as it can be read back. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value);
    }
}
