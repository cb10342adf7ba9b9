package org.rollscope.app.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

/**
 * A muscle and side as they are typed, {@code quadriceps:right}, with what stands behind it.
 *
 * @param muscle which muscle.
 * @param side which side.
 * @param rest what follows a colon or an equals sign; empty for nothing.
 */
public record MusclePlace(Muscle muscle, Side side, String rest) {
    /**
     * Reads {@code MUSCLE:SIDE}, {@code MUSCLE:SIDE:REST} or {@code MUSCLE:SIDE=REST}.
     *
     * @param option whose value it is, for the message.
     * @param withRest whether something must follow.
     */
    public static MusclePlace parse(String option, String text, boolean withRest) throws CommandFailure {
        String[] parts = text.split("[:=]", 3);
        boolean complete = parts.length == (withRest ? 3 : 2);
        if (!complete) {
            throw wrong(option, text, withRest ? "needs MUSCLE:SIDE=VALUE" : "needs MUSCLE:SIDE, as quadriceps:right");
        }
        try {
            return new MusclePlace(
                    Muscle.ofWord(parts[0].strip()), Side.ofWord(parts[1].strip()), withRest ? parts[2].strip() : "");
        } catch (IllegalArgumentException unknown) {
            throw wrong(
                    option,
                    text,
                    "the muscle must be one of "
                            + Arrays.stream(Muscle.values()).map(Muscle::word).collect(Collectors.joining(", "))
                            + " and the side left, right or middle");
        }
    }

    public static CommandFailure wrong(String option, String text, String why) {
        return new CommandFailure(CommandFailure.WRONG_USAGE, option + " " + text + ": " + why);
    }

    @Override
    public String toString() {
        return (muscle.word() + ":" + side.word()).toLowerCase(Locale.ROOT);
    }
}
