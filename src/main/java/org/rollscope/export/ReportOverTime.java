package org.rollscope.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollscope.detect.EventType;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.SideTotals;
import org.rollscope.session.TrendPairs;

/** The part of a report that looks beyond its session: left and right, and the sessions before. */
final class ReportOverTime {
    private static final int SHOWN_COUNT = 12;
    private static final int WIDTH = 952;
    private static final int HEIGHT = 120;
    private static final int LEFT = 44;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ReportOverTime() {}

    static void write(ReportPage page, ReportHistory history) {
        sides(page, history.sides());
        course(page, history.course());
        if (history.otherToolCount() > 0) {
            page.text(
                    "legend",
                    (history.otherToolCount() == 1
                                    ? "One earlier session of this muscle with another tool is"
                                    : history.otherToolCount()
                                            + " earlier sessions of this muscle with other tools are")
                            + " not counted here: pressures and doses of different tools do not compare.");
        }
    }

    private static void sides(ReportPage page, Optional<SideTotals> known) {
        page.heading("Left and right");
        if (known.isEmpty()) {
            page.text("", "This muscle lies in the middle of the body: there are no sides to compare.");
            return;
        }
        SideTotals totals = known.get();
        List<List<String>> rows = new ArrayList<>();
        rows.add(side("left", totals.left()));
        rows.add(side("right", totals.right()));
        page.table(List.of("side", "sessions", "in contact", "in holds", "in the band", "dose"), rows);
        if (totals.left().sessionCount() == 0 || totals.right().sessionCount() == 0) {
            page.text(
                    "",
                    "Only the " + (totals.left().sessionCount() == 0 ? "right" : "left")
                            + " side has been rolled: there is nothing to compare yet.");
        } else if (Double.isNaN(totals.indexRatio())) {
            page.text("", "Neither side got any pressure: there is nothing to compare.");
        } else {
            page.text(
                    "",
                    String.format(
                            Locale.ROOT,
                            "Index of the dose: %+.0f %%%s.",
                            100 * totals.indexRatio(),
                            totals.isPointedOut()
                                    ? ", more on the " + (totals.indexRatio() > 0 ? "right" : "left")
                                    : ", within 15 %: no difference to speak of"));
        }
        page.text(
                "legend",
                "All sessions of this muscle with this tool up to this one. Dose is pressure over time; the index is (right - left) / ((right + left) / 2). It"
                        + " says what was rolled, and is no finding about a person; there are at least nine such formulas, so both sides stand"
                        + " here.");
    }

    private static List<String> side(String word, SideTotals.Total total) {
        return List.of(
                word,
                Integer.toString(total.sessionCount()),
                HtmlReport.clock(total.contactMs()),
                HtmlReport.clock(total.holdMs()),
                HtmlReport.clock(total.inBandMs()),
                String.format(Locale.ROOT, "%.0f kPa s", total.doseKpaS()));
    }

    private static void course(ReportPage page, List<SideTotals.Rolled> all) {
        page.heading("From session to session");
        List<SideTotals.Rolled> shown = all.subList(Math.max(0, all.size() - SHOWN_COUNT), all.size());
        List<List<String>> rows = new ArrayList<>();
        for (SideTotals.Rolled one : shown) {
            SessionSummary summary = one.summary();
            rows.add(List.of(
                    DAY.format(one.record().startedAt()),
                    HtmlReport.clock(summary.contactMs()),
                    HtmlReport.clock(summary.holdMs()),
                    String.format(Locale.ROOT, "%.0f kPa", summary.meanPressureKpa()),
                    HtmlReport.share(summary.inBandMs(), summary.contactMs()),
                    counted(one, EventType.RELEASE, SessionSummary.RELEASE_COUNT),
                    counted(one, EventType.GUARDING, SessionSummary.GUARDING_COUNT)));
        }
        page.table(
                List.of("day", "in contact", "in holds", "mean", "in the band", "releases", "suspected guarding"),
                rows);
        if (shown.size() < TrendPairs.FEWEST_SESSIONS_COUNT) {
            page.text(
                    "",
                    "Of this muscle and side there "
                            + (shown.size() == 1 ? "is this one session" : "are two sessions")
                            + ". A trend needs three or more; none is claimed.");
            return;
        }
        page.svg(drawing(shown));
        page.text("", pairs(shown));
        page.text(
                "legend",
                "Mean pressure of each session, this one orange, the dashes its ceiling on that day. The last "
                        + shown.size() + " of "
                        + all.size()
                        + " sessions. With few sessions chance alone orders them: three are in order, up or down, once in"
                        + " three.");
    }

    private static String counted(SideTotals.Rolled one, EventType type, String name) {
        if (!one.record().tells(type)) {
            return "not looked for";
        }
        double value = one.summary().figures().value(name);
        return Double.isNaN(value) ? "not counted" : String.format(Locale.ROOT, "%.0f", value);
    }

    /** Kendall's count: in how many pairs of sessions the later one had more. */
    static String pairs(List<SideTotals.Rolled> course) {
        TrendPairs pairs = TrendPairs.of(course.stream()
                .mapToDouble(one -> one.summary().meanPressureKpa())
                .toArray());
        return "Of the " + pairs.pairCount() + " pairs of these sessions the later one had the higher mean pressure in "
                + pairs.higherCount() + " and the lower in " + pairs.lowerCount() + ".";
    }

    private static String drawing(List<SideTotals.Rolled> shown) {
        double mostKpa = 1;
        for (SideTotals.Rolled one : shown) {
            mostKpa = Math.max(
                    mostKpa,
                    Math.max(
                            one.summary().meanPressureKpa(), one.record().band().ceilingKpa()));
        }
        StringBuilder svg = new StringBuilder(
                ReportPage.drawing(WIDTH, HEIGHT + 24, "Mean pressure of this session and those before it"));
        int stepX = (WIDTH - LEFT - 140) / Math.max(1, shown.size() - 1);
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < shown.size(); index++) {
            SideTotals.Rolled one = shown.get(index);
            int x = LEFT + 70 + index * stepX;
            double y = HEIGHT * (1 - one.summary().meanPressureKpa() / (1.15 * mostKpa));
            double ceilingY = HEIGHT * (1 - one.record().band().ceilingKpa() / (1.15 * mostKpa));
            line.append(String.format(Locale.ROOT, "%s%d %.1f", index == 0 ? "M" : "L", x, y));
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"ceiling\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>\n",
                    x - 14,
                    x + 14,
                    ceilingY,
                    ceilingY));
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%d\" cy=\"%.1f\" r=\"4\"/>\n",
                    index == shown.size() - 1 ? "now" : "dot",
                    x,
                    y));
        }
        svg.append("<path class=\"trace\" d=\"").append(line).append("\"/>\n");
        for (double kpa = 0; kpa <= mostKpa; kpa += mostKpa > 100 ? 50 : 20) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%.1f\" class=\"left\">%.0f</text>\n",
                    LEFT - 6,
                    HEIGHT * (1 - kpa / (1.15 * mostKpa)) + 4,
                    kpa));
        }
        for (int index : new int[] {0, shown.size() - 1}) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" class=\"below\">%s</text>\n",
                    LEFT + 70 + index * stepX,
                    HEIGHT + 18,
                    DAY.format(shown.get(index).record().startedAt())));
        }
        return svg.append("</svg>\n").toString();
    }
}
