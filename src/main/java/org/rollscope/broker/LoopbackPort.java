package org.rollscope.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Which ports of this machine are free; loads no class of the broker library.
 *
 * <p><b>Errors.</b> A free port can be taken by somebody else a moment later.
 */
public final class LoopbackPort {
    /** Ports that {@link #freeFrom} looks at. */
    public static final int SEARCH_COUNT = 100;

    private LoopbackPort() {}

    /**
     * Tells whether a port can be listened on.
     *
     * @param host local name or address.
     * @param port 1 to 65535.
     * @return false when somebody listens there, or it may not be used.
     */
    public static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The first free port from a given one on.
     *
     * @param host local name or address.
     * @param port 1 to 65535, or 0 for any.
     * @return a free port.
     * @throws BrokerException when none of the next {@link #SEARCH_COUNT} is free.
     */
    public static int freeFrom(String host, int port) throws BrokerException {
        if (port == 0) {
            return anyFree(host);
        }
        int end = Math.min(65536, port + SEARCH_COUNT);
        for (int candidate = port; candidate < end; candidate++) {
            if (isFree(host, candidate)) {
                return candidate;
            }
        }
        throw new BrokerException("no port from " + port + " to " + (end - 1) + " is free on " + host
                + "; choose another with --mqtt-port");
    }

    private static int anyFree(String host) throws BrokerException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BrokerException("no port is free on " + host, e);
        }
    }
}
