package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SideTotals;
import org.rollscope.session.StoredSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Left and right of every muscle, over all finished sessions. */
@Command(
        name = "sides",
        description = "Compare left and right of every muscle over all finished sessions, tool by tool.",
        footer = {
            "",
            "Dose is pressure over time. The index is (right - left) / ((right + left) / 2). A difference of more than",
            "15 % is pointed out: it says what was rolled, and is no finding about a person."
        })
final class SessionsSidesCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Option(names = "--athlete", paramLabel = "ID", description = "only this athlete")
    private @Nullable String athleteId;

    @Override
    public Integer call() throws ArchiveException {
        List<SideTotals.Rolled> rolled = new ArrayList<>();
        try (SessionArchive archive = common.openArchive()) {
            for (StoredSession stored : archive.sessions()) {
                StoredSession.Closed closed = stored.closed();
                boolean meant =
                        athleteId == null || athleteId.equals(stored.record().athleteId());
                if (closed != null && meant) {
                    rolled.add(new SideTotals.Rolled(stored.record(), closed.summary()));
                }
            }
        }
        PrintWriter out = common.commandLine().getOut();
        List<SideTotals> totals = SideTotals.of(rolled);
        if (common.json()) {
            out.println(JsonOutput.text(document(totals)));
        } else if (totals.isEmpty()) {
            out.println("no finished session with a side" + (athleteId == null ? "" : " of " + athleteId) + " in "
                    + common.dataFolder());
        } else {
            print(out, totals);
        }
        out.flush();
        return 0;
    }

    private static ObjectNode document(List<SideTotals> totals) {
        ObjectNode document = JsonOutput.object().put("schema", "rollscope.sides/1");
        ArrayNode list = document.putArray("muscles");
        for (SideTotals total : totals) {
            ObjectNode node = list.addObject()
                    .put("athlete_id", total.athleteId())
                    .put("muscle", total.muscle().word())
                    .put("tool", total.tool());
            put(node.putObject("left"), total.left());
            put(node.putObject("right"), total.right());
            double indexRatio = total.indexRatio();
            node.put("asymmetry_ratio", Double.isNaN(indexRatio) ? null : indexRatio)
                    .put("pointed_out", total.isPointedOut());
        }
        return document;
    }

    private static void put(ObjectNode node, SideTotals.Total total) {
        node.put("session_count", total.sessionCount())
                .put("contact_ms", total.contactMs())
                .put("hold_ms", total.holdMs())
                .put("roll_ms", total.rollMs())
                .put("in_band_ms", total.inBandMs())
                .put("over_ceiling_ms", total.overCeilingMs())
                .put("hold_count", total.holdCount())
                .put("pressure_time_kpa_s", total.doseKpaS());
    }

    private static void print(PrintWriter out, List<SideTotals> totals) {
        out.printf(
                "%-12s %-18s %-13s %9s %9s %12s %12s %9s%n",
                "athlete", "muscle", "tool", "left", "right", "left kPa s", "right kPa s", "index");
        for (SideTotals total : totals) {
            double indexRatio = total.indexRatio();
            out.printf(
                    Locale.ROOT,
                    "%-12s %-18s %-13s %9s %9s %12.0f %12.0f %9s%s%n",
                    total.athleteId(),
                    total.muscle().word().replace('_', ' '),
                    total.tool().replace('_', ' '),
                    sessions(total.left()),
                    sessions(total.right()),
                    total.left().doseKpaS(),
                    total.right().doseKpaS(),
                    Double.isNaN(indexRatio) ? "-" : String.format(Locale.ROOT, "%.0f%%", 100 * indexRatio),
                    words(total));
        }
    }

    private static String words(SideTotals total) {
        if (total.left().sessionCount() == 0 || total.right().sessionCount() == 0) {
            return "  only the " + (total.left().sessionCount() == 0 ? "right" : "left");
        }
        boolean moreRight = total.indexRatio() > 0;
        return total.isPointedOut() ? "  more on the " + (moreRight ? "right" : "left") : "";
    }

    private static String sessions(SideTotals.Total total) {
        return total.sessionCount() + " x";
    }
}
