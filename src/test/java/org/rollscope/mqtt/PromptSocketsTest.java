package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {
    @Test
    void plainSocketsSendAtOnce() throws Exception {
        try (Socket socket = PromptSockets.plain().createSocket()) {
            assertTrue(socket.getTcpNoDelay());
        }
    }

    @Test
    void tlsSocketsSendAtOnce() throws Exception {
        try (Socket socket =
                PromptSockets.tls(SSLContext.getDefault().getSocketFactory()).createSocket()) {
            assertTrue(socket.getTcpNoDelay());
        }
    }
}
