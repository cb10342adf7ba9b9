package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    /** Every line that the code can say, and where its settings differ, the other one. */
    private static List<String> said() {
        MqttSettings plain = MqttSettings.of("mqtt://pi.local:1883");
        MqttSettings trusting = SETTINGS.withCaFile(Path.of("ca.crt"));
        Throwable untrusted =
                caused(new SSLHandshakeException("PKIX: unable to find valid certification path to target"));
        List<String> said = new ArrayList<>();
        attempts().forEach(attempt -> said.add(FailureWords.ofAttempt((Throwable) attempt.get()[0], SETTINGS)));
        Greeting roller = Greeting.withWill("roller", "status", new byte[0]);
        Greeting recorder = Greeting.kept("recorder", 60, 20);
        for (Greeting greeting : List.of(roller, recorder)) {
            IntStream.of(142, 139, 32_000, 32_109)
                    .forEach(code -> said.add(FailureWords.ofLoss(code, SETTINGS, greeting)));
            said.add(FailureWords.ofFlapping(SETTINGS, greeting));
        }
        said.add(FailureWords.ofSubscription(135, "a/b", SETTINGS));
        said.add(FailureWords.ofSubscription(158, "$share/a/b", SETTINGS));
        said.add(FailureWords.ofAttempt(new MqttException(134), plain));
        said.add(FailureWords.ofAttempt(caused(new SocketTimeoutException()), plain));
        said.add(FailureWords.ofAttempt(new MqttException(32_109), plain));
        said.add(FailureWords.ofAttempt(new MqttException(32_109), SETTINGS));
        said.add(FailureWords.ofAttempt(untrusted, trusting));
        said.add(FailureWords.ofAttempt(
                caused(new SSLHandshakeException("Unsupported or unrecognized SSL message")), SETTINGS));
        said.add(withoutItsFile(trusting));
        return said;
    }

    /** No connection is tried as long as the login is not whole. */
    private static String withoutItsFile(MqttSettings settings) {
        PahoConnection.Listener nobody = new PahoConnection.Listener() {
            @Override
            public void arrived(String topicPath, byte[] payload) {
                throw new AssertionError(topicPath);
            }

            @Override
            public void lost() {
                throw new AssertionError("there was no connection");
            }
        };
        return assertThrows(
                        UnreachableBrokerException.class,
                        () -> PahoConnection.open(settings, Greeting.passing("test"), nobody))
                .words();
    }

    @Test
    void thePageForPeopleTellsEachLineAndNoOther() {
        List<String> told = Stream.of("No connection", "Login and TLS", "A connection that ended", "Recorders")
                .flatMap(heading -> FailuresPage.linesBelow(heading).stream())
                .toList();
        assertTrue(told.size() > 20, told.toString());
        for (String words : said()) {
            assertTrue(told.stream().anyMatch(line -> FailuresPage.isMeant(line, words)), "not told: " + words);
        }
        for (String line : told) {
            assertTrue(said().stream().anyMatch(words -> FailuresPage.isMeant(line, words)), "never said: " + line);
        }
    }

    private static MqttException caused(Throwable cause) {
        return new MqttException(32103, cause);
    }
}
