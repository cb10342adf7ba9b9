package org.rollscope.detect;

/**
 * Something that happened on the roller.
 *
 * <p><b>Units.</b> Session time in microseconds. {@link #startUs} is the onset, {@link #declaredUs} the moment at which the
 * detector could know of it, so declared minus start is the detector's delay.
 */
public sealed interface RollerEvent {
    /** Name of the figure of a stroke. */
    String STROKE_LENGTH_MM = "stroke_length_mm";

    /** Name of the figure of a marker, and of a trigger of another instrument. */
    String MARKER_NUMBER = "number";
    /** Name of the figure of a trigger that says by how much its time may be wrong. */
    String SYNC_ERROR_MS = "error_ms";

    /** Name of the figure of a word for pain. */
    String PAIN_NRS = "pain_nrs";

    /** Kind of event. */
    EventType type();

    /** Whether it begins, has ended, or is told once. */
    EventPhase phase();

    /** Onset. */
    long startUs();

    /** End; the onset while it is open. */
    long endUs();

    /** When its onset could be known. */
    long declaredUs();

    /** What it was decided from. */
    PressureEvidence evidence();

    /** Figures of this kind of event. */
    default Figures details() {
        return Figures.NONE;
    }

    /** Something with a length begins. */
    sealed interface Started extends RollerEvent {
        @Override
        default EventPhase phase() {
            return EventPhase.OPEN;
        }

        @Override
        default long endUs() {
            return startUs();
        }
    }

    /** Something with a length has ended. */
    sealed interface Ended extends RollerEvent {
        @Override
        default EventPhase phase() {
            return EventPhase.CLOSE;
        }
    }

    /** A limb came to lie on the roller. */
    record ContactStarted(long startUs, long declaredUs, PressureEvidence evidence) implements Started {
        @Override
        public EventType type() {
            return EventType.CONTACT;
        }
    }

    /** The limb left the roller. */
    record ContactEnded(long startUs, long endUs, long declaredUs, PressureEvidence evidence) implements Ended {
        @Override
        public EventType type() {
            return EventType.CONTACT;
        }
    }

    /** A sustained hold began. */
    record HoldStarted(long startUs, long declaredUs, PressureEvidence evidence) implements Started {
        @Override
        public EventType type() {
            return EventType.HOLD;
        }
    }

    /** A sustained hold ended. */
    record HoldEnded(long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Ended {
        @Override
        public EventType type() {
            return EventType.HOLD;
        }
    }

    /** Rolling began. */
    record RollStarted(long startUs, long declaredUs, PressureEvidence evidence) implements Started {
        @Override
        public EventType type() {
            return EventType.ROLL;
        }
    }

    /** Rolling ended. */
    record RollEnded(long startUs, long endUs, long declaredUs, PressureEvidence evidence) implements Ended {
        @Override
        public EventType type() {
            return EventType.ROLL;
        }
    }

    /**
     * One way of rolling was completed.
     *
     * @param startUs onset.
     * @param endUs the turn that ended it.
     * @param declaredUs when it could be known.
     * @param evidence pressures along it.
     * @param strokeLengthMm travel of the contact along the limb; positive with growing roll angle.
     */
    record StrokeCompleted(long startUs, long endUs, long declaredUs, PressureEvidence evidence, double strokeLengthMm)
            implements RollerEvent {
        @Override
        public EventType type() {
            return EventType.STROKE;
        }

        @Override
        public EventPhase phase() {
            return EventPhase.POINT;
        }

        @Override
        public Figures details() {
            return Figures.of(STROKE_LENGTH_MM, strokeLengthMm);
        }

        /** Mean speed of the contact along the limb, 0 or more. */
        public double meanSpeedMmPerS() {
            return endUs > startUs ? Math.abs(strokeLengthMm) * 1e6 / (endUs - startUs) : 0;
        }
    }

    /** Pressure rose over the ceiling. */
    record OverpressureStarted(long startUs, long declaredUs, PressureEvidence evidence) implements Started {
        @Override
        public EventType type() {
            return EventType.OVERPRESSURE;
        }
    }

    /** Pressure came down again. */
    record OverpressureEnded(long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Ended {
        @Override
        public EventType type() {
            return EventType.OVERPRESSURE;
        }
    }

    /** A muscle may be tensing against the roller: a signal pattern, not a diagnosis. */
    record GuardingSuspected(long startUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Started {
        @Override
        public EventType type() {
            return EventType.GUARDING;
        }
    }

    /** The pattern has gone. */
    record GuardingEnded(long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Ended {
        @Override
        public EventType type() {
            return EventType.GUARDING;
        }
    }

    /** Something that is told once. */
    sealed interface Point extends RollerEvent {
        @Override
        default EventPhase phase() {
            return EventPhase.POINT;
        }
    }

    /** Pressure rose abruptly; {@code loading_rate_kpa_per_s} is the steepest. */
    record LoadedAbruptly(long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Point {
        @Override
        public EventType type() {
            return EventType.LOADING_RATE;
        }
    }

    /** Tissue gave way: {@code depth_ratio} of stiffness, {@code after_ms} of hold. */
    record TissueReleased(long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Point {
        @Override
        public EventType type() {
            return EventType.RELEASE;
        }
    }

    /** Nothing more happens in this hold. */
    record TissueSettled(long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Point {
        @Override
        public EventType type() {
            return EventType.SETTLED;
        }
    }

    /** A short burst of force. */
    record TwitchSeen(long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Point {
        @Override
        public EventType type() {
            return EventType.TWITCH;
        }
    }

    /** The athlete says that it let go. */
    record ReleaseFelt(long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Point {
        @Override
        public EventType type() {
            return EventType.FELT_RELEASE;
        }
    }

    /** Somebody marked this moment; {@link #MARKER_NUMBER} tells it from others. */
    record MomentMarked(long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Point {
        @Override
        public EventType type() {
            return EventType.MARKER;
        }
    }

    /** Another instrument's trigger; {@link #MARKER_NUMBER} counts them, {@link #SYNC_ERROR_MS} says how late it may be noted. */
    record SyncSeen(long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Point {
        @Override
        public EventType type() {
            return EventType.SYNC;
        }
    }

    /** The athlete says how much it hurts: {@link #PAIN_NRS}, 0 to 10. */
    record PainSaid(long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details)
            implements Point {
        @Override
        public EventType type() {
            return EventType.PAIN;
        }
    }

    /** No frame arrived for longer than the gap limit. */
    record SignalLost(long startUs, long declaredUs, PressureEvidence evidence) implements Started {
        @Override
        public EventType type() {
            return EventType.SIGNAL_LOST;
        }
    }

    /** Frames arrive again. */
    record SignalRestored(long startUs, long endUs, long declaredUs, PressureEvidence evidence) implements Ended {
        @Override
        public EventType type() {
            return EventType.SIGNAL_LOST;
        }
    }

    /**
     * Rebuilds an event that has ended or is told once, as read from an archive or a message.
     *
     * @param type kind.
     * @param startUs onset.
     * @param endUs end.
     * @param declaredUs when the onset could be known.
     * @param evidence what it was decided from.
     * @param details figures of its kind.
     * @return the event.
     */
    static RollerEvent completed(
            EventType type, long startUs, long endUs, long declaredUs, PressureEvidence evidence, Figures details) {
        return switch (type) {
            case CONTACT -> new ContactEnded(startUs, endUs, declaredUs, evidence);
            case HOLD -> new HoldEnded(startUs, endUs, declaredUs, evidence, details);
            case ROLL -> new RollEnded(startUs, endUs, declaredUs, evidence);
            case STROKE -> new StrokeCompleted(startUs, endUs, declaredUs, evidence, details.value(STROKE_LENGTH_MM));
            case OVERPRESSURE -> new OverpressureEnded(startUs, endUs, declaredUs, evidence, details);
            case LOADING_RATE -> new LoadedAbruptly(startUs, endUs, declaredUs, evidence, details);
            case GUARDING -> new GuardingEnded(startUs, endUs, declaredUs, evidence, details);
            case RELEASE -> new TissueReleased(startUs, endUs, declaredUs, evidence, details);
            case SETTLED -> new TissueSettled(startUs, endUs, declaredUs, evidence, details);
            case TWITCH -> new TwitchSeen(startUs, endUs, declaredUs, evidence, details);
            case FELT_RELEASE -> new ReleaseFelt(startUs, endUs, declaredUs, evidence, details);
            case MARKER -> new MomentMarked(startUs, endUs, declaredUs, evidence, details);
            case SYNC -> new SyncSeen(startUs, endUs, declaredUs, evidence, details);
            case PAIN -> new PainSaid(startUs, endUs, declaredUs, evidence, details);
            case SIGNAL_LOST -> new SignalRestored(startUs, endUs, declaredUs, evidence);
        };
    }

    /**
     * Rebuilds an event that begins, as read from a message.
     *
     * @param type kind; one that has a length.
     * @param startUs onset.
     * @param declaredUs when it could be known.
     * @param evidence what it was decided from.
     * @param details figures of its kind.
     * @return the event.
     * @throws IllegalArgumentException for an event that is told once.
     */
    static RollerEvent started(
            EventType type, long startUs, long declaredUs, PressureEvidence evidence, Figures details) {
        return switch (type) {
            case CONTACT -> new ContactStarted(startUs, declaredUs, evidence);
            case HOLD -> new HoldStarted(startUs, declaredUs, evidence);
            case ROLL -> new RollStarted(startUs, declaredUs, evidence);
            case OVERPRESSURE -> new OverpressureStarted(startUs, declaredUs, evidence);
            case GUARDING -> new GuardingSuspected(startUs, declaredUs, evidence, details);
            case SIGNAL_LOST -> new SignalLost(startUs, declaredUs, evidence);
            case STROKE, LOADING_RATE, RELEASE, SETTLED, TWITCH, FELT_RELEASE, MARKER, SYNC, PAIN ->
                throw new IllegalArgumentException("a " + type.word() + " has no beginning event");
        };
    }
}
