package org.rollscope.app.checkup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.service.StatusCommand;
import org.rollscope.app.shell.BrokerChoice;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.frame.HostClock;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.store.SqliteSessionArchive;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;

/** The doctor's look at what a service needs beside the roller: archive, broker, the service itself. */
final class ServiceCheckup {
    /** An archive that is verified whole: about a second of work on a Raspberry Pi. */
    private static final long QUICKLY_VERIFIED_BYTES = 8_000_000;

    private static final long BROKER_WAIT_MS = 2500;
    private static final String LOOPBACK = "127.0.0.1";

    private ServiceCheckup() {}

    /** How the running service is; that none runs is well, that one was killed is not. */
    static Finding service(@Nullable JsonNode state, @Nullable CommandFailure absence) {
        if (state == null || absence != null) {
            String words = absence == null ? "" : String.valueOf(absence.getMessage());
            boolean none = absence == null || absence.getCause() instanceof NoSuchFileException;
            return none ? Finding.ok("service", words) : Finding.warn("service", words);
        }
        String words = "process " + state.path("process_id").asLong() + ", "
                + state.path("link").asText() + ", restarted "
                + state.path("restart_count").asInt() + " times";
        String trouble = state.path("recording").path("trouble").asText("");
        if (!trouble.isEmpty() && !trouble.equals("null")) {
            return Finding.fail("service", words + "; recording: " + trouble);
        }
        return StatusCommand.isWell(state)
                ? Finding.ok("service", words)
                : Finding.warn("service", words + "; rollscope status says more");
    }

    /** Opens the archive; small ones are checked block by block. */
    static Finding archive(CommonOptions common) {
        Path file = common.dataFolder().resolve(SqliteSessionArchive.FILE_NAME);
        if (!Files.exists(file)) {
            return Finding.ok("archive", "none yet in " + common.dataFolder());
        }
        try (SessionArchive archive = common.openArchive()) {
            long bytes = Files.size(file);
            if (bytes > QUICKLY_VERIFIED_BYTES) {
                return Finding.ok(
                        "archive",
                        file + " opens, " + archive.sessions().size() + " sessions, " + bytes / 1_000_000
                                + " MB; its blocks were not checked: rollscope sessions verify");
            }
            SessionArchive.Verification found = archive.verify(count -> {});
            return found.problems().isEmpty()
                    ? Finding.ok(
                            "archive",
                            file + " is sound: " + found.sessionCount() + " sessions, " + found.frameCount()
                                    + " frames, every block checked")
                    : Finding.fail(
                            "archive",
                            found.problems().get(0) + "; rollscope sessions verify shows all "
                                    + found.problems().size());
        } catch (ArchiveException | IOException failed) {
            return Finding.fail("archive", String.valueOf(failed.getMessage()));
        }
    }

    /** The broker that the settings name. */
    static Finding broker(ConnectionSettings connection, @Nullable JsonNode state, HostClock clock) {
        if (state != null) {
            String words = state.path("broker").asText();
            return words.startsWith("connected")
                    ? Finding.ok("broker", "the service is " + words)
                    : Finding.fail("broker", "the service's broker: " + words);
        }
        if (!connection.broker().equals(ConnectionSettings.EMBEDDED)) {
            return outside(BrokerChoice.outside(connection.broker(), connection), clock);
        }
        int port = connection.embeddedPort();
        return LoopbackPort.isFree(LOOPBACK, port)
                ? Finding.ok("broker", "the embedded one; its port " + port + " is free")
                : Finding.warn(
                        "broker",
                        "port " + port
                                + " is taken by another program; the embedded broker will take the next free one");
    }

    /** What waits for the broker; that nothing is known without a service is well. */
    static Finding outbox(@Nullable JsonNode state) {
        if (state == null) {
            return Finding.ok("outbox", "no service runs; what waits is sent when one does");
        }
        JsonNode outbox = state.path("outbox");
        String waiting = outbox.path("waiting_message_count").asLong() + " events and summaries wait for the broker";
        long droppedCount = outbox.path("dropped_message_count").asLong();
        if (outbox.path("trouble").isTextual()) {
            return Finding.fail("outbox", outbox.path("trouble").asText() + "; " + waiting + " in memory");
        }
        return droppedCount > 0
                ? Finding.warn(
                        "outbox",
                        waiting + ", " + droppedCount
                                + " of the oldest were given up; they are in the archive: rollscope sessions show")
                : Finding.ok("outbox", waiting);
    }

    /** Connects with the service's own login, listens, and goes away again; nothing is published. */
    private static Finding outside(MqttSettings settings, HostClock clock) {
        FirstWord first = new FirstWord();
        try (MetricsFeed feed = new PahoMetricsFeed(settings, clock)) {
            feed.start(first);
            if (!first.said.await(BROKER_WAIT_MS, TimeUnit.MILLISECONDS)) {
                return Finding.fail(
                        "broker", "no answer from " + settings.address() + " within " + BROKER_WAIT_MS + " ms");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return first.connected
                ? Finding.ok("broker", first.words)
                : Finding.fail("broker", first.words + "; sessions are recorded all the same");
    }

    /** Waits for the connection, or for why there is none. */
    private static final class FirstWord implements MetricsFeed.Listener {
        final CountDownLatch said = new CountDownLatch(1);
        volatile String words = "";
        volatile boolean connected;
        private int toldCount;

        @Override
        public void connection(boolean nowConnected, String newWords) {
            // The first word is that it tries.
            if (++toldCount > 1 && said.getCount() > 0) {
                connected = nowConnected;
                words = newWords;
                said.countDown();
            }
        }

        @Override
        public void message(String rollerId, MetricsMessage message) {
            // only the connection matters
        }

        @Override
        public void unreadable(String topicPath, String reason) {
            // only the connection matters
        }
    }
}
