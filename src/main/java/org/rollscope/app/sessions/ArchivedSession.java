package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.detect.RollerEvent;
import org.rollscope.export.ExportedSession;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.MetricsBuilder;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.StoredSession;

/** A session of an archive with all that exports and reports need of it. */
public final class ArchivedSession {
    private ArchivedSession() {}

    /** A session that was cut off has its events and its summary computed. */
    public static ExportedSession of(SessionArchive archive, StoredSession stored, String participantId)
            throws CommandFailure, ArchiveException {
        StoredSession.Closed closed = stored.closed();
        LinkCounters link;
        SessionSummary summary;
        List<RollerEvent> events;
        if (closed == null) {
            Recomputation computed = Recomputation.of(archive, stored);
            link = computed.link();
            summary = computed.summary();
            events = computed.events();
        } else {
            link = closed.link();
            summary = closed.summary();
            events = stored.events();
        }
        SessionRecord record = stored.record().withAthleteId(participantId);
        MetricsBuilder.Result measured = SessionMeasurement.of(archive, stored, events, link);
        ObjectNode document = SessionDocument.of(record, link, summary, events, stored.outages(), stored.clockStepMs());
        SessionMeasurement.put(document, measured);
        return new ExportedSession(
                record,
                link,
                summary,
                measured.session(),
                events,
                measured.spans(),
                stored.outages(),
                stored.frameCount(),
                new ExportedSession.Documents(
                        JsonOutput.text(document) + "\n",
                        stored.documents().calibrationJson(),
                        stored.documents().settingsJson()),
                new ArchivedSamples(archive, stored));
    }
}
