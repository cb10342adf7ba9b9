package org.rollscope.app.sessions;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.GuardingGrade;
import org.rollscope.detect.RollerEvent;
import org.rollscope.detect.ToolProfile;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.Outage;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.StoredSession;

/** A session as people read it in a terminal. */
public final class SessionText {
    private SessionText() {}

    public static void print(PrintWriter out, SessionRecord record, LinkCounters link, SessionSummary summary) {
        boolean rolls = record.tells(EventType.ROLL);
        out.printf("session      %s%n", record.sessionId());
        out.printf(
                "athlete      %s, %s %s%n",
                record.athleteId(), record.side().word(), record.muscle().word());
        out.printf(
                Locale.ROOT,
                "band         %.0f to %.0f kPa mean pressure (ceiling from %s)%n",
                record.band().floorKpa(),
                record.band().ceilingKpa(),
                record.band().source().word().replace('_', ' '));
        out.printf(
                "time         %s, of it %s in contact, %s holding%s%n",
                clock(summary.durationMs()),
                clock(summary.contactMs()),
                clock(summary.holdMs()),
                rolls ? ", " + clock(summary.rollMs()) + " rolling" : "");
        out.printf("in band      %s; over the ceiling %s%n", clock(summary.inBandMs()), clock(summary.overCeilingMs()));
        out.printf(
                Locale.ROOT,
                "pressure     mean %.1f kPa, highest tile %.1f kPa, %.0f kPa s%n",
                summary.meanPressureKpa(),
                summary.peakPressureKpa(),
                summary.pressureTimeKpaS());
        out.printf(
                Locale.ROOT,
                "events       %s%s, overpressure %s%n",
                counted(summary.holdCount(), "hold"),
                rolls ? strokes(summary) : "",
                counted(summary.overpressureCount(), "time"));
        if (!record.tells(EventType.RELEASE)) {
            out.println("tissue       not looked for on a "
                    + ToolProfile.of(record.hello().geometryId()).spoken());
        } else if (summary.figures().values().containsKey(SessionSummary.RELEASE_COUNT)) {
            out.printf(
                    "tissue       %s; guarding suspected %s, %s%n",
                    counted(summary.figures().whole(SessionSummary.RELEASE_COUNT, 0), "release"),
                    counted(summary.figures().whole(SessionSummary.GUARDING_COUNT, 0), "time"),
                    clock(summary.figures().whole(SessionSummary.GUARDING_MS, 0)));
        }
        out.printf(
                "link         %d frames, %d lost, %d rejected, %s%n",
                link.frameCount(),
                link.lostFrameCount(),
                link.rejectedFrameCount(),
                counted(link.resetCount(), "reset"));
    }

    static void printEvents(PrintWriter out, List<RollerEvent> events) {
        out.printf("%n%-13s %9s %9s %8s %8s %6s%n", "event", "start", "end", "mean", "peak", "sure");
        for (RollerEvent event : events) {
            out.printf(
                    Locale.ROOT,
                    "%-13s %8.2fs %8.2fs %4.0f kPa %4.0f kPa %4.0f %%%s%n",
                    event.type().word(),
                    event.startUs() / 1e6,
                    event.endUs() / 1e6,
                    event.evidence().meanPressureKpa(),
                    event.evidence().peakPressureKpa(),
                    event.evidence().confidenceRatio() * 100,
                    remark(event));
        }
    }

    /** What one wants to know of such an event besides. */
    private static String remark(RollerEvent event) {
        if (event.type() == EventType.GUARDING) {
            return "  " + GuardingGrade.of(event.details()).word() + strongestReason(event.details());
        }
        double lossRatio = event.details().value("depth_ratio");
        return Double.isNaN(lossRatio) ? "" : String.format(Locale.ROOT, "  %.0f %% softer", lossRatio * 100);
    }

    private static String strongestReason(Figures figures) {
        return figures.values().entrySet().stream()
                .filter(figure -> figure.getKey().startsWith(Figures.REASON_PREFIX))
                .max(Map.Entry.comparingByValue())
                .map(figure -> ", mostly "
                        + figure.getKey()
                                .substring(Figures.REASON_PREFIX.length())
                                .replace("_ratio", ""))
                .orElse("");
    }

    static void printOutages(PrintWriter out, List<Outage> outages) {
        if (!outages.isEmpty()) {
            out.printf("%n%-13s %9s %9s %8s  reason%n", "outage of", "start", "end", "lost");
        }
        for (Outage outage : outages) {
            out.printf(
                    Locale.ROOT,
                    "%-13s %8.2fs %8.2fs %8d  %s%n",
                    outage.kind().word(),
                    outage.startUs() / 1e6,
                    outage.endUs() / 1e6,
                    outage.lostFrameCount(),
                    outage.reason());
        }
    }

    static void printClockStep(PrintWriter out, long clockStepMs) {
        if (clockStepMs != 0) {
            out.printf(
                    Locale.ROOT,
                    "%nclock        somebody set the wall clock %s by %.1f s during the session; its own time is not affected%n",
                    clockStepMs > 0 ? "forward" : "back",
                    Math.abs(clockStepMs) / 1000.0);
        }
    }

    /** What tells a session from others. */
    static String oneLine(StoredSession stored) {
        StoredSession.Closed closed = stored.closed();
        return "session " + stored.record().sessionId() + " of "
                + stored.record().athleteId() + ", "
                + stored.record().side().word() + " "
                + stored.record().muscle().word() + ", "
                + (closed == null ? "cut off" : clock(closed.summary().durationMs())) + ", " + stored.frameCount()
                + " frames";
    }

    private static String strokes(SessionSummary summary) {
        return String.format(
                Locale.ROOT,
                ", %s (median speed %.0f mm/s)",
                counted(summary.strokeCount(), "stroke"),
                summary.medianSpeedMmPerS());
    }

    /** {@code 1 hold}, {@code 2 holds}. */
    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Minutes and seconds. */
    public static String clock(long durationMs) {
        return String.format(Locale.ROOT, "%d:%02d", durationMs / 60_000, durationMs / 1000 % 60);
    }
}
