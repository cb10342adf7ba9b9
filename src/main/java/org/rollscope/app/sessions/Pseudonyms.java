package org.rollscope.app.sessions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rollscope.app.shell.CommandFailure;

/**
 * Names of athletes in exports: the same for the same athlete as long as the data folder's secret is the same, and nobody without it can
 * tell whose they are.
 *
 * <p><b>Source.</b> HMAC-SHA256 (RFC 2104), 40 bits of it: two of a thousand athletes share a name once in two million data folders.
 */
public final class Pseudonyms {
    /** File of the secret in the data folder; who removes it cuts old exports off from new ones. */
    static final String FILE_NAME = "export-secret";

    private static final int SECRET_BYTES = 32;
    private static final int NAME_DIGITS = 10;

    private final byte[] secret;

    private Pseudonyms(byte[] secret) {
        this.secret = secret;
    }

    /** Those of a data folder; its secret is made when there is none. */
    public static Pseudonyms of(Path dataFolder) throws CommandFailure {
        Path file = dataFolder.resolve(FILE_NAME);
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(made);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(made) + "\n", StandardOpenOption.WRITE);
            }
            return new Pseudonyms(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    file + " cannot be used (" + unusable.getMessage() + "); it makes the pseudonyms of exports: put it"
                            + " right, or remove it and new exports get other pseudonyms",
                    unusable);
        }
    }

    /** Name of an athlete, "p" and ten hexadecimal digits. */
    public String of(String athleteId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] sum = mac.doFinal(athleteId.getBytes(StandardCharsets.UTF_8));
            return "p" + HexFormat.of().formatHex(sum).substring(0, NAME_DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }
}
