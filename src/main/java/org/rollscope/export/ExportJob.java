package org.rollscope.export;

import java.util.List;

/**
 * What is to be exported.
 *
 * @param sessions at least one.
 * @param texts what people say about it.
 * @param softwareVersion who exports.
 * @param progress told how far it is.
 */
public record ExportJob(List<ExportedSession> sessions, ExportTexts texts, String softwareVersion, Progress progress) {
    /** Copies the list. */
    public ExportJob {
        sessions = List.copyOf(sessions);
    }

    /** Hears how far an export is. */
    public interface Progress {
        /** One more frame has been written. */
        void frameWritten();
    }
}
