package org.rollscope.app.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.athlete.BandDecision;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.plan.Prescription;

/** Plans for people and programs, with the pressures that their shares mean today. */
final class PlanText {
    private PlanText() {}

    static void print(PrintWriter out, Plan plan, PlanDesk desk) {
        out.println("plan of " + plan.athleteId() + ", version " + plan.origin().version() + " of "
                + plan.origin().date() + " by " + plan.origin().by() + ": "
                + plan.origin().reason());
        for (Prescription one : plan.prescriptions()) {
            out.println("  " + line(one, desk.band(one)));
        }
        plan.changes().forEach(change -> out.println("  " + line(change)));
        out.flush();
    }

    /** One muscle and side in one line. */
    static String line(Prescription one, BandDecision band) {
        return String.format(
                Locale.ROOT,
                "%-24s %d days a week, %d spots of %d s, %.0f to %.0f kPa, %s, %s, %s",
                one.place().spoken(),
                one.dose().sessionsPerWeekCount(),
                one.dose().spotCount(),
                one.dose().holdMs() / 1000,
                one.intensity().floorRatio() * band.band().ceilingKpa(),
                one.intensity().ceilingRatio() * band.band().ceilingKpa(),
                one.manner().type().word(),
                one.manner().tool().word(),
                one.manner().context().word().replace('_', ' '));
    }

    static String line(PlanChange change) {
        boolean same = change.before().isEmpty() && change.after().isEmpty();
        String what = same
                ? ""
                : ": " + (change.before().isEmpty() ? "not planned" : change.before()) + " -> "
                        + (change.after().isEmpty() ? "not planned" : change.after());
        return String.format(
                Locale.ROOT, "%-24s %s%s (%s)", change.place().spoken(), change.decision(), what, change.why());
    }

    static ObjectNode document(Plan plan, PlanDesk desk) {
        ObjectNode document = JsonOutput.object()
                .put("schema", "rollscope.plan-shown/1")
                .put("athlete_id", plan.athleteId())
                .put("version", plan.origin().version())
                .put("date", plan.origin().date())
                .put("by", plan.origin().by())
                .put("reason", plan.origin().reason())
                .put("reviewed_on", plan.reviewedOn());
        ArrayNode list = document.putArray("prescriptions");
        plan.prescriptions().forEach(one -> list.add(node(one, desk.band(one))));
        ArrayNode changes = document.putArray("changes");
        plan.changes().forEach(change -> changes.addObject()
                .put("muscle", change.muscle().word())
                .put("side", change.side().word())
                .put("decision", change.decision())
                .put("rule", change.rule())
                .put("before", change.before())
                .put("after", change.after())
                .put("why", change.why()));
        return document;
    }

    static ObjectNode node(Prescription one, BandDecision band) {
        return JsonOutput.object()
                .put("muscle", one.muscle().word())
                .put("side", one.side().word())
                .put("preset", one.preset().word())
                .put("sessions_per_week_count", one.dose().sessionsPerWeekCount())
                .put("hold_ms", one.dose().holdMs())
                .put("spot_count", one.dose().spotCount())
                .put("floor_ratio", one.intensity().floorRatio())
                .put("ceiling_ratio", one.intensity().ceilingRatio())
                .put("floor_kpa", one.intensity().floorRatio() * band.band().ceilingKpa())
                .put("ceiling_kpa", one.intensity().ceilingRatio() * band.band().ceilingKpa())
                .put("type", one.manner().type().word())
                .put("tool", one.manner().tool().word())
                .put("context", one.manner().context().word());
    }
}
