package org.rollscope.board;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

/**
 * What was seen of a fault.
 *
 * @param link counters by the names of the session document.
 * @param qualityWords flags that any frame had.
 * @param eventTypes of the session.
 * @param resetCauses bits that any hello named.
 * @param log lines of the service.
 */
record Shown(
        Map<String, Long> link,
        Set<String> qualityWords,
        Set<String> eventTypes,
        Set<Integer> resetCauses,
        String log) {

    /** Looks for one item of the table, for example {@code link.reset_count 1..1} or {@code quality pad_stuck}. */
    void expect(String item) {
        String kind = item.substring(0, item.indexOf(' '));
        String what = item.substring(item.indexOf(' ') + 1);
        boolean good =
                switch (kind) {
                    case "quality" -> qualityWords.contains(what);
                    case "event" -> eventTypes.contains(what);
                    case "reset_cause" -> resetCauses.contains(Integer.valueOf(what));
                    case "log" -> log.contains(what);
                    default -> isWithin(kind, what);
                };
        assertTrue(good, "'" + item + "' did not show; what did: " + this);
    }

    private boolean isWithin(String counter, String range) {
        String[] ends = range.split("\\.\\.");
        Long count = counter.startsWith("link.") ? link.get(counter.substring("link.".length())) : null;
        assertTrue(count != null, "there is no counter " + counter);
        return count >= Long.parseLong(ends[0]) && count <= Long.parseLong(ends[1]);
    }
}
