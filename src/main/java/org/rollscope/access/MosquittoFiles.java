package org.rollscope.access;

import java.nio.file.Path;

/** The same users, rights, certificates and limits for mosquitto 2. */
final class MosquittoFiles {
    static final String CONFIGURATION = "mosquitto.conf";
    static final String ACL = "acl";
    static final String PASSWORDS = "passwords";

    /** Port of MQTT over TLS, as registered. */
    private static final int PORT = 8883;

    /** Clients that hold the connection for hours without a word fill the connection limit. */
    private static final int LONGEST_KEEP_ALIVE_S = 600;

    /** Messages are not all that a broker keeps in memory. */
    private static final int MEMORY_FACTOR = 4;

    private MosquittoFiles() {}

    /**
     * The configuration.
     *
     * @param limits sizes.
     * @param folder where the files lie on the machine of mosquitto.
     */
    static String configuration(BrokerLimits limits, Path folder) {
        return """
                # For mosquitto 2: TLS, login and rights as written by rollscope secure; see src/docs/security.md.
                # It asks for a login on every listener of this mosquitto.
                listener %d
                certfile %s
                keyfile %s
                tls_version tlsv1.2
                allow_anonymous false
                password_file %s
                acl_file %s

                # Limits. Topics need none of their own: rights name each one, and a packet bounds the rest.
                max_connections %d
                max_packet_size %d
                max_queued_messages %d
                max_queued_bytes %d
                memory_limit %d
                max_keepalive %d
                persistent_client_expiration 7d
                """.formatted(
                        PORT,
                        folder.resolve(SecureFolder.SERVER_CERTIFICATE),
                        folder.resolve(SecureFolder.SERVER_KEY),
                        folder.resolve(PASSWORDS),
                        folder.resolve(ACL),
                        limits.connectionLimitCount(),
                        limits.packetLimitBytes(),
                        limits.queueLimitCount(),
                        limits.memoryLimitBytes() / 2,
                        (long) MEMORY_FACTOR * limits.memoryLimitBytes(),
                        LONGEST_KEEP_ALIVE_S);
    }

    /** Who may read and write what. */
    static String acl(Accounts accounts) {
        StringBuilder text = new StringBuilder("# Written by rollscope secure. What is not named here is forbidden.\n");
        for (Account account : accounts.all()) {
            Rights rights = accounts.rightsOf(account.userName());
            text.append("\n# ").append(account.role().word()).append("\nuser ").append(account.userName());
            rights.readable().forEach(filter -> text.append("\ntopic read ").append(filter));
            rights.writable().forEach(filter -> text.append("\ntopic write ").append(filter));
            text.append('\n');
        }
        return text.toString();
    }

    /** Names and hashes. */
    static String passwords(Accounts accounts) {
        StringBuilder text = new StringBuilder();
        accounts.all().forEach(account -> text.append(account.userName())
                .append(':')
                .append(account.passwordHash().text())
                .append('\n'));
        return text.toString();
    }
}
