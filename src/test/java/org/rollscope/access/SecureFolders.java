package org.rollscope.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;

/** Secure folders for tests, sound and unsound ones. */
public final class SecureFolders {
    private SecureFolders() {}

    /** A sound one for the rollers roller-1 and roller-2; mosquitto's files are meant for {@code folder/installed}. */
    public static SecureFolder make(Path folder) throws Exception {
        return make(folder, BrokerLimits.USUAL);
    }

    /** The same with limits of one's own. */
    public static SecureFolder make(Path folder, BrokerLimits limits) throws Exception {
        new SecureSetup()
                .make(
                        new SecureRequest(
                                folder,
                                List.of(),
                                List.of("roller-1", "roller-2"),
                                30,
                                limits,
                                folder.resolve("installed")),
                        false);
        return new SecureFolder(folder);
    }

    /** The same users and authority, but the broker's certificate ended two days ago. */
    public static SecureFolder expired(SecureFolder sound, Path folder) throws Exception {
        OwnFile.makeFolder(folder);
        for (String name : List.of("ca.crt", "ca.key", "users")) {
            Files.copy(sound.path().resolve(name), folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        SecureFolder expired = new SecureFolder(folder);
        KeyPairWithCertificate server = new CertificateAuthority(new SecureRandom(), 10)
                .makeServer(expired.authority(), sound.hosts(), -2, folder);
        Files.writeString(folder.resolve("server.key"), Pem.text(server.key()));
        Files.writeString(folder.resolve("server.crt"), Pem.text(server.certificate()));
        return withMosquittoFiles(expired);
    }

    /** The certificates of one setup with the users of another. */
    public static SecureFolder withUsersOf(SecureFolder users, SecureFolder certificates, Path folder)
            throws Exception {
        OwnFile.makeFolder(folder);
        Files.copy(users.path().resolve("users"), folder.resolve("users"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String name : List.of("ca.crt", "server.key", "server.crt")) {
            Files.copy(certificates.path().resolve(name), folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return withMosquittoFiles(new SecureFolder(folder));
    }

    private static SecureFolder withMosquittoFiles(SecureFolder secured) throws Exception {
        Path folder = secured.path();
        OwnFile.makeFolder(folder.resolve("mosquitto"));
        Accounts accounts = secured.accounts();
        Files.writeString(
                folder.resolve("mosquitto/mosquitto.conf"),
                MosquittoFiles.configuration(BrokerLimits.USUAL, folder.resolve("installed")));
        Files.writeString(folder.resolve("mosquitto/acl"), MosquittoFiles.acl(accounts));
        Files.writeString(folder.resolve("mosquitto/passwords"), MosquittoFiles.passwords(accounts));
        return secured;
    }

    /** What the printed commands do: copies mosquitto's files to where its configuration expects them. */
    public static Path install(SecureFolder folder) throws Exception {
        Path installed = Files.createDirectories(folder.path().resolve("installed"));
        for (String name : List.of("server.crt", "server.key", "mosquitto/acl", "mosquitto/passwords")) {
            Path from = folder.path().resolve(name);
            Files.copy(from, installed.resolve(from.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return folder.path().resolve("mosquitto/mosquitto.conf");
    }
}
