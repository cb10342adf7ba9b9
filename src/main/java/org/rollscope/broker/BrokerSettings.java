package org.rollscope.broker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.BrokerLimits;
import org.rollscope.access.SecureFolder;

/**
 * What a person chooses about the embedded broker.
 *
 * <p><b>Errors.</b> A value out of range is an {@link IllegalArgumentException}. Without users and certificates only the
 * loopback interface is accepted.
 *
 * @param host name or address to listen at, as {@code 127.0.0.1}, or {@code 0.0.0.0} for every interface.
 * @param port 1 to 65535, or 0 for any free one.
 * @param limits sizes.
 * @param secured users and certificates; null for none: then everybody on this machine may do everything, without TLS.
 */
public record BrokerSettings(
        String host,
        int port,
        BrokerLimits limits,
        @Nullable SecureFolder secured) {
    /** Port of MQTT without TLS, as registered. */
    public static final int DEFAULT_PORT = 1883;

    /** Checks the ranges. */
    public BrokerSettings {
        if (secured == null && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "host must be a loopback address such as 127.0.0.1 as long as there are no users and no TLS (rollscope"
                            + " secure makes them), was '" + host + "'");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0..65535, was " + port);
        }
    }

    /**
     * The defaults on 127.0.0.1.
     *
     * @param port 0 to 65535.
     * @return the settings.
     */
    public static BrokerSettings onLoopback(int port) {
        return new BrokerSettings("127.0.0.1", port, BrokerLimits.USUAL, null);
    }

    /**
     * The same with another port.
     *
     * @param otherPort 0 to 65535.
     * @return the settings.
     */
    public BrokerSettings withPort(int otherPort) {
        return new BrokerSettings(host, otherPort, limits, secured);
    }

    /** Where a client on this machine finds it. */
    String clientHost() {
        return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
