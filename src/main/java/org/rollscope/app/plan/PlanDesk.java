package org.rollscope.app.plan;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.app.sessions.RecordedBouts;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.Guidance;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.BandDecision;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.config.AthleteFolder;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.effect.DueNotes;
import org.rollscope.programme.effect.Evidence;
import org.rollscope.programme.plan.DaysWork;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.progress.History;
import org.rollscope.programme.progress.Progression;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;

/** The plan of one person with what belongs to it: profile, band, recorded sessions. <b>Threads.</b> One. */
public final class PlanDesk {
    private final CommonOptions common;
    private final AthleteProfile profile;
    private final ProgrammeFolder folder;
    private final Guidance guidance;

    /**
     * Opens it.
     *
     * @throws CommandFailure when there is no profile of that name.
     */
    public PlanDesk(CommonOptions common, String athleteId) throws CommandFailure, SettingsException {
        this.common = common;
        profile = new AthleteFolder(common.dataFolder())
                .find(athleteId)
                .orElseThrow(() -> new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        "there is no athlete '" + athleteId + "' in " + common.dataFolder()
                                + "; athlete list shows all, athlete add makes one"));
        folder = new ProgrammeFolder(common.dataFolder());
        guidance = Guidance.of(common.dataFolder(), athleteId);
    }

    AthleteProfile profile() {
        return profile;
    }

    LocalDate today() {
        return AthleteCommand.today();
    }

    /** All versions, oldest first. */
    List<Plan> plans() throws SettingsException {
        return folder.plans(profile.athleteId());
    }

    /** The plan that holds. */
    Plan plan() throws CommandFailure, SettingsException {
        return folder.plan(profile.athleteId())
                .orElseThrow(() -> new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        "athlete '" + profile.athleteId() + "' has no plan; rollscope plan new " + profile.athleteId()
                                + " makes one"));
    }

    /** Writes a new version. */
    void save(Plan plan) throws CommandFailure {
        try {
            folder.save(plan);
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, "the plan cannot be written: " + failed.getMessage(), failed);
        }
    }

    /** The personal band of a muscle and side, with what the answers lower. */
    public BandDecision band(Prescription prescription) {
        return guidance.band(profile, prescription.muscle(), prescription.side(), today());
    }

    /** What was recorded and written down. */
    History history() throws ArchiveException {
        try (SessionArchive archive = common.openArchive()) {
            return new History(
                    RecordedBouts.of(archive.sessions(), profile.athleteId()),
                    guidance.log().illnesses());
        }
    }

    /** All that there is to see whether the programme works. */
    Evidence evidence() throws SettingsException, ArchiveException {
        return new Evidence(plans(), history(), folder.notes(profile.athleteId()));
    }

    /** Soreness that is to be asked for today. */
    List<DueNotes.Due> dueNotes() throws SettingsException, ArchiveException {
        return DueNotes.on(today(), history().bouts(), folder.notes(profile.athleteId()));
    }

    /** What of the plan is due today. */
    public DaysWork today(Clearance clearance, DaysWork.Moment moment)
            throws CommandFailure, SettingsException, ArchiveException {
        Plan plan = plan();
        return DaysWork.of(plan, clearance, doneThisWeekCount(plan), moment);
    }

    /** Days of the last seven, today among them, on which each planned place was rolled. */
    private Map<BodyPlace, Integer> doneThisWeekCount(Plan plan) throws ArchiveException {
        History history = history();
        LocalDate tomorrow = today().plusDays(1);
        Map<BodyPlace, Integer> doneCount = new HashMap<>();
        for (Prescription prescription : plan.prescriptions()) {
            doneCount.put(
                    prescription.place(),
                    history.doneDaysCount(prescription.place(), tomorrow.minusDays(Progression.REVIEW_DAYS), tomorrow));
        }
        return doneCount;
    }
}
