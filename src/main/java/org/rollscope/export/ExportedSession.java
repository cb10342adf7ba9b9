package org.rollscope.export;

import java.util.List;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.Measures;
import org.rollscope.session.MetricsBuilder;
import org.rollscope.session.Outage;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;

/**
 * A session that is to be exported.
 *
 * @param record what identifies it; its athlete is the pseudonym of the export.
 * @param link what the link counted.
 * @param summary what it amounted to.
 * @param measures what it amounted to besides.
 * @param events in the order in which they could be known.
 * @param spans what those with a length amounted to.
 * @param outages times in which something is missing.
 * @param frameCount frames that the archive holds.
 * @param documents texts that lie beside the data.
 * @param samples its frames.
 */
public record ExportedSession(
        SessionRecord record,
        LinkCounters link,
        SessionSummary summary,
        Measures measures,
        List<RollerEvent> events,
        List<MetricsBuilder.Measured> spans,
        List<Outage> outages,
        long frameCount,
        Documents documents,
        SampleSource samples) {
    /** Copies the lists. */
    public ExportedSession {
        events = List.copyOf(events);
        spans = List.copyOf(spans);
        outages = List.copyOf(outages);
    }

    /**
     * Texts that lie beside the data, JSON each.
     *
     * @param session the document of {@code sessions show --json}.
     * @param calibration as recorded.
     * @param settings as recorded.
     */
    public record Documents(String session, String calibration, String settings) {}

    /** The same with another document of {@code sessions show --json}. */
    public ExportedSession withDocument(String sessionJson) {
        return new ExportedSession(
                record,
                link,
                summary,
                measures,
                events,
                spans,
                outages,
                frameCount,
                new Documents(sessionJson, documents.calibration(), documents.settings()),
                samples);
    }

    /** Name of the session. */
    public String sessionId() {
        return record.sessionId();
    }

    /** The tables of its frames. */
    public SampleTables tables() {
        return SampleTables.of(record.hello());
    }
}
