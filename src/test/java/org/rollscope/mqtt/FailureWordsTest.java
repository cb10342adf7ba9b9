package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureWordsTest {
    private static final MqttSettings SETTINGS =
            MqttSettings.of("mqtts://pi.local:8883").withLogin("ann", Path.of("p"));

    static Stream<Arguments> attempts() {
        return Stream.of(
                Arguments.of(new MqttException(134), "the broker at pi.local:8883 refused the login (user 'ann')"),
                Arguments.of(new MqttException(135), "the broker at pi.local:8883 refused the login (user 'ann')"),
                Arguments.of(new MqttException(132), "the broker at pi.local:8883 does not speak MQTT 5"),
                Arguments.of(new MqttException(137), "the broker at pi.local:8883 is too busy for a connection"),
                Arguments.of(caused(new ConnectException("Connection refused")), "nothing listens at pi.local:8883"),
                Arguments.of(caused(new UnknownHostException("pi.local")), "there is no host named 'pi.local'"),
                Arguments.of(caused(new NoRouteToHostException()), "there is no route to pi.local:8883"),
                Arguments.of(
                        caused(new SocketTimeoutException()),
                        "no answer from pi.local:8883 within 5000 ms; does it speak MQTT with TLS there?"),
                Arguments.of(
                        caused(new SSLHandshakeException("PKIX: unable to find valid certification path to target")),
                        "TLS with pi.local:8883 failed: its certificate is not trusted here; name its CA file"),
                Arguments.of(
                        caused(new CertificateExpiredException("NotAfter: Sat Nov 21 23:30:00 UTC 2026")),
                        "TLS with pi.local:8883 failed: its certificate ended on 2026-11-21; there: rollscope secure"
                                + " --renew"),
                Arguments.of(
                        caused(new CertificateNotYetValidException("NotBefore: Tue Dec 01 01:00:00 CET 2026")),
                        "TLS with pi.local:8883 failed: its certificate begins on 2026-12-01; is the clock of this"
                                + " machine right?"),
                Arguments.of(
                        caused(new SSLHandshakeException("No name matching pi.local found")),
                        "TLS with pi.local:8883 failed: its certificate is for another name"),
                Arguments.of(
                        caused(new SSLHandshakeException("Received fatal alert: protocol_version")),
                        "TLS with pi.local:8883 failed: Received fatal alert: protocol_version"),
                Arguments.of(
                        caused(new java.io.IOException("Broken\npipe")),
                        "no connection to pi.local:8883: Broken pipe"));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void aFailedAttemptIsSaidInWords(Throwable failure, String words) {
        assertEquals(words, FailureWords.ofAttempt(failure, SETTINGS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "142   | another program took over this roller's place at pi.local:8883: is the same roller id used twice?",
                "139   | the broker at pi.local:8883 is shutting down",
                "32000 | the broker at pi.local:8883 no longer answers",
                "32109 | the connection to pi.local:8883 was lost"
            })
    void aLostConnectionIsSaidInWords(int code, String words) {
        assertEquals(words, FailureWords.ofLoss(code, SETTINGS, Greeting.passing("anybody")));
    }

    @Test
    void twoRecordersOfOneNameAreToldSo() {
        assertEquals(
                "another program took over this recorder's place at pi.local:8883: is the same name used twice?",
                FailureWords.ofLoss(142, SETTINGS, Greeting.kept("one", 60, 20)));
    }

    @Test
    void aSubscriptionThatWillNeverBeAllowedIsSaidInWords() {
        assertEquals(
                "the broker at pi.local:8883 does not let user 'ann' hear a/b",
                FailureWords.ofSubscription(135, "a/b", SETTINGS));
        assertEquals(
                "the broker at pi.local:8883 does not know shared subscriptions ($share/a/b)",
                FailureWords.ofSubscription(158, "$share/a/b", SETTINGS));
        assertNull(FailureWords.ofSubscription(32109, "a/b", SETTINGS));
    }

    private static MqttException caused(Throwable cause) {
        return new MqttException(32103, cause);
    }
}
