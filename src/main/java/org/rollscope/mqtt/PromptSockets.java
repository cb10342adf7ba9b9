package org.rollscope.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets that send at once (TCP_NODELAY), which Paho 1.2.5 does not ask for.
 *
 * <p>Without it the system holds a small packet back while an earlier one is not acknowledged, and a broker that has nothing
 * to answer acknowledges late: an alarm right behind live figures took 40 ms (J. Nagle, RFC 896, against RFC 1122 4.2.3.2).
 */
final class PromptSockets {
    private PromptSockets() {}

    /** Plain sockets. */
    static SocketFactory plain() {
        return new Plain(SocketFactory.getDefault());
    }

    /** TLS sockets of another factory. */
    static SSLSocketFactory tls(SSLSocketFactory made) {
        return new Tls(made);
    }

    private static Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static final class Plain extends SocketFactory {
        private final SocketFactory made;

        Plain(SocketFactory made) {
            this.made = made;
        }

        @Override
        public Socket createSocket() throws IOException {
            return prompt(made.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return prompt(made.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return prompt(made.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return prompt(made.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return prompt(made.createSocket(host, port, local, localPort));
        }
    }

    private static final class Tls extends SSLSocketFactory {
        private final SSLSocketFactory made;

        Tls(SSLSocketFactory made) {
            this.made = made;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return made.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return made.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return prompt(made.createSocket());
        }

        @Override
        public Socket createSocket(Socket under, String host, int port, boolean autoClose) throws IOException {
            return prompt(made.createSocket(under, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return prompt(made.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return prompt(made.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return prompt(made.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return prompt(made.createSocket(host, port, local, localPort));
        }
    }
}
