package org.rollscope.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Intensity;
import org.rollscope.programme.plan.Manner;
import org.rollscope.programme.plan.RollContext;

/**
 * One thing that a service is told to do, within its range.
 *
 * <p><b>Errors.</b> What is out of range is an {@link IllegalArgumentException} that names the argument as messages do, what is
 * allowed and what came.
 */
public sealed interface RollerCommand {
    /** Which one it is. */
    CommandName name();

    /** Begins a session now. */
    record Start() implements RollerCommand {
        @Override
        public CommandName name() {
            return CommandName.START;
        }
    }

    /** Ends the running session. */
    record Stop() implements RollerCommand {
        @Override
        public CommandName name() {
            return CommandName.STOP;
        }
    }

    /**
     * Marks this moment.
     *
     * @param markerIndex its number, 1 to 9999; null for one more than the highest of the session.
     */
    record Marker(@Nullable Integer markerIndex) implements RollerCommand {
        /** The highest number of a marker. */
        public static final int LAST_INDEX = 9999;

        /** Refuses numbers out of range. */
        public Marker {
            if (markerIndex != null && (markerIndex < 1 || markerIndex > LAST_INDEX)) {
                throw new IllegalArgumentException(
                        "number must be a whole number 1.." + LAST_INDEX + ", was " + markerIndex);
            }
        }

        @Override
        public CommandName name() {
            return CommandName.MARKER;
        }
    }

    /** Another instrument is at the same moment. */
    record Sync() implements RollerCommand {
        @Override
        public CommandName name() {
            return CommandName.SYNC;
        }
    }

    /**
     * The athlete's pain.
     *
     * @param painNrs on the numeric rating scale, 0 none to 10 the worst.
     */
    record Pain(double painNrs) implements RollerCommand {
        /** Refuses what is not on the scale. */
        public Pain {
            if (!(painNrs >= 0 && painNrs <= 10)) {
                throw new IllegalArgumentException("pain_nrs must be a number 0..10, was " + painNrs);
            }
        }

        @Override
        public CommandName name() {
            return CommandName.PAIN;
        }
    }

    /** The athlete says that it let go. */
    record FeltRelease() implements RollerCommand {
        @Override
        public CommandName name() {
            return CommandName.FELT_RELEASE;
        }
    }

    /**
     * Another ceiling.
     *
     * @param ceilingKpa mean contact pressure, 5 to 400.
     */
    record Ceiling(double ceilingKpa) implements RollerCommand {
        /** Refuses what no person's ceiling is. */
        public Ceiling {
            if (!(ceilingKpa >= 5 && ceilingKpa <= 400)) {
                throw new IllegalArgumentException("ceiling_kpa must be a number 5..400 kPa, was " + ceilingKpa);
            }
        }

        @Override
        public CommandName name() {
            return CommandName.CEILING;
        }
    }

    /**
     * Another athlete.
     *
     * @param athleteId pseudonym, {@code [a-z0-9-]{1,32}}.
     */
    record Athlete(String athleteId) implements RollerCommand {
        /** Refuses what is no pseudonym. */
        public Athlete {
            if (!athleteId.matches("[a-z0-9-]{1,32}")) {
                throw new IllegalArgumentException("athlete_id must be 1 to 32 of a-z, 0-9 and -");
            }
        }

        @Override
        public CommandName name() {
            return CommandName.ATHLETE;
        }
    }

    /**
     * Another place.
     *
     * @param muscle which muscle.
     * @param side which side.
     */
    record Place(Muscle muscle, Side side) implements RollerCommand {
        @Override
        public CommandName name() {
            return CommandName.MUSCLE;
        }
    }

    /** Takes the zero of the unloaded roller. */
    record Tare() implements RollerCommand {
        @Override
        public CommandName name() {
            return CommandName.TARE;
        }
    }

    /**
     * Sends frames of the archive once more.
     *
     * @param sessionId which session.
     * @param fromUs board time of the first frame, as in topic {@code frames}, 0 or more.
     * @param toUs board time of the last one, later, at most {@link #LONGEST_US} later.
     */
    record Backfill(String sessionId, long fromUs, long toUs) implements RollerCommand {
        /** Ten minutes: longer holes are asked for in pieces. */
        public static final long LONGEST_US = 600_000_000L;

        /** Refuses what is too much, or nothing. */
        public Backfill {
            if (!sessionId.matches("[A-Za-z0-9._-]{1,100}")) {
                throw new IllegalArgumentException("session_id must be 1 to 100 of letters, digits, '.', '_' and '-'");
            }
            if (fromUs < 0) {
                throw new IllegalArgumentException("from_us must be a whole number, 0 or more, was " + fromUs);
            }
            // from_us is not negative, so that the difference cannot overflow
            if (toUs <= fromUs || toUs - fromUs > LONGEST_US) {
                throw new IllegalArgumentException("to_us must be later than from_us by 1.." + LONGEST_US
                        + " us (ten minutes), was " + toUs + " with from_us " + fromUs);
            }
        }

        @Override
        public CommandName name() {
            return CommandName.BACKFILL;
        }
    }

    /**
     * Guides the athlete who is on the roller through what is due today.
     *
     * @param action what is to be done with the routine.
     * @param context when in the day's training it is; for a start only.
     * @param warmedUp whether the athlete has warmed up; for a start only.
     */
    record Routine(RoutineAction action, RollContext context, boolean warmedUp) implements RollerCommand {
        /** Goes on with the routine that runs. */
        public static Routine going(RoutineAction action) {
            return new Routine(action, RollContext.ANY, false);
        }

        @Override
        public CommandName name() {
            return CommandName.ROUTINE;
        }
    }

    /**
     * A new version of an athlete's plan: some places otherwise than in the version before.
     *
     * @param athleteId pseudonym.
     * @param base the version that the sender has seen.
     * @param reason why, 1 to 300 characters.
     * @param places what is planned there from now on.
     * @param removed places where nothing is planned any more.
     */
    record Plan(String athleteId, Base base, String reason, List<PlannedPlace> places, List<BodyPlace> removed)
            implements RollerCommand {
        /**
         * A version.
         *
         * @param version its number, 1 or more.
         * @param sha256 as told with it; null when the sender does not say.
         */
        public record Base(int version, @Nullable String sha256) {
            /** Refuses what is no version. */
            public Base {
                if (version < 1) {
                    throw new IllegalArgumentException(
                            "based_on_version must be a whole number, 1 or more, was " + version);
                }
                if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
                    throw new IllegalArgumentException("based_on_sha256 must be 64 hexadecimal digits");
                }
            }
        }

        /**
         * What is planned for one place.
         *
         * @param place muscle and side.
         * @param preset how long spots are held in general.
         * @param dose how much.
         * @param intensity how hard.
         * @param manner how and when.
         */
        public record PlannedPlace(BodyPlace place, HoldPreset preset, Dose dose, Intensity intensity, Manner manner) {}

        /** Refuses nothing at all, and a place that is said twice. */
        public Plan {
            if (!athleteId.matches("[a-z0-9-]{1,32}")) {
                throw new IllegalArgumentException("athlete_id must be 1 to 32 of a-z, 0-9 and -");
            }
            if (reason.isBlank() || reason.length() > 300) {
                throw new IllegalArgumentException("reason must have 1..300 characters");
            }
            places = List.copyOf(places);
            removed = List.copyOf(removed);
            Set<BodyPlace> said = new HashSet<>(removed);
            for (PlannedPlace planned : places) {
                if (!said.add(planned.place())) {
                    throw new IllegalArgumentException(planned.place().word() + " is said twice");
                }
            }
            if (said.isEmpty()) {
                throw new IllegalArgumentException("prescriptions or removed must name a place");
            }
        }

        @Override
        public CommandName name() {
            return CommandName.PLAN;
        }
    }
}
