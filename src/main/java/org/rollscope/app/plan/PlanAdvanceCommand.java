package org.rollscope.app.plan;

import java.util.concurrent.Callable;
import org.rollscope.app.people.HealthDesk;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.ProgrammeSettings;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.progress.PlanReview;
import org.rollscope.programme.progress.Progression;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.session.ArchiveException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The weekly review on recorded sessions. */
@Command(
        name = "advance",
        description = "Review the plan after a week of recorded sessions: one variable of each muscle changes at most.",
        footer = {"", "Every decision says why, and plan undo takes it back. The rules: rollscope plan rules."})
final class PlanAdvanceCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(names = "--dry-run", description = "show what would change, and change nothing")
    private boolean dryRun;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        Clearance clearance = new HealthDesk(common, athleteId).required();
        PlanDesk desk = new PlanDesk(common, athleteId);
        Plan plan = desk.plan();
        if (desk.today().isBefore(Progression.dueOn(plan))) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "the next review is due on " + Progression.dueOn(plan)
                            + ", a week after the last one or the plan's first day (" + plan.reviewedOn() + ")");
        }
        ProgrammeSettings settings = LoadedSettings.load(common.configFolder()).programme();
        PlanReview review =
                new Progression(settings.progress(), settings.pain()).review(plan, desk.history(), clearance);
        if (!dryRun) {
            desk.save(review.next());
        }
        return PlanCommand.say(common, review.next(), desk);
    }
}
