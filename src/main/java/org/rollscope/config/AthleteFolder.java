package org.rollscope.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollscope.athlete.AthleteProfile;

/** The profiles of all athletes: one JSON file each, in the data folder, since they are measured and not chosen. */
public final class AthleteFolder {
    /** Name of the folder in the data folder. */
    public static final String FOLDER_NAME = "athletes";

    private static final String SUFFIX = ".json";
    private static final String ID = "[a-z0-9-]{1,32}";

    private final Path folder;

    /**
     * Names the folder.
     *
     * @param dataFolder where sessions live too.
     */
    public AthleteFolder(Path dataFolder) {
        folder = dataFolder.resolve(FOLDER_NAME);
    }

    /**
     * Looks an athlete up.
     *
     * @return empty when there is no profile of that name.
     * @throws SettingsException when the file is damaged.
     */
    public Optional<AthleteProfile> find(String athleteId) throws SettingsException {
        if (!athleteId.matches(ID) || !Files.exists(file(athleteId))) {
            return Optional.empty();
        }
        List<SettingsProblem> problems = new ArrayList<>();
        List<AthleteProfile> found = new ArrayList<>();
        read(file(athleteId), found, problems);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return Optional.of(found.get(0));
    }

    /** All profiles that can be read, by name; those that cannot are added to the problems. */
    public List<AthleteProfile> all(List<SettingsProblem> problems) {
        List<AthleteProfile> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .forEach(file -> read(file, found, problems));
        } catch (IOException failed) {
            problems.add(new SettingsProblem(folder, 0, "cannot be read: " + failed.getMessage()));
        }
        return found;
    }

    private static void read(Path file, List<AthleteProfile> found, List<SettingsProblem> problems) {
        try {
            AthleteProfile profile = DocumentJson.readAthlete(Files.readString(file));
            String name = file.getFileName().toString();
            if (!name.equals(profile.athleteId() + SUFFIX)) {
                throw new IllegalArgumentException(
                        "belongs to athlete '" + profile.athleteId() + "'; its name must say so");
            }
            found.add(profile);
        } catch (IOException failed) {
            problems.add(new SettingsProblem(file, 0, "cannot be read: " + failed.getMessage()));
        } catch (MalformedDocumentException damaged) {
            problems.add(new SettingsProblem(file, damaged.lineIndex(), String.valueOf(damaged.getMessage())));
        } catch (IllegalArgumentException damaged) {
            problems.add(new SettingsProblem(file, 0, String.valueOf(damaged.getMessage())));
        }
    }

    /** Writes a profile over the one before. */
    public void save(AthleteProfile profile) throws IOException {
        SafeFile.replace(file(profile.athleteId()), DocumentJson.write(profile) + "\n");
    }

    /**
     * Deletes a profile.
     *
     * @return whether there was one.
     */
    public boolean delete(String athleteId) throws IOException {
        return athleteId.matches(ID) && Files.deleteIfExists(file(athleteId));
    }

    /** Where a profile lies. */
    public Path file(String athleteId) {
        return folder.resolve(athleteId + SUFFIX);
    }
}
