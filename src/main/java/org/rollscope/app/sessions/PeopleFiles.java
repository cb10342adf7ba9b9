package org.rollscope.app.sessions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollscope.config.AthleteFolder;

/** Profiles, health answers, notes and plans of a data folder, as files with their paths in it. */
final class PeopleFiles {
    /** No other name is taken from a backup: it would lead elsewhere. */
    private static final Pattern PATH = Pattern.compile(
            AthleteFolder.FOLDER_NAME
                    + "/[a-z0-9-]{1,32}(\\.json|/health\\.json|/notes\\.json|/sharing\\.json|/plans/[0-9]{4,9}\\.yaml|/plans/aside/[0-9]{4,9}-[0-9a-f]{8}\\.yaml)");

    private PeopleFiles() {}

    /** All of them. */
    static Map<String, byte[]> of(Path dataFolder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Path people = dataFolder.resolve(AthleteFolder.FOLDER_NAME);
        if (!Files.isDirectory(people)) {
            return files;
        }
        try (Stream<Path> inside = Files.walk(people)) {
            for (Path file : inside.filter(Files::isRegularFile).toList()) {
                String path = dataFolder.relativize(file).toString().replace('\\', '/');
                if (PATH.matcher(path).matches()) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    /** How many people files are about. */
    static long athleteCount(Map<String, byte[]> files) {
        return files.keySet().stream()
                .map(path -> path.split("/", -1)[1].replace(".json", ""))
                .distinct()
                .count();
    }

    /** Lays files down in an empty folder, as in a data folder; what has another name is left out. */
    static void lay(Map<String, byte[]> files, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (PATH.matcher(file.getKey()).matches()) {
                Path place = folder.resolve(file.getKey());
                Files.createDirectories(place.getParent());
                Files.write(place, file.getValue());
            }
        }
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path part : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(part);
                }
            }
        }
    }
}
