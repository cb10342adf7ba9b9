package org.rollscope.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes certificates with the {@code keytool} of the Java that runs us, in a folder that is gone afterwards.
 *
 * <p>The key store's password lies in a file of that folder, not on the command line, where every user of the machine could
 * read it. <b>Errors.</b> {@link AccessException} in words. <b>Source.</b> Key kind and lives: decision record 0020.
 */
final class CertificateAuthority {
    /** Ten years: a new authority means new files on every machine. */
    private static final int CA_DAYS = 3650;

    private static final long PATIENCE_S = 120;
    private static final String CA_ALIAS = "ca";
    private static final String SERVER_ALIAS = "server";

    private final SecureRandom random;
    private final int beginDays;

    /**
     * An authority whose certificates hold from some days ago on.
     *
     * @param random for names and passwords.
     * @param beginDays days before now at which certificates begin: a clock that is a little behind must not refuse them.
     */
    CertificateAuthority(SecureRandom random, int beginDays) {
        this.random = random;
        this.beginDays = beginDays;
    }

    /** A new authority of its own. */
    KeyPairWithCertificate makeAuthority(Path workFolder) throws AccessException {
        byte[] tag = new byte[4];
        random.nextBytes(tag);
        return inKeyStore(workFolder, (store, passwordFile) -> {
            keytool(
                    store,
                    passwordFile,
                    CA_DAYS + beginDays,
                    List.of(
                            "-alias",
                            CA_ALIAS,
                            // A name of its own, so that two authorities are not taken for one another.
                            "-dname",
                            "CN=Rollscope CA " + HexFormat.of().formatHex(tag),
                            "-ext",
                            "bc:critical=ca:true,pathlen:0",
                            "-ext",
                            "ku:critical=keyCertSign,cRLSign"));
            return read(store, passwordFile, CA_ALIAS);
        });
    }

    /**
     * A new key and certificate for a broker.
     *
     * @param authority signs it.
     * @param hosts names and addresses under which the broker is reached.
     * @param days for how long it holds, from now on.
     * @param workFolder where a folder is made for a moment.
     */
    KeyPairWithCertificate makeServer(KeyPairWithCertificate authority, List<HostName> hosts, int days, Path workFolder)
            throws AccessException {
        String names =
                String.join(",", hosts.stream().map(HostName::keytoolText).toList());
        return inKeyStore(workFolder, (store, passwordFile) -> {
            write(authority, store, passwordFile);
            keytool(
                    store,
                    passwordFile,
                    days + beginDays,
                    List.of(
                            "-alias",
                            SERVER_ALIAS,
                            "-signer",
                            CA_ALIAS,
                            "-dname",
                            "CN=Rollscope broker",
                            "-ext",
                            "ku:critical=digitalSignature",
                            "-ext",
                            "eku=serverAuth",
                            "-ext",
                            "san=" + names));
            return read(store, passwordFile, SERVER_ALIAS);
        });
    }

    private interface Work {
        KeyPairWithCertificate with(Path store, Path passwordFile)
                throws IOException, GeneralSecurityException, InterruptedException, AccessException;
    }

    private KeyPairWithCertificate inKeyStore(Path workFolder, Work work) throws AccessException {
        Path folder = workFolder.resolve(".making-certificates");
        Path store = folder.resolve("keys.p12");
        Path passwordFile = folder.resolve("password");
        try {
            OwnFile.makeFolder(folder);
            try {
                Files.deleteIfExists(store);
                OwnFile.writeSecret(passwordFile, PasswordHash.draw(random) + "\n");
                return work.with(store, passwordFile);
            } finally {
                Files.deleteIfExists(store);
                Files.deleteIfExists(passwordFile);
                Files.deleteIfExists(folder);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AccessException("making certificates was broken off", ended);
        } catch (IOException | GeneralSecurityException failed) {
            throw new AccessException(
                    "no certificate could be made in " + workFolder + ": " + failed.getMessage(), failed);
        }
    }

    private void keytool(Path store, Path passwordFile, int days, List<String> more)
            throws IOException, InterruptedException, AccessException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        if (!Files.isExecutable(program)) {
            throw new AccessException(
                    program + " is missing: this Java was installed without it; on Debian: apt-get install"
                            + " openjdk-17-jre-headless");
        }
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-J-Xmx64m",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-startdate",
                "-" + beginDays + "d",
                "-validity",
                Integer.toString(days),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:file",
                passwordFile.toString()));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AccessException("keytool did not end within " + PATIENCE_S + " s");
        }
        if (process.exitValue() != 0) {
            throw new AccessException(
                    "keytool made no certificate: " + said.lines().findFirst().orElse("it said nothing"));
        }
        if (Files.exists(store)) {
            OwnFile.protect(store);
        }
    }

    private static KeyPairWithCertificate read(Path store, Path passwordFile, String alias)
            throws IOException, GeneralSecurityException {
        char[] password = password(passwordFile);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        if (keys.getKey(alias, password) instanceof PrivateKey key
                && keys.getCertificate(alias) instanceof X509Certificate certificate) {
            return new KeyPairWithCertificate(key, certificate);
        }
        throw new GeneralSecurityException("keytool left no key '" + alias + "'");
    }

    private static void write(KeyPairWithCertificate authority, Path store, Path passwordFile)
            throws IOException, GeneralSecurityException {
        char[] password = password(passwordFile);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(CA_ALIAS, authority.key(), password, new Certificate[] {authority.certificate()});
        OwnFile.writeSecret(store, "");
        try (OutputStream out = Files.newOutputStream(store, StandardOpenOption.TRUNCATE_EXISTING)) {
            keys.store(out, password);
        }
    }

    private static char[] password(Path passwordFile) throws IOException {
        return Files.readString(passwordFile).strip().toCharArray();
    }
}
