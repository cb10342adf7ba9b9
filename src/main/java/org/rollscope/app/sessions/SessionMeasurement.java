package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.config.DocumentJson;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.export.SmallTable;
import org.rollscope.export.SpanTable;
import org.rollscope.pipeline.AnalysisSetup;
import org.rollscope.pipeline.SessionAnalysis;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.MetricsBuilder;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;

/** What each event of a recorded session amounted to, measured from its frames. */
final class SessionMeasurement {
    private SessionMeasurement() {}

    /** Measures in one pass over the frames. */
    static List<MetricsBuilder.Measured> of(SessionArchive archive, StoredSession stored, List<RollerEvent> events)
            throws ArchiveException, CommandFailure {
        MetricsBuilder builder = new MetricsBuilder(events, stored.record().band());
        SessionAnalysis analysis = analysis(stored);
        archive.frames(stored.record().sessionId(), frame -> {
            analysis.accept(frame);
            builder.accept(analysis.features());
        });
        return builder.build();
    }

    /** The way from frames to features with the settings and the calibration that were recorded. */
    static SessionAnalysis analysis(StoredSession stored) throws CommandFailure {
        try {
            DocumentJson.AnalysisSettings settings =
                    DocumentJson.readAnalysisSettings(stored.documents().settingsJson());
            AnalysisSetup setup = new AnalysisSetup(
                    settings.features(), settings.detection(), stored.record().band());
            return new SessionAnalysis(
                    setup,
                    stored.record().hello(),
                    DocumentJson.readCalibration(stored.documents().calibrationJson()),
                    event -> {
                        // the recorded ones count
                    });
        } catch (IllegalArgumentException damaged) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "session " + stored.record().sessionId() + ": a stored document " + damaged.getMessage(),
                    damaged);
        }
    }

    /** As key {@code spans} of a document; keys as in exports. */
    static void put(ObjectNode document, List<MetricsBuilder.Measured> spans) {
        SmallTable table = SpanTable.of(spans);
        ArrayNode list = document.putArray("spans");
        for (List<@Nullable Object> row : table.rows()) {
            ObjectNode node = list.addObject();
            for (int index = 0; index < row.size(); index++) {
                node.putPOJO(table.table().columns().get(index).key(), row.get(index));
            }
        }
    }

    /** Holds and strokes for people. */
    static void print(PrintWriter out, List<MetricsBuilder.Measured> spans) {
        out.println();
        out.printf(
                "%-8s %8s %8s %9s %9s %9s %9s %9s%n",
                "", "from s", "for s", "mean kPa", "p95 kPa", "peak kPa", "force N", "release s");
        for (MetricsBuilder.Measured span : spans) {
            RollerEvent event = span.event();
            if (event.type() == EventType.HOLD || event.type() == EventType.STROKE) {
                out.printf(
                        Locale.ROOT,
                        "%-8s %8.1f %8.1f %9.1f %9.1f %9.1f %9.0f %9s%n",
                        event.type().word(),
                        event.startUs() / 1e6,
                        (event.endUs() - event.startUs()) / 1e6,
                        span.metrics().meanPressureKpa(),
                        span.metrics().p95PressureKpa(),
                        span.metrics().peakPressureKpa(),
                        span.metrics().meanForceN(),
                        Double.isNaN(span.releaseAfterMs())
                                ? "-"
                                : String.format(Locale.ROOT, "%.1f", span.releaseAfterMs() / 1000));
            }
        }
    }
}
