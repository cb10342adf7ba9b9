package org.rollscope.export;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.GuardingGrade;
import org.rollscope.detect.RollerEvent;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.Metric;
import org.rollscope.session.MetricsBuilder;
import org.rollscope.session.SessionSummary;

/**
 * One page about a session for athlete and coach: HTML that needs nothing else, no script and no network.
 *
 * <p><b>Threads.</b> One.
 */
public final class HtmlReport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ExportedSession session;
    private final ReportPage page;

    private HtmlReport(ExportedSession session) {
        this.session = session;
        String muscle = word(session.record().muscle().word());
        page = new ReportPage(Character.toUpperCase(muscle.charAt(0)) + muscle.substring(1) + ", "
                + session.record().side().word());
    }

    /**
     * Makes the page.
     *
     * @param session what it is about.
     * @param history what was before.
     * @param effect whether the athlete's programme works; empty where there is nothing beside this session.
     * @param note a word of people on it; may be empty.
     * @param softwareVersion who makes it.
     * @throws IOException never, but for a source of frames that fails.
     * @throws ArchiveException when the frames cannot be read.
     */
    public static String of(
            ExportedSession session,
            ReportHistory history,
            Optional<ReportEffect> effect,
            String note,
            String softwareVersion)
            throws IOException, ArchiveException {
        return new HtmlReport(session).write(history, effect, note, softwareVersion);
    }

    private String write(ReportHistory history, Optional<ReportEffect> effect, String note, String softwareVersion)
            throws IOException, ArchiveException {
        PressureTrace trace = new PressureTrace(session);
        page.text(
                "quiet",
                DAY.format(session.record().startedAt()) + " · "
                        + session.record().tool().replace('_', ' ') + " · athlete "
                        + session.record().athleteId() + " · session " + session.sessionId());
        if (!note.isEmpty()) {
            page.text("note", note);
        }
        figures();
        page.heading("Pressure");
        page.svg(trace.svg());
        page.text(
                "legend",
                String.format(
                        Locale.ROOT,
                        "Mean pressure of the contact in kPa. Shaded: the band of this athlete, %.0f to %.0f kPa (ceiling from: %s). Below the"
                                + " line: holds (green), over the ceiling (orange), suspected guarding (violet). Triangles: releases.",
                        session.record().band().floorKpa(),
                        session.record().band().ceilingKpa(),
                        word(session.record().band().source().word())));
        holds();
        guarding();
        String pads = PadMapDrawing.svg(session, trace);
        if (!pads.isEmpty()) {
            page.heading("Where it pressed");
            page.svg(pads);
            page.text("legend", PadMapDrawing.legend(session));
        }
        ReportNumbers numbers = new ReportNumbers(page, session);
        numbers.write();
        ReportOverTime.write(page, history);
        effect.ifPresent(shown -> shown.write(page));
        numbers.quality();
        page.heading("What these numbers are not");
        page.text(
                "",
                "They are pressures and movements of a tool. A release is a change in how the tissue gives way, beyond what it does by itself;"
                        + " guarding is a suspicion from a pattern in signals. Neither says what is wrong with anybody, and nothing here is a"
                        + " diagnosis. Pressures are as sure as the calibration: trends and places, no clinical values. Ask a professional about"
                        + " pain that stays.");
        page.text(
                "quiet",
                "Rollscope " + softwareVersion + ", settings "
                        + session.record().settingsHash());
        return page.end();
    }

    private void figures() {
        SessionSummary summary = session.summary();
        List<List<String>> figures = new ArrayList<>();
        figures.add(List.of(clock(summary.contactMs()), "in contact"));
        figures.add(List.of(
                clock(summary.holdMs()),
                summary.holdCount() == 1 ? "in 1 hold" : "in " + summary.holdCount() + " holds"));
        if (session.record().tells(EventType.STROKE)) {
            figures.add(List.of(
                    clock(summary.rollMs()),
                    summary.strokeCount() == 1 ? "in 1 stroke" : "in " + summary.strokeCount() + " strokes"));
        }
        figures.add(List.of(String.format(Locale.ROOT, "%.0f kPa", summary.meanPressureKpa()), "mean pressure"));
        figures.add(List.of(share(summary.inBandMs(), summary.contactMs()), "of the contact in the band"));
        figures.add(List.of(share(summary.overCeilingMs(), summary.contactMs()), "over the ceiling"));
        page.figures(figures);
    }

    private void holds() {
        List<MetricsBuilder.Measured> holds = session.spans().stream()
                .filter(span -> span.event().type() == EventType.HOLD)
                .toList();
        page.heading("Holds");
        if (holds.isEmpty()) {
            page.text("", "None of 3 seconds or more.");
            return;
        }
        boolean looked = session.record().tells(EventType.RELEASE);
        String none = looked ? "none seen" : "not looked for";
        List<List<String>> rows = new ArrayList<>();
        for (MetricsBuilder.Measured hold : holds) {
            RollerEvent event = hold.event();
            rows.add(List.of(
                    clock(event.startUs() / 1000),
                    String.format(Locale.ROOT, "%.0f s", (event.endUs() - event.startUs()) / 1e6),
                    String.format(Locale.ROOT, "%.0f kPa", hold.measures().value(Metric.MEAN_PRESSURE_KPA)),
                    String.format(Locale.ROOT, "%.0f %%", 100 * hold.measures().value(Metric.CEILING_SHARE_RATIO)),
                    String.format(Locale.ROOT, "%.0f kPa", hold.measures().value(Metric.PEAK_PRESSURE_KPA)),
                    Double.isNaN(hold.measures().value(Metric.RELEASE_AFTER_MS))
                            ? none
                            : String.format(
                                    Locale.ROOT, "%.0f s", hold.measures().value(Metric.RELEASE_AFTER_MS) / 1000)));
        }
        page.table(List.of("from", "for", "mean", "of the ceiling", "highest on a pad", "released after"), rows);
        page.text(
                "legend",
                "Held for 30 to 90 s, a tender spot may let go. "
                        + (looked
                                ? "That none was seen does not say that there was none: releases are found in six of ten."
                                : "On this tool that cannot be told from the pressure; your own word, 'it let go', can."));
    }

    private void guarding() {
        List<RollerEvent> episodes = session.events().stream()
                .filter(event -> event.type() == EventType.GUARDING)
                .toList();
        if (episodes.isEmpty()) {
            return;
        }
        page.heading("Suspected guarding");
        List<List<String>> rows = new ArrayList<>();
        for (RollerEvent event : episodes) {
            StringBuilder reasons = new StringBuilder();
            event.details().values().forEach((name, value) -> {
                if (name.startsWith(Figures.REASON_PREFIX) && value >= 0.1) {
                    reasons.append(reasons.isEmpty() ? "" : ", ")
                            .append(word(name.substring(Figures.REASON_PREFIX.length())
                                    .replaceFirst("_ratio$", "")))
                            .append(String.format(Locale.ROOT, " %.0f %%", 100 * value));
                }
            });
            rows.add(List.of(
                    clock(event.startUs() / 1000),
                    String.format(Locale.ROOT, "%.1f s", (event.endUs() - event.startUs()) / 1e6),
                    GuardingGrade.of(event.details()).word(),
                    reasons.toString()));
        }
        page.table(List.of("from", "for", "how plain", "what spoke for it"), rows);
        page.text(
                "legend",
                "The muscle may have tensed against the roller: ease off there. About one such flag in six minutes is false.");
    }

    static String clock(long ms) {
        return String.format(Locale.ROOT, "%d:%02d", ms / 60_000, ms / 1000 % 60);
    }

    static String share(long partMs, long wholeMs) {
        return wholeMs == 0 ? "-" : String.format(Locale.ROOT, "%d %%", Math.round(100.0 * partMs / wholeMs));
    }

    private static String word(String word) {
        return word.replace('_', ' ');
    }
}
