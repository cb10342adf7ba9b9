package org.rollscope.export;

import java.util.List;
import org.rollscope.programme.effect.BodyNote;

/**
 * What an athlete noted about soreness and range of motion.
 *
 * @param participantId pseudonym of the export.
 * @param notes those that count, in the order in which they were written down.
 */
public record ExportedNotes(String participantId, List<BodyNote.Observation> notes) {
    /** Copies the list. */
    public ExportedNotes {
        notes = List.copyOf(notes);
    }
}
