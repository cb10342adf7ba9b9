package org.rollscope.app.sessions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How sessions are named: by their start and their roller, so that names sort as sessions do. */
public final class SessionNames {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private SessionNames() {}

    /** The name of a session, in universal time; two of one roller never begin in the same millisecond. */
    public static String of(Instant startedAt, String rollerId) {
        return TIME.format(startedAt) + "-" + rollerId;
    }
}
