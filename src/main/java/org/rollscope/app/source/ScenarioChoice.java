package org.rollscope.app.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.config.ScenarioYaml;
import org.rollscope.config.SettingsException;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.Confounder;
import org.rollscope.simulation.Hardness;
import org.rollscope.simulation.PartBatch;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.Scenario;

/**
 * Which scenario was asked for, and what of it shall be otherwise; everything but the name is empty for as it is.
 *
 * @param name of a built-in one, or a file that ends in .yaml.
 * @param hardness of the roller's sleeve.
 * @param layout of its pads: which roller, or which ball.
 * @param parts how alike its pads are.
 * @param with disturbances to add, with commas.
 */
public record ScenarioChoice(String name, String hardness, String layout, String parts, String with) {
    /** For the help of options. */
    public static final String HELP = "${COMPLETION-CANDIDATES} or a FILE.yaml of your own";

    private static final List<PadGeometry> LAYOUTS = PadGeometry.all();

    /** The names of the built-in scenarios, for help and completion. */
    public static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Scenario.all().stream().map(Scenario::word).iterator();
        }
    }

    /** A scenario as it is. */
    static ScenarioChoice asItIs(String name) {
        return new ScenarioChoice(name, "", "", "", "");
    }

    /** Takes the options of a {@code sim:} source out. */
    static ScenarioChoice of(SourceUri uri) {
        return new ScenarioChoice(
                uri.target(),
                uri.text("hardness", ""),
                uri.text("layout", ""),
                uri.text("parts", ""),
                uri.text("with", ""));
    }

    /** Looks the scenario up or reads it, and changes what shall be otherwise. */
    Scenario scenario() throws CommandFailure {
        Scenario named = named();
        RollerMake make = named.make();
        PadGeometry geometry = layout.isEmpty() ? make.geometry() : one("layout", layout, LAYOUTS, PadGeometry::name);
        if (!geometry.tool().comesInHardnesses() && !hardness.isEmpty()) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "how hard a " + geometry.tool().word() + " is follows from layout=" + geometry.name()
                            + "; leave hardness out");
        }
        Hardness sleeve = hardness.isEmpty()
                ? make.hardness()
                : one("hardness", hardness, Arrays.asList(Hardness.values()), Hardness::word);
        PartBatch batch = parts.isEmpty()
                ? make.batch()
                : one("parts", parts, Arrays.asList(PartBatch.values()), PartBatch::word);
        Set<Confounder> confounders = new LinkedHashSet<>(named.confounders());
        if (!with.isEmpty()) {
            for (String word : with.split(",", -1)) {
                confounders.add(one("with", word, Arrays.asList(Confounder.values()), Confounder::word));
            }
        }
        return named.on(RollerMake.of(geometry, sleeve, batch)).disturbedBy(confounders);
    }

    private Scenario named() throws CommandFailure {
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            try {
                return Scenario.ofWord(name);
            } catch (IllegalArgumentException unknown) {
                throw new CommandFailure(
                        CommandFailure.WRONG_USAGE,
                        unknown.getMessage() + "; a file of your own ends in .yaml",
                        unknown);
            }
        }
        Path file = Path.of(name);
        try {
            return ScenarioYaml.read(file);
        } catch (SettingsException wrong) {
            int problemCount = wrong.problems().size();
            throw new CommandFailure(
                    Files.exists(file) ? CommandFailure.WRONG_USAGE : CommandFailure.UNREACHABLE,
                    problemCount == 1
                            ? String.valueOf(wrong.getMessage())
                            : problemCount + " problems in the scenario:\n" + wrong.getMessage(),
                    wrong);
        }
    }

    private static <T> T one(String option, String typed, List<T> known, Function<T, String> word)
            throws CommandFailure {
        List<String> words = new ArrayList<>();
        for (T one : known) {
            words.add(word.apply(one));
        }
        if (!words.contains(typed)) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    option + " must be one of " + String.join(", ", words) + ", was '" + typed + "'");
        }
        return known.get(words.indexOf(typed));
    }

    /** What shall be otherwise, as options of a {@code sim:} source. */
    String options() {
        return option("hardness", hardness) + option("layout", layout) + option("parts", parts) + option("with", with);
    }

    private static String option(String key, String value) {
        return value.isEmpty() ? "" : "&" + key + "=" + value;
    }
}
