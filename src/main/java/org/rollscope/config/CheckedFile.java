package org.rollscope.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A document in a file: what is wrong with it is said with file and line. <b>Threads.</b> Stateless. */
final class CheckedFile {
    private CheckedFile() {}

    /** Reads a document. */
    static <T> T read(Path file, Function<String, T> reading) throws SettingsException {
        try {
            return reading.apply(Files.readString(file));
        } catch (IOException failed) {
            throw refused(file, 0, "cannot be read: " + failed.getMessage());
        } catch (MalformedDocumentException damaged) {
            throw refused(file, damaged.lineIndex(), String.valueOf(damaged.getMessage()));
        } catch (IllegalArgumentException damaged) {
            throw refused(file, 0, String.valueOf(damaged.getMessage()));
        }
    }

    /** One problem. */
    static SettingsException refused(Path file, int lineIndex, String why) {
        return new SettingsException(List.of(new SettingsProblem(file, lineIndex, why)));
    }
}
