package org.rollscope.athlete;

import java.util.Comparator;

/**
 * A muscle on one side of the body.
 *
 * @param muscle which muscle.
 * @param side which side.
 */
public record BodyPlace(Muscle muscle, Side side) {
    /** From the bottom up, left before right. */
    public static final Comparator<BodyPlace> BOTTOM_UP =
            Comparator.comparing(BodyPlace::muscle).thenComparing(BodyPlace::side);

    /** As it is typed and written in files: {@code calf:left}. */
    public String word() {
        return muscle.word() + ":" + side.word();
    }

    /** As people say it: {@code left calf}. */
    public String spoken() {
        return side.word() + " " + muscle.word().replace('_', ' ');
    }

    /**
     * Reads {@link #word} back.
     *
     * @throws IllegalArgumentException when it is none: says what is wrong.
     */
    public static BodyPlace ofWord(String word) {
        String[] parts = word.strip().split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a place is MUSCLE:SIDE, as calf:left, was '" + word.strip() + "'");
        }
        try {
            return new BodyPlace(Muscle.ofWord(parts[0].strip()), Side.ofWord(parts[1].strip()));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "a place is MUSCLE:SIDE, as calf:left (side left, right or middle), was '" + word.strip() + "'",
                    unknown);
        }
    }
}
