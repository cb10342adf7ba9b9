package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollscope.detect.Activity;
import org.rollscope.session.FramePoint;
import org.rollscope.session.PadPressures;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.MetricsMessage.Frames;
import org.rollscope.telemetry.Topic;

class MetricsCodecTest {
    private static final int MESSAGE_COUNT = 300;
    private final MetricsCodec codec = new MetricsCodec();

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyMessageComesBackAsItWas(Topic topic) {
        long seed = 20261121L + topic.ordinal();
        RandomMessages messages = new RandomMessages(seed);
        for (int index = 0; index < MESSAGE_COUNT; index++) {
            MetricsMessage message = messages.next(topic);
            Envelope envelope = messages.envelope();
            Decoded decoded = codec.decode(topic, codec.encode("demo", message, envelope));
            assertEquals(new Decoded.Message(message, envelope), decoded, "seed " + seed + ", message " + index);
        }
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void unknownKeysArePassedOver(Topic topic) throws Exception {
        ObjectMapper mapper = topic == Topic.FRAMES ? new CBORMapper() : new ObjectMapper();
        RandomMessages messages = new RandomMessages(7);
        MetricsMessage message = messages.next(topic);
        byte[] payload = codec.encode("demo", message, messages.envelope());
        ObjectNode tree = (ObjectNode) mapper.readTree(payload);
        tree.putObject("of_a_later_version").put("x", 1);
        Decoded decoded = codec.decode(topic, mapper.writeValueAsBytes(tree));
        assertEquals(message, assertInstanceOf(Decoded.Message.class, decoded).message());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void aMissingOrWrongKeyIsNamedAndNothingEscapes(Topic topic) throws Exception {
        ObjectMapper mapper = topic == Topic.FRAMES ? new CBORMapper() : new ObjectMapper();
        RandomMessages messages = new RandomMessages(8);
        MetricsMessage message = messages.next(topic);
        byte[] payload = codec.encode("demo", message, messages.envelope());
        ObjectNode whole = (ObjectNode) mapper.readTree(payload);
        List<String> unread =
                List.of("roller_id", "device_time_us", "clock", "stroke_length_mm", "score_ratio", "reasons", "grade");
        for (Iterator<String> keys = whole.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            boolean openEnd = key.equals("end_ms") && whole.get(key).isNull();
            if (unread.contains(key) || openEnd || topic == Topic.STATUS && key.equals("schema")) {
                continue;
            }
            ObjectNode missing = whole.deepCopy();
            missing.remove(key);
            assertNames(key, codec.decode(topic, mapper.writeValueAsBytes(missing)));
            ObjectNode wrong = whole.deepCopy();
            wrong.putArray(key).addArray().add("x");
            Decoded decoded = codec.decode(topic, mapper.writeValueAsBytes(wrong));
            if (!key.equals("quality") && !key.equals("states")) {
                assertNames(key, decoded);
            }
        }
    }

    private static void assertNames(String key, Decoded decoded) {
        String reason = assertInstanceOf(Decoded.Unreadable.class, decoded, key).reason();
        assertTrue(reason.contains(key), key + ": " + reason);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void damagedPayloadsAreAValueNotAnException(Topic topic) {
        Random random = new Random(99);
        RandomMessages messages = new RandomMessages(9);
        for (int index = 0; index < MESSAGE_COUNT; index++) {
            byte[] payload = codec.encode("demo", messages.next(topic), messages.envelope());
            payload[random.nextInt(payload.length)] ^= (byte) (1 << random.nextInt(8));
            codec.decode(topic, payload);
            codec.decode(topic, Arrays.copyOf(payload, random.nextInt(payload.length)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LIVE   | ``                                     | not an object",
                "LIVE   | null                                   | not an object",
                "LIVE   | 17                                     | not an object",
                "LIVE   | {                                      | JSON is broken",
                "LIVE   | {} {}                                  | JSON is broken",
                "LIVE   | {\"schema\":NaN}                       | JSON is broken",
                "LIVE   | {}                                     | schema is missing",
                "LIVE   | {\"schema\":\"rollscope.live/2\"}      | schema is 'rollscope.live/2', this version reads 'rollscope.live/1'",
                "STATUS | {\"state\":\"asleep\"}                 | unknown word 'asleep'",
                "STATUS | {\"state\":true}                       | state is not a text",
                "FRAMES | {}                                     | CBOR is broken",
            })
    void anUnreadablePayloadSaysWhy(Topic topic, String payload, String reason) {
        Decoded decoded = codec.decode(topic, payload.getBytes(StandardCharsets.UTF_8));
        String said = assertInstanceOf(Decoded.Unreadable.class, decoded).reason();
        assertTrue(said.contains(reason), said);
    }

    @Test
    void deepAndLargePayloadsAreRefused() {
        byte[] deep = "[".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        assertInstanceOf(Decoded.Unreadable.class, codec.decode(Topic.LIVE, deep));
        byte[] large = new byte[MetricsCodec.MAX_PAYLOAD_BYTES + 1];
        Decoded.Unreadable refused = assertInstanceOf(Decoded.Unreadable.class, codec.decode(Topic.FRAMES, large));
        assertTrue(refused.reason().contains("over the limit of 262144 bytes"));
    }

    @Test
    void theWillIsExactlyOfflineAndIsReadAsStatus() {
        assertEquals("{\"state\":\"offline\"}", new String(codec.will(), StandardCharsets.UTF_8));
        assertEquals(
                new Decoded.Message(new MetricsMessage.Status(false), null), codec.decode(Topic.STATUS, codec.will()));
    }

    @Test
    void notANumberIsNeverSent() {
        RandomMessages messages = new RandomMessages(11);
        for (int index = 0; index < MESSAGE_COUNT; index++) {
            byte[] payload = codec.encode("demo", messages.next(Topic.LIVE), messages.envelope());
            assertFalse(new String(payload, StandardCharsets.UTF_8).contains("NaN"));
        }
    }

    @Test
    void aBatchOfTenFramesStaysSmall() {
        float[] pressureKpa = new float[48];
        for (int padIndex = 0; padIndex < 10; padIndex++) {
            pressureKpa[padIndex] = 12.34f + padIndex;
        }
        FramePoint point = new FramePoint(
                5_000_000, 500, Activity.HOLD, 243.17, 48.25, 121.5, 4700.1, 0.31, false, PadPressures.of(pressureKpa));
        byte[] payload = codec.encode(
                "demo", new Frames(java.util.Collections.nCopies(10, point)), new RandomMessages(1).envelope());
        assertTrue(payload.length < 2000, payload.length + " bytes");
    }
}
