package org.rollscope.config;

import java.nio.file.Path;

/**
 * One thing that is wrong with the settings.
 *
 * @param file where.
 * @param lineIndex line, from 1; 0 when the whole file is meant.
 * @param message what, and what to do.
 */
public record SettingsProblem(Path file, int lineIndex, String message) {
    @Override
    public String toString() {
        return file + (lineIndex > 0 ? ":" + lineIndex : "") + ": " + message;
    }
}
