package org.rollscope.mqtt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.mqtt.KeptLanes.Exchange;
import org.rollscope.mqtt.KeptLanes.Reading;
import org.rollscope.telemetry.KeptMessage;
import org.rollscope.telemetry.KeptMessages;
import org.rollscope.telemetry.KeptMessagesException;
import org.rollscope.telemetry.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the events and summaries of an {@link Outbox} on disk, many in one transaction; the only one that touches that disk.
 *
 * <p><b>Errors.</b> A disk that refuses is tried again every second; one line when that begins, one when it is over. Messages
 * wait in memory meanwhile. <b>Threads.</b> One daemon thread from {@link #start} to {@link #close}.
 */
final class OutboxKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxKeeper.class);
    private static final long RETRY_PAUSE_MS = 1000;
    private static final long CLOSE_WAIT_MS = 5000;

    private final Outbox outbox;
    private final KeptMessages kept;
    private final Runnable whenRead;
    private final Thread thread;
    private volatile @Nullable String trouble;

    /**
     * Takes up what an earlier run has left.
     *
     * @param whenRead told, on the keeper's thread, when messages were read that can be sent.
     */
    OutboxKeeper(Outbox outbox, KeptMessages kept, String rollerId, Runnable whenRead) throws KeptMessagesException {
        this.outbox = outbox;
        this.kept = kept;
        this.whenRead = whenRead;
        long lastIndex = kept.lastIndex();
        long summaryIndex = kept.lastIndex(Topic.SUMMARY);
        outbox.onLanes(lanes -> lanes.found(lastIndex, summaryIndex));
        thread = new Thread(this::work, "rollscope-outbox-" + rollerId);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Why messages wait in memory only, null while they do not. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void work() {
        try {
            count();
            while (outbox.awaitDiskWork()) {
                if (!step()) {
                    outbox.awaitClosing(RETRY_PAUSE_MS);
                }
            }
            while (outbox.ofLanes(KeptLanes::hasUnwritten) && step()) {
                // group after group
            }
            step();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            kept.close();
        }
    }

    private void count() {
        try {
            long onDiskCount = kept.messageCount();
            outbox.onLanes(lanes -> lanes.counted(onDiskCount));
        } catch (KeptMessagesException failed) {
            begin(failed);
        }
    }

    /** Writes and reads once; false when the disk refused one of them. */
    boolean step() {
        boolean written = write();
        boolean read = read();
        if (written && read && trouble != null) {
            trouble = null;
            LOG.info("the outbox is on disk again");
        }
        return written && read;
    }

    private boolean write() {
        Exchange exchange = outbox.ofLanes(KeptLanes::beginExchange);
        if (exchange.added().isEmpty() && exchange.removedIndexes().isEmpty()) {
            return true;
        }
        try {
            int droppedCount = kept.exchange(exchange.added(), exchange.removedIndexes(), exchange.droppedToIndex());
            long onDiskCount = kept.messageCount();
            outbox.onLanes(lanes -> lanes.endExchange(exchange, droppedCount, onDiskCount));
            return true;
        } catch (KeptMessagesException failed) {
            begin(failed);
            return false;
        }
    }

    private boolean read() {
        boolean readable = true;
        for (Reading next = outbox.reading(); next != null; next = outbox.reading()) {
            Reading reading = next;
            try {
                List<KeptMessage> messages =
                        kept.read(reading.afterIndex(), reading.beforeIndex(), reading.limitCount());
                outbox.onLanes(lanes -> lanes.endReading(reading, messages));
            } catch (KeptMessagesException failed) {
                begin(failed);
                readable = false;
                outbox.onLanes(KeptLanes::passOverDisk);
            }
            whenRead.run();
        }
        return readable;
    }

    private void begin(KeptMessagesException failed) {
        if (trouble == null) {
            trouble = String.valueOf(failed.getMessage());
            LOG.warn("{}; events and summaries wait in memory until it can", trouble);
        }
    }

    /** Writes what is left and ends. */
    @Override
    public void close() {
        outbox.endDiskWork();
        try {
            thread.join(CLOSE_WAIT_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
