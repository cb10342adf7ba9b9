package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MqttSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "mqtt://127.0.0.1:1883, 127.0.0.1, 1883, false, tcp://127.0.0.1:1883",
        "mqtt://pi.local, pi.local, 1883, false, tcp://pi.local:1883",
        "mqtts://pi.local, pi.local, 8883, true, ssl://pi.local:8883",
        "mqtts://pi.local:4443/, pi.local, 4443, true, ssl://pi.local:4443",
        "mqtt://[::1]:1884, [::1], 1884, false, tcp://[::1]:1884"
    })
    void anAddressIsRead(String address, String host, int port, boolean tls, String pahoUri) {
        assertEquals(new BrokerAddress(host, port, tls), BrokerAddress.parse(address));
        assertEquals(pahoUri, BrokerAddress.parse(address).pahoUri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1:1883",
                "tcp://127.0.0.1:1883",
                "http://a",
                "mqtt://",
                "mqtt://a:99999",
                "mqtt://a/path",
                "mqtt://a b",
                "mqtt://pad_1:1883"
            })
    void anAddressOutOfFormIsRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> MqttSettings.of(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtt://u:secret@host:1883", "tcp://u:secret@host:1883", "mqtt://u:secret@host:1883 x"})
    void aPasswordInAnAddressIsRefusedAndNotRepeated(String address) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> MqttSettings.of(address));
        assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
    }

    @Test
    void aValueOutOfRangeIsNamed() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new MqttSettings("mqtt://a", null, null, null, 999, 10_000, 250, 8000, 64, 20_000));
        assertEquals("connectTimeoutMs must be 1000..60000 ms, was 999", refused.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new MqttSettings("mqtt://a", null, Path.of("p"), null, 5000, 10_000, 250, 8000, 64, 20_000));
    }

    @Test
    void theSettingsNameTheFileOfThePasswordOnly() {
        MqttSettings settings = MqttSettings.of("mqtt://a").withLogin("ann", Path.of("secret.txt"));
        assertTrue(settings.toString().contains("secret.txt"));
    }
}
