package org.rollscope.viewer.review;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.rollscope.viewer.library.SessionEntry;
import org.rollscope.viewer.look.Texts;

/** A session in a line. */
final class SessionWords {
    private static final DateTimeFormatter STARTED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SessionWords() {}

    /** What tells it from others, for titles. */
    static String title(SessionEntry entry) {
        return Texts.of(
                "review.title",
                SessionTable.muscle(entry),
                entry.record().athleteId(),
                STARTED.format(entry.record().startedAt()),
                entry.sessionId());
    }
}
