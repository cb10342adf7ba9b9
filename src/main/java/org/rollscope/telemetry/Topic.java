package org.rollscope.telemetry;

import java.util.Locale;

/** The topics below {@code rollscope/v1/{roller_id}/}, with how they are sent. */
public enum Topic {
    /** Birth and will. */
    STATUS(true, 1),
    /** Roller, firmware, pads, calibration. */
    DEVICE(true, 1),
    /** The running session, or none. */
    SESSION(true, 1),
    /** The figures of this moment, 10 to 20 a second. */
    LIVE(false, 0),
    /** Batches of frames, CBOR. */
    FRAMES(false, 0),
    /** Events. */
    EVENT(false, 1),
    /** The last finished session. */
    SUMMARY(true, 1),
    /** What a guided athlete is told to do now, or that nobody is guided. */
    ROUTINE(true, 1),
    /** The plan of who is on the roller, as far as the athlete lets it be seen. */
    PLAN(true, 1);

    /** Root of every topic. */
    public static final String ROOT = "rollscope/v1";

    private final boolean retained;
    private final int qosIndex;

    Topic(boolean retained, int qosIndex) {
        this.retained = retained;
        this.qosIndex = qosIndex;
    }

    /** Whether the broker keeps the last message. */
    public boolean retained() {
        return retained;
    }

    /** MQTT quality of service, 0 or 1. */
    public int qosIndex() {
        return qosIndex;
    }

    /** Last part of the topic. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The whole topic of one roller. */
    public String path(String rollerId) {
        return ROOT + "/" + rollerId + "/" + word();
    }

    /** Value of {@code schema} in the payloads; a plan as it is told is another document than one in a file. */
    public String schema() {
        return "rollscope." + word() + (this == PLAN ? "-told/1" : "/1");
    }
}
