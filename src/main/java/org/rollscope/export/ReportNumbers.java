package org.rollscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollscope.detect.EventType;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.Measures;
import org.rollscope.session.Metric;
import org.rollscope.session.Outage;
import org.rollscope.session.SessionSummary;

/** The numbers of a report: what exports carry of the session, and how good the data are. */
final class ReportNumbers {
    private final ReportPage page;
    private final ExportedSession session;
    private final SessionSummary summary;
    private final Measures measures;

    ReportNumbers(ReportPage page, ExportedSession session) {
        this.page = page;
        this.session = session;
        summary = session.summary();
        measures = session.measures();
    }

    void write() {
        page.heading("In numbers");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "time below the floor / in the band / over the ceiling",
                HtmlReport.clock(Math.round(measures.value(Metric.BELOW_FLOOR_MS)))
                        + " / " + HtmlReport.clock(summary.inBandMs())
                        + " / " + HtmlReport.clock(summary.overCeilingMs())));
        rows.add(List.of(
                "of the band, over its amber line", HtmlReport.clock(Math.round(measures.value(Metric.AMBER_MS)))));
        rows.add(List.of(
                "mean pressure, and what 95 % of the time does not exceed",
                number("%.0f", summary.meanPressureKpa()) + " and " + number("%.0f kPa", Metric.P95_PRESSURE_KPA)));
        rows.add(List.of("hottest tile over the mean", number("%.1f times", Metric.PEAK_TO_MEAN_RATIO)));
        rows.add(List.of(
                "dose in holds / rolling",
                number("%.0f", Metric.HOLD_PRESSURE_TIME_KPA_S) + " / "
                        + number("%.0f kPa s", Metric.ROLL_PRESSURE_TIME_KPA_S)));
        rows.add(List.of(
                "holds of 20 to 90 s", number("%.0f", Metric.TARGET_HOLD_COUNT) + " of " + summary.holdCount()));
        rows.add(List.of("steepest loading", number("%.0f kPa/s", Metric.APPROACH_MAX_KPA_PER_S)));
        rows.add(List.of("suspected guarding", guarding()));
        // What is only pressed has no strokes and no way along the limb.
        if (session.record().tells(EventType.STROKE)) {
            rolling(rows);
        }
        if (measures.value(Metric.PAIN_COUNT) > 0) {
            rows.add(List.of(
                    "pain as the athlete said it, worst / last",
                    number("%.0f", Metric.WORST_PAIN_NRS) + " / " + number("%.0f of 10", Metric.LAST_PAIN_NRS)));
        }
        page.table(List.of("what", "how much"), rows);
        page.text("legend", "Each is defined, with its formula, in the data dictionary of every export.");
    }

    private void rolling(List<List<String>> rows) {
        SessionSummary summary = session.summary();
        rows.add(List.of(
                "strokes a minute, length, speed",
                number("%.0f", summary.figures().value(SessionSummary.STROKES_PER_MIN_COUNT)) + ", "
                        + number("%.0f mm", summary.figures().value(SessionSummary.MEDIAN_STROKE_LENGTH_MM)) + ", "
                        + number("%.0f mm/s", summary.medianSpeedMmPerS())));
        rows.add(List.of(
                "length under pressure for 2 s or more",
                number("%.0f mm", summary.figures().value(SessionSummary.COVERAGE_MM))));
    }

    private String guarding() {
        double ratio = measures.value(Metric.GUARDING_RATIO);
        boolean looked = session.record().tells(EventType.GUARDING);
        return ratio > 0
                ? number("%.1f %% of the contact", 100 * ratio) + ", began at "
                        + number("%.0f kPa", Metric.GUARDING_ONSET_KPA)
                : looked ? "none seen" : "not looked for on this tool";
    }

    private String number(String format, Metric metric) {
        return number(format, measures.value(metric));
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    void quality() {
        LinkCounters link = session.link();
        page.heading("How good the data are");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "frames",
                session.frameCount() + ", " + link.lostFrameCount() + " lost ("
                        + number("%.2f %%", 100 * measures.value(Metric.LOST_RATIO)) + "), " + link.resetCount()
                        + " restarts of the board"));
        rows.add(List.of(
                "frames with a doubt",
                number("%.1f %%", 100 * measures.value(Metric.DOUBTFUL_RATIO)) + "; with a pad at its end "
                        + number("%.1f %%", 100 * measures.value(Metric.SATURATED_RATIO))));
        rows.add(List.of(
                "floor's side against limb's side",
                Double.isNaN(measures.value(Metric.LOBE_AGREEMENT_RATIO))
                        ? "too little load to compare"
                        : number("%.0f %%", Metric.LOBE_AGREEMENT_RATIO, 100) + "; 85 to 115 % is fine"));
        double days = measures.value(Metric.CALIBRATION_AGE_DAY_COUNT);
        rows.add(List.of(
                "calibration",
                session.record().calibrationId()
                        + (Double.isNaN(days)
                                ? ", of unknown age"
                                : String.format(Locale.ROOT, days == 1 ? ", %.0f day old" : ", %.0f days old", days))));
        page.table(List.of("what", "how it was"), rows);
        for (Outage outage : session.outages()) {
            page.text(
                    "",
                    String.format(
                            Locale.ROOT,
                            "From %s for %.1f s something is missing: %s.",
                            HtmlReport.clock(outage.startUs() / 1000),
                            (outage.endUs() - outage.startUs()) / 1e6,
                            outage.reason()));
        }
    }

    private String number(String format, Metric metric, double factor) {
        return number(format, factor * measures.value(metric));
    }
}
