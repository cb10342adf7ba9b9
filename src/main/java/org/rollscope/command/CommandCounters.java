package org.rollscope.command;

/**
 * What became of commands since the start.
 *
 * @param receivedCount messages on the topic.
 * @param doneCount were done.
 * @param refusedCount were not: malformed, out of range or not possible then.
 * @param limitedCount were refused because too many came.
 * @param repeatedCount came again and got the answer of the first time.
 * @param unanswerableCount named an answer topic that is none, or came from one new client too many; not answered.
 */
public record CommandCounters(
        long receivedCount,
        long doneCount,
        long refusedCount,
        long limitedCount,
        long repeatedCount,
        long unanswerableCount) {
    /** Nothing came. */
    public static final CommandCounters ZERO = new CommandCounters(0, 0, 0, 0, 0, 0);
}
