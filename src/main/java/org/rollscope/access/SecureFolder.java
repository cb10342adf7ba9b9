package org.rollscope.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What {@code rollscope secure} made.
 *
 * <pre>
 * | file              | mode | holds                                              | who needs a copy     |
 * | ----------------- | ---- | -------------------------------------------------- | -------------------- |
 * | ca.crt            | 0644 | certificate of the authority                       | every client         |
 * | ca.key            | 0600 | its key: whoever has it can pretend to be a broker | nobody               |
 * | server.crt        | 0644 | certificate of the broker                          | the broker           |
 * | server.key        | 0600 | its key                                            | the broker           |
 * | users             | 0600 | users of the embedded broker, hashes               | the embedded broker  |
 * | passwords/USER    | 0600 | one password                                       | that user            |
 * | mosquitto/        | 0700 | configuration, acl, passwords (hashes)             | mosquitto            |
 * </pre>
 *
 * @param path of the folder, mode 0700.
 */
public record SecureFolder(Path path) {
    /** Certificate to trust. */
    public static final String CA_CERTIFICATE = "ca.crt";

    static final String CA_KEY = "ca.key";
    static final String SERVER_CERTIFICATE = "server.crt";
    static final String SERVER_KEY = "server.key";
    static final String USERS = "users";
    static final String PASSWORDS = "passwords";
    static final String MOSQUITTO = "mosquitto";

    /** Whether it holds users. */
    public boolean exists() {
        return Files.exists(path.resolve(USERS));
    }

    /**
     * Its users.
     *
     * @throws AccessException when they cannot be read.
     */
    public Accounts accounts() throws AccessException {
        Path file = path.resolve(USERS);
        return Accounts.parse(read(file).lines().toList(), file);
    }

    /** Certificate that clients trust. */
    public Path caFile() {
        return path.resolve(CA_CERTIFICATE);
    }

    /** File with the password of a user. */
    public Path passwordFile(String userName) {
        return path.resolve(PASSWORDS).resolve(userName);
    }

    /**
     * The broker's certificate.
     *
     * @throws AccessException when it cannot be read.
     */
    public X509Certificate serverCertificate() throws AccessException {
        return certificates(SERVER_CERTIFICATE).get(0);
    }

    /**
     * Names and addresses of the broker's certificate.
     *
     * @throws AccessException when it cannot be read.
     */
    public List<HostName> hosts() throws AccessException {
        try {
            Collection<List<?>> names = serverCertificate().getSubjectAlternativeNames();
            List<HostName> hosts = new ArrayList<>();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                hosts.add(new HostName(String.valueOf(name.get(1))));
            }
            return hosts;
        } catch (CertificateParsingException damaged) {
            throw unreadable(path.resolve(SERVER_CERTIFICATE), damaged);
        }
    }

    /** Files with secrets that others on this machine may read; empty when all is well. */
    public List<Path> openToOthers() throws AccessException {
        List<Path> open = new ArrayList<>();
        try (var files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.toString().endsWith(".crt") && OwnFile.openToOthers(file)) {
                    open.add(file);
                }
            }
            return open;
        } catch (IOException failed) {
            throw unreadable(path, failed);
        }
    }

    /**
     * TLS for the broker: its certificate and key.
     *
     * @throws AccessException when they cannot be read or do not belong together.
     */
    public SSLContext serverTls() throws AccessException {
        Path keyFile = path.resolve(SERVER_KEY);
        List<X509Certificate> chain = certificates(SERVER_CERTIFICATE);
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            // In memory only: the store is never written.
            keys.setKeyEntry("server", Pem.key(read(keyFile)), new char[0], chain.toArray(new Certificate[0]));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException damaged) {
            throw unreadable(keyFile, damaged);
        }
    }

    KeyPairWithCertificate authority() throws AccessException {
        Path keyFile = path.resolve(CA_KEY);
        try {
            return new KeyPairWithCertificate(
                    Pem.key(read(keyFile)), certificates(CA_CERTIFICATE).get(0));
        } catch (GeneralSecurityException damaged) {
            throw unreadable(keyFile, damaged);
        }
    }

    private List<X509Certificate> certificates(String name) throws AccessException {
        Path file = path.resolve(name);
        try {
            return Pem.certificates(read(file));
        } catch (GeneralSecurityException damaged) {
            throw unreadable(file, damaged);
        }
    }

    private static String read(Path file) throws AccessException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new AccessException(file + " is not there; make it with rollscope secure", missing);
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static AccessException unreadable(Path file, Exception cause) {
        return new AccessException(file + " cannot be used: " + cause.getMessage(), cause);
    }
}
