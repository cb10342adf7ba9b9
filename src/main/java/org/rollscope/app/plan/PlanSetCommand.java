package org.rollscope.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.FirstPlan;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Intensity;
import org.rollscope.programme.plan.Manner;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.plan.PrescriptionWords;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.plan.WorkType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes what is planned for some muscles; the version before stays. */
@Command(
        name = "set",
        description = "Change what is planned for some muscles and sides, or add or remove them.",
        footer = {
            "",
            "  rollscope plan set anna-1 calf:left calf:right --hold-ms 40000 --by coach-kim --reason \"eases well\""
        })
final class PlanSetCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "MUSCLE:SIDE", description = "which, as calf:left")
    private List<String> words = new ArrayList<>();

    @Option(names = "--days", paramLabel = "N", description = "days a week, 1 to 7")
    private @Nullable Integer days;

    @Option(names = "--hold-ms", paramLabel = "N", description = "hold of each spot, 20000 to 120000 ms")
    private @Nullable Integer holdMs;

    @Option(names = "--spots", paramLabel = "N", description = "tender spots in a session, 1 to 10")
    private @Nullable Integer spots;

    @Option(names = "--floor-ratio", paramLabel = "R", description = "from this share of the personal ceiling on")
    private @Nullable Double floorRatio;

    @Option(names = "--ceiling-ratio", paramLabel = "R", description = "up to this share of the personal ceiling")
    private @Nullable Double ceilingRatio;

    @Option(names = "--preset", paramLabel = "P", description = "sustained, usual or brief")
    private @Nullable HoldPreset preset;

    @Option(names = "--type", paramLabel = "T", description = "general or specific")
    private @Nullable WorkType type;

    @Option(names = "--tool", paramLabel = "T", description = "roller, ball or stick")
    private @Nullable Tool tool;

    @Option(names = "--context", paramLabel = "C", description = "pre_stretch, post_workout, pre_workout or any")
    private @Nullable RollContext context;

    @Option(names = "--remove", description = "plan it no longer")
    private boolean remove;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "who changes it")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
    private String reason = "";

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        PlanDesk desk = new PlanDesk(common, athleteId);
        Plan plan = desk.plan();
        Plan next;
        try {
            next = changed(plan, desk);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(refused.getMessage()), refused);
        }
        if (next.prescriptions().equals(plan.prescriptions())) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, "nothing changes; rollscope plan set --help shows what there is");
        }
        desk.save(next);
        return PlanCommand.say(common, next, desk);
    }

    private Plan changed(Plan plan, PlanDesk desk) {
        String today = desk.today().toString();
        List<Prescription> prescriptions = new ArrayList<>(plan.prescriptions());
        List<PlanChange> changes = new ArrayList<>();
        for (String word : words) {
            BodyPlace place = BodyPlace.ofWord(word);
            Prescription now = plan.find(place).orElse(null);
            Prescription base = now == null
                    ? FirstPlan.prescription(place, desk.profile().background().experience(), HoldPreset.USUAL, today)
                    : now;
            Prescription then = set(base);
            prescriptions.removeIf(one -> one.place().equals(place));
            if (!remove) {
                prescriptions.add(then);
            }
            PrescriptionWords said = PrescriptionWords.differing(now, remove ? null : then);
            changes.add(new PlanChange(
                    place.muscle(),
                    place.side(),
                    "set",
                    remove ? "removed" : now == null ? "added" : "set",
                    said.before(),
                    said.after(),
                    reason));
        }
        return plan.changed(today, by, reason, prescriptions, changes);
    }

    private Prescription set(Prescription now) {
        Dose dose = new Dose(
                days == null ? now.dose().sessionsPerWeekCount() : days,
                holdMs == null ? now.dose().holdMs() : holdMs,
                spots == null ? now.dose().spotCount() : spots);
        Intensity intensity = new Intensity(
                floorRatio == null ? now.intensity().floorRatio() : floorRatio,
                ceilingRatio == null ? now.intensity().ceilingRatio() : ceilingRatio);
        Manner manner = new Manner(
                type == null ? now.manner().type() : type,
                tool == null ? now.manner().tool() : tool,
                context == null ? now.manner().context() : context);
        return now.withPreset(preset == null ? now.preset() : preset)
                .withDose(dose)
                .withIntensity(intensity)
                .withManner(manner);
    }
}
