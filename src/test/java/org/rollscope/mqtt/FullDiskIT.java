package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.store.SmallDisk;
import org.rollscope.store.SqliteKeptMessages;
import org.rollscope.telemetry.KeptMessages;
import org.slf4j.LoggerFactory;

/** A real disk that is full while events wait for a broker that is away, and has room again later. */
class FullDiskIT {
    private static final int BEFORE_COUNT = 50;
    private static final int ALL_COUNT = 2000;

    @TempDir
    private Path folder;

    private final RandomMessages messages = new RandomMessages(17);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(OutboxKeeper.class);

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void endListening() {
        logger.detachAppender(said);
    }

    private static PahoMetricsPublisher publisher(Path disk) throws Exception {
        KeptMessages kept = SqliteKeptMessages.open(disk, "demo", Recorder.CLOCK);
        return new PahoMetricsPublisher(MqttSettings.of("mqtt://127.0.0.1:1883"), "demo", Recorder.CLOCK, kept);
    }

    private static long onDiskCount(PahoMetricsPublisher publisher) {
        return publisher.backlog().waitingCount();
    }

    @Test
    void eventsWaitInMemoryAndGoToTheDiskWhenThereIsRoom() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "8m")) {
            try (PahoMetricsPublisher publisher = publisher(disk.folder())) {
                say(publisher, 0, BEFORE_COUNT);
                disk.fill();
                say(publisher, BEFORE_COUNT, ALL_COUNT);
                Recorder.eventually(
                        "the trouble is told", () -> publisher.backlog().trouble() != null);
                String trouble = publisher.backlog().trouble();
                System.out.println("an outbox on a full disk: " + trouble);
                assertTrue(trouble.startsWith("the outbox " + disk.folder().resolve("outbox-demo.sqlite")), trouble);
                assertTrue(trouble.contains("full"), trouble);
                assertEquals(ALL_COUNT, publisher.backlog().waitingCount());
                disk.free();
                Recorder.eventually(
                        "the trouble is over", () -> publisher.backlog().trouble() == null);
            }
            assertEquals(
                    List.of(Level.WARN, Level.INFO),
                    said.list.stream().map(ILoggingEvent::getLevel).toList(),
                    said.list.toString());
            try (PahoMetricsPublisher next = publisher(disk.folder())) {
                Recorder.eventually("all were on disk", () -> onDiskCount(next) == ALL_COUNT);
                assertEquals(0, next.backlog().droppedCount());
            }
        }
    }

    private void say(PahoMetricsPublisher publisher, int fromIndex, int toIndex) {
        for (int index = fromIndex; index < toIndex; index++) {
            publisher.publish(messages.event("session", index));
        }
    }
}
