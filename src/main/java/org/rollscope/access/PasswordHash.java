package org.rollscope.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA-512 and a salt, written as mosquitto 2 writes it, {@code
 * $7$iterations$salt$hash}, so that one hash serves both brokers.
 *
 * <p><b>Source.</b> Iterations and password length are chosen by us, decision record 0020: passwords are drawn, not thought
 * up, so that guessing is out of the question; mosquitto hashes on its only thread.
 *
 * @param text as in the file.
 */
public record PasswordHash(String text) {
    private static final Pattern FORM = Pattern.compile("\\$7\\$(\\d{1,7})\\$([A-Za-z0-9+/=]+)\\$([A-Za-z0-9+/=]+)");
    private static final int ITERATION_COUNT = 10_000;
    private static final int MOST_ITERATION_COUNT = 1_000_000;
    /** The length that mosquitto 2 insists on. */
    private static final int SALT_BYTES = 12;

    private static final int HASH_BYTES = 64;
    /** 160 bits: nobody guesses that, whatever the hash. */
    private static final int PASSWORD_BYTES = 20;

    /** Checks the form. */
    public PasswordHash {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()
                || Integer.parseInt(matcher.group(1)) < 1
                || Integer.parseInt(matcher.group(1)) > MOST_ITERATION_COUNT) {
            // The text is not repeated: somebody may have put a password there.
            throw new IllegalArgumentException("text must be $7$iterations$salt$hash");
        }
    }

    /** Draws a password that can be typed and needs no quotes. */
    static String draw(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Hashes a password with a fresh salt. */
    static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder();
        return new PasswordHash("$7$" + ITERATION_COUNT + "$" + encoder.encodeToString(salt) + "$"
                + encoder.encodeToString(derive(password, salt, ITERATION_COUNT, HASH_BYTES)));
    }

    /** Whether a password is the right one; takes the same time whatever is wrong with it. */
    boolean fits(String password) {
        Matcher matcher = FORM.matcher(text);
        if (password.isEmpty() || !matcher.matches()) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(matcher.group(2));
        byte[] expected = Base64.getDecoder().decode(matcher.group(3));
        return MessageDigest.isEqual(
                expected, derive(password, salt, Integer.parseInt(matcher.group(1)), expected.length));
    }

    private static byte[] derive(String password, byte[] salt, int iterationCount, int lengthBytes) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterationCount, lengthBytes * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java 17 has PBKDF2WithHmacSHA512", impossible);
        } finally {
            spec.clearPassword();
        }
    }

    /** Never the hash: it does not belong into logs either. */
    @Override
    public String toString() {
        return "PasswordHash";
    }
}
