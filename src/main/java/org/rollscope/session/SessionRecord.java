package org.rollscope.session;

import java.time.Instant;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.EventType;
import org.rollscope.detect.ToolProfile;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.PadGeometry;

/**
 * What is known of a session at its start.
 *
 * @param sessionId unique name; begins with the start by the wall clock, which may have been wrong.
 * @param startedAt wall clock at the session's first frame.
 * @param rollerId name of the roller, {@code [a-z0-9-]{1,32}}.
 * @param athleteId pseudonym.
 * @param muscle which muscle.
 * @param side which side.
 * @param band floor and ceiling in force.
 * @param hello the board's description.
 * @param calibrationId names the calibration that was used.
 * @param softwareVersion version that recorded it.
 * @param settingsHash names the settings that the events were decided with.
 */
public record SessionRecord(
        String sessionId,
        Instant startedAt,
        String rollerId,
        String athleteId,
        Muscle muscle,
        Side side,
        PressureBand band,
        BoardHello hello,
        String calibrationId,
        String softwareVersion,
        String settingsHash) {
    /** What pressed, as {@link PadGeometry#toolWord} has it. */
    public String tool() {
        return PadGeometry.toolWord(hello.geometryId());
    }

    /** Whether its tool tells an event: of what it does not tell, nothing and none are the same. */
    public boolean tells(EventType type) {
        return ToolProfile.tells(hello.geometryId(), type);
    }

    /** The same with another name of the athlete. */
    public SessionRecord withAthleteId(String otherAthleteId) {
        return new SessionRecord(
                sessionId,
                startedAt,
                rollerId,
                otherAthleteId,
                muscle,
                side,
                band,
                hello,
                calibrationId,
                softwareVersion,
                settingsHash);
    }
}
