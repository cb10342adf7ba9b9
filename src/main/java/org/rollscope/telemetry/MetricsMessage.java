package org.rollscope.telemetry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.LinkCounters;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;

/** One thing that is said about a roller; each kind has a topic of its own, see {@link Topic}. */
public sealed interface MetricsMessage {
    /** Where it is said. */
    Topic topic();

    /** Board time behind the message, null where no frame stands behind it. */
    @Nullable
    Long deviceTimeUs();

    /**
     * The service is there, or gone.
     *
     * @param online false also in the will that the broker sends for a service that died.
     */
    record Status(boolean online) implements MetricsMessage {
        @Override
        public Topic topic() {
            return Topic.STATUS;
        }

        @Override
        public @Nullable Long deviceTimeUs() {
            return null;
        }
    }

    /**
     * The roller: board, pads, calibration.
     *
     * @param hello the board's description.
     * @param calibrationId calibration in use.
     * @param softwareVersion version of the service.
     */
    record Device(BoardHello hello, String calibrationId, String softwareVersion) implements MetricsMessage {
        @Override
        public Topic topic() {
            return Topic.DEVICE;
        }

        @Override
        public @Nullable Long deviceTimeUs() {
            return null;
        }
    }

    /**
     * The running session, or none.
     *
     * @param running null when no session runs.
     */
    record Session(@Nullable SessionRecord running) implements MetricsMessage {
        @Override
        public Topic topic() {
            return Topic.SESSION;
        }

        @Override
        public @Nullable Long deviceTimeUs() {
            return null;
        }
    }

    /**
     * The figures of this moment.
     *
     * @param metrics the figures.
     */
    record Live(LiveMetrics metrics) implements MetricsMessage {
        @Override
        public Topic topic() {
            return Topic.LIVE;
        }

        @Override
        public Long deviceTimeUs() {
            return metrics.deviceTimeUs();
        }
    }

    /**
     * A batch of frames for charts at full rate.
     *
     * @param points at least one, in order of time.
     */
    record Frames(List<FramePoint> points) implements MetricsMessage {
        /** Copies the list. */
        public Frames {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("a batch needs at least one frame");
            }
        }

        @Override
        public Topic topic() {
            return Topic.FRAMES;
        }

        @Override
        public Long deviceTimeUs() {
            return points.get(points.size() - 1).deviceTimeUs();
        }
    }

    /**
     * An event of the running session.
     *
     * @param eventId the same for the opening and the closing message of one event; for de-duplication.
     * @param sessionId session whose clock the event's times are on.
     * @param declaredDeviceTimeUs board time at which this was decided.
     * @param event the event.
     */
    record Event(String eventId, String sessionId, long declaredDeviceTimeUs, RollerEvent event)
            implements MetricsMessage {
        @Override
        public Topic topic() {
            return Topic.EVENT;
        }

        @Override
        public Long deviceTimeUs() {
            return declaredDeviceTimeUs;
        }
    }

    /**
     * The last finished session.
     *
     * @param sessionId which.
     * @param startedAt its start.
     * @param link what the link counted during it.
     * @param summary what it amounted to.
     */
    record Summary(String sessionId, Instant startedAt, LinkCounters link, SessionSummary summary)
            implements MetricsMessage {
        @Override
        public Topic topic() {
            return Topic.SUMMARY;
        }

        @Override
        public @Nullable Long deviceTimeUs() {
            return null;
        }
    }

    /**
     * Where a guided routine is; the last one stays until another begins or the service does.
     *
     * @param guided null when nobody was guided since the service began.
     */
    record Routine(@Nullable Guided guided) implements MetricsMessage {
        /**
         * Somebody who is guided.
         *
         * @param athleteId pseudonym.
         * @param state prompt, place and what is behind.
         */
        public record Guided(String athleteId, RoutineState state) {}

        @Override
        public Topic topic() {
            return Topic.ROUTINE;
        }

        @Override
        public @Nullable Long deviceTimeUs() {
            return null;
        }
    }

    /**
     * The plan of who is on the roller.
     *
     * @param shared null when there is none, or the athlete does not let it be seen.
     */
    record Planned(@Nullable Shared shared) implements MetricsMessage {
        /**
         * A plan that may be seen. Why it was changed is not told here: that may name pain or illness, and whoever may read looks on.
         *
         * @param athleteId pseudonym.
         * @param origin version, day and who made it; its reason is not told.
         * @param sha256 of the plan as it lies in its file's form, 64 hexadecimal digits: two that both are version 5 can be told apart.
         * @param prescriptions what is planned, bottom-up.
         */
        public record Shared(String athleteId, Origin origin, String sha256, List<Prescription> prescriptions) {
            /** Copies the list. */
            public Shared {
                prescriptions = List.copyOf(prescriptions);
            }
        }

        /**
         * Where a version came from.
         *
         * @param version its number.
         * @param basedOnVersion the version before it; 0 for none.
         * @param date day, ISO-8601.
         * @param by who made it.
         */
        public record Origin(int version, int basedOnVersion, String date, String by) {}

        @Override
        public Topic topic() {
            return Topic.PLAN;
        }

        @Override
        public @Nullable Long deviceTimeUs() {
            return null;
        }
    }
}
