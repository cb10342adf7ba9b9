package org.rollscope.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.access.BrokerLimits;
import org.rollscope.access.SecureFolder;

class BrokerSettingsTest {
    @ParameterizedTest
    @CsvSource({"0.0.0.0,1883,host", "192.168.1.4,1883,host", "127.0.0.1,65536,port", "127.0.0.1,-1,port"})
    void aValueOutOfRangeIsNamed(String host, int port, String named) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> new BrokerSettings(host, port, BrokerLimits.USUAL, null));
        assertTrue(refused.getMessage().startsWith(named + " must be"), refused.getMessage());
    }

    @Test
    void withUsersItMayListenElsewhereAndClientsHereStillFindIt() {
        SecureFolder folder = new SecureFolder(Path.of("secure"));
        assertEquals("127.0.0.1", new BrokerSettings("0.0.0.0", 8883, BrokerLimits.USUAL, folder).clientHost());
        assertEquals("192.168.1.4", new BrokerSettings("192.168.1.4", 8883, BrokerLimits.USUAL, folder).clientHost());
    }

    @Test
    void aTakenPortIsPassedOver() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertFalse(LoopbackPort.isFree("127.0.0.1", taken.getLocalPort()));
            int free = LoopbackPort.freeFrom("127.0.0.1", taken.getLocalPort());
            assertTrue(free > taken.getLocalPort());
        }
    }

    @Test
    void theLastPortHasNoNext() throws Exception {
        int free = LoopbackPort.freeFrom("127.0.0.1", 65535);
        assertEquals(65535, free);
    }
}
