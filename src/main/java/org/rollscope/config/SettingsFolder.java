package org.rollscope.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.DetectionSettings;
import org.rollscope.feature.FeatureSettings;
import org.rollscope.pipeline.SessionPolicy;

/**
 * The settings folder: {@code rollscope.yaml} and the detection profile that it names.
 *
 * <p><b>Errors.</b> Every problem of every file is reported in one go; settings with a problem are refused whole.
 */
public final class SettingsFolder {
    /** Name of the main file. */
    public static final String MAIN_FILE = "rollscope.yaml";

    private static final String SHIPPED = "/org/rollscope/config/shipped/";

    private final Path folder;
    private final List<SettingsProblem> problems = new ArrayList<>();
    private final SettingsFile main;

    /**
     * Opens a folder.
     *
     * @param folder settings folder.
     */
    public SettingsFolder(Path folder) {
        this.folder = folder;
        main = SettingsFile.read(folder.resolve(MAIN_FILE), shipped(MAIN_FILE), problems);
    }

    /**
     * Reads the section of an edge.
     *
     * @param key name of the section.
     * @param type the edge's settings record.
     * @return the record; null when there were problems.
     */
    public <R extends Record> @Nullable R edge(String key, Class<R> type) {
        return main.section(key, type);
    }

    /**
     * Reads what the core needs and checks that nothing is left over; call it after all edges were read.
     *
     * @return the settings.
     * @throws SettingsException with every problem, of the edges too.
     */
    public RollscopeSettings core() throws SettingsException {
        return core(null);
    }

    /**
     * The same with another profile of the detectors than the settings name.
     *
     * @param otherProfile file of {@code detection/} without its ending; null for the one that the settings name.
     * @throws SettingsException with every problem.
     */
    public RollscopeSettings core(@Nullable String otherProfile) throws SettingsException {
        String rollerId = main.text("roller_id");
        if (rollerId != null && !rollerId.matches("[a-z0-9-]{1,32}")) {
            main.refuse("roller_id", "must be 1 to 32 of a-z, 0-9 and -, was '" + rollerId + "'");
        }
        AthleteSettings athlete = main.section("athlete", AthleteSettings.class);
        SessionPolicy session = main.section("session", SessionPolicy.class);
        FeatureSettings features = main.section("features", FeatureSettings.class);
        String namedProfile = main.text("detection_profile");
        String profile = otherProfile == null ? namedProfile : otherProfile;
        main.finish();
        DetectionSettings detection = profile == null ? null : detection(profile);
        if (!problems.isEmpty()
                || rollerId == null
                || athlete == null
                || session == null
                || features == null
                || detection == null) {
            throw new SettingsException(problems);
        }
        return new RollscopeSettings(rollerId, athlete, session, features, detection);
    }

    private @Nullable DetectionSettings detection(String profile) {
        String name = "detection/" + profile + ".yaml";
        SettingsFile file = SettingsFile.read(folder.resolve(name), shipped("detection/default.yaml"), problems);
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

    /** The file as it was shipped, from inside the jar. */
    private static SettingsFile shipped(String name) {
        return SettingsFile.parse(Path.of(name), shippedText(name), null, new ArrayList<>());
    }

    /** The text of a file as it was shipped, from inside the jar. */
    static String shippedText(String name) {
        try (InputStream stream = SettingsFolder.class.getResourceAsStream(SHIPPED + name)) {
            if (stream == null) {
                throw new IllegalStateException("the shipped settings " + name + " are missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException("the shipped settings " + name + " cannot be read", failed);
        }
    }
}
