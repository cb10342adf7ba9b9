package org.rollscope.app.plan;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollscope.app.people.HealthDesk;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.plan.FirstPlan;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.programme.screening.Language;
import org.rollscope.programme.screening.StandingNotice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a plan to begin with. */
@Command(
        name = "new",
        description = "Make a plan to begin with, from the athlete's experience; only for who may be guided.",
        footer = {"", "Presets: sustained 30 to 90 s on a spot, usual 30 to 60 s, brief 20 s: the sources disagree."})
final class PlanNewCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(
            names = "--muscles",
            paramLabel = "M,M",
            split = ",",
            description = "which muscles, both sides (default calf,quadriceps,hamstrings,glutes)")
    private List<Muscle> muscles = new ArrayList<>(FirstPlan.USUAL_MUSCLES);

    @Option(
            names = "--preset",
            paramLabel = "P",
            defaultValue = "USUAL",
            description = "how long spots are held: sustained, usual, brief (default usual)")
    private HoldPreset preset = HoldPreset.USUAL;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        Clearance clearance = new HealthDesk(common, athleteId).required();
        PlanDesk desk = new PlanDesk(common, athleteId);
        if (!desk.plans().isEmpty()) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED, "athlete '" + athleteId + "' has a plan already; plan set changes it");
        }
        PrintWriter err = common.commandLine().getErr();
        List<BodyPlace> places = new ArrayList<>();
        for (Muscle muscle : muscles) {
            for (BodyPlace place : FirstPlan.places(muscle)) {
                if (clearance.pass(place).isPresent()) {
                    places.add(place);
                } else {
                    err.println(place.spoken() + " is left out by the screening");
                }
            }
        }
        Plan plan;
        try {
            plan = FirstPlan.of(
                    athleteId,
                    desk.profile().background().experience(),
                    preset,
                    places,
                    desk.today().toString());
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(refused.getMessage()), refused);
        }
        desk.save(plan);
        err.println(StandingNotice.in(Language.ENGLISH));
        err.flush();
        int exitCode = PlanCommand.say(common, plan, desk);
        err.println("next: rollscope routine " + athleteId
                + " guides through what is due today; without a roller add --source sim");
        err.flush();
        return exitCode;
    }
}
