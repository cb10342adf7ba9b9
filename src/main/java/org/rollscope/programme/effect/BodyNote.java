package org.rollscope.programme.effect;

import java.time.LocalDate;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.ProfileDate;
import org.rollscope.athlete.Side;

/** One thing that was written down about how a body feels or moves; it is never changed, only taken back by another. */
public sealed interface BodyNote {
    /** Running number among the person's notes. */
    int sequence();

    /** Day on which it was felt, measured or taken back, ISO-8601. */
    String date();

    /** What was felt or measured at a muscle and side. */
    sealed interface Observation extends BodyNote {
        /** When, by the rolling that it belongs to. */
        NoteMoment moment();

        /** Muscle. */
        Muscle muscle();

        /** Side. */
        Side side();

        /** Muscle and side. */
        default BodyPlace place() {
            return new BodyPlace(muscle(), side());
        }

        /** Day of the rolling that it belongs to. */
        default LocalDate rolledOn() {
            return LocalDate.parse(date()).minusDays(moment().laterDays());
        }
    }

    /**
     * How sore a muscle is.
     *
     * @param sequence running number.
     * @param date day.
     * @param moment when, by the rolling.
     * @param muscle which.
     * @param side which.
     * @param sorenessNrs 0 none, 10 the worst.
     */
    record Soreness(int sequence, String date, NoteMoment moment, Muscle muscle, Side side, double sorenessNrs)
            implements Observation {
        /** Refuses what is no soreness. */
        public Soreness {
            check(sequence, date);
            range(sorenessNrs >= 0 && sorenessNrs <= 10, "soreness must be 0..10, was " + sorenessNrs);
        }
    }

    /**
     * A range of motion that is a length.
     *
     * @param sequence running number.
     * @param date day.
     * @param moment when, by the rolling.
     * @param muscle which.
     * @param side which.
     * @param test a word of {@link MotionTest}, or a free one.
     * @param lengthMm -500 to 2000; below 0 where the mark is not reached.
     */
    record MotionLength(
            int sequence, String date, NoteMoment moment, Muscle muscle, Side side, String test, double lengthMm)
            implements Observation {
        /** Refuses what is no such length. */
        public MotionLength {
            check(sequence, date);
            MotionTest.check(test, false);
            range(lengthMm >= -500 && lengthMm <= 2000, "a length must be -50..200 cm, was " + lengthMm / 10);
        }
    }

    /**
     * A range of motion that is an angle.
     *
     * @param sequence running number.
     * @param date day.
     * @param moment when, by the rolling.
     * @param muscle which.
     * @param side which.
     * @param test a word of {@link MotionTest}, or a free one.
     * @param angleRad -pi to 2 pi; below 0 where the zero of the joint is not reached.
     */
    record MotionAngle(
            int sequence, String date, NoteMoment moment, Muscle muscle, Side side, String test, double angleRad)
            implements Observation {
        /** Refuses what is no such angle. */
        public MotionAngle {
            check(sequence, date);
            MotionTest.check(test, true);
            range(
                    angleRad >= -Math.PI && angleRad <= 2 * Math.PI,
                    "an angle must be -180..360 deg, was " + Math.toDegrees(angleRad));
        }
    }

    /**
     * Another note was a mistake.
     *
     * @param sequence running number.
     * @param date day.
     * @param takenBackSequence number of the note that counts no more.
     */
    record Correction(int sequence, String date, int takenBackSequence) implements BodyNote {
        /** Refuses what cannot be one. */
        public Correction {
            check(sequence, date);
            range(
                    takenBackSequence >= 1 && takenBackSequence < sequence,
                    "a correction takes back an earlier note, was " + takenBackSequence + " by " + sequence);
        }
    }

    private static void check(int sequence, String date) {
        range(sequence >= 1, "sequence must be 1 or more, was " + sequence);
        ProfileDate.check("date", date);
    }

    private static void range(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
