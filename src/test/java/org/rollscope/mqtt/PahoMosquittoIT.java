package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;

/** Against a broker and clients that we did not write. */
@Timeout(120)
class PahoMosquittoIT {
    private static final Path BROKER = Path.of("/usr/sbin/mosquitto");
    private static final Path READER = Path.of("/usr/bin/mosquitto_sub");
    private static final Path OPENSSL = Path.of("/usr/bin/openssl");
    private static final Path PASSWORDS = Path.of("/usr/bin/mosquitto_passwd");

    private final RandomMessages messages = new RandomMessages(77);
    private final Recorder recorder = new Recorder();
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path folder;

    private int port;

    @BeforeEach
    void needsMosquitto() throws Exception {
        assumeTrue(Files.isExecutable(BROKER), "mosquitto is not installed");
        port = LoopbackPort.freeFrom("127.0.0.1", 0);
    }

    @AfterEach
    void endProcesses() throws Exception {
        for (Process process : processes) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void everyMessageReachesTheFeed() throws Exception {
        startBroker("allow_anonymous true\n");
        MqttSettings settings = quick("mqtt://127.0.0.1:" + port);
        try (PahoMetricsFeed feed = new PahoMetricsFeed(settings, Recorder.CLOCK);
                PahoMetricsPublisher publisher = new PahoMetricsPublisher(settings, "demo", Recorder.CLOCK)) {
            feed.start(recorder);
            recorder.awaitMessage(new MetricsMessage.Status(true)::equals);
            for (Topic topic : Topic.values()) {
                MetricsMessage message = topic == Topic.STATUS ? new MetricsMessage.Status(true) : messages.next(topic);
                publisher.publish(message);
                recorder.awaitMessage(message::equals);
            }
        }
    }

    @Test
    void theDebianClientReadsWhatWeSend() throws Exception {
        assumeTrue(Files.isExecutable(READER), "mosquitto_sub is not installed");
        startBroker("allow_anonymous true\n");
        MqttSettings settings = quick("mqtt://127.0.0.1:" + port);
        Process reader = start(
                READER.toString(), "-p", "" + port, "-V", "mqttv311", "-t", "rollscope/v1/demo/#", "-F", "%t %r %p");
        try (PahoMetricsPublisher publisher = new PahoMetricsPublisher(settings, "demo", Recorder.CLOCK);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8))) {
            JsonNode birth = payload(lines, "status");
            assertEquals("online", birth.get("state").textValue());
            MetricsMessage.Live live = (MetricsMessage.Live) messages.next(Topic.LIVE);
            publisher.publish(live);
            JsonNode liveRead = payload(lines, "live");
            assertEquals("rollscope.live/1", liveRead.get("schema").textValue());
            assertEquals(live.metrics().activity().word(), liveRead.get("state").textValue());
            assertEquals(48, liveRead.get("pad_pressure_kpa").size());
            publisher.publish(messages.next(Topic.EVENT));
            assertEquals(0, payload(lines, "event").get("seq").intValue());
            publisher.close();
            assertEquals("offline", payload(lines, "status").get("state").textValue());
        }
    }

    @Test
    void aWrongPasswordIsToldInWordsAndNeverShown() throws Exception {
        assumeTrue(Files.isExecutable(PASSWORDS), "mosquitto_passwd is not installed");
        Path accounts = folder.resolve("accounts");
        assertTrue(start(PASSWORDS.toString(), "-b", "-c", accounts.toString(), "ann", "right-secret")
                .waitFor(10, TimeUnit.SECONDS));
        startBroker("allow_anonymous false\npassword_file " + accounts + "\nuser root\n");
        Path password = Files.writeString(folder.resolve("password"), "wrong-secret\n");
        MqttSettings settings = quick("mqtt://127.0.0.1:" + port).withLogin("ann", password);
        String refused = "the broker at 127.0.0.1:" + port + " refused the login (user 'ann')";
        try (PahoMetricsFeed feed = new PahoMetricsFeed(settings, Recorder.CLOCK);
                PahoMetricsPublisher publisher = new PahoMetricsPublisher(settings, "demo", Recorder.CLOCK)) {
            feed.start(recorder);
            recorder.awaitConnection(refused);
            Recorder.eventually("publisher says so", () -> publisher.state().equals(refused));
            Files.writeString(password, "right-secret\n");
            recorder.awaitMessage(new MetricsMessage.Status(true)::equals);
        }
        try (PahoMetricsFeed nobody = new PahoMetricsFeed(quick("mqtt://127.0.0.1:" + port), Recorder.CLOCK)) {
            nobody.start(recorder);
            recorder.awaitConnection("the broker at 127.0.0.1:" + port + " refused the login (no user given)");
        }
        assertFalse(recorder.connections().toString().contains("secret"));
    }

    @Test
    void anEncryptedBrokerIsReachedWithItsCaFileOnly() throws Exception {
        assumeTrue(Files.isExecutable(OPENSSL), "openssl is not installed");
        Path certificate = folder.resolve("certificate.pem");
        Path key = folder.resolve("key.pem");
        String request = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext"
                + " subjectAltName=DNS:localhost -keyout " + key + " -out " + certificate;
        List<String> command = new ArrayList<>(List.of(OPENSSL.toString()));
        command.addAll(List.of(request.split(" ")));
        assertTrue(start(command.toArray(new String[0])).waitFor(30, TimeUnit.SECONDS));
        startBroker("allow_anonymous true\nuser root\ncertfile " + certificate + "\nkeyfile " + key + "\n");
        MqttSettings stranger = quick("mqtts://localhost:" + port);
        try (PahoMetricsFeed feed = new PahoMetricsFeed(stranger, Recorder.CLOCK)) {
            feed.start(recorder);
            recorder.awaitConnection(
                    "TLS with localhost:" + port + " failed: its certificate is not trusted here; name its CA file");
        }
        try (PahoMetricsFeed feed = new PahoMetricsFeed(stranger.withCaFile(certificate), Recorder.CLOCK)) {
            feed.start(recorder);
            recorder.awaitConnection("connected to localhost:" + port);
        }
        MqttSettings otherName = quick("mqtts://127.0.0.1:" + port).withCaFile(certificate);
        try (PahoMetricsFeed feed = new PahoMetricsFeed(otherName, Recorder.CLOCK)) {
            feed.start(recorder);
            recorder.awaitConnection("TLS with 127.0.0.1:" + port + " failed: its certificate is for another name");
        }
    }

    @Test
    void aFrozenBrokerLosesNoEvent() throws Exception {
        Process broker = startBroker("allow_anonymous true\n");
        MqttSettings settings =
                new MqttSettings("mqtt://127.0.0.1:" + port, null, null, null, 2000, 1000, 50, 200, 64, 20_000);
        Process reader = start(
                READER.toString(),
                "-p",
                "" + port,
                "-q",
                "1",
                "-k",
                "120",
                "-t",
                "rollscope/v1/demo/status",
                "-t",
                "rollscope/v1/demo/event",
                "-F",
                "%t %p");
        try (PahoMetricsPublisher publisher = new PahoMetricsPublisher(settings, "demo", Recorder.CLOCK);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("online", payload(lines, "status").get("state").textValue(), "the reader subscribed");
            MetricsMessage probe = messages.next(Topic.EVENT);
            publisher.publish(probe);
            assertEquals(0, payload(lines, "event").get("seq").longValue());
            signal(broker, "STOP");
            for (int index = 0; index < 200; index++) {
                publisher.publish(messages.event("session", index));
            }
            Recorder.eventually(
                    "the freeze is noticed", () -> !publisher.state().startsWith("connected"));
            signal(broker, "CONT");
            long expected = 1;
            while (expected <= 200) {
                long sequence = payload(lines, "event").get("seq").longValue();
                assertTrue(sequence <= expected, "event " + expected + " is missing, got " + sequence);
                expected = Math.max(expected, sequence + 1);
            }
        }
    }

    @Test
    void aServiceThatDiesIsSaidToBeOfflineAndItsReturnOnline() throws Exception {
        startBroker("allow_anonymous true\n");
        MqttSettings settings = quick("mqtt://127.0.0.1:" + port);
        try (PahoMetricsFeed feed = new PahoMetricsFeed(settings, Recorder.CLOCK)) {
            feed.start(recorder);
            PahoConnection dying = PahoConnection.open(
                    settings,
                    Greeting.withWill("rollscope-demo", Topic.STATUS.path("demo"), new MetricsCodec().will()),
                    new PahoConnection.Listener() {
                        @Override
                        public void arrived(String topicPath, byte[] payload) {}

                        @Override
                        public void lost() {}
                    });
            // What is kept comes with the subscription: from here on the feed hears everything.
            byte[] birth = new MetricsCodec().encode("demo", new MetricsMessage.Status(true), messages.envelope());
            dying.publish(Topic.STATUS.path("demo"), birth, 1, true, () -> {});
            recorder.awaitMessage(new MetricsMessage.Status(true)::equals);
            // The same client id takes the place: the broker sends the will first, then our birth.
            try (PahoMetricsPublisher publisher = new PahoMetricsPublisher(settings, "demo", Recorder.CLOCK)) {
                recorder.awaitMessage(new MetricsMessage.Status(false)::equals);
                Recorder.eventually("online again", () -> {
                    List<MetricsMessage> heard = recorder.messages();
                    return heard.indexOf(new MetricsMessage.Status(false))
                            < heard.lastIndexOf(new MetricsMessage.Status(true));
                });
            }
            dying.close();
        }
    }

    private JsonNode payload(BufferedReader lines, String word) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("rollscope/v1/demo/" + word + " ")) {
                return new ObjectMapper().readTree(line.substring(line.indexOf('{')));
            }
        }
        throw new IOException("mosquitto_sub ended");
    }

    private Process startBroker(String configuration) throws Exception {
        Path file = folder.resolve("mosquitto.conf");
        Files.writeString(file, "listener " + port + " 127.0.0.1\n" + configuration);
        Process broker = start(BROKER.toString(), "-c", file.toString());
        Recorder.eventually("mosquitto listens", this::somebodyListens);
        return broker;
    }

    private boolean somebodyListens() {
        try (Socket probe = new Socket("127.0.0.1", port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    }

    private Process start(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        return process;
    }

    private static MqttSettings quick(String address) {
        return new MqttSettings(address, null, null, null, 5000, 10_000, 50, 200, 64, 20_000);
    }
}
