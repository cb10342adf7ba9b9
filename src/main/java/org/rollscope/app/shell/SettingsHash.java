package org.rollscope.app.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.rollscope.config.DocumentJson;

/** Names the settings that events are decided with: the start of the SHA-256 of their document. */
public final class SettingsHash {
    private static final int HASH_BYTES = 8;

    private SettingsHash() {}

    public static String of(DocumentJson.AnalysisSettings settings) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(DocumentJson.write(settings).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
