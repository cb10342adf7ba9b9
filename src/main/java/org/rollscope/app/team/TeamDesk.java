package org.rollscope.app.team;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.app.people.HealthDesk;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.config.SettingsProblem;
import org.rollscope.config.SettledPlans;
import org.rollscope.config.TeamFolder;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.team.PlanMerge;
import org.rollscope.programme.team.PlanScrutiny;
import org.rollscope.programme.team.Settlement;
import org.rollscope.programme.team.SharedClearance;
import org.rollscope.programme.team.SharingLevel;
import org.rollscope.programme.team.SharingLog;

/** One athlete's plan on this machine and in a folder of a team. <b>Threads.</b> One. */
final class TeamDesk {
    private final CommonOptions common;
    private final String athleteId;
    private final Path place;
    private final TeamFolder team;
    private final ProgrammeFolder own;

    /**
     * Opens both sides.
     *
     * @throws CommandFailure when there is no such folder, or no profile of that name here.
     */
    TeamDesk(CommonOptions common, String athleteId, Path place) throws CommandFailure, SettingsException {
        this.common = common;
        this.athleteId = AthleteCommand.found(common, athleteId).athleteId();
        this.place = folder(place);
        team = new TeamFolder(this.place);
        own = new ProgrammeFolder(common.dataFolder());
    }

    /** A folder that must be there: a stick that is not put in is not made anew on the disk below it. */
    static Path folder(Path place) throws CommandFailure {
        if (!Files.isDirectory(place)) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    place + " is no folder; make it, or connect what it lies on, then do it again");
        }
        return place.toAbsolutePath().normalize();
    }

    LocalDate today() {
        return AthleteCommand.today();
    }

    TeamFolder team() {
        return team;
    }

    /** Both histories side by side. */
    PlanMerge merge() throws SettingsException {
        return PlanMerge.of(own.plans(athleteId), team.plans(athleteId, today()));
    }

    /**
     * What may go out.
     *
     * @throws CommandFailure when nothing may.
     */
    SharingLevel level() throws CommandFailure, SettingsException {
        SharingLog log = own.sharing(athleteId);
        if (log.level() != SharingLevel.NONE) {
            return log.level();
        }
        boolean athletesOwn =
                own.health(athleteId).nextSequence() > 1 || !log.agreements().isEmpty();
        if (athletesOwn || !team.has(athleteId)) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    athleteId + " has not agreed to share; first, on the athlete's machine: rollscope athlete sharing "
                            + athleteId + " plan");
        }
        return SharingLevel.PLAN; // a coach's side gives back what the athlete has put there
    }

    /**
     * Puts versions there that only this side has, and what may be told of the clearance.
     *
     * @return whether something is told of the clearance.
     */
    boolean share(List<Plan> versions, SharingLevel level) throws CommandFailure, SettingsException {
        refuseOwn(versions);
        boolean tells = false;
        try {
            for (Plan plan : versions) {
                team.add(plan);
            }
            // Without answers this is not the athlete's machine, and has nothing to tell.
            if (level.has(SharingLevel.CLEARANCE)) {
                team.save(SharedClearance.of(new HealthDesk(common, athleteId).clearance(), level));
                tells = true;
            } else if (own.health(athleteId).nextSequence() > 1) {
                team.removeClearance(athleteId);
            }
            if (own.sharing(athleteId).level() != SharingLevel.NONE) {
                own.save(own.sharing(athleteId).with(new SharingLog.Place(place.toString(), today().toString())));
            }
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, "not everything could be shared: " + failed.getMessage(), failed);
        }
        return tells;
    }

    /** What the other side would refuse is said here. */
    private void refuseOwn(List<Plan> versions) throws SettingsException {
        List<SettingsProblem> problems = new ArrayList<>();
        for (Plan plan : versions) {
            PlanScrutiny.problems(plan, athleteId, today())
                    .forEach(problem -> problems.add(new SettingsProblem(
                            own.planFile(athleteId, plan.origin().version()), 0, problem)));
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    /** Takes versions over that only the other side has. */
    void take(List<Plan> versions) throws CommandFailure {
        write(() -> {
            for (Plan plan : versions) {
                own.save(plan);
            }
        });
    }

    /** Makes one history of two. */
    void settle(PlanMerge merge, Settlement.Keep keep, String by) throws CommandFailure {
        List<Plan> settled;
        try {
            settled = Settlement.of(merge, keep, today().toString(), by);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(refused.getMessage()), refused);
        }
        write(() -> new SettledPlans(own).settle(merge.mine(), settled));
    }

    private interface Writing {
        void write() throws IOException;
    }

    private void write(Writing writing) throws CommandFailure {
        try {
            writing.write();
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, "the plan cannot be written: " + failed.getMessage(), failed);
        }
    }
}
