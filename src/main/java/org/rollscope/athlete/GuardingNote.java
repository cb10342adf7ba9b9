package org.rollscope.athlete;

/**
 * Suspected guarding on one muscle and side; every second one lowers the ceiling. A signal pattern, not a diagnosis.
 *
 * @param muscle which muscle.
 * @param side which side.
 * @param date day, ISO-8601.
 * @param reason where it was seen: a session's id, or a person's words.
 * @param undone whether somebody has taken it back.
 */
public record GuardingNote(Muscle muscle, Side side, String date, String reason, boolean undone) {
    /** Refuses a note without a day or a reason. */
    public GuardingNote {
        ProfileDate.check("date", date);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a note of guarding needs a reason");
        }
    }
}
