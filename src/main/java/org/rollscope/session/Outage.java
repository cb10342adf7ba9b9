package org.rollscope.session;

/**
 * A time in which something of a session is missing.
 *
 * @param kind what failed.
 * @param startUs session time at which it began.
 * @param endUs session time at which it was over, not before the start.
 * @param reason one line, as it was told when it happened.
 * @param lostFrameCount frames that are missing because of it; 0 when everything was caught up with.
 */
public record Outage(Kind kind, long startUs, long endUs, String reason, long lostFrameCount) {
    /** What failed. */
    public enum Kind {
        /** The board or the line to it: no frames came. */
        LINK("link"),
        /** The disk: frames came and had to wait, or could not be kept. */
        RECORDING("recording");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As documents and the archive write it. */
        public String word() {
            return word;
        }

        /**
         * The kind that a word stands for.
         *
         * @throws IllegalArgumentException when it stands for none.
         */
        public static Kind ofWord(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("an outage must be of kind link or recording, was '" + word + "'");
        }
    }
}
