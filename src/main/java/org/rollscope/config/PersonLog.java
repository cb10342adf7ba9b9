package org.rollscope.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A log of a person that only grows, in a file of its own: one that would lose an entry is not written.
 *
 * @param empty the log of whom nothing was written down.
 * @param reading of the file's text.
 * @param writing of it.
 * @param owner whose a log is.
 * @param continues whether the first is the second with more behind it.
 */
record PersonLog<L>(
        Function<String, L> empty,
        Function<String, L> reading,
        Function<L, String> writing,
        Function<L, String> owner,
        BiPredicate<L, L> continues) {
    L read(Path file, String athleteId) throws SettingsException {
        if (!Files.exists(file)) {
            return empty.apply(athleteId);
        }
        L log = CheckedFile.read(file, reading);
        if (!owner.apply(log).equals(athleteId)) {
            throw CheckedFile.refused(file, 0, "belongs to athlete '" + owner.apply(log) + "'; its folder must say so");
        }
        return log;
    }

    void save(Path file, L log) throws IOException {
        L former;
        try {
            former = read(file, owner.apply(log));
        } catch (SettingsException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
        if (!continues.test(log, former)) {
            throw new IOException("somebody else has written meanwhile; nothing was changed, do it again");
        }
        SafeFile.replace(file, writing.apply(log) + "\n");
    }
}
