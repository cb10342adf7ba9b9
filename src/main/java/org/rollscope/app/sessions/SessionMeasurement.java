package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CalibrationAge;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.config.DocumentJson;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.detect.ToolProfile;
import org.rollscope.export.SmallTable;
import org.rollscope.export.SpanTable;
import org.rollscope.frame.LinkCounters;
import org.rollscope.pipeline.AnalysisSetup;
import org.rollscope.pipeline.SessionAnalysis;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.Metric;
import org.rollscope.session.MetricsBuilder;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.StoredSession;

/** What each event of a recorded session amounted to, measured from its frames. */
public final class SessionMeasurement {
    private SessionMeasurement() {}

    /** Measures in one pass over the frames. */
    static MetricsBuilder.Result of(
            SessionArchive archive, StoredSession stored, List<RollerEvent> events, LinkCounters link)
            throws ArchiveException, CommandFailure {
        SessionRecord record = stored.record();
        ToolProfile tool = ToolProfile.of(record.hello().geometryId());
        MetricsBuilder builder = new MetricsBuilder(events, record.band(), tool);
        SessionAnalysis analysis = analysis(stored);
        archive.frames(record.sessionId(), frame -> {
            analysis.accept(frame);
            builder.accept(analysis.features(), analysis.inContact());
        });
        MetricsBuilder.Result measured = builder.build();
        Map<Metric, Double> quality = new EnumMap<>(Metric.class);
        quality.put(Metric.LOBE_AGREEMENT_RATIO, analysis.lobeAgreementRatio());
        quality.put(Metric.LOST_RATIO, (double) link.lostFrameCount() / (link.frameCount() + link.lostFrameCount()));
        CalibrationAge.ofSession(stored)
                .ifPresent(days -> quality.put(Metric.CALIBRATION_AGE_DAY_COUNT, (double) days));
        return new MetricsBuilder.Result(measured.session().and(quality), measured.spans());
    }

    /** The way from frames to features with the settings and the calibration that were recorded. */
    public static SessionAnalysis analysis(StoredSession stored) throws CommandFailure {
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

    /** As keys {@code metrics} and {@code spans} of a document; keys as in exports. */
    static void put(ObjectNode document, MetricsBuilder.Result measured) {
        ObjectNode metrics = document.putObject("metrics");
        for (Metric metric : Metric.ofSessions()) {
            metrics.putPOJO(metric.key(), SpanTable.cell(metric, measured.session()));
        }
        SmallTable table = SpanTable.of(measured.spans());
        ArrayNode list = document.putArray("spans");
        for (List<@Nullable Object> row : table.rows()) {
            ObjectNode node = list.addObject();
            for (int index = 0; index < row.size(); index++) {
                node.putPOJO(table.table().columns().get(index).key(), row.get(index));
            }
        }
    }

    /** Holds and strokes for people. */
    static void print(PrintWriter out, MetricsBuilder.Result measured) {
        out.println();
        for (Metric metric : Metric.ofSessions()) {
            double value = measured.session().value(metric);
            String text = Double.isNaN(value)
                    ? "-"
                    : String.format(
                            Locale.ROOT, metric.isWhole() ? "%.0f" : Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
            out.printf("%-28s %10s %-6s %s%n", metric.key(), text, metric.unit(), metric.definition());
        }
        out.println();
        out.printf(
                "%-8s %8s %8s %9s %9s %9s %9s %9s%n",
                "", "from s", "for s", "mean kPa", "p95 kPa", "peak kPa", "force N", "release s");
        for (MetricsBuilder.Measured span : measured.spans()) {
            RollerEvent event = span.event();
            if (event.type() == EventType.HOLD || event.type() == EventType.STROKE) {
                out.printf(
                        Locale.ROOT,
                        "%-8s %8.1f %8.1f %9.1f %9.1f %9.1f %9.0f %9s%n",
                        event.type().word(),
                        event.startUs() / 1e6,
                        (event.endUs() - event.startUs()) / 1e6,
                        span.measures().value(Metric.MEAN_PRESSURE_KPA),
                        span.measures().value(Metric.P95_PRESSURE_KPA),
                        span.measures().value(Metric.PEAK_PRESSURE_KPA),
                        span.measures().value(Metric.MEAN_FORCE_N),
                        seconds(span.measures().value(Metric.RELEASE_AFTER_MS)));
            }
        }
    }

    private static String seconds(double ms) {
        return Double.isNaN(ms) ? "-" : String.format(Locale.ROOT, "%.1f", ms / 1000);
    }
}
