package org.rollscope.app.team;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.team.PlanDifference;
import org.rollscope.programme.team.PlanMerge;
import org.rollscope.programme.team.SharedClearance;

/** Two sides of a plan, for people and programs. */
final class TeamText {
    private TeamText() {}

    /** Who changed what, when and why. */
    static void print(PrintWriter out, String whose, List<Plan> versions) {
        for (Plan plan : versions) {
            out.println(whose + " version " + plan.origin().version() + " of "
                    + plan.origin().date() + " by " + plan.origin().by() + ": "
                    + plan.origin().reason());
            for (PlanChange change : plan.changes()) {
                String what = change.before().isEmpty() && change.after().isEmpty()
                        ? ""
                        : ": " + or(change.before(), "not planned") + " -> " + or(change.after(), "not planned");
                out.println("    " + change.place().spoken() + ", " + change.decision() + what);
            }
        }
    }

    /** What differs in the end. */
    static void differences(PrintWriter out, PlanMerge merge) {
        List<PlanDifference> differences = differences(merge);
        if (differences.isEmpty()) {
            out.println("in the end both plan the same");
        }
        for (PlanDifference difference : differences) {
            out.println(difference.place().spoken());
            out.println("    mine:   " + or(difference.before(), "not planned"));
            out.println("    theirs: " + or(difference.after(), "not planned"));
        }
    }

    private static List<PlanDifference> differences(PlanMerge merge) {
        return merge.mine().isEmpty() || merge.theirs().isEmpty()
                ? List.of()
                : PlanDifference.between(
                        merge.mine().get(merge.mine().size() - 1),
                        merge.theirs().get(merge.theirs().size() - 1));
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /** What a coach is told. */
    static void print(PrintWriter out, SharedClearance clearance) {
        out.println("    " + (clearance.guided() ? "may be guided" : "no guidance") + " as of " + clearance.date()
                + ", health questions due on " + clearance.dueOn()
                + (clearance.excluded().isEmpty() ? "" : ", left out: " + String.join(", ", clearance.excluded())));
        clearance.reasons().forEach(reason -> out.println("      " + reason));
    }

    static ObjectNode document(String schema, String athleteId, String state, PlanMerge merge) {
        ObjectNode document = JsonOutput.object()
                .put("schema", schema)
                .put("athlete_id", athleteId)
                .put("state", state)
                .put("common_version", merge.commonVersion());
        versions(document.putArray("mine"), merge.mine());
        versions(document.putArray("theirs"), merge.theirs());
        ArrayNode differences = document.putArray("differences");
        differences(merge).forEach(difference -> differences
                .addObject()
                .put("muscle", difference.place().muscle().word())
                .put("side", difference.place().side().word())
                .put("mine", difference.before())
                .put("theirs", difference.after()));
        return document;
    }

    private static void versions(ArrayNode list, List<Plan> versions) {
        versions.forEach(plan -> list.addObject()
                .put("version", plan.origin().version())
                .put("based_on_version", plan.origin().basedOnVersion())
                .put("date", plan.origin().date())
                .put("by", plan.origin().by())
                .put("reason", plan.origin().reason()));
    }

    static ObjectNode node(SharedClearance clearance) {
        ObjectNode node = JsonOutput.object()
                .put("date", clearance.date())
                .put("guided", clearance.guided())
                .put("screening_due_on", clearance.dueOn());
        clearance.reasons().forEach(node.putArray("reasons")::add);
        clearance.excluded().forEach(node.putArray("excluded")::add);
        return node;
    }
}
