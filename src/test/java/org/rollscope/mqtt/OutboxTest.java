package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.mqtt.Outbox.Outgoing;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;

/** An outbox in memory; with a disk behind it, see {@link OutboxOnDiskTest}. */
class OutboxTest {
    private static final Instant SENT_AT = Instant.EPOCH;
    private static final MetricsCodec CODEC = new MetricsCodec();
    private final RandomMessages messages = new RandomMessages(5);
    private final Outbox outbox = new Outbox("start", OutboxTest::encode, 8, 1000);

    private static byte[] encode(MetricsMessage message, Envelope envelope) {
        return CODEC.encode("demo", message, envelope);
    }

    static long sequence(Outgoing outgoing) {
        return assertInstanceOf(Decoded.Message.class, CODEC.decode(outgoing.topic(), outgoing.payload()))
                .envelope()
                .sequence();
    }

    @Test
    void fleetingMessagesGoOldestFirstAndAreCounted() {
        for (int index = 0; index < 20; index++) {
            outbox.add(messages.next(Topic.LIVE), SENT_AT);
        }
        assertEquals(12, outbox.droppedCount());
        assertEquals(12, sequence(present(outbox.next())));
        assertFalse(outbox.hasKept());
    }

    @Test
    void keptMessagesOverTheLimitAreCounted() {
        for (int index = 0; index < 1003; index++) {
            outbox.add(messages.event("session", index), SENT_AT);
        }
        assertEquals(1000, outbox.backlog(null).waitingCount());
        assertEquals(3, outbox.backlog(null).droppedCount());
        outbox.connectionOpened();
        assertEquals(3, sequence(present(outbox.next())));
    }

    @Test
    void atMostFourteenKeptAndFourFleetingAreUnderWay() {
        for (int index = 0; index < 30; index++) {
            outbox.add(messages.next(Topic.EVENT), SENT_AT);
            outbox.add(messages.next(Topic.LIVE), SENT_AT);
        }
        List<Outgoing> underWay = drain();
        assertEquals(
                14,
                underWay.stream().filter(sent -> sent.topic() == Topic.EVENT).count());
        assertEquals(4, underWay.stream().filter(Outgoing::isFleeting).count());
        outbox.delivered(underWay.get(0));
        assertEquals(14, sequence(present(outbox.next())));
        assertNull(outbox.next());
    }

    @Test
    void whatWasUnderWayIsSentAgainInItsOrder() {
        for (int index = 0; index < 20; index++) {
            outbox.add(messages.next(Topic.EVENT), SENT_AT);
        }
        List<Outgoing> underWay = drain();
        outbox.delivered(underWay.get(3));
        outbox.connectionOpened();
        // each of these events is of a session of its own; the running one, the last, goes first
        List<Long> again = drain().stream().map(OutboxTest::sequence).toList();
        assertEquals(List.of(19L, 0L, 1L, 2L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L), again);
    }

    @Test
    void theNewestRetainedMessagesComeFirstOnANewConnection() {
        outbox.add(new MetricsMessage.Status(true), SENT_AT);
        outbox.add(messages.next(Topic.DEVICE), SENT_AT);
        outbox.add(messages.next(Topic.SESSION), SENT_AT);
        outbox.add(messages.next(Topic.SESSION), SENT_AT);
        drain().forEach(outbox::delivered);
        outbox.add(messages.next(Topic.EVENT), SENT_AT);
        outbox.connectionOpened();
        List<Outgoing> again = drain();
        assertEquals(
                List.of(Topic.STATUS, Topic.DEVICE, Topic.SESSION, Topic.EVENT),
                again.stream().map(Outgoing::topic).toList());
        assertEquals(1, sequence(again.get(2)), "the second session is the newest");
    }

    @Test
    void aRetainedMessageThatStillWaitsIsNotDoubled() {
        outbox.add(messages.next(Topic.DEVICE), SENT_AT);
        outbox.connectionOpened();
        assertEquals(1, drain().size());
        outbox.connectionOpened();
        assertEquals(1, drain().size());
    }

    @Test
    void onlyTheNewestSummaryIsRetainedAndItComesAgainOnEachConnection() {
        MetricsMessage.Summary first = (MetricsMessage.Summary) messages.next(Topic.SUMMARY);
        MetricsMessage.Summary second = (MetricsMessage.Summary) messages.next(Topic.SUMMARY);
        outbox.add(first, SENT_AT);
        outbox.add(second, SENT_AT);
        for (int connection = 0; connection < 3; connection++) {
            outbox.connectionOpened();
            List<Outgoing> sent = drain();
            assertEquals(connection == 0 ? 2 : 1, sent.size());
            for (Outgoing summary : sent) {
                assertEquals(sequence(summary) == 1, summary.retained());
                outbox.delivered(summary);
            }
            assertEquals(0, outbox.backlog(null).waitingCount());
        }
    }

    /** Law: whatever order adds, answers and lost connections come in, every event arrives, first arrivals in order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noEventIsLostOverLostConnections(long seed) {
        Random random = new Random(seed);
        Map<Long, Integer> arrivals = new LinkedHashMap<>();
        List<Outgoing> underWay = new ArrayList<>();
        int addedCount = 0;
        while (addedCount < 500 || outbox.hasKept()) {
            int choice = random.nextInt(20);
            if (choice < 8 && addedCount < 500) {
                outbox.add(messages.event("session", addedCount), SENT_AT);
                addedCount++;
            } else if (choice < 18) {
                Outgoing sent = outbox.next();
                if (sent != null) {
                    underWay.add(sent);
                    arrivals.merge(sequence(sent), 1, Integer::sum);
                } else if (!underWay.isEmpty()) {
                    outbox.delivered(underWay.remove(random.nextInt(underWay.size())));
                }
            } else {
                underWay.clear();
                outbox.connectionOpened();
            }
        }
        assertEquals(500, arrivals.size(), "seed " + seed);
        long expected = 0;
        for (long sequence : arrivals.keySet()) {
            assertEquals(expected++, sequence, "seed " + seed);
        }
    }

    private List<Outgoing> drain() {
        List<Outgoing> sent = new ArrayList<>();
        for (Outgoing next = outbox.next(); next != null; next = outbox.next()) {
            sent.add(next);
        }
        return sent;
    }

    private static Outgoing present(Outgoing outgoing) {
        assertNotNull(outgoing);
        return outgoing;
    }
}
