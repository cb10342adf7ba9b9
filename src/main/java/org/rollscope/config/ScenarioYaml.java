package org.rollscope.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.Confounder;
import org.rollscope.simulation.Hardness;
import org.rollscope.simulation.PartBatch;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.Scenario;
import org.rollscope.simulation.Step;
import org.rollscope.simulation.Trait;

/**
 * Reads a scenario that somebody wrote.
 *
 * <p>Only {@code scenario} and {@code steps} must be there; the roller is the reference one unless it says otherwise.
 * <b>Errors.</b> Every problem in one go, with file and line; nothing is repaired. <b>Threads.</b> Any.
 */
public final class ScenarioYaml {
    /** What a scenario's name may be. */
    static final String NAME = "[a-z0-9-]{1,32}";

    static final int LONGEST_DESCRIPTION_COUNT = 200;
    /** The keys at the top of the file. */
    static final List<String> KEYS = List.of("scenario", "description", "roller", "traits", "confounders", "steps");

    static final List<String> ROLLER_KEYS = List.of("layout", "hardness", "parts");
    /** The layouts by their names: rollers, balls, the stick. */
    static final List<PadGeometry> LAYOUTS = PadGeometry.all();

    private final ScenarioProblems problems;

    private ScenarioYaml(ScenarioProblems problems) {
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @param file what to read.
     * @return the scenario.
     * @throws SettingsException with every problem.
     */
    public static Scenario read(Path file) throws SettingsException {
        if (!Files.exists(file)) {
            throw new SettingsException(List.of(new SettingsProblem(
                    file, 0, "is not there; 'rollscope simulate --scenario coached --print' shows one to start from")));
        }
        ScenarioProblems problems = new ScenarioProblems(file);
        return read(SettingsFile.read(file, null, problems.found()), problems);
    }

    /**
     * Reads all files in the folder {@code scenarios} of the settings.
     *
     * @param configFolder settings folder.
     * @param problems is added to.
     * @return how many there are.
     */
    public static int checkAll(Path configFolder, List<SettingsProblem> problems) {
        Path folder = configFolder.resolve("scenarios");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> scenarios = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            for (Path file : scenarios) {
                try {
                    read(file);
                } catch (SettingsException wrong) {
                    problems.addAll(wrong.problems());
                }
            }
            return scenarios.size();
        } catch (IOException failed) {
            problems.add(new SettingsProblem(folder, 0, "cannot be read: " + failed.getMessage()));
            return 0;
        }
    }

    /** Reads a text as if it were the content of a file. */
    static Scenario parse(Path file, String text) throws SettingsException {
        ScenarioProblems problems = new ScenarioProblems(file);
        return read(SettingsFile.parse(file, text, null, problems.found()), problems);
    }

    private static Scenario read(SettingsFile file, ScenarioProblems problems) throws SettingsException {
        Scenario read = problems.found().isEmpty() ? new ScenarioYaml(problems).scenario(file.root()) : null;
        if (read == null || !problems.found().isEmpty()) {
            throw new SettingsException(problems.found());
        }
        return read;
    }

    private @Nullable Scenario scenario(YamlNode root) {
        problems.reportUnknown(root, KEYS, "");
        String word = text(root, "scenario", null);
        if (word != null && !word.matches(NAME)) {
            problems.add(at(root, "scenario"), "scenario must be 1 to 32 of a-z, 0-9 and -, was '" + word + "'");
        }
        String description = text(root, "description", "");
        if (description != null
                && (description.length() > LONGEST_DESCRIPTION_COUNT
                        || description.chars().anyMatch(Character::isISOControl))) {
            problems.add(
                    at(root, "description"),
                    "description must be one line of at most " + LONGEST_DESCRIPTION_COUNT + " letters");
        }
        RollerMake make = roller(root.children().get("roller"));
        Set<Trait> traits = words(root, "traits", Trait.values(), Trait::word);
        Set<Confounder> confounders = words(root, "confounders", Confounder.values(), Confounder::word);
        List<Step> steps = steps(root);
        if (word == null || description == null || !problems.found().isEmpty()) {
            return null;
        }
        try {
            return new Scenario(word, description, make, traits, confounders, steps);
        } catch (IllegalArgumentException nothingHappens) {
            problems.add(at(root, "steps"), String.valueOf(nothingHappens.getMessage()));
            return null;
        }
    }

    private List<Step> steps(YamlNode root) {
        YamlNode list = root.children().get("steps");
        if (list == null) {
            problems.add(root, "the key 'steps' is missing");
            return List.of();
        }
        List<Step> steps = new StepReader(problems).steps(list, "steps");
        double actionCount = StepReader.actionCount(steps);
        if (actionCount > StepReader.MOST_ACTIONS_COUNT) {
            problems.add(
                    list,
                    "one round of the steps may have at most " + StepReader.MOST_ACTIONS_COUNT
                            + " strokes and other steps, has " + ScenarioText.number(actionCount)
                            + "; it is done over and over anyway");
        }
        return steps;
    }

    private RollerMake roller(@Nullable YamlNode node) {
        RollerMake usual = RollerMake.REFERENCE;
        if (node == null) {
            return usual;
        }
        if (!node.mapping()) {
            problems.add(node, "roller must hold keys, as {layout: reference, hardness: firm, parts: usual}");
            return usual;
        }
        problems.reportUnknown(node, ROLLER_KEYS, "roller.");
        PadGeometry geometry = word(node, "layout", LAYOUTS, PadGeometry::name, usual.geometry());
        YamlNode hardness = node.children().get("hardness");
        if (hardness != null && !geometry.tool().comesInHardnesses()) {
            problems.add(
                    hardness,
                    "roller.hardness: how hard a " + geometry.tool().word() + " is follows from layout "
                            + geometry.name() + "; leave it out");
        }
        return RollerMake.of(
                geometry,
                word(node, "hardness", Arrays.asList(Hardness.values()), Hardness::word, usual.hardness()),
                word(node, "parts", Arrays.asList(PartBatch.values()), PartBatch::word, usual.batch()));
    }

    private <T> T word(YamlNode roller, String key, List<T> known, Function<T, String> word, T otherwise) {
        YamlNode node = roller.children().get(key);
        T found = node == null ? otherwise : one(node, "roller." + key, known, word);
        return found == null ? otherwise : found;
    }

    private <T> Set<T> words(YamlNode root, String key, T[] known, Function<T, String> word) {
        Set<T> found = new LinkedHashSet<>();
        YamlNode list = root.children().get(key);
        if (list == null) {
            return found;
        }
        if (!list.list()) {
            problems.add(list, key + " must be a list, as [] or [" + word.apply(known[0]) + "]");
        }
        for (YamlNode item : list.items()) {
            T one = one(item, key, Arrays.asList(known), word);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    private <T> @Nullable T one(YamlNode node, String path, List<T> known, Function<T, String> word) {
        List<String> words = new ArrayList<>();
        for (T one : known) {
            words.add(word.apply(one));
        }
        int index = words.indexOf(node.text());
        if (index < 0) {
            problems.add(node, path + " must be one of " + String.join(", ", words) + ", was '" + node.text() + "'");
        }
        return index < 0 ? null : known.get(index);
    }

    private @Nullable String text(YamlNode root, String key, @Nullable String otherwise) {
        YamlNode node = root.children().get(key);
        if (node == null) {
            if (otherwise == null) {
                problems.add(root, "the key '" + key + "' is missing");
            }
            return otherwise;
        }
        if (node.mapping() || node.list()) {
            problems.add(node, key + " must be a single value");
            return null;
        }
        return node.text();
    }

    private static YamlNode at(YamlNode root, String key) {
        return root.children().getOrDefault(key, root);
    }
}
