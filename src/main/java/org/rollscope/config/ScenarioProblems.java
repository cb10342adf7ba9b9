package org.rollscope.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with one scenario file. */
final class ScenarioProblems {
    private final Path file;
    private final List<SettingsProblem> found = new ArrayList<>();

    ScenarioProblems(Path file) {
        this.file = file;
    }

    void add(YamlNode node, String message) {
        found.add(new SettingsProblem(file, node.lineIndex(), message));
    }

    /** Reports keys that nobody knows. */
    void reportUnknown(YamlNode node, Collection<String> known, String prefix) {
        node.children().forEach((key, child) -> {
            if (!known.contains(key)) {
                add(child, "unknown key '" + prefix + key + "'; did you mean '" + NearestKey.of(key, known) + "'?");
            }
        });
    }

    /** All so far, to add to. */
    List<SettingsProblem> found() {
        return found;
    }
}
