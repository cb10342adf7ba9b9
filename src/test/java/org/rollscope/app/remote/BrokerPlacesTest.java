package org.rollscope.app.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.viewer.connect.BrokerLogin;
import org.rollscope.viewer.connect.ConnectionException;

class BrokerPlacesTest {
    private static final BrokerLogin COACH = new BrokerLogin("mqtts://studio:8883", "coach", "/etc/ca.crt");

    @TempDir
    private Path folder;

    private BrokerPlaces places(int embeddedPort) {
        ConnectionSettings configured =
                new ConnectionSettings("embedded", "127.0.0.1", embeddedPort, "", "", "", "", 1000, false);
        return new BrokerPlaces(
                folder.resolve("viewer"), configured, ConnectionSettings.COACH, true, new SystemHostClock());
    }

    @Test
    void aKeptLoginComesBackAndItsPasswordIsForThisUserOnly() throws Exception {
        places(1883).open(COACH, "pa ss\u00e4", true).close();
        places(1883).open(new BrokerLogin("mqtt://gym:1883", "", ""), "", true).close();
        assertEquals(
                List.of(new BrokerLogin("mqtt://gym:1883", "", ""), COACH),
                places(1883).remembered());
        Path secret = folder.resolve("viewer").resolve("coach-at-studio-8883.password");
        assertEquals("pa ss\u00e4\n", Files.readString(secret));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        places(1883).open(COACH, "", false).close();
        places(1883).forget(COACH);
        assertFalse(Files.exists(secret));
        assertEquals(1, places(1883).remembered().size());
    }

    @Test
    void aLoginThatIsNotToBeKeptLeavesNothingInTheFolder() throws Exception {
        places(1883).open(COACH, "secret", false).close();
        assertFalse(Files.exists(folder.resolve("viewer")));
        ConnectionException missing =
                assertThrows(ConnectionException.class, () -> places(1883).open(COACH, "", true));
        assertEquals("the password of coach is missing", missing.getMessage());
    }

    @Test
    void whatAnswersOnThisMachineIsFound() throws IOException {
        try (ServerSocket broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            List<BrokerLogin> found = places(broker.getLocalPort()).find();
            assertEquals(
                    "mqtt://127.0.0.1:" + broker.getLocalPort(), found.get(0).address());
        }
    }

    @Test
    void aBrokerThatIsNotThereIsExplained() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String words = places(1883).tryOut(new BrokerLogin("mqtt://127.0.0.1:" + port, "", ""), "");
        assertTrue(words.contains("127.0.0.1:" + port), words);
    }

    @Test
    void threeFieldsMakeAnAddress() {
        assertEquals(
                "mqtt://gym:1883", BrokerLogin.of(" gym ", "", false, "", "").address());
        assertEquals(
                "mqtts://gym:8883", BrokerLogin.of("gym", " ", true, "", "").address());
        assertEquals(8884, new BrokerLogin("mqtts://[::1]:8884", "", "").port());
        assertThrows(IllegalArgumentException.class, () -> BrokerLogin.of("a b", "1883", false, "", ""));
        assertThrows(IllegalArgumentException.class, () -> BrokerLogin.of("gym", "70000", false, "", ""));
    }
}
