package org.rollscope.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.Muscle;
import org.rollscope.detect.DetectionSettings;
import org.rollscope.feature.FeatureSettings;
import org.rollscope.pipeline.SessionPolicy;

/**
 * The settings folder: {@code rollscope.yaml} and the detection profile that it names.
 *
 * <p>Files are complete, or say {@code extends: shipped} and take what they lack from what was shipped; then a newer program's
 * new keys stop no service.
 *
 * <p><b>Errors.</b> Every problem of every file is reported in one go; settings with a problem are refused whole.
 */
public final class SettingsFolder {
    /** Name of the main file. */
    public static final String MAIN_FILE = "rollscope.yaml";

    /** The least text of a settings file: everything as it is shipped. */
    public static final String EXTENDING_TEXT = SettingsFile.EXTENDS + ": shipped\n";

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

    private SettingsFolder(Path folder, String mainText) {
        this.folder = folder;
        main = SettingsFile.parse(folder.resolve(MAIN_FILE), mainText, shipped(MAIN_FILE), problems);
    }

    /** The folder as if its main file held this text. */
    public static SettingsFolder with(Path folder, String mainText) {
        return new SettingsFolder(folder, mainText);
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
        DetectionSettings detection = profile == null ? null : detection(profile, athlete);
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

    /** The profile, with what the muscle and then the athlete of these settings need; the files of others are checked too. */
    private @Nullable DetectionSettings detection(String profile, @Nullable AthleteSettings athlete) {
        SettingsFile file = profile(profile);
        LayeredProfile chosen = new LayeredProfile(file, problems);
        for (Layer layer : layers()) {
            if (athlete != null && layer.isFor(athlete)) {
                chosen.put(layer.file);
            } else {
                LayeredProfile other = new LayeredProfile(file, problems);
                other.put(layer.file);
                List<SettingsProblem> before = List.copyOf(problems);
                other.settings();
                // What is wrong with the profile itself is told once, by the chosen one.
                problems.removeIf(problem -> problem.file().equals(file.path()) && !before.contains(problem));
            }
        }
        return chosen.settings();
    }

    /** A profile as it is read; one that is not there is the shipped one where the main file takes what it lacks from there. */
    private SettingsFile profile(String profile) {
        String name = "detection/" + profile + ".yaml";
        boolean isShipped = SettingsFolder.class.getResource(SHIPPED + name) != null;
        SettingsFile shipped = shipped(isShipped ? name : "detection/default.yaml");
        Path file = folder.resolve(name);
        if (isShipped && main.extending() && Files.notExists(file)) {
            return SettingsFile.parse(folder.resolve(MAIN_FILE), EXTENDING_TEXT, shipped, problems);
        }
        return SettingsFile.read(file, shipped, problems);
    }

    /** A file of single keys for one muscle or one athlete. */
    private record Layer(Path file, @Nullable Muscle muscle, String athleteId) {
        boolean isFor(AthleteSettings athlete) {
            return muscle == null ? athleteId.equals(athlete.athleteId()) : muscle == athlete.muscle();
        }
    }

    private List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        for (Path file : yamlFiles("detection/muscle")) {
            String word = word(file);
            Optional<Muscle> muscle = Arrays.stream(Muscle.values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
            if (muscle.isEmpty()) {
                problems.add(new SettingsProblem(
                        file,
                        0,
                        "is for no muscle; did you mean '"
                                + NearestKey.of(
                                        word,
                                        Arrays.stream(Muscle.values())
                                                .map(Muscle::word)
                                                .toList())
                                + ".yaml'?"));
            } else {
                layers.add(new Layer(file, muscle.get(), ""));
            }
        }
        for (Path file : yamlFiles("detection/athlete")) {
            layers.add(new Layer(file, null, word(file)));
        }
        return layers;
    }

    private static String word(Path file) {
        return file.getFileName().toString().replaceFirst("\\.yaml$", "");
    }

    private List<Path> yamlFiles(String name) {
        Path subfolder = folder.resolve(name);
        if (!Files.isDirectory(subfolder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(subfolder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            problems.add(new SettingsProblem(subfolder, 0, "cannot be listed: " + failed.getMessage()));
            return List.of();
        }
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
