package org.rollscope.telemetry;

import java.util.Collection;
import java.util.List;

/**
 * Messages that outlive the service, a kill and a power cut until the broker has them.
 *
 * <p><b>Errors.</b> A disk that is full or fails is a {@link KeptMessagesException}; nothing of that call has happened, and a
 * later one may work. What was damaged is put aside, said, and empty from then on. <b>Threads.</b> One caller at a time.
 */
public interface KeptMessages extends AutoCloseable {
    /** Index of the last message that waits here, 0 when none does. */
    long lastIndex() throws KeptMessagesException;

    /** Index of the last message of a topic that waits here, 0 when none does. */
    long lastIndex(Topic topic) throws KeptMessagesException;

    /** How many wait here. */
    long messageCount() throws KeptMessagesException;

    /**
     * Takes messages in and lets others go, all or nothing; on the disk when it returns.
     *
     * @param added in order, behind all that are here.
     * @param removedIndexes who has arrived; those that are not here do not matter.
     * @param droppedToIndex all up to this one go, after the removed ones; 0 for none.
     * @return how many went because of {@code droppedToIndex}.
     */
    int exchange(List<KeptMessage> added, Collection<Long> removedIndexes, long droppedToIndex)
            throws KeptMessagesException;

    /**
     * Messages in their order.
     *
     * @param afterIndex before the first one.
     * @param beforeIndex behind the last one.
     * @param limitCount most of them.
     */
    List<KeptMessage> read(long afterIndex, long beforeIndex, int limitCount) throws KeptMessagesException;

    @Override
    void close();
}
