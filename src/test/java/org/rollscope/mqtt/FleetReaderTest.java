package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollscope.telemetry.FleetMessage;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;

class FleetReaderTest {
    private final RandomMessages messages = new RandomMessages(91);
    private final FleetReader reader = new FleetReader(Recorder.CLOCK);

    private byte[] payload(MetricsMessage message) {
        return new MetricsCodec().encode("demo", message, messages.envelope());
    }

    @ParameterizedTest
    @EnumSource
    void eventsAndSummariesAreKeptAsTheyWereSentAndNothingElseIs(Topic topic) {
        MetricsMessage message = messages.next(topic);
        byte[] payload = payload(message);
        FleetMessage read = reader.read(topic.path("demo"), payload);
        if (topic == Topic.EVENT || topic == Topic.SUMMARY) {
            assertNotNull(read);
            assertEquals("demo", read.rollerId());
            assertEquals(message, read.message());
            assertEquals(new String(payload, StandardCharsets.UTF_8), read.payload());
        } else {
            assertNull(read);
        }
    }

    @Test
    void textOfAnotherEncodingIsNotKept() {
        String json = new String(payload(messages.next(Topic.EVENT)), StandardCharsets.UTF_8);
        assertNull(reader.read("rollscope/v1/demo/event", json.getBytes(StandardCharsets.UTF_16BE)));
        assertNull(reader.read("rollscope/v1/demo/event", json.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void whatIsNoMessageOrNobodysIsNotKept() {
        byte[] sound = payload(messages.next(Topic.EVENT));
        assertNull(reader.read("rollscope/v1/NO SUCH/event", sound));
        assertNull(reader.read("rollscope/v1/demo/answer/me", sound));
        assertNull(reader.read("rollscope/v1/demo/summary", sound));
        assertNull(reader.read("rollscope/v1/demo/event", new byte[] {'{'}));
        assertNull(reader.read("rollscope/v1/demo/event", new byte[0]));
    }
}
