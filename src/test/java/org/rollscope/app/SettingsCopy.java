package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of the shipped settings that a test may change. */
public final class SettingsCopy {
    private final Path folder;

    /** Copies them to a folder that is not there yet. */
    public SettingsCopy(Path folder) throws IOException {
        this.folder = folder;
        Path shipped = BuiltProgram.HOME.resolve("config");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(shipped.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /**
     * Sets a key of {@code rollscope.yaml}, which must be there with another value.
     *
     * @param path the key, after its section and a point where several sections have it.
     */
    public SettingsCopy set(String path, Object value) throws IOException {
        Path file = folder.resolve("rollscope.yaml");
        String text = Files.readString(file);
        int point = path.indexOf('.');
        String inSection = point < 0 ? "" : "^" + path.substring(0, point) + ":\\n(?:  .*\\n)*?";
        Matcher found = Pattern.compile("(?m)(" + inSection + "^ *" + path.substring(point + 1) + "): .*$")
                .matcher(text);
        assertEquals(1, found.results().count(), path + " stands once");
        String changed = found.reset().replaceFirst("$1: " + value);
        assertNotEquals(text, changed, path);
        Files.writeString(file, changed);
        return this;
    }
}
