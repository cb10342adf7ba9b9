package org.rollscope.app.sessions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.config.AthleteFolder;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.config.SettledPlans;
import org.rollscope.programme.effect.NoteLog;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.screening.HealthLog;
import org.rollscope.programme.team.SharingLog;

/**
 * Brings people of one data folder into another: what is missing there, and what goes on where that stopped. Nothing is overwritten; what two
 * sides have changed is a conflict, which is said.
 *
 * <p><b>Threads.</b> One.
 */
final class PeopleMerge {
    private final Path from;
    private final AthleteFolder theirProfiles;
    private final ProgrammeFolder theirs;
    private final AthleteFolder ourProfiles;
    private final ProgrammeFolder ours;
    private final List<Outcome> outcomes = new ArrayList<>();

    PeopleMerge(Path from, Path into) {
        this.from = from;
        theirProfiles = new AthleteFolder(from);
        theirs = new ProgrammeFolder(from);
        ourProfiles = new AthleteFolder(into);
        ours = new ProgrammeFolder(into);
    }

    /** What became of something. */
    enum State {
        /** It is there now. */
        RESTORED,
        /** It was there already, or more of it. */
        PRESENT,
        /** Both sides differ; it was left as it is. */
        CONFLICT,
        /** It cannot be read. */
        DAMAGED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What became of one thing of one athlete.
     *
     * @param athleteId whose.
     * @param what for people, as "the profile".
     * @param state what became of it.
     * @param why for people; empty where nothing is to be said.
     */
    record Outcome(String athleteId, String what, State state, String why) {}

    private interface Step {
        void take() throws SettingsException, IOException;
    }

    /** Does it, athlete by athlete. */
    List<Outcome> merge() throws IOException {
        for (String athleteId : athleteIds()) {
            step(athleteId, "the profile", () -> profile(athleteId));
            step(athleteId, "the health answers", () -> health(athleteId));
            step(athleteId, "the notes", () -> notes(athleteId));
            step(athleteId, "the sharing", () -> sharing(athleteId));
            step(athleteId, "the plan", () -> plans(athleteId));
        }
        return outcomes;
    }

    private List<String> athleteIds() throws IOException {
        Path people = from.resolve(AthleteFolder.FOLDER_NAME);
        if (!Files.isDirectory(people)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(people)) {
            return new ArrayList<>(new TreeSet<>(
                    entries.map(entry -> entry.getFileName().toString().replaceFirst("\\.json$", ""))
                            .filter(ProgrammeFolder::isAthleteId)
                            .toList()));
        }
    }

    private void step(String athleteId, String what, Step step) throws IOException {
        try {
            step.take();
        } catch (SettingsException damaged) {
            say(
                    athleteId,
                    what,
                    State.DAMAGED,
                    String.valueOf(damaged.getMessage()).replace(from + "/", "in the backup "));
        }
    }

    private void say(String athleteId, String what, State state, String why) {
        outcomes.add(new Outcome(athleteId, what, state, why));
    }

    private void profile(String athleteId) throws SettingsException, IOException {
        Optional<AthleteProfile> theirProfile = theirProfiles.find(athleteId);
        if (theirProfile.isEmpty()) {
            return;
        }
        Optional<AthleteProfile> ourProfile = ourProfiles.find(athleteId);
        if (ourProfile.isEmpty()) {
            ourProfiles.save(theirProfile.get());
            say(athleteId, "the profile", State.RESTORED, "");
        } else if (ourProfile.equals(theirProfile)) {
            say(athleteId, "the profile", State.PRESENT, "");
        } else {
            say(athleteId, "the profile", State.CONFLICT, "it is another one here");
        }
    }

    private void health(String athleteId) throws SettingsException, IOException {
        if (!Files.exists(theirs.healthFile(athleteId))) {
            return;
        }
        HealthLog log = theirs.health(athleteId);
        HealthLog present = ours.health(athleteId);
        if (grows(athleteId, "the health answers", present.continues(log), log.continues(present))) {
            ours.save(log);
        }
    }

    private void notes(String athleteId) throws SettingsException, IOException {
        if (!Files.exists(theirs.notesFile(athleteId))) {
            return;
        }
        NoteLog log = theirs.notes(athleteId);
        NoteLog present = ours.notes(athleteId);
        if (grows(athleteId, "the notes", present.continues(log), log.continues(present))) {
            ours.save(log);
        }
    }

    private void sharing(String athleteId) throws SettingsException, IOException {
        if (!Files.exists(theirs.sharingFile(athleteId))) {
            return;
        }
        SharingLog log = theirs.sharing(athleteId);
        SharingLog present = ours.sharing(athleteId);
        if (grows(athleteId, "the sharing", present.continues(log), log.continues(present))) {
            ours.save(log);
        }
    }

    /** Whether a log that only grows is to be taken: it has all that is there, and more. */
    private boolean grows(String athleteId, String what, boolean presentHasAll, boolean theirsHasAll) {
        if (presentHasAll) {
            say(athleteId, what, State.PRESENT, "");
        } else if (theirsHasAll) {
            say(athleteId, what, State.RESTORED, "");
            return true;
        } else {
            say(athleteId, what, State.CONFLICT, "both have entries that the other has not");
        }
        return false;
    }

    private void plans(String athleteId) throws SettingsException, IOException {
        List<Plan> all = theirs.plans(athleteId);
        List<Plan> present = ours.plans(athleteId);
        List<Plan> missing = new ArrayList<>();
        for (Plan plan : all) {
            Optional<Plan> same = present.stream()
                    .filter(one -> one.origin().version() == plan.origin().version())
                    .findFirst();
            if (same.isEmpty()) {
                missing.add(plan);
            } else if (!same.get().equals(plan)) {
                say(
                        athleteId,
                        "the plan",
                        State.CONFLICT,
                        "version " + plan.origin().version() + " is another one here: of "
                                + same.get().origin().date() + " by "
                                + same.get().origin().by() + ", in the backup of "
                                + plan.origin().date() + " by " + plan.origin().by());
                return;
            }
        }
        for (Plan plan : missing) {
            ours.save(
                    plan,
                    Files.readString(theirs.planFile(athleteId, plan.origin().version())));
        }
        for (Path aside : new SettledPlans(theirs).aside(athleteId)) {
            new SettledPlans(ours).keepAside(athleteId, aside.getFileName().toString(), Files.readString(aside));
        }
        if (!missing.isEmpty()) {
            say(
                    athleteId,
                    "the plan",
                    State.RESTORED,
                    missing.size() == 1 ? "1 version" : missing.size() + " versions");
        } else if (!all.isEmpty()) {
            say(athleteId, "the plan", State.PRESENT, "");
        }
    }
}
