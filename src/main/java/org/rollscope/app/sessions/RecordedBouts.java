package org.rollscope.app.sessions;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.programme.progress.Bout;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.StoredSession;

/** What recorded sessions say to the review of a plan, and to whether it works. */
public final class RecordedBouts {
    private static final String AFTER_MS = "after_ms";

    private RecordedBouts() {}

    /** The finished sessions of an athlete; one that was cut off has no summary and is left out. */
    public static List<Bout> of(List<StoredSession> sessions, String athleteId) {
        List<Bout> bouts = new ArrayList<>();
        for (StoredSession stored : sessions) {
            if (stored.record().athleteId().equals(athleteId)) {
                of(stored).ifPresent(bouts::add);
            }
        }
        return bouts;
    }

    private static Optional<Bout> of(StoredSession stored) {
        StoredSession.Closed closed = stored.closed();
        if (closed == null) {
            return Optional.empty();
        }
        SessionRecord record = stored.record();
        List<Long> holdsMs = events(stored, EventType.HOLD).stream()
                .map(hold -> (hold.endUs() - hold.startUs()) / 1000)
                .toList();
        return Optional.of(new Bout(
                record.sessionId(),
                new BodyPlace(record.muscle(), record.side()),
                LocalDate.ofInstant(record.startedAt(), ZoneOffset.UTC),
                new Bout.Done(holdsMs, closed.summary().rollMs()),
                new Bout.Load(
                        record.tool(),
                        closed.summary().meanPressureKpa(),
                        record.band().ceilingKpa(),
                        closed.summary().pressureTimeKpaS()),
                response(stored)));
    }

    private static Bout.Response response(StoredSession stored) {
        double worstNrs = Double.NaN;
        double painKpa = Double.NaN;
        for (RollerEvent said : events(stored, EventType.PAIN)) {
            double painNrs = said.details().value(RollerEvent.PAIN_NRS);
            if (Double.isNaN(worstNrs) || painNrs > worstNrs) {
                worstNrs = painNrs;
                painKpa = said.evidence().meanPressureKpa();
            }
        }
        double[] releasesAfterMs = events(stored, EventType.RELEASE).stream()
                .mapToDouble(release -> release.details().value(AFTER_MS))
                .filter(afterMs -> !Double.isNaN(afterMs))
                .toArray();
        return Bout.Response.of(
                worstNrs, painKpa, events(stored, EventType.GUARDING).size(), releasesAfterMs);
    }

    private static List<RollerEvent> events(StoredSession stored, EventType type) {
        return stored.events().stream()
                .filter(event -> event.type() == type && event.phase() != EventPhase.OPEN)
                .toList();
    }
}
