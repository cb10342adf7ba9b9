package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.mqtt.Outbox.Outgoing;
import org.rollscope.store.SqliteKeptMessages;
import org.rollscope.telemetry.KeptMessage;
import org.rollscope.telemetry.KeptMessages;
import org.rollscope.telemetry.KeptMessagesException;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;
import org.slf4j.LoggerFactory;

/** An outbox with the real file behind it, worked step by step without threads, and compared with a list that loses nothing. */
class OutboxOnDiskTest {
    private static final Instant SENT_AT = Instant.EPOCH;
    private static final MetricsCodec CODEC = new MetricsCodec();
    private static final int ADDED_COUNT = 1500;

    @TempDir
    private Path folder;

    private final RandomMessages messages = new RandomMessages(11);
    private int limitCount = 100_000;
    private int startCount;
    private Disk disk;
    private Outbox outbox;
    private OutboxKeeper keeper;

    /** The real file, which refuses when told to. */
    private static final class Disk implements KeptMessages {
        private final KeptMessages real;
        private boolean refusesWrites;
        private boolean refusesReads;

        Disk(KeptMessages real) {
            this.real = real;
        }

        private static void refuse(boolean refuses) throws KeptMessagesException {
            if (refuses) {
                throw new KeptMessagesException("no space left", new IllegalStateException("told to"));
            }
        }

        @Override
        public long lastIndex() throws KeptMessagesException {
            return real.lastIndex();
        }

        @Override
        public long lastIndex(Topic topic) throws KeptMessagesException {
            return real.lastIndex(topic);
        }

        @Override
        public long messageCount() throws KeptMessagesException {
            return real.messageCount();
        }

        @Override
        public int exchange(List<KeptMessage> added, Collection<Long> removedIndexes, long droppedToIndex)
                throws KeptMessagesException {
            refuse(refusesWrites);
            return real.exchange(added, removedIndexes, droppedToIndex);
        }

        @Override
        public List<KeptMessage> read(long afterIndex, long beforeIndex, int limitCount) throws KeptMessagesException {
            refuse(refusesReads);
            return real.read(afterIndex, beforeIndex, limitCount);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    /** Begins a run of the service; the one before ends as by a kill. */
    private void start() throws KeptMessagesException {
        if (disk != null) {
            disk.close();
        }
        disk = new Disk(SqliteKeptMessages.open(folder, "demo", Recorder.CLOCK));
        outbox = new Outbox(
                "start-" + startCount++, (message, envelope) -> CODEC.encode("demo", message, envelope), 8, limitCount);
        keeper = new OutboxKeeper(outbox, disk, "demo", () -> {});
        outbox.onLanes(lanes -> lanes.counted(count()));
    }

    private long count() {
        try {
            return disk.messageCount();
        } catch (KeptMessagesException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A disk that refuses a hundred times would say so a hundred times. */
    @BeforeEach
    void quiet() {
        ((Logger) LoggerFactory.getLogger(OutboxKeeper.class)).setLevel(Level.OFF);
    }

    @AfterEach
    void close() {
        ((Logger) LoggerFactory.getLogger(OutboxKeeper.class)).setLevel(null);
        if (disk != null) {
            disk.close();
        }
    }

    private static Decoded.Message decoded(Outgoing outgoing) {
        return assertInstanceOf(Decoded.Message.class, CODEC.decode(outgoing.topic(), outgoing.payload()));
    }

    /** Sends and acknowledges everything, as a broker at hand does. */
    private List<Outgoing> deliverAll() {
        List<Outgoing> sent = new ArrayList<>();
        boolean more = true;
        while (more) {
            keeper.step();
            int beforeCount = sent.size();
            for (Outgoing next = outbox.next(); next != null; next = outbox.next()) {
                sent.add(next);
                outbox.delivered(next);
            }
            more = sent.size() > beforeCount;
        }
        return sent;
    }

    @Test
    void whatWasWrittenComesAfterAKillWithTheSameEnvelope() throws Exception {
        start();
        List<MetricsMessage> said = new ArrayList<>();
        for (int index = 0; index < 2500; index++) {
            said.add(messages.event("first", index));
            outbox.add(said.get(index), SENT_AT);
        }
        for (int group = 0; group < 5; group++) {
            keeper.step();
        }
        assertEquals(2500, outbox.backlog(null).waitingCount());
        start();
        assertEquals(2500, outbox.backlog(null).waitingCount());
        outbox.connectionOpened();
        List<Outgoing> sent = deliverAll();
        assertEquals(
                said, sent.stream().map(outgoing -> decoded(outgoing).message()).toList());
        for (int index = 0; index < sent.size(); index++) {
            assertEquals(
                    new Envelope("start-0", index, SENT_AT),
                    decoded(sent.get(index)).envelope());
        }
        keeper.step();
        assertEquals(0, outbox.backlog(null).waitingCount());
        start();
        outbox.connectionOpened();
        assertEquals(List.of(), deliverAll(), "what the broker has does not come again");
    }

    @Test
    void whatTheBrokerAcknowledgesAtOnceIsNeverWritten() throws Exception {
        start();
        outbox.connectionOpened();
        for (int index = 0; index < 100; index++) {
            outbox.add(messages.event("first", index), SENT_AT);
            outbox.delivered(outbox.next());
        }
        keeper.step();
        assertEquals(0, disk.messageCount());
    }

    @Test
    void memoryHoldsAWindowOfWhatIsOnDisk() throws Exception {
        start();
        for (int index = 0; index < 5000; index++) {
            outbox.add(messages.event("first", index), SENT_AT);
        }
        for (int group = 0; group < 10; group++) {
            keeper.step();
        }
        assertTrue(!outbox.ofLanes(KeptLanes::hasUnwritten), "all is on disk");
        outbox.connectionOpened();
        keeper.step();
        assertEquals(null, outbox.reading(), "the window is full");
        for (int index = 0; index <= KeptLanes.WINDOW_COUNT / 2; index++) {
            assertEquals(index, OutboxTest.sequence(present(index)));
        }
        assertNotNull(outbox.reading(), "there is room for more");
    }

    private Outgoing present(int index) {
        Outgoing next = outbox.next();
        assertNotNull(next, "message " + index);
        outbox.delivered(next);
        return next;
    }

    @Test
    void theRunningSessionDoesNotWaitForThoseBeforeIt() throws Exception {
        start();
        for (int index = 0; index < 3000; index++) {
            outbox.add(messages.event("old", index), SENT_AT);
        }
        outbox.add(messages.summary("old"), SENT_AT);
        outbox.add(messages.event("running", 0), SENT_AT);
        for (int group = 0; group < 7; group++) {
            keeper.step();
        }
        outbox.connectionOpened();
        keeper.step();
        assertEquals("running/0", eventId(outbox.next()));
        assertEquals("old/0", eventId(outbox.next()));
        outbox.add(messages.event("running", 1), SENT_AT);
        assertEquals("running/1", eventId(outbox.next()), "a fresh alarm goes first");
    }

    private static String eventId(Outgoing outgoing) {
        return ((MetricsMessage.Event) decoded(outgoing).message()).eventId();
    }

    @Test
    void anOlderSummaryIsNeverRetainedOverANewerOneEvenAfterAKill() throws Exception {
        start();
        for (int index = 0; index < 20; index++) {
            outbox.add(messages.event("old", index), SENT_AT);
        }
        outbox.add(messages.summary("old"), SENT_AT);
        outbox.add(messages.summary("new"), SENT_AT);
        outbox.connectionOpened();
        keeper.step();
        Outgoing newest = outbox.next();
        assertEquals("new", ((MetricsMessage.Summary) decoded(newest).message()).sessionId());
        assertTrue(newest.retained());
        outbox.delivered(newest);
        keeper.step();
        start();
        outbox.connectionOpened();
        List<Outgoing> sent = deliverAll();
        List<String> retained = new ArrayList<>();
        for (Outgoing outgoing : sent) {
            if (outgoing.retained()) {
                retained.add(((MetricsMessage.Summary) decoded(outgoing).message()).sessionId());
            }
        }
        assertEquals(List.of("new"), retained);
        assertEquals(22, sent.size());
    }

    @Test
    void moreThanMayWaitOnDiskGoOldestFirstAndAreCounted() throws Exception {
        limitCount = 100;
        start();
        for (int index = 0; index < 250; index++) {
            outbox.add(messages.event("first", index), SENT_AT);
            keeper.step();
        }
        assertEquals(150, outbox.backlog(null).droppedCount());
        assertEquals(100, outbox.backlog(null).waitingCount());
        outbox.connectionOpened();
        List<Outgoing> sent = deliverAll();
        assertEquals(100, sent.size());
        assertEquals(150, OutboxTest.sequence(sent.get(0)));
    }

    @Test
    void aDiskThatRefusesIsToldAndMessagesGoOnInMemory() throws Exception {
        start();
        disk.refusesWrites = true;
        for (int index = 0; index < 10; index++) {
            outbox.add(messages.event("first", index), SENT_AT);
            keeper.step();
        }
        assertEquals("no space left", keeper.trouble());
        assertEquals(10, outbox.backlog(null).waitingCount());
        outbox.connectionOpened();
        assertEquals(10, deliverAll().size());
        disk.refusesWrites = false;
        keeper.step();
        assertEquals(null, keeper.trouble());
        assertEquals(0, disk.messageCount());
    }

    /**
     * Law: in whatever order messages, answers, lost connections, kills and a disk that refuses come, every message arrives that
     * the disk had or that was said in the last run, and first arrivals of a session are in order.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingThatWasOnDiskIsLost(long seed) throws Exception {
        Random random = new Random(seed);
        World world = new World();
        start();
        for (int stepCount = 0; world.addedCount < ADDED_COUNT; stepCount++) {
            int choice = random.nextInt(1000);
            if (choice < 350) {
                world.say(random);
            } else if (choice < 700) {
                world.send(random);
            } else if (choice < 960) {
                disk.refusesWrites = random.nextInt(10) == 0;
                if (keeper.step()) {
                    world.written();
                }
            } else if (choice < 990) {
                world.changeConnection(random);
            } else {
                world.kill();
            }
        }
        disk.refusesWrites = false;
        world.changeConnection(random);
        for (Outgoing sent : deliverAll()) {
            world.arrived(sent);
        }
        assertTrue(world.required.size() > ADDED_COUNT / 2, "too few were to arrive: " + world.required.size());
        Set<String> missing = new HashSet<>(world.required);
        missing.removeAll(world.arrived);
        assertEquals(Set.of(), missing, "seed " + seed);
    }

    /** The naive model: what was said, what the disk must have, what the broker has got. */
    private final class World {
        private final Set<String> required = new HashSet<>();
        private final List<String> saidInThisRun = new ArrayList<>();
        private final Set<String> arrived = new HashSet<>();
        private final Deque<Outgoing> onTheLine = new ArrayDeque<>();
        private final List<Outgoing> unanswered = new ArrayList<>();
        private final Map<String, Integer> lastOfSession = new HashMap<>();
        private String session = "session-0";
        private boolean connected;
        private int addedCount;

        void say(Random random) {
            if (random.nextInt(60) == 0) {
                session = "session-" + addedCount;
            }
            MetricsMessage.Event event = messages.event(session, addedCount++);
            outbox.add(event, SENT_AT);
            saidInThisRun.add(event.eventId());
        }

        void send(Random random) {
            Outgoing next = connected ? outbox.next() : null;
            if (next != null) {
                onTheLine.add(next);
            } else if (!onTheLine.isEmpty()) {
                unanswered.add(onTheLine.remove());
                arrived(unanswered.get(unanswered.size() - 1));
            } else if (!unanswered.isEmpty()) {
                outbox.delivered(unanswered.remove(random.nextInt(unanswered.size())));
            }
        }

        void arrived(Outgoing outgoing) {
            String id = eventId(outgoing);
            if (arrived.add(id)) {
                String[] parts = id.split("/");
                int number = Integer.parseInt(parts[1]);
                Integer before = lastOfSession.put(parts[0], number);
                assertTrue(before == null || before < number, id + " came after " + before);
            }
        }

        /** All of a run is on disk when nothing is left to write. */
        void written() {
            if (!outbox.ofLanes(KeptLanes::hasUnwritten)) {
                required.addAll(saidInThisRun);
            }
        }

        void changeConnection(Random random) {
            onTheLine.clear();
            unanswered.clear();
            outbox.connectionLost();
            connected = random.nextBoolean() || addedCount >= ADDED_COUNT;
            if (connected) {
                outbox.connectionOpened();
            }
            if (addedCount >= ADDED_COUNT) {
                required.addAll(saidInThisRun);
            }
        }

        void kill() throws KeptMessagesException {
            connected = false;
            onTheLine.clear();
            unanswered.clear();
            saidInThisRun.clear();
            session = "session-" + addedCount;
            start();
        }
    }
}
