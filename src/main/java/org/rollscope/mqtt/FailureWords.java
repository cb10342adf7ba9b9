package org.rollscope.mqtt;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.jspecify.annotations.Nullable;

/** Says in one line why a connection failed or ended; never mentions a password. */
final class FailureWords {
    private FailureWords() {}

    /** Why an attempt to connect failed. */
    static String ofAttempt(Throwable failure, MqttSettings settings) {
        String broker = BrokerAddress.parse(settings.address()).words();
        String fromCause = ofCause(failure, broker, settings);
        if (fromCause != null) {
            return fromCause;
        }
        int code = failure instanceof MqttException mqtt ? mqtt.getReasonCode() : -1;
        return switch (code) {
            case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD,
                    MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED,
                    MqttReturnCode.RETURN_CODE_BAD_AUTHENTICATION,
                    MqttReturnCode.RETURN_CODE_BANNED,
                    MqttClientException.REASON_CODE_FAILED_AUTHENTICATION,
                    MqttClientException.REASON_CODE_NOT_AUTHORIZED -> refusedLogin(broker, settings);
            case MqttReturnCode.RETURN_CODE_UNSUPPORTED_PROTOCOL_VERSION,
                    MqttClientException.REASON_CODE_INVALID_PROTOCOL_VERSION ->
                "the broker at " + broker + " does not speak MQTT 5";
            case MqttReturnCode.RETURN_CODE_SERVER_UNAVAILABLE, MqttReturnCode.RETURN_CODE_SERVER_BUSY ->
                "the broker at " + broker + " is too busy for a connection";
            case MqttClientException.REASON_CODE_CLIENT_TIMEOUT -> noAnswer(broker, settings);
            case MqttClientException.REASON_CODE_CONNECTION_LOST, MqttClientException.REASON_CODE_SERVER_DISCONNECTED ->
                broker + " closed the connection at the greeting" + question(settings);
            default -> "no connection to " + broker + ": " + plain(failure);
        };
    }

    /** Why a connection that stood has ended. */
    static String ofLoss(int code, MqttSettings settings, Greeting greeting) {
        String broker = BrokerAddress.parse(settings.address()).words();
        return switch (code) {
            case MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER ->
                greeting.isKept()
                        ? "another program took over this recorder's place at " + broker
                                + ": is the same name used twice?"
                        : "another program took over this roller's place at " + broker
                                + ": is the same roller id used twice?";
            case MqttReturnCode.RETURN_CODE_SERVER_SHUTTING_DOWN -> "the broker at " + broker + " is shutting down";
            case MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED -> refusedLogin(broker, settings);
            case MqttClientException.REASON_CODE_CLIENT_TIMEOUT, MqttClientException.REASON_CODE_WRITE_TIMEOUT ->
                "the broker at " + broker + " no longer answers";
            default -> "the connection to " + broker + " was lost";
        };
    }

    /** What may be behind connections that end soon after they stood, one after the other, without a reason. */
    static String ofFlapping(MqttSettings settings, Greeting greeting) {
        return "the connection to " + BrokerAddress.parse(settings.address()).words()
                + " is lost again and again, soon after it stood: is the same "
                + (greeting.isKept() ? "recorder's name" : "roller id") + " used twice?";
    }

    /** Why the broker does not let a client hear something; null when the reason may be gone with the next connection. */
    static @Nullable String ofSubscription(int code, String filter, MqttSettings settings) {
        String broker = BrokerAddress.parse(settings.address()).words();
        return switch (code) {
            case MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED ->
                "the broker at " + broker + " does not let " + login(settings) + " hear " + filter;
            case MqttReturnCode.RETURN_CODE_SHARED_SUB_NOT_SUPPORTED ->
                "the broker at " + broker + " does not know shared subscriptions (" + filter + ")";
            default -> null;
        };
    }

    /** The broker took a command and gave it to nobody: rights. */
    static String ofCommand(String rollerId, MqttSettings settings) {
        return "the broker at " + BrokerAddress.parse(settings.address()).words() + " does not let " + login(settings)
                + " command roller " + rollerId;
    }

    /** The broker took a command and nobody answers. */
    static String ofSilence(String rollerId, long patienceMs) {
        return "roller " + rollerId + " does not answer within " + patienceMs / 1000 + " s; does its service run?";
    }

    /** The broker did not take a command. */
    static String ofUntaken(MqttSettings settings, long patienceMs) {
        return "the broker at " + BrokerAddress.parse(settings.address()).words() + " does not take a command within "
                + patienceMs / 1000 + " s; whether it is done later is not known";
    }

    private static @Nullable String ofCause(Throwable failure, String broker, MqttSettings settings) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 8; depth++, cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "there is no host named '"
                        + BrokerAddress.parse(settings.address()).host() + "'";
            } else if (cause instanceof NoRouteToHostException) {
                return "there is no route to " + broker;
            } else if (cause instanceof SocketTimeoutException) {
                return noAnswer(broker, settings);
            } else if (cause instanceof ConnectException) {
                return String.valueOf(cause.getMessage()).contains("refused")
                        ? "nothing listens at " + broker
                        : "no connection to " + broker + ": " + plain(cause);
            } else if (cause instanceof SSLException || cause instanceof CertificateException) {
                return tlsWords(cause, broker, settings);
            }
        }
        return null;
    }

    private static String tlsWords(Throwable failure, String broker, MqttSettings settings) {
        String words = String.valueOf(failure.getMessage());
        String begin = "TLS with " + broker + " failed: ";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return begin + timeWords(cause);
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException
                    || words.contains("unable to find valid certification path")) {
                return begin
                        + (settings.caFile() == null
                                ? "its certificate is not trusted here; name its CA file"
                                : "its certificate is not from the CA in " + settings.caFile()
                                        + "; copy ca.crt from the machine of the broker");
            }
        }
        if (words.contains("No subject alternative") || words.contains("No name matching")) {
            return begin + "its certificate is for another name";
        }
        if (words.contains("Unsupported or unrecognized SSL message")) {
            return begin + "it does not speak TLS on this port";
        }
        return begin + plain(failure);
    }

    /** The library tells the moment only in a sentence of its own: {@code NotAfter: Sat Nov 21 12:00:00 UTC 2026}. */
    private static String timeWords(Throwable failure) {
        boolean over = failure instanceof CertificateExpiredException;
        String moment = String.valueOf(failure.getMessage()).replaceFirst("^Not(After|Before): ", "");
        String day;
        try {
            day = ZonedDateTime.parse(moment, DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss zzz yyyy", Locale.ROOT))
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString();
        } catch (DateTimeParseException otherWords) {
            day = moment;
        }
        return over
                ? "its certificate ended on " + day + "; there: rollscope secure --renew"
                : "its certificate begins on " + day + "; is the clock of this machine right?";
    }

    private static String noAnswer(String broker, MqttSettings settings) {
        return "no answer from " + broker + " within " + settings.connectTimeoutMs() + " ms" + question(settings);
    }

    private static String question(MqttSettings settings) {
        return BrokerAddress.parse(settings.address()).tls()
                ? "; does it speak MQTT with TLS there?"
                : "; does it speak MQTT without TLS there?";
    }

    private static String refusedLogin(String broker, MqttSettings settings) {
        return "the broker at " + broker + " refused the login ("
                + (settings.userName() == null ? "no user given" : login(settings)) + ")";
    }

    private static String login(MqttSettings settings) {
        return settings.userName() == null ? "who gives no user" : "user '" + settings.userName() + "'";
    }

    private static String plain(Throwable failure) {
        Throwable last = failure;
        for (int depth = 0; last.getCause() != null && depth < 8; depth++) {
            last = last.getCause();
        }
        String words = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        String line = words.replaceAll("\\s+", " ");
        return line.length() <= 160 ? line : line.substring(0, 160) + "...";
    }
}
