package org.rollscope.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollscope.programme.plan.Plan;

/** Everything that is wrong with what lies there of a person: profile, answers, notes, sharing and plans, with file and line. */
public final class PersonCheck {
    private final List<SettingsProblem> problems = new ArrayList<>();

    private PersonCheck() {}

    /** Looks at all of it. */
    public static List<SettingsProblem> problems(Path dataFolder, String athleteId) {
        PersonCheck check = new PersonCheck();
        ProgrammeFolder folder = new ProgrammeFolder(dataFolder);
        check.gather(() -> new AthleteFolder(dataFolder).find(athleteId));
        check.gather(() -> folder.health(athleteId));
        check.gather(() -> folder.notes(athleteId));
        check.gather(() -> folder.sharing(athleteId));
        check.gather(() -> check.plans(folder, athleteId));
        return check.problems;
    }

    /** One thing that may be damaged. */
    public interface Reading {
        /** Reads it. */
        void read() throws SettingsException;
    }

    private void gather(Reading reading) {
        problems.addAll(problems(reading));
    }

    /** What is wrong with one thing. */
    public static List<SettingsProblem> problems(Reading reading) {
        try {
            reading.read();
            return List.of();
        } catch (SettingsException damaged) {
            return damaged.problems();
        }
    }

    private void plans(ProgrammeFolder folder, String athleteId) throws SettingsException {
        List<Plan> sound = new ArrayList<>();
        for (Path file : folder.planFiles(athleteId)) {
            gather(() -> sound.add(folder.plan(athleteId, file)));
        }
        for (Plan plan : sound) {
            int base = plan.origin().basedOnVersion();
            if (base > 0 && !Files.exists(folder.planFile(athleteId, base))) {
                problems.add(new SettingsProblem(
                        folder.planFile(athleteId, plan.origin().version()),
                        0,
                        "is based on version " + base + ", which is not there; plan undo would not find it"));
            }
        }
    }
}
