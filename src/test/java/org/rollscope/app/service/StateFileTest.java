package org.rollscope.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.Backlog;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.MetricsPublisher;

/** What the file of a service's state holds after each look, and when it is written. */
class StateFileTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final String CONNECTED = "connected to 127.0.0.1:1883";
    private static final String LOST = "the connection to 127.0.0.1:1883 was lost";

    @TempDir
    private Path folder;

    private final Broker broker = new Broker();
    private final Time time = new Time();

    /** One that is connected, or lost for every second question. */
    private static final class Broker implements MetricsPublisher {
        private boolean flickers;
        private boolean there = true;

        @Override
        public void publish(MetricsMessage message) {
            throw new AssertionError("who looks says nothing");
        }

        @Override
        public String state() {
            String words = there ? CONNECTED : LOST;
            there ^= flickers;
            return words;
        }

        @Override
        public long droppedMessageCount() {
            return 0;
        }

        @Override
        public Backlog backlog() {
            return new Backlog(0, 0, null);
        }

        @Override
        public void close() {}
    }

    /** Stands still until it is told to go on. */
    private static final class Time implements HostClock {
        private long nowS;

        @Override
        public long monotonicNs() {
            return TimeUnit.SECONDS.toNanos(nowS);
        }

        @Override
        public Instant wallClock() {
            return NOON.plusSeconds(nowS);
        }
    }

    private StateFile file(Path where) {
        return new StateFile(where, new ServiceState("/dev/ttyACM0", NOON), broker, time);
    }

    private String written(String key) throws CommandFailure {
        return StatusCommand.read(folder).required(key).asText();
    }

    private void look(StateFile file, long atS) {
        time.nowS = atS;
        file.look();
    }

    /** Lost just after the look began and found again before the next one: the file must not say that it is lost. */
    @Test
    void aBrokerThatIsLostInTheMiddleOfALookAndFoundBeforeTheNextIsNotLostInTheFile() throws CommandFailure {
        StateFile file = file(folder);
        broker.flickers = true;
        look(file, 0);
        broker.flickers = false;
        broker.there = true;
        look(file, 5);
        assertEquals(CONNECTED, written("broker"));
    }

    @Test
    void itIsWrittenWhenSomethingChangedOrAMinuteIsOver() throws CommandFailure {
        StateFile file = file(folder);
        look(file, 1);
        look(file, 6);
        assertEquals(NOON.plusSeconds(1).toString(), written("written_at"), "nothing is new");
        broker.there = false;
        look(file, 11);
        assertEquals(LOST, written("broker"));
        look(file, 70);
        assertEquals(NOON.plusSeconds(11).toString(), written("written_at"));
        look(file, 71);
        assertEquals(NOON.plusSeconds(71).toString(), written("written_at"), "once a minute");
    }

    /** Otherwise an old state would stand there for a minute. */
    @Test
    void whatADiskRefusedIsWrittenAtTheNextLook() throws CommandFailure, IOException {
        Path data = Files.writeString(folder.resolve("data"), "a file where the folder should be");
        StateFile file = file(data);
        look(file, 0);
        Files.delete(data);
        assertFalse(Files.exists(data));
        look(file, 5);
        assertEquals(CONNECTED, StatusCommand.read(data).required("broker").asText());
    }
}
