package org.rollscope.export;

import java.io.IOException;
import java.nio.file.Path;
import org.rollscope.session.ArchiveException;

/** A way to write sessions into a folder. */
public interface ExportFormat {
    /** Its name on the command line. */
    String word();

    /**
     * Writes all sessions of a job into an empty folder; what belongs to every export is put beside it by {@link Exporter}.
     *
     * @param job what.
     * @param folder where.
     * @throws IOException when the disk refuses.
     * @throws ArchiveException when a session cannot be read.
     * @throws ExportException when this format cannot hold such a session, in words.
     */
    void write(ExportJob job, Path folder) throws IOException, ArchiveException, ExportException;

    /**
     * Where documents that belong to every export lie.
     *
     * @param folder of the export.
     */
    default Path documents(Path folder) throws IOException {
        return folder;
    }

    /** Whether it holds the tables of sessions, sides and spans itself; else they lie beside it as CSV. */
    default boolean holdsTables() {
        return false;
    }

    /** Whether it holds each note of athletes itself; else that lies beside it as CSV. */
    default boolean holdsNotes() {
        return false;
    }

    /** What becomes of texts in it, for people. */
    String texts();
}
