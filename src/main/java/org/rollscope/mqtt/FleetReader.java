package org.rollscope.mqtt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.FleetMessage;
import org.rollscope.telemetry.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of what came what is kept: only messages that this version understands, with their payload as it was sent.
 *
 * <p><b>Errors.</b> What is no such message is said in the log, once per change. <b>Threads.</b> One.
 */
final class FleetReader {
    private static final Logger LOG = LoggerFactory.getLogger(FleetReader.class);
    private static final String NOT_TEXT = "JSON is not in UTF-8";

    private final MetricsCodec codec = new MetricsCodec();
    private final HostClock clock;
    private String lastUnreadable = "";

    FleetReader(HostClock clock) {
        this.clock = clock;
    }

    /** Null for what is not kept. */
    @Nullable
    FleetMessage read(String topicPath, byte[] payload) {
        TopicPath path = TopicPath.parse(topicPath);
        Topic topic = path == null ? null : path.topic();
        if (path == null || (topic != Topic.EVENT && topic != Topic.SUMMARY)) {
            return unreadable(topicPath, TopicPath.WRONG);
        }
        Decoded decoded = codec.decode(topic, payload);
        if (decoded instanceof Decoded.Message message) {
            String text = text(payload);
            return text == null
                    ? unreadable(topicPath, NOT_TEXT)
                    : new FleetMessage(path.rollerId(), message.message(), text, clock.wallClock());
        }
        return unreadable(topicPath, ((Decoded.Unreadable) decoded).reason());
    }

    /** The JSON library reads UTF-16 and UTF-32 too, which are full of zeros; we say UTF-8. */
    private static @Nullable String text(byte[] payload) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            return text.indexOf('\0') < 0 ? text : null;
        } catch (CharacterCodingException notText) {
            return null;
        }
    }

    private @Nullable FleetMessage unreadable(String topicPath, String reason) {
        String words = topicPath + ": " + reason;
        if (!words.equals(lastUnreadable)) {
            lastUnreadable = words;
            LOG.warn("a message is not kept: {}", words);
        }
        return null;
    }
}
