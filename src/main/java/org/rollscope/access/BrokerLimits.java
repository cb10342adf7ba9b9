package org.rollscope.access;

/**
 * How much a broker takes from its clients; the section {@code broker} of the settings, for the embedded broker and for the
 * mosquitto configuration.
 *
 * <p><b>Errors.</b> A value out of range is an {@link IllegalArgumentException} that names the key. <b>Source.</b> Chosen by us,
 * decision record 0020.
 *
 * @param packetLimitBytes longest MQTT packet, 16384 to 4194304. Small values refuse batches of frames, large ones let a
 *     stranger fill the memory. Default 524288: twice the longest message.
 * @param topicLimitBytes longest topic, 96 to 1024. Default 200: the longest of ours with a client id of 100 letters.
 * @param connectionLimitCount connections at a time, 2 to 10000. Default 100: 30 rollers and who listens to them.
 * @param queueLimitCount messages kept for one subscriber that does not read, 100 to 100000; the oldest go first in the
 *     embedded broker, the newest in mosquitto. Default 2000: 20 s of 100 messages a second.
 * @param memoryLimitBytes messages in memory over all subscribers, 1 MiB to 512 MiB; beyond it new ones are dropped. Default 32
 *     MiB.
 */
public record BrokerLimits(
        int packetLimitBytes,
        int topicLimitBytes,
        int connectionLimitCount,
        int queueLimitCount,
        int memoryLimitBytes) {
    /** As shipped. */
    public static final BrokerLimits USUAL = new BrokerLimits(512 * 1024, 200, 100, 2000, 32 << 20);

    /** Checks the ranges. */
    public BrokerLimits {
        require("packet_limit_bytes", packetLimitBytes, 16_384, 4_194_304);
        require("topic_limit_bytes", topicLimitBytes, 96, 1024);
        require("connection_limit_count", connectionLimitCount, 2, 10_000);
        require("queue_limit_count", queueLimitCount, 100, 100_000);
        require("memory_limit_bytes", memoryLimitBytes, 1 << 20, 1 << 29);
    }

    private static void require(String key, int value, int minimum, int maximum) {
        if (value < minimum || value > maximum) {
            throw new IllegalArgumentException(key + " must be " + minimum + ".." + maximum + ", was " + value);
        }
    }
}
