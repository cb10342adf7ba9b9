package org.rollscope.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0,1883,2000,33554432,host",
        "192.168.1.4,1883,2000,33554432,host",
        "127.0.0.1,65536,2000,33554432,port",
        "127.0.0.1,-1,2000,33554432,port",
        "127.0.0.1,1883,99,33554432,queueLimitCount",
        "127.0.0.1,1883,100001,33554432,queueLimitCount",
        "127.0.0.1,1883,2000,1048575,memoryLimitBytes",
        "127.0.0.1,1883,2000,1073741825,memoryLimitBytes"
    })
    void aValueOutOfRangeIsNamed(String host, int port, int queueLimitCount, long memoryLimitBytes, String named) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new BrokerSettings(host, port, queueLimitCount, memoryLimitBytes));
        assertTrue(refused.getMessage().startsWith(named + " must be"), refused.getMessage());
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
