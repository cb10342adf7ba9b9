package org.rollscope.mqtt;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Bytes as they come from somebody who gets up to three things wrong: a byte, a bit, the end, one too many, everything twice. */
final class Mutation {
    private static final String SIGNS = "0123456789{}[]\",:.-eE+$#/";

    private Mutation() {}

    /** A copy with none to three changes. */
    static byte[] of(byte[] bytes, SplittableRandom random) {
        byte[] changed = bytes.clone();
        for (int count = random.nextInt(4); count > 0 && changed.length > 0; count--) {
            changed = once(changed, random);
        }
        return changed;
    }

    private static byte[] once(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 3 -> bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
            case 4 -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                return longer;
            }
            default -> {
                byte[] doubled = Arrays.copyOf(bytes, 2 * bytes.length);
                System.arraycopy(bytes, 0, doubled, bytes.length, bytes.length);
                return doubled;
            }
        }
        return bytes;
    }
}
