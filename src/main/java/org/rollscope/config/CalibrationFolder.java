package org.rollscope.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollscope.calibration.RollerCalibration;

/** The calibrations of all known rollers: one JSON file a board. */
public final class CalibrationFolder {
    private static final String SCHEMA_SUFFIX = ".schema.json";

    private final Path folder;

    /**
     * Names the folder.
     *
     * @param settingsFolder the settings folder, which holds a folder {@code calibration}.
     */
    public CalibrationFolder(Path settingsFolder) {
        folder = settingsFolder.resolve("calibration");
    }

    /**
     * Looks a board up.
     *
     * @param boardSerial sixteen hexadecimal digits.
     * @return its calibration, empty when there is none.
     * @throws SettingsException when a file is damaged.
     */
    public Optional<RollerCalibration> find(String boardSerial) throws SettingsException {
        List<SettingsProblem> problems = new ArrayList<>();
        Optional<RollerCalibration> found = all(problems).stream()
                .filter(calibration -> calibration.boardSerial().equals(boardSerial))
                .findFirst();
        if (found.isEmpty() && !problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return found;
    }

    /** All calibrations that can be read; those that cannot are added to the problems. */
    public List<RollerCalibration> all(List<SettingsProblem> problems) {
        List<RollerCalibration> calibrations = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return calibrations;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".json") && !name.endsWith(SCHEMA_SUFFIX)) {
                    read(file, calibrations, problems);
                }
            }
        } catch (IOException failed) {
            problems.add(new SettingsProblem(folder, 0, "cannot be read: " + failed.getMessage()));
        }
        return calibrations;
    }

    /**
     * Writes a calibration; the one that lay there before is kept under another name, which no service reads.
     *
     * @param file to write.
     * @param calibration what it shall hold.
     * @param moment word for the old one's name.
     * @return where the old one is now; null when there was none.
     */
    public static @Nullable Path save(Path file, RollerCalibration calibration, String moment) throws IOException {
        Path kept = null;
        if (Files.exists(file)) {
            kept = file.resolveSibling(file.getFileName() + ".before-" + moment);
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        SafeFile.replace(file, DocumentJson.write(calibration) + "\n");
        return kept;
    }

    private static void read(Path file, List<RollerCalibration> calibrations, List<SettingsProblem> problems) {
        try {
            calibrations.add(DocumentJson.readCalibration(Files.readString(file)));
        } catch (IOException failed) {
            problems.add(new SettingsProblem(file, 0, "cannot be read: " + failed.getMessage()));
        } catch (MalformedDocumentException damaged) {
            problems.add(new SettingsProblem(file, damaged.lineIndex(), String.valueOf(damaged.getMessage())));
        }
    }
}
