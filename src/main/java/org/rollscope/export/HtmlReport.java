package org.rollscope.export;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.GuardingGrade;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.MetricsBuilder;
import org.rollscope.session.Outage;
import org.rollscope.session.SessionSummary;

/**
 * One page about a session for athlete and coach: HTML that needs nothing else, no script and no network.
 *
 * <p><b>Threads.</b> One.
 */
public final class HtmlReport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String STYLE = """
            body { font: 15px/1.45 "DejaVu Sans", Arial, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #1c2733; }
            h1 { margin: 0; font-size: 1.7em; } h2 { font-size: 1.1em; margin: 1.4em 0 0.3em; }
            .quiet, .legend { color: #5b6875; font-size: 0.87em; margin: 0.3em 0; }
            .figures { margin: 1em 0; } .figures div { display: inline-block; margin: 0 1.6em 0.3em 0; }
            .figures b { font-size: 1.5em; }
            table { border-collapse: collapse; } th, td { text-align: left; padding: 0.2em 1.2em 0.2em 0; }
            th { font-weight: normal; color: #5b6875; border-bottom: 1px solid #cfd6dd; }
            svg { width: 100%; height: auto; } svg text { font-size: 12px; fill: #5b6875; }
            .left { text-anchor: end; } .below, text.pad { text-anchor: middle; }
            .band { fill: #d8e6f3; } .ceiling { stroke: #c2571a; stroke-width: 1.5; stroke-dasharray: 6 4; }
            .trace { fill: none; stroke: #14507e; stroke-width: 1; }
            .hold { fill: #2e8b57; } .over { fill: #c2571a; } .guarding { fill: #7a4fa3; } .release { fill: #2e8b57; }
            rect.pad { fill: #14507e; } text.pad { fill: #1c2733; }
            @media print { body { margin: 0; } }
            """;

    private final ExportedSession session;
    private final String softwareVersion;
    private final StringBuilder page = new StringBuilder();

    private HtmlReport(ExportedSession session, String softwareVersion) {
        this.session = session;
        this.softwareVersion = softwareVersion;
    }

    /**
     * Makes the page.
     *
     * @param session what it is about.
     * @param softwareVersion who makes it.
     * @throws IOException never, but for a source of frames that fails.
     * @throws ArchiveException when the frames cannot be read.
     */
    public static String of(ExportedSession session, String softwareVersion) throws IOException, ArchiveException {
        return new HtmlReport(session, softwareVersion).write();
    }

    private String write() throws IOException, ArchiveException {
        PressureTrace trace = new PressureTrace(session);
        String muscle = word(session.record().muscle().word());
        String side = session.record().side().word();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(safe(muscle + ", " + side))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(safe(Character.toUpperCase(muscle.charAt(0)) + muscle.substring(1) + ", " + side))
                .append("</h1>\n<p class=\"quiet\">")
                .append(safe(DAY.format(session.record().startedAt()) + " · athlete "
                        + session.record().athleteId() + " · session " + session.sessionId()))
                .append("</p>\n");
        figures();
        page.append("<h2>Pressure</h2>\n").append(trace.svg());
        text(
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
            page.append("<h2>Where it pressed</h2>\n").append(pads);
            text(
                    "legend",
                    "Mean pressure on each pad in kPa while a limb lay on the roller, the roller unrolled. Both sides of it press: limb and floor.");
        }
        quality();
        page.append("<h2>What these numbers are not</h2>\n");
        text(
                "",
                "They are pressures and movements of a roller. A release is a change in how the tissue gives way, beyond what it does by itself;"
                        + " guarding is a suspicion from a pattern in signals. Neither says what is wrong with anybody, and nothing here is a"
                        + " diagnosis. Ask a professional about pain that stays.");
        text(
                "quiet",
                "Rollscope " + softwareVersion + ", settings "
                        + session.record().settingsHash());
        return page.append("</body>\n</html>\n").toString();
    }

    private void figures() {
        SessionSummary summary = session.summary();
        page.append("<div class=\"figures\">\n");
        figure(clock(summary.contactMs()), "on the roller");
        figure(
                clock(summary.holdMs()),
                summary.holdCount() == 1 ? "in 1 hold" : "in " + summary.holdCount() + " holds");
        figure(clock(summary.rollMs()), summary.strokeCount() + " strokes");
        figure(String.format(Locale.ROOT, "%.0f kPa", summary.meanPressureKpa()), "mean pressure");
        figure(share(summary.inBandMs(), summary.contactMs()), "of the contact in the band");
        figure(share(summary.overCeilingMs(), summary.contactMs()), "over the ceiling");
        page.append("</div>\n");
    }

    private void figure(String value, String words) {
        page.append("<div><b>")
                .append(safe(value))
                .append("</b> ")
                .append(safe(words))
                .append("</div>\n");
    }

    private void holds() {
        List<MetricsBuilder.Measured> holds = session.spans().stream()
                .filter(span -> span.event().type() == EventType.HOLD)
                .toList();
        page.append("<h2>Holds</h2>\n");
        if (holds.isEmpty()) {
            text("", "None of 3 seconds or more.");
            return;
        }
        page.append(
                "<table>\n<tr><th>from</th><th>for</th><th>mean</th><th>of the ceiling</th><th>highest on a pad</th>"
                        + "<th>released after</th></tr>\n");
        for (MetricsBuilder.Measured hold : holds) {
            RollerEvent event = hold.event();
            cells(
                    clock(event.startUs() / 1000),
                    String.format(Locale.ROOT, "%.0f s", (event.endUs() - event.startUs()) / 1e6),
                    String.format(Locale.ROOT, "%.0f kPa", hold.metrics().meanPressureKpa()),
                    String.format(Locale.ROOT, "%.0f %%", 100 * hold.metrics().ceilingShareRatio()),
                    String.format(Locale.ROOT, "%.0f kPa", hold.metrics().peakPressureKpa()),
                    Double.isNaN(hold.releaseAfterMs())
                            ? "none seen"
                            : String.format(Locale.ROOT, "%.0f s", hold.releaseAfterMs() / 1000));
        }
        page.append("</table>\n");
        text(
                "legend",
                "Held for 30 to 90 s, a tender spot may let go. That none was seen does not say that there was none: releases are found in six of ten.");
    }

    private void guarding() {
        List<RollerEvent> episodes = session.events().stream()
                .filter(event -> event.type() == EventType.GUARDING)
                .toList();
        if (episodes.isEmpty()) {
            return;
        }
        page.append(
                "<h2>Suspected guarding</h2>\n<table>\n<tr><th>from</th><th>for</th><th>how plain</th><th>what spoke for it</th></tr>\n");
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
            cells(
                    clock(event.startUs() / 1000),
                    String.format(Locale.ROOT, "%.1f s", (event.endUs() - event.startUs()) / 1e6),
                    GuardingGrade.of(event.details()).word(),
                    reasons.toString());
        }
        page.append("</table>\n");
        text(
                "legend",
                "The muscle may have tensed against the roller: ease off there. About one such flag in six minutes is false.");
    }

    private void quality() {
        LinkCounters link = session.link();
        page.append("<h2>How good the data are</h2>\n");
        text(
                "",
                String.format(
                        Locale.ROOT,
                        "%d frames, %d lost, %d restarts of the board. Calibration %s.",
                        session.frameCount(),
                        link.lostFrameCount(),
                        link.resetCount(),
                        session.record().calibrationId()));
        for (Outage outage : session.outages()) {
            text(
                    "",
                    String.format(
                            Locale.ROOT,
                            "From %s for %.1f s something is missing: %s.",
                            clock(outage.startUs() / 1000),
                            (outage.endUs() - outage.startUs()) / 1e6,
                            outage.reason()));
        }
    }

    private void cells(String... values) {
        page.append("<tr>");
        for (String value : values) {
            page.append("<td>").append(safe(value)).append("</td>");
        }
        page.append("</tr>\n");
    }

    private void text(String style, String words) {
        page.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                .append(safe(words))
                .append("</p>\n");
    }

    private static String clock(long ms) {
        return String.format(Locale.ROOT, "%d:%02d", ms / 60_000, ms / 1000 % 60);
    }

    private static String share(long partMs, long wholeMs) {
        return wholeMs == 0 ? "-" : String.format(Locale.ROOT, "%d %%", Math.round(100.0 * partMs / wholeMs));
    }

    private static String word(String word) {
        return word.replace('_', ' ');
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
