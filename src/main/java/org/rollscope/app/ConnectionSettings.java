package org.rollscope.app;

/**
 * The section {@code mqtt} of the settings.
 *
 * @param broker {@code embedded}, or {@code mqtt://host:port}, or {@code mqtts://host:port}.
 * @param embeddedPort port of the embedded broker, 1 to 65535.
 * @param userName login at an outside broker; empty for none.
 * @param passwordFile file whose first line is the password; empty for none.
 * @param caFile certificates to trust for mqtts; empty for those of the Java installation.
 * @param outboxLimitCount events and summaries that wait on disk for the broker, 100 to 1000000; the oldest go.
 */
public record ConnectionSettings(
        String broker, int embeddedPort, String userName, String passwordFile, String caFile, int outboxLimitCount) {
    /** Value of {@link #broker} for the broker inside the service. */
    public static final String EMBEDDED = "embedded";

    /** Refuses values that make no sense. */
    public ConnectionSettings {
        if (!broker.equals(EMBEDDED) && !broker.matches("mqtts?://[^\\s:/]+(:\\d{1,5})?")) {
            throw new IllegalArgumentException(
                    "broker must be embedded, mqtt://host:port or mqtts://host:port, was '" + broker + "'");
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
}
