package org.rollscope.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.DetectionSettings;

/**
 * A profile of the detectors with single keys replaced by what a muscle or an athlete needs; every problem is told with the file and
 * line that it really stands in.
 */
final class LayeredProfile {
    private final SettingsFile profile;
    private final List<SettingsProblem> problems;
    private YamlNode root;

    /**
     * Takes the profile itself.
     *
     * @param profile as it was read.
     * @param problems is added to.
     */
    LayeredProfile(SettingsFile profile, List<SettingsProblem> problems) {
        this.profile = profile;
        this.problems = problems;
        root = profile.root();
    }

    /** Replaces the keys that a layer has. */
    void put(Path layer) {
        SettingsFile.read(layer, null, problems).root().children().forEach((section, keys) -> {
            YamlNode known = root.children().get(section);
            if (known == null) {
                refuse(layer, keys, section, root);
            } else if (keys.mapping()) {
                root = root.with(section, replaced(known, section, keys, layer));
            } else {
                root = root.with(section, keys.from(layer));
            }
        });
    }

    private YamlNode replaced(YamlNode known, String section, YamlNode keys, Path layer) {
        YamlNode whole = known;
        for (Map.Entry<String, YamlNode> entry : keys.children().entrySet()) {
            if (known.children().containsKey(entry.getKey())) {
                whole = whole.with(entry.getKey(), entry.getValue().from(layer));
            } else {
                refuse(layer, entry.getValue(), section + "." + entry.getKey(), known);
            }
        }
        return whole;
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
    @Nullable
    DetectionSettings settings() {
        return read(profile.holding(root));
    }

    private static @Nullable DetectionSettings read(SettingsFile file) {
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
