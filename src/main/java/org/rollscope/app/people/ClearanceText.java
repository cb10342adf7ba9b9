package org.rollscope.app.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.programme.screening.Language;
import org.rollscope.programme.screening.StandingNotice;

/** Whether somebody may be guided, for people and programs. */
final class ClearanceText {
    private ClearanceText() {}

    static void print(PrintWriter out, Clearance clearance) {
        out.println("athlete " + clearance.athleteId() + " on " + clearance.date() + ": "
                + (clearance.isGuided() ? "may be guided" : "no guidance"));
        for (Clearance.Reason reason : clearance.reasons()) {
            out.println("  " + (reason.kind().isRefusal() ? "no: " : "   ") + reason.words());
        }
        if (clearance.isGuided()) {
            out.println("  health questions are due on " + clearance.dueOn());
        }
        out.println(StandingNotice.in(Language.ENGLISH));
    }

    static ObjectNode document(Clearance clearance) {
        ObjectNode document = JsonOutput.object()
                .put("schema", "rollscope.clearance/1")
                .put("athlete_id", clearance.athleteId())
                .put("date", clearance.date())
                .put("guided", clearance.isGuided())
                .put("screening_due_on", clearance.dueOn());
        ArrayNode reasons = document.putArray("reasons");
        clearance.reasons().forEach(reason -> reasons.addObject()
                .put("kind", reason.kind().word())
                .put("refusal", reason.kind().isRefusal())
                .put("question", reason.question())
                .put("words", reason.words()));
        ArrayNode excluded = document.putArray("excluded");
        clearance.excluded().stream().map(BodyPlace::word).forEach(excluded::add);
        return document.put("notice", StandingNotice.in(Language.ENGLISH));
    }
}
