package org.rollscope.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollscope.detect.DetectionSettings;

/**
 * A profile of the detectors with single keys replaced by what a muscle or an athlete needs; every problem is told with the file and
 * line that it really stands in.
 *
 * <p>A key of a layer takes the place of the profile's, line by line, so that the profile's own lines keep their numbers.
 */
final class LayeredProfile {
    private final Path file;
    private final SettingsFile shipped;
    private final List<SettingsProblem> problems;
    private final Map<Integer, SettingsProblem> replacedLines = new HashMap<>();
    private List<String> lines = List.of();

    /**
     * Reads the profile itself.
     *
     * @param file profile.
     * @param shipped the shipped one.
     * @param problems is added to.
     */
    LayeredProfile(Path file, SettingsFile shipped, List<SettingsProblem> problems) {
        this.file = file;
        this.shipped = shipped;
        this.problems = problems;
        try {
            lines = new ArrayList<>(Files.readAllLines(file));
        } catch (IOException unreadable) {
            lines = List.of(); // told when its sections are read
        }
    }

    /** Replaces the keys that a layer has. */
    void put(Path layer) {
        SettingsFile read = SettingsFile.read(layer, shipped, problems);
        YamlNode profile = SettingsFile.read(file, shipped, new ArrayList<>()).root();
        read.root().children().forEach((section, keys) -> {
            YamlNode known = profile.children().get(section);
            if (known == null) {
                refuse(layer, keys, section, profile);
                return;
            }
            keys.children().forEach((key, value) -> {
                YamlNode replaced = known.children().get(key);
                if (replaced == null) {
                    refuse(layer, value, section + "." + key, known);
                } else {
                    lines.set(replaced.lineIndex() - 1, "  " + key + ": " + value.text());
                    replacedLines.put(replaced.lineIndex(), new SettingsProblem(layer, value.lineIndex(), ""));
                }
            });
        });
    }

    private void refuse(Path layer, YamlNode node, String path, YamlNode siblings) {
        String key = path.substring(path.indexOf('.') + 1);
        problems.add(new SettingsProblem(
                layer,
                node.lineIndex(),
                "unknown key '" + path + "'; did you mean '"
                        + NearestKey.of(key, siblings.children().keySet()) + "'?"));
    }

    /** The settings; null when there were problems, which are then in the list. */
    @org.jspecify.annotations.Nullable
    DetectionSettings settings() {
        List<SettingsProblem> found = new ArrayList<>();
        SettingsFile merged = replacedLines.isEmpty()
                ? SettingsFile.read(file, shipped, found)
                : SettingsFile.parse(file, String.join("\n", lines) + "\n", shipped, found);
        DetectionSettings settings = read(merged);
        for (SettingsProblem problem : found) {
            SettingsProblem replaced = replacedLines.get(problem.lineIndex());
            problems.add(
                    replaced == null
                            ? problem
                            : new SettingsProblem(replaced.file(), replaced.lineIndex(), problem.message()));
        }
        return settings;
    }

    private static @org.jspecify.annotations.Nullable DetectionSettings read(SettingsFile file) {
        var contact = file.section("contact", DetectionSettings.ContactSettings.class);
        var roll = file.section("roll", DetectionSettings.RollSettings.class);
        var hold = file.section("hold", DetectionSettings.HoldSettings.class);
        var overpressure = file.section("overpressure", DetectionSettings.OverpressureSettings.class);
        var loading = file.section("loading", DetectionSettings.LoadingSettings.class);
        var guarding = file.section("guarding", DetectionSettings.GuardingSettings.class);
        var release = file.section("release", DetectionSettings.ReleaseSettings.class);
        var signal = file.section("signal", DetectionSettings.SignalSettings.class);
        file.finish();
        if (contact == null
                || roll == null
                || hold == null
                || overpressure == null
                || loading == null
                || guarding == null
                || release == null
                || signal == null) {
            return null;
        }
        return new DetectionSettings(contact, roll, hold, overpressure, loading, guarding, release, signal);
    }
}
