package org.rollscope.app.shell;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.BrokerLimits;
import org.rollscope.access.SecureFolder;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.mqtt.MqttSettings;

/**
 * The section {@code mqtt} of the settings.
 *
 * @param broker {@code embedded}, or {@code mqtt://host:port}, or {@code mqtts://host:port}.
 * @param embeddedHost where the embedded broker listens: 127.0.0.1, or with a secure folder another address of this machine,
 *     or 0.0.0.0 for all.
 * @param embeddedPort port of the embedded broker, 1 to 65535.
 * @param secureFolder what {@code rollscope secure} made, for the embedded broker; empty for none: no login, no TLS.
 * @param userName login at an outside broker; empty for none.
 * @param passwordFile file whose first line is the password; empty for none.
 * @param caFile certificates to trust for mqtts; empty for those of the Java installation.
 * @param outboxLimitCount events and summaries that wait on disk for the broker, 100 to 1000000; the oldest go.
 * @param homeAssistant whether the roller introduces itself to Home Assistant.
 */
public record ConnectionSettings(
        String broker,
        String embeddedHost,
        int embeddedPort,
        String secureFolder,
        String userName,
        String passwordFile,
        String caFile,
        int outboxLimitCount,
        boolean homeAssistant) {
    /** Value of {@link #broker} for the broker inside the service. */
    public static final String EMBEDDED = "embedded";

    /** The user of the secure folder for charts on this machine. */
    public static final String VIEWER = "viewer";

    /** The user of the secure folder who may command. */
    public static final String COACH = "coach";

    /** Refuses values that make no sense. */
    public ConnectionSettings {
        if (!broker.equals(EMBEDDED) && !broker.matches("mqtts?://[^\\s:/]+(:\\d{1,5})?")) {
            throw new IllegalArgumentException(
                    "broker must be embedded, mqtt://host:port or mqtts://host:port, was '" + broker + "'");
        }
        if (secureFolder.isEmpty() && !isLoopback(embeddedHost)) {
            throw new IllegalArgumentException(
                    "embedded_host must be 127.0.0.1 as long as secure_folder is empty: others would"
                            + " get in without login and TLS (rollscope secure makes both), was '" + embeddedHost
                            + "'");
        }
        if (embeddedHost.isBlank()) {
            throw new IllegalArgumentException("embedded_host must be an address of this machine, was empty");
        }
        if (embeddedPort < 1 || embeddedPort > 65_535) {
            throw new IllegalArgumentException("embedded_port must be 1..65535, was " + embeddedPort);
        }
        if (outboxLimitCount < 100 || outboxLimitCount > 1_000_000) {
            throw new IllegalArgumentException("outbox_limit_count must be 100..1000000, was " + outboxLimitCount);
        }
        if (userName.isEmpty() != passwordFile.isEmpty()) {
            throw new IllegalArgumentException("password_file and user_name go together: set both or none");
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Whether the password would cross a network in the clear. */
    public boolean sendsPasswordInClear() {
        return !userName.isEmpty()
                && broker.startsWith("mqtt://")
                && !isLoopback(broker.replaceFirst("^mqtt://", "").replaceFirst(":\\d+$", ""));
    }

    /** The same with another broker. */
    ConnectionSettings withBroker(String otherBroker, int otherPort) {
        return new ConnectionSettings(
                otherBroker,
                embeddedHost,
                otherPort,
                secureFolder,
                userName,
                passwordFile,
                caFile,
                outboxLimitCount,
                homeAssistant);
    }

    /** The same with another login. */
    ConnectionSettings withLogin(String otherUser, String otherPasswordFile, String otherCaFile) {
        return new ConnectionSettings(
                broker,
                embeddedHost,
                embeddedPort,
                secureFolder,
                otherUser,
                otherPasswordFile,
                otherCaFile,
                outboxLimitCount,
                homeAssistant);
    }

    /** Users and certificates of the embedded broker; null for none. */
    @Nullable
    public SecureFolder secured() {
        return secureFolder.isEmpty() ? null : new SecureFolder(Path.of(secureFolder));
    }

    /** How the embedded broker is started. */
    public BrokerSettings embedded(BrokerLimits limits) {
        return new BrokerSettings(embeddedHost, embeddedPort, limits, secured());
    }

    /**
     * How a client on this machine reaches the broker that the settings mean.
     *
     * @param user of the secure folder, where nobody else was named.
     */
    public MqttSettings forClient(String user) {
        if (!broker.equals(EMBEDDED)) {
            return BrokerChoice.outside(broker, this);
        }
        String host = embeddedHost.equals("0.0.0.0") ? "127.0.0.1" : embeddedHost;
        SecureFolder folder = secured();
        String address =
                String.format(Locale.ROOT, "%s://%s:%d", folder == null ? "mqtt" : "mqtts", host, embeddedPort);
        return folder == null || !userName.isEmpty()
                ? BrokerChoice.outside(address, this)
                : MqttSettings.of(address).withCaFile(folder.caFile()).withLogin(user, folder.passwordFile(user));
    }
}
