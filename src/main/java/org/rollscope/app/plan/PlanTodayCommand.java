package org.rollscope.app.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rollscope.app.people.HealthDesk;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.effect.DueNotes;
import org.rollscope.programme.effect.NoteMoment;
import org.rollscope.programme.plan.DaysWork;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.programme.screening.Language;
import org.rollscope.programme.screening.StandingNotice;
import org.rollscope.session.ArchiveException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What of the plan is due today, bottom-up; only for who may be guided. */
@Command(name = "today", description = "Show what of the plan is due today, in the order in which it is rolled.")
final class PlanTodayCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private MomentOptions when;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        Clearance clearance = new HealthDesk(common, athleteId).required();
        PlanDesk desk = new PlanDesk(common, athleteId);
        DaysWork work = desk.today(clearance, when.moment());
        List<DueNotes.Due> due = desk.dueNotes();
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(document(work, due, desk)));
        } else {
            print(out, work, desk);
            remind(out, due);
        }
        out.flush();
        return 0;
    }

    private void print(PrintWriter out, DaysWork work, PlanDesk desk) {
        out.println(StandingNotice.in(Language.ENGLISH));
        int stepIndex = 0;
        for (DaysWork.Step step : work.steps()) {
            stepIndex++;
            Prescription one = step.prescription();
            out.println(stepIndex + ". " + PlanText.line(one, desk.band(one)));
        }
        if (work.steps().isEmpty()) {
            out.println("nothing is due today");
        } else {
            out.println(
                    "Roll slowly to a tender spot, hold it, breathe, and move on when it lets go. From pain 8 on stop.");
        }
        work.skipped().forEach(one -> out.println("not today: " + one.place().spoken() + ", " + one.why()));
    }

    /** A line for each moment, with how to answer it. */
    private void remind(PrintWriter out, List<DueNotes.Due> due) {
        Map<NoteMoment, List<DueNotes.Due>> byMoment = new EnumMap<>(NoteMoment.class);
        due.forEach(one -> byMoment.computeIfAbsent(one.moment(), none -> new ArrayList<>())
                .add(one));
        byMoment.forEach((moment, some) -> out.println("how sore is it? soreness " + moment.words() + ", "
                + some.stream().map(one -> one.place().spoken()).collect(Collectors.joining(", "))
                + ": rollscope athlete note " + athleteId + " --soreness 0..10 --at " + moment.word() + " --place "
                + some.get(0).place().word()
                + (some.size() > 1 ? ", and so for each" : "")));
    }

    private ObjectNode document(DaysWork work, List<DueNotes.Due> due, PlanDesk desk) {
        ObjectNode document = JsonOutput.object()
                .put("schema", "rollscope.days-work/1")
                .put("athlete_id", athleteId)
                .put("date", desk.today().toString())
                .put("notice", StandingNotice.in(Language.ENGLISH));
        ArrayNode steps = document.putArray("steps");
        work.steps().forEach(step -> steps.add(PlanText.node(step.prescription(), desk.band(step.prescription()))));
        ArrayNode skipped = document.putArray("skipped");
        work.skipped().forEach(one -> skipped.addObject()
                .put("muscle", one.place().muscle().word())
                .put("side", one.place().side().word())
                .put("why", one.why()));
        ArrayNode asked = document.putArray("due_notes");
        due.forEach(one -> asked.addObject()
                .put("measure", "soreness")
                .put("at", one.moment().word())
                .put("muscle", one.place().muscle().word())
                .put("side", one.place().side().word()));
        return document;
    }
}
