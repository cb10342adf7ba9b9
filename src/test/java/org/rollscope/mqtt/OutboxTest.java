package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class OutboxTest {
    private static final Instant SENT_AT = Instant.EPOCH;
    private final RandomMessages messages = new RandomMessages(5);
    private final Outbox outbox = new Outbox("start", 8, 1000);

    @Test
    void fleetingMessagesGoOldestFirstAndAreCounted() throws Exception {
        for (int index = 0; index < 20; index++) {
            outbox.add(messages.next(Topic.LIVE), SENT_AT);
        }
        assertEquals(12, outbox.fleetingDroppedCount());
        assertEquals(12, present(outbox.next()).envelope().sequence());
        assertFalse(outbox.hasKept());
    }

    @Test
    void keptMessagesOverTheLimitAreCounted() {
        boolean dropped = false;
        for (int index = 0; index < 1003; index++) {
            dropped = outbox.add(messages.next(Topic.EVENT), SENT_AT);
        }
        assertTrue(dropped);
        assertEquals(3, outbox.keptDroppedCount());
    }

    @Test
    void atMostFifteenKeptAndFourFleetingAreUnderWay() throws Exception {
        for (int index = 0; index < 30; index++) {
            outbox.add(messages.next(Topic.EVENT), SENT_AT);
            outbox.add(messages.next(Topic.LIVE), SENT_AT);
        }
        List<Outgoing> underWay = drain();
        assertEquals(15, underWay.stream().filter(Outgoing::isKept).count());
        assertEquals(4, underWay.stream().filter(sent -> !sent.isKept()).count());
        outbox.delivered(underWay.get(0));
        assertEquals(15, present(outbox.next()).envelope().sequence());
        assertNull(outbox.next());
    }

    @Test
    void whatWasUnderWayIsSentAgainInItsOrder() throws Exception {
        for (int index = 0; index < 20; index++) {
            outbox.add(messages.next(Topic.EVENT), SENT_AT);
        }
        List<Outgoing> underWay = drain();
        outbox.delivered(underWay.get(3));
        outbox.connectionOpened();
        List<Long> again =
                drain().stream().map(sent -> sent.envelope().sequence()).toList();
        assertEquals(List.of(0L, 1L, 2L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L), again);
    }

    @Test
    void theNewestRetainedMessagesComeFirstOnANewConnection() throws Exception {
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
                again.stream().map(sent -> sent.message().topic()).toList());
        assertEquals(1, again.get(2).envelope().sequence(), "the second session is the newest");
    }

    @Test
    void aRetainedMessageThatStillWaitsIsNotDoubled() throws Exception {
        outbox.add(messages.next(Topic.DEVICE), SENT_AT);
        outbox.connectionOpened();
        assertEquals(1, drain().size());
        outbox.connectionOpened();
        assertEquals(1, drain().size());
    }

    /** Law: whatever order adds, answers and lost connections come in, every event arrives, first arrivals in order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noEventIsLostOverLostConnections(long seed) throws Exception {
        Random random = new Random(seed);
        Map<Long, Integer> arrivals = new LinkedHashMap<>();
        List<Outgoing> underWay = new ArrayList<>();
        int addedCount = 0;
        while (addedCount < 500 || outbox.hasKept()) {
            int choice = random.nextInt(20);
            if (choice < 8 && addedCount < 500) {
                outbox.add(messages.next(Topic.EVENT), SENT_AT);
                addedCount++;
            } else if (choice < 18) {
                Outgoing sent = outbox.next();
                if (sent != null) {
                    underWay.add(sent);
                    arrivals.merge(sent.envelope().sequence(), 1, Integer::sum);
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

    private List<Outgoing> drain() throws InterruptedException {
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
