package org.rollscope.viewer.library;

import java.time.Instant;

/**
 * What somebody wrote about a moment or a stretch of a session.
 *
 * @param noteId names it among the notes of its session.
 * @param startUs moment, or begin of the stretch; session time.
 * @param endUs the moment, or end of the stretch.
 * @param text what was written.
 * @param writtenAt when, by the wall clock.
 */
public record Note(String noteId, long startUs, long endUs, String text, Instant writtenAt) {
    /** Most signs of a text. */
    public static final int MOST_SIGNS_COUNT = 2000;

    /** Refuses an empty text, and one that is too long. */
    public Note {
        if (text.isBlank() || text.length() > MOST_SIGNS_COUNT) {
            throw new IllegalArgumentException(
                    "the text of a note must have 1 to " + MOST_SIGNS_COUNT + " signs, has " + text.length());
        }
        if (endUs < startUs) {
            throw new IllegalArgumentException("endUs must not be before startUs " + startUs + " us, was " + endUs);
        }
    }
}
