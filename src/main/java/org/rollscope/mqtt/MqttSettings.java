package org.rollscope.mqtt;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a broker.
 *
 * <p>The password stays in a file of its own: it is never part of the settings, of an address or of a log line.
 * <b>Errors.</b> A value out of range is an {@link IllegalArgumentException}.
 *
 * @param address {@code mqtt://host:port} or, with TLS, {@code mqtts://host:port}; the port may be left out.
 * @param userName null when the broker asks for no login.
 * @param passwordFile first line is the password; read anew for every connection; needs a user name.
 * @param caFile certificates (PEM) to trust for {@code mqtts} instead of those of the Java installation.
 * @param connectTimeoutMs 1000 to 60000. Small values give up on slow networks, large ones delay the next attempt.
 *     Default 5000.
 * @param keepAliveMs 1000 to 600000, sent in whole seconds: a dead broker is noticed within twice this time. Default 10000.
 * @param retryMinMs first pause after a failed attempt, 10 to 60000. Default 250.
 * @param retryMaxMs longest pause, the first one to 600000; pauses double. Default 4000.
 * @param fleetingLimitCount figures and frames that wait for the broker, 1 to 10000, oldest dropped. Default 64: small
 *     values drop in short pauses, large ones show old figures after one.
 * @param keptLimitCount events and summaries that wait for the broker, 100 to 1000000, oldest dropped; in memory, where there
 *     is no disk for them, 20000 at most. Small values lose in long outages, large ones fill the disk, some 700 bytes each.
 *     Default 100000: five days of hard training.
 */
public record MqttSettings(
        String address,
        @Nullable String userName,
        @Nullable Path passwordFile,
        @Nullable Path caFile,
        long connectTimeoutMs,
        long keepAliveMs,
        long retryMinMs,
        long retryMaxMs,
        int fleetingLimitCount,
        int keptLimitCount) {

    /** Checks the ranges. */
    public MqttSettings {
        BrokerAddress.parse(address);
        if (passwordFile != null && userName == null) {
            throw new IllegalArgumentException("passwordFile needs a userName, was without");
        }
        require("connectTimeoutMs", connectTimeoutMs, 1000, 60_000, " ms");
        require("keepAliveMs", keepAliveMs, 1000, 600_000, " ms");
        require("retryMinMs", retryMinMs, 10, 60_000, " ms");
        require("retryMaxMs", retryMaxMs, retryMinMs, 600_000, " ms");
        require("fleetingLimitCount", fleetingLimitCount, 1, 10_000, "");
        require("keptLimitCount", keptLimitCount, 100, 1_000_000, "");
    }

    /**
     * The defaults, without login.
     *
     * @param address {@code mqtt://host:port} or {@code mqtts://host:port}.
     * @return the settings.
     */
    public static MqttSettings of(String address) {
        return new MqttSettings(address, null, null, null, 5000, 10_000, 250, 4000, 64, 100_000);
    }

    /**
     * The same for another broker.
     *
     * @param other {@code mqtt://host:port} or {@code mqtts://host:port}.
     * @return the settings.
     */
    public MqttSettings withAddress(String other) {
        return with(other, userName, passwordFile, caFile, keptLimitCount);
    }

    /**
     * The same with a login.
     *
     * @param name user name.
     * @param file its first line is the password.
     * @return the settings.
     */
    public MqttSettings withLogin(String name, Path file) {
        return with(address, name, file, caFile, keptLimitCount);
    }

    /**
     * The same with certificates to trust.
     *
     * @param file PEM.
     * @return the settings.
     */
    public MqttSettings withCaFile(Path file) {
        return with(address, userName, passwordFile, file, keptLimitCount);
    }

    /**
     * The same with another limit for what waits.
     *
     * @param limitCount events and summaries.
     * @return the settings.
     */
    public MqttSettings withKeptLimitCount(int limitCount) {
        return with(address, userName, passwordFile, caFile, limitCount);
    }

    private MqttSettings with(
            String newAddress,
            @Nullable String newUserName,
            @Nullable Path newPasswordFile,
            @Nullable Path newCaFile,
            int newKeptLimitCount) {
        return new MqttSettings(
                newAddress,
                newUserName,
                newPasswordFile,
                newCaFile,
                connectTimeoutMs,
                keepAliveMs,
                retryMinMs,
                retryMaxMs,
                fleetingLimitCount,
                newKeptLimitCount);
    }

    private static void require(String name, long value, long minimum, long maximum, String unit) {
        if (value < minimum || value > maximum) {
            throw new IllegalArgumentException(name + " must be " + minimum + ".." + maximum + unit + ", was " + value);
        }
    }
}
