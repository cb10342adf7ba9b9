package org.rollscope.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes and renews a {@link SecureFolder}.
 *
 * <p><b>Errors.</b> {@link AccessException}; what was there is then still there. <b>Threads.</b> One.
 */
public final class SecureSetup {
    /** A clock that is some hours behind must not refuse a certificate of this morning. */
    private static final int BEGIN_DAYS = 1;

    private final SecureRandom random = new SecureRandom();
    private final CertificateAuthority authorities = new CertificateAuthority(random, BEGIN_DAYS);

    /**
     * Makes everything anew: authority, certificate, users, passwords.
     *
     * @param request what to make.
     * @param overwrite whether what an earlier setup made may be replaced.
     * @throws AccessException also for a folder that holds anything else: it gets a mode that would lock others out.
     */
    public void make(SecureRequest request, boolean overwrite) throws AccessException {
        SecureFolder folder = new SecureFolder(request.folder());
        refuseToOverwrite(folder, overwrite);
        writing(request.folder(), () -> {
            OwnFile.makeFolder(folder.path());
            KeyPairWithCertificate authority = authorities.makeAuthority(folder.path());
            KeyPairWithCertificate server =
                    authorities.makeServer(authority, request.hosts(), request.days(), folder.path());
            removeOldPasswords(folder);
            OwnFile.writeSecret(folder.path().resolve(SecureFolder.CA_KEY), Pem.text(authority.key()));
            OwnFile.writePublic(folder.caFile(), Pem.text(authority.certificate()));
            writeServer(folder, server);
            writeUsers(folder, request, List.of());
        });
    }

    /**
     * Makes a new certificate and adds rollers that are new; authority, users and passwords stay, so that no client needs new
     * files.
     *
     * @param request what to make.
     * @throws AccessException also when there is nothing to renew.
     */
    public void renew(SecureRequest request) throws AccessException {
        SecureFolder folder = new SecureFolder(request.folder());
        KeyPairWithCertificate authority = folder.authority();
        List<Account> known = folder.accounts().all();
        writing(request.folder(), () -> {
            OwnFile.makeFolder(folder.path());
            writeServer(folder, authorities.makeServer(authority, request.hosts(), request.days(), folder.path()));
            writeUsers(folder, request, known);
        });
    }

    /**
     * Copies what a client's machine needs into a folder of its own: the authority's certificate and the passwords of some users.
     *
     * @param folder what was made.
     * @param copy folder that only its owner enters.
     * @param userNames whose passwords.
     */
    public static void handOut(SecureFolder folder, Path copy, List<String> userNames) throws AccessException {
        writing(copy, () -> {
            OwnFile.makeFolder(copy);
            OwnFile.writePublic(copy.resolve(SecureFolder.CA_CERTIFICATE), Files.readString(folder.caFile()));
            for (String userName : userNames) {
                OwnFile.writeSecret(copy.resolve(userName), Files.readString(folder.passwordFile(userName)));
            }
        });
    }

    private static void refuseToOverwrite(SecureFolder folder, boolean overwrite) throws AccessException {
        if (folder.exists()) {
            if (!overwrite) {
                throw new AccessException(folder.path() + " holds users and certificates already; --renew makes a new"
                        + " certificate and keeps the passwords, --force makes everything anew");
            }
            return;
        }
        try (Stream<Path> files = Files.isDirectory(folder.path()) ? Files.list(folder.path()) : Stream.empty()) {
            if (files.findAny().isPresent()) {
                throw new AccessException(folder.path()
                        + " holds other files, and would be closed to everybody else; name a new folder with --out");
            }
        } catch (IOException failed) {
            throw new AccessException(folder.path() + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static void removeOldPasswords(SecureFolder folder) throws IOException {
        Path passwords = folder.path().resolve(SecureFolder.PASSWORDS);
        if (Files.isDirectory(passwords)) {
            try (Stream<Path> files = Files.list(passwords)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void writeServer(SecureFolder folder, KeyPairWithCertificate server)
            throws IOException, GeneralSecurityException {
        OwnFile.writeSecret(folder.path().resolve(SecureFolder.SERVER_KEY), Pem.text(server.key()));
        OwnFile.writePublic(folder.path().resolve(SecureFolder.SERVER_CERTIFICATE), Pem.text(server.certificate()));
    }

    private void writeUsers(SecureFolder folder, SecureRequest request, List<Account> known) throws IOException {
        Map<String, Role> wanted = new LinkedHashMap<>();
        request.rollerIds().forEach(rollerId -> wanted.put(rollerId, Role.ROLLER));
        Stream.of(Role.COACH, Role.VIEWER, Role.RESEARCHER).forEach(role -> wanted.put(role.word(), role));
        known.forEach(account -> wanted.remove(account.userName()));
        List<Account> all = new ArrayList<>(known);
        OwnFile.makeFolder(folder.path().resolve(SecureFolder.PASSWORDS));
        for (Map.Entry<String, Role> one : wanted.entrySet()) {
            String password = PasswordHash.draw(random);
            OwnFile.writeSecret(folder.passwordFile(one.getKey()), password + "\n");
            all.add(new Account(one.getKey(), one.getValue(), PasswordHash.of(password, random)));
        }
        Accounts accounts = new Accounts(all);
        Path mosquitto = folder.path().resolve(SecureFolder.MOSQUITTO);
        OwnFile.makeFolder(mosquitto);
        OwnFile.writeSecret(
                mosquitto.resolve(MosquittoFiles.CONFIGURATION),
                MosquittoFiles.configuration(request.limits(), request.mosquittoFolder()));
        OwnFile.writeSecret(mosquitto.resolve(MosquittoFiles.ACL), MosquittoFiles.acl(accounts));
        OwnFile.writeSecret(mosquitto.resolve(MosquittoFiles.PASSWORDS), MosquittoFiles.passwords(accounts));
        // Last, because a folder counts as made once it has users.
        OwnFile.writeSecret(folder.path().resolve(SecureFolder.USERS), accounts.text());
    }

    private interface Writing {
        void run() throws IOException, GeneralSecurityException, AccessException;
    }

    private static void writing(Path folder, Writing work) throws AccessException {
        try {
            work.run();
        } catch (UnsupportedOperationException noModes) {
            throw new AccessException(
                    folder + " lies on a disk that keeps no file modes; name another place with --out", noModes);
        } catch (IOException | GeneralSecurityException failed) {
            throw new AccessException(folder + " cannot be written: " + failed.getMessage(), failed);
        }
    }
}
