package org.rollscope.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * How many events and summaries the other side has not got.
 *
 * @param waitingCount wait for the broker.
 * @param droppedCount were given up since the start, because too many waited.
 * @param trouble why they wait in memory and not on disk, in words; null when they are on disk, or nobody asked for that.
 */
public record Backlog(
        long waitingCount, long droppedCount, @Nullable String trouble) {}
