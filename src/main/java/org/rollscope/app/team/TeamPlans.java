package org.rollscope.app.team;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.RollerCommand;
import org.rollscope.config.PlanYaml;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.team.PlanDifference;
import org.rollscope.programme.team.PlanScrutiny;
import org.rollscope.programme.team.SharingLevel;
import org.rollscope.telemetry.MetricsMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans of a running service over the network: tells the plan of who is on the roller, and takes new versions from a coach. Both only as far
 * as the athlete has agreed to share.
 *
 * <p><b>Threads.</b> One at a time, which may wait for the disk.
 */
public final class TeamPlans {
    private static final Logger LOG = LoggerFactory.getLogger(TeamPlans.class);

    private final ProgrammeFolder folder;
    private final Consumer<MetricsMessage> publisher;
    private @Nullable String told;

    /**
     * Nothing is told yet.
     *
     * @param dataFolder where plans lie.
     * @param publisher tells.
     */
    public TeamPlans(Path dataFolder, Consumer<MetricsMessage> publisher) {
        folder = new ProgrammeFolder(dataFolder);
        this.publisher = publisher;
    }

    /** Tells the plan of an athlete, when it is another one than was told. */
    public void look(String athleteId) {
        String stamp = athleteId;
        MetricsMessage.Planned planned = new MetricsMessage.Planned(null);
        try {
            if (ProgrammeFolder.isAthleteId(athleteId)) {
                stamp = folder.stamp(athleteId);
                if (stamp.equals(told)) {
                    return;
                }
                planned = new MetricsMessage.Planned(shared(athleteId));
            }
        } catch (SettingsException damaged) {
            if (!stamp.equals(told)) {
                LOG.warn("the plan of {} is not told: {}", athleteId, damaged.getMessage());
            }
        }
        if (!stamp.equals(told)) {
            told = stamp;
            publisher.accept(planned);
        }
    }

    private MetricsMessage.Planned.@Nullable Shared shared(String athleteId) throws SettingsException {
        if (!folder.sharing(athleteId).level().has(SharingLevel.PLAN)) {
            return null;
        }
        Optional<Plan> plan = folder.plan(athleteId);
        return plan.map(found -> new MetricsMessage.Planned.Shared(
                        athleteId,
                        new MetricsMessage.Planned.Origin(
                                found.origin().version(),
                                found.origin().basedOnVersion(),
                                found.origin().date(),
                                found.origin().by()),
                        PlanYaml.sha256(found),
                        found.prescriptions()))
                .orElse(null);
    }

    /**
     * Takes a new version; one that is based on another than the present is refused with what was changed since.
     *
     * @param wanted what is to be planned.
     * @param sender who says so.
     */
    public CommandAnswer change(RollerCommand.Plan wanted, String sender) {
        String athleteId = wanted.athleteId();
        try {
            if (!folder.sharing(athleteId).level().has(SharingLevel.PLAN)) {
                return CommandAnswer.refused("the plan of '" + athleteId
                        + "' is not shared; on this machine: rollscope athlete sharing " + athleteId + " plan");
            }
            List<Plan> plans = folder.plans(athleteId);
            if (plans.isEmpty()) {
                return CommandAnswer.refused(
                        athleteId + " has no plan; on this machine: rollscope plan new " + athleteId);
            }
            Plan present = plans.get(plans.size() - 1);
            if (!isBase(present, wanted.base())) {
                return conflict(plans, wanted.base());
            }
            LocalDate today = AthleteCommand.today();
            Plan next = next(present, wanted, sender, today.toString());
            List<String> problems = PlanScrutiny.problems(next, athleteId, today);
            if (!problems.isEmpty()) {
                return CommandAnswer.refused("the plan " + String.join("; ", problems));
            }
            if (next.changes().isEmpty()) {
                return CommandAnswer.refused(
                        "nothing changes: version " + present.origin().version() + " plans it so already");
            }
            folder.save(next);
            look(athleteId);
            return CommandAnswer.done("version " + next.origin().version() + " of the plan of " + athleteId)
                    .with("athlete_id", athleteId)
                    .withCount("version", next.origin().version());
        } catch (SettingsException damaged) {
            return CommandAnswer.refused("the plan of " + athleteId + " is damaged: " + damaged.getMessage());
        } catch (IOException failed) {
            return CommandAnswer.refused("the plan cannot be written: " + failed.getMessage());
        }
    }

    private static boolean isBase(Plan present, RollerCommand.Plan.Base base) {
        return present.origin().version() == base.version()
                && (base.sha256() == null || base.sha256().equals(PlanYaml.sha256(present)));
    }

    /** Who changed it meanwhile, newest first, as much as fits into an answer. */
    private static CommandAnswer conflict(List<Plan> plans, RollerCommand.Plan.Base base) {
        Plan present = plans.get(plans.size() - 1);
        StringBuilder words = new StringBuilder("conflict, nothing was changed: the plan is at version "
                + present.origin().version() + " and not the version " + base.version() + " that yours is based on");
        for (int index = plans.size() - 1; index >= 0; index--) {
            Plan plan = plans.get(index);
            if (plan.origin().version() >= base.version() && words.length() < 250) {
                words.append("; version ")
                        .append(plan.origin().version())
                        .append(" of ")
                        .append(plan.origin().date())
                        .append(" by ")
                        .append(plan.origin().by());
            }
        }
        return CommandAnswer.refused(words + "; look at topic plan and send it again")
                .with("athlete_id", present.athleteId())
                .withCount("version", present.origin().version());
    }

    private static Plan next(Plan present, RollerCommand.Plan wanted, String sender, String today) {
        List<Prescription> prescriptions = new ArrayList<>(present.prescriptions());
        prescriptions.removeIf(one -> wanted.removed().contains(one.place()));
        for (RollerCommand.Plan.PlannedPlace place : wanted.places()) {
            String since =
                    present.find(place.place()).map(Prescription::sinceDate).orElse(today);
            prescriptions.removeIf(one -> one.place().equals(place.place()));
            prescriptions.add(new Prescription(
                    place.place().muscle(),
                    place.place().side(),
                    place.preset(),
                    place.dose(),
                    place.intensity(),
                    place.manner(),
                    since));
        }
        Plan changed = present.changed(today, sender, wanted.reason(), prescriptions, List.of());
        List<PlanChange> changes = PlanDifference.between(present, changed).stream()
                .map(difference -> difference.asChange("sent", wanted.reason()))
                .toList();
        return present.changed(today, sender, wanted.reason(), prescriptions, changes);
    }
}
