package org.rollscope.config;

import java.util.Collection;

/** Finds the key that somebody probably meant. */
final class NearestKey {
    private NearestKey() {}

    /** The known key with the fewest changes; empty when there is none. */
    static String of(String typed, Collection<String> known) {
        String best = "";
        int fewest = Integer.MAX_VALUE;
        for (String key : known) {
            int changes = changeCount(typed, key);
            if (changes < fewest) {
                fewest = changes;
                best = key;
            }
        }
        return best;
    }

    /** Letters to insert, delete or replace: Levenshtein's distance. */
    private static int changeCount(String left, String right) {
        int[] before = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] now = new int[right.length() + 1];
            now[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replace = before[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(replace, 1 + Math.min(before[column], now[column - 1]));
            }
            before = now;
        }
        return before[right.length()];
    }
}
