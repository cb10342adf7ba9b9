package org.rollscope.export;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be exported.
 *
 * @param sessions at least one.
 * @param notes of athletes whose sessions these are; nobody without a note.
 * @param texts what people say about it.
 * @param softwareVersion who exports.
 * @param progress told how far it is.
 */
public record ExportJob(
        List<ExportedSession> sessions,
        List<ExportedNotes> notes,
        ExportTexts texts,
        String softwareVersion,
        Progress progress) {
    /** Copies the lists and refuses notes of others. */
    public ExportJob {
        sessions = List.copyOf(sessions);
        notes = notes.stream().filter(theirs -> !theirs.notes().isEmpty()).toList();
        Set<String> exported =
                sessions.stream().map(session -> session.record().athleteId()).collect(Collectors.toSet());
        notes.forEach(theirs -> {
            if (!exported.contains(theirs.participantId())) {
                throw new IllegalArgumentException("notes of somebody of whom no session is exported");
            }
        });
    }

    /** Whether there is any note. */
    boolean hasNotes() {
        return !notes.isEmpty();
    }

    /** Hears how far an export is. */
    public interface Progress {
        /** One more frame has been written. */
        void frameWritten();
    }
}
