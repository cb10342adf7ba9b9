package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.detect.RollerEvent;
import org.rollscope.detect.ToolProfile;
import org.rollscope.export.ExportedSession;
import org.rollscope.export.SampleSource;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;
import org.rollscope.pipeline.SessionAnalysis;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.Metric;
import org.rollscope.session.MetricsBuilder;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.StoredSession;
import org.rollscope.session.SummaryBuilder;

/**
 * A stretch of a recorded session, with figures of that stretch.
 *
 * <p>Frames are computed from the session's beginning, as filters need, and those outside are left out; so each has the very numbers
 * that it has in the whole session. Events that touch the stretch are listed whole; the summary and the spans count the part within.
 *
 * @param fromUs begin, session time.
 * @param toUs end, left out.
 */
public record ArchivedSelection(long fromUs, long toUs) {
    /** What people are told about it in an export. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "A part of a session: frames with %d us <= time_us < %d us. Events that touch it are listed whole; sessions and spans"
                        + " count the part within. Rejected messages are those of the whole session.",
                fromUs,
                toUs);
    }

    /** The stretch of a session. */
    public ExportedSession of(SessionArchive archive, StoredSession stored, String participantId)
            throws CommandFailure, ArchiveException {
        ExportedSession whole = ArchivedSession.of(archive, stored, participantId);
        List<RollerEvent> events = whole.events().stream()
                .filter(event -> event.startUs() < toUs && (event.endUs() > fromUs || event.startUs() >= fromUs))
                .toList();
        Counting counting = new Counting(this, stored, events);
        archive.frames(stored.record().sessionId(), counting::accept);
        if (counting.frameCount == 0) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "no frame of session " + stored.record().sessionId()
                            + " lies in the selection; choose a longer one");
        }
        LinkCounters link = new LinkCounters(
                counting.frameCount,
                counting.lostFrameCount,
                whole.link().rejectedFrameCount(),
                counting.resetCount,
                whole.link().receivedBytes());
        SessionSummary summary = counting.summary.build(counting.lastUs - counting.firstUs);
        MetricsBuilder.Result measured = counting.measured(link);
        var outages = whole.outages().stream()
                .filter(outage -> outage.startUs() < toUs && outage.endUs() > fromUs)
                .toList();
        ObjectNode document = SessionDocument.of(whole.record(), link, summary, events, outages, stored.clockStepMs());
        document.putObject("selection").put("start_ms", JsonOutput.ms(fromUs)).put("end_ms", JsonOutput.ms(toUs));
        SessionMeasurement.put(document, measured);
        return new ExportedSession(
                whole.record(),
                link,
                summary,
                measured.session(),
                events,
                measured.spans(),
                outages,
                counting.frameCount,
                new ExportedSession.Documents(
                        JsonOutput.text(document) + "\n",
                        whole.documents().calibration(),
                        whole.documents().settings()),
                within(whole.samples()));
    }

    private SampleSource within(SampleSource all) {
        return sink -> all.read(row -> {
            if (contains(row.timeUs())) {
                sink.row(row);
            }
        });
    }

    private boolean contains(long timeUs) {
        return timeUs >= fromUs && timeUs < toUs;
    }

    private RollerEvent partOf(RollerEvent event) {
        return RollerEvent.completed(
                event.type(),
                Math.max(fromUs, event.startUs()),
                Math.max(fromUs, Math.min(toUs, event.endUs())),
                event.declaredUs(),
                event.evidence(),
                event.details());
    }

    /** Adds up the frames within. */
    private static final class Counting {
        private final ArchivedSelection selection;
        private final SessionAnalysis analysis;
        private final SummaryBuilder summary;
        private final MetricsBuilder metrics;
        private long frameCount;
        private long lostFrameCount;
        private long resetCount;
        private int bootIndex;
        private long firstUs;
        private long lastUs;

        Counting(ArchivedSelection selection, StoredSession stored, List<RollerEvent> events) throws CommandFailure {
            this.selection = selection;
            analysis = SessionMeasurement.analysis(stored);
            ToolProfile tool = ToolProfile.of(stored.record().hello().geometryId());
            summary = new SummaryBuilder(stored.record().band(), tool);
            List<RollerEvent> parts = new ArrayList<>();
            events.forEach(event -> parts.add(selection.partOf(event)));
            parts.forEach(summary::accept);
            metrics = new MetricsBuilder(parts, stored.record().band(), tool);
        }

        void accept(RawFrame frame) {
            analysis.accept(frame);
            long timeUs = analysis.lastTimeUs();
            if (!selection.contains(timeUs)) {
                return;
            }
            if (frameCount > 0) {
                lostFrameCount += frame.lostBeforeCount();
                resetCount += frame.bootIndex() == bootIndex ? 0 : 1;
            } else {
                firstUs = timeUs;
            }
            bootIndex = frame.bootIndex();
            lastUs = timeUs;
            frameCount++;
            summary.accept(analysis.features(), analysis.activity(), analysis.inContact());
            metrics.accept(analysis.features(), analysis.inContact());
        }

        MetricsBuilder.Result measured(LinkCounters link) {
            MetricsBuilder.Result built = metrics.build();
            Map<Metric, Double> quality = new EnumMap<>(Metric.class);
            quality.put(Metric.LOBE_AGREEMENT_RATIO, analysis.lobeAgreementRatio());
            quality.put(
                    Metric.LOST_RATIO, (double) link.lostFrameCount() / (link.frameCount() + link.lostFrameCount()));
            return new MetricsBuilder.Result(built.session().and(quality), built.spans());
        }
    }
}
