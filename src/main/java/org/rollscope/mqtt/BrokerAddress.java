package org.rollscope.mqtt;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a broker listens.
 *
 * @param host name or address.
 * @param port 1 to 65535.
 * @param tls whether the connection is encrypted.
 */
record BrokerAddress(String host, int port, boolean tls) {
    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;

    /**
     * Reads {@code mqtt://host:port} or {@code mqtts://host:port}.
     *
     * @throws IllegalArgumentException in words, when it is something else.
     */
    static BrokerAddress parse(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            throw malformed(address);
        }
        if (uri.getUserInfo() != null) {
            // The address is not repeated here: it may hold a password.
            throw new IllegalArgumentException(
                    "address must not hold a user or password; use userName and passwordFile");
        }
        boolean tls = "mqtts".equals(uri.getScheme());
        boolean pathless = uri.getPath() == null
                || uri.getPath().isEmpty()
                || uri.getPath().equals("/");
        if ((!tls && !"mqtt".equals(uri.getScheme())) || uri.getHost() == null || !pathless) {
            throw malformed(address);
        }
        int port = uri.getPort() < 0 ? (tls ? TLS_PORT : PLAIN_PORT) : uri.getPort();
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port must be 1..65535, was " + port);
        }
        return new BrokerAddress(uri.getHost(), port, tls);
    }

    private static IllegalArgumentException malformed(String address) {
        String shown = address.contains("@") ? address.substring(address.lastIndexOf('@') + 1) : address;
        return new IllegalArgumentException(
                "address must be mqtt://host:port or mqtts://host:port, was '" + shown + "'");
    }

    /** As people read it. */
    String words() {
        return host + ":" + port;
    }

    /** As Paho wants it. */
    String pahoUri() {
        return (tls ? "ssl://" : "tcp://") + host + ":" + port;
    }
}
