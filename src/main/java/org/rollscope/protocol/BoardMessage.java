package org.rollscope.protocol;

/** The smaller messages of a board; frames and hellos have types of their own. */
public sealed interface BoardMessage {
    /**
     * Health of the board, every five seconds.
     *
     * @param deviceTimeUs board clock as sent, wraps at 2^32.
     * @param batteryMv 0 when not measured.
     * @param temperatureDegC NaN when not measured.
     * @param missedTickCount ticks since reset at which no scan could start.
     * @param droppedFrameCount frames since reset that found no room to be sent.
     * @param imuErrorCount failed IMU reads since reset.
     * @param commandErrorCount commands since reset that were not understood.
     */
    record Status(
            long deviceTimeUs,
            int batteryMv,
            double temperatureDegC,
            long missedTickCount,
            long droppedFrameCount,
            int imuErrorCount,
            int commandErrorCount)
            implements BoardMessage {}

    /**
     * A button changed.
     *
     * @param deviceTimeUs board clock as sent.
     * @param buttonIndex 0 marker, 1 felt release, 2 pain, 3 sync input.
     * @param pressed whether it is down now.
     */
    record Button(long deviceTimeUs, int buttonIndex, boolean pressed) implements BoardMessage {}

    /**
     * Answer to a ping.
     *
     * @param tokenCount the ping's token.
     * @param deviceTimeUs board clock as sent.
     */
    record Pong(long tokenCount, long deviceTimeUs) implements BoardMessage {}

    /**
     * What became of a command.
     *
     * @param commandMessageId which.
     * @param result what.
     * @param rateHz sampling rate now in force.
     */
    record CommandResult(int commandMessageId, Result result, int rateHz) implements BoardMessage {}

    /** Outcomes of a command; the order is the wire's number. */
    enum Result {
        /** Done. */
        DONE,
        /** The line would be more than 80 % full. */
        LINE_TOO_FULL,
        /** A value is out of range. */
        OUT_OF_RANGE,
        /** The board does not know the command. */
        NOT_UNDERSTOOD
    }
}
