package org.rollscope.mqtt;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollscope.telemetry.Topic;

/**
 * Whose message came, and on which topic.
 *
 * @param rollerId who says it.
 * @param topic null for a topic below the root that is not for listeners.
 */
record TopicPath(String rollerId, @Nullable Topic topic) {
    private static final Pattern PATH = Pattern.compile(Pattern.quote(Topic.ROOT) + "/([^/]*)/([^/]*)");
    private static final Pattern ROLLER_ID = Pattern.compile("[a-z0-9-]{1,32}");

    /** What is wrong with a path that {@link #parse} does not take. */
    static final String WRONG = "the roller id must match [a-z0-9-]{1,32}";

    /** Null when it is not a roller's. */
    static @Nullable TopicPath parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches() || !ROLLER_ID.matcher(parts.group(1)).matches()) {
            return null;
        }
        return new TopicPath(
                parts.group(1),
                Arrays.stream(Topic.values())
                        .filter(candidate -> candidate.word().equals(parts.group(2)))
                        .findFirst()
                        .orElse(null));
    }
}
