package org.rollscope.broker;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * What a person chooses about the embedded broker.
 *
 * <p><b>Errors.</b> A value out of range is an {@link IllegalArgumentException}. The broker has no login and no TLS yet,
 * hence only the loopback interface is accepted.
 *
 * @param host loopback name or address, as {@code 127.0.0.1}.
 * @param port 1 to 65535, or 0 for any free one.
 * @param queueLimitCount messages kept for one subscriber that does not read, 100 to 100000; the oldest go first. Small
 *     values lose charts in a short pause, large ones cost memory. Default 2000: 20 s of 100 messages a second.
 * @param memoryLimitBytes messages in memory over all subscribers, 1 MiB to 1 GiB; beyond it new ones are dropped.
 *     Default 32 MiB.
 */
public record BrokerSettings(String host, int port, int queueLimitCount, long memoryLimitBytes) {
    /** Port of MQTT without TLS, as registered. */
    public static final int DEFAULT_PORT = 1883;

    private static final long MIN_MEMORY_BYTES = 1L << 20;
    private static final long MAX_MEMORY_BYTES = 1L << 30;

    /** Checks the ranges. */
    public BrokerSettings {
        if (!isLoopback(host)) {
            throw new IllegalArgumentException(
                    "host must be a loopback address such as 127.0.0.1 (the embedded broker has no login), was '" + host
                            + "'");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0..65535, was " + port);
        }
        if (queueLimitCount < 100 || queueLimitCount > 100_000) {
            throw new IllegalArgumentException("queueLimitCount must be 100..100000, was " + queueLimitCount);
        }
        if (memoryLimitBytes < MIN_MEMORY_BYTES || memoryLimitBytes > MAX_MEMORY_BYTES) {
            throw new IllegalArgumentException("memoryLimitBytes must be " + MIN_MEMORY_BYTES + ".." + MAX_MEMORY_BYTES
                    + " bytes, was " + memoryLimitBytes);
        }
    }

    /**
     * The defaults on 127.0.0.1.
     *
     * @param port 0 to 65535.
     * @return the settings.
     */
    public static BrokerSettings onLoopback(int port) {
        return new BrokerSettings("127.0.0.1", port, 2000, 32L << 20);
    }

    /**
     * The same with another port.
     *
     * @param otherPort 0 to 65535.
     * @return the settings.
     */
    public BrokerSettings withPort(int otherPort) {
        return new BrokerSettings(host, otherPort, queueLimitCount, memoryLimitBytes);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
