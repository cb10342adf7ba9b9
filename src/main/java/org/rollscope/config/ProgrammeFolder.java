package org.rollscope.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollscope.programme.effect.NoteLog;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.screening.HealthLog;

/**
 * What lies beside a person's profile in the data folder: {@code ID/health.json} and {@code ID/notes.json}, which only grow, and {@code ID/plans/NNNN.yaml}, one
 * file for each version of the plan. Only the owner of the files reads them.
 */
public final class ProgrammeFolder {
    private static final String HEALTH = "health.json";
    private static final String NOTES = "notes.json";
    private static final String PLANS = "plans";
    private static final String SUFFIX = ".yaml";
    private static final String ID = "[a-z0-9-]{1,32}";

    private final Path folder;

    /**
     * Names the folder.
     *
     * @param dataFolder where sessions live too.
     */
    public ProgrammeFolder(Path dataFolder) {
        folder = dataFolder.resolve(AthleteFolder.FOLDER_NAME);
    }

    /** Whether a text may be the id of an athlete of whom something lies here. */
    public static boolean isAthleteId(String text) {
        return text.matches(ID);
    }

    /** Where everything of a person lies that is not the profile. */
    public Path folder(String athleteId) {
        if (!isAthleteId(athleteId)) {
            throw new IllegalArgumentException(
                    "an athlete's id must be 1 to 32 of a-z, 0-9 and -, was '" + athleteId + "'");
        }
        return folder.resolve(athleteId);
    }

    /** Where the answers and agreements of a person lie. */
    public Path healthFile(String athleteId) {
        return folder(athleteId).resolve(HEALTH);
    }

    /** Where a version of a person's plan lies. */
    public Path planFile(String athleteId, int version) {
        return folder(athleteId).resolve(PLANS).resolve(String.format(Locale.ROOT, "%04d", version) + SUFFIX);
    }

    /**
     * What a person has answered and agreed to; an empty log when nothing was written down.
     *
     * @throws SettingsException when the file is damaged: nobody is guided on half of the answers.
     */
    public HealthLog health(String athleteId) throws SettingsException {
        Path file = healthFile(athleteId);
        if (!Files.exists(file)) {
            return HealthLog.empty(athleteId);
        }
        HealthLog log = read(file, DocumentJson::readHealth);
        if (!log.athleteId().equals(athleteId)) {
            throw refused(file, 0, "belongs to athlete '" + log.athleteId() + "'; its folder must say so");
        }
        return log;
    }

    /**
     * Writes what a person has answered and agreed to: what lies there, with more behind it.
     *
     * @throws IOException also when it would lose an entry that lies there.
     */
    public void save(HealthLog log) throws IOException {
        if (!log.continues(former(log.athleteId()))) {
            throw new IOException("somebody else has written meanwhile; nothing was changed, do it again");
        }
        makeOwn(folder(log.athleteId()));
        SafeFile.replace(healthFile(log.athleteId()), DocumentJson.write(log) + "\n");
    }

    private HealthLog former(String athleteId) throws IOException {
        try {
            return health(athleteId);
        } catch (SettingsException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
    }

    /** Where the notes of a person lie. */
    public Path notesFile(String athleteId) {
        return folder(athleteId).resolve(NOTES);
    }

    /**
     * What a person has noted about soreness and range of motion; an empty log when nothing was written down.
     *
     * @throws SettingsException when the file is damaged.
     */
    public NoteLog notes(String athleteId) throws SettingsException {
        Path file = notesFile(athleteId);
        if (!Files.exists(file)) {
            return NoteLog.empty(athleteId);
        }
        NoteLog log = read(file, DocumentJson::readNotes);
        if (!log.athleteId().equals(athleteId)) {
            throw refused(file, 0, "belongs to athlete '" + log.athleteId() + "'; its folder must say so");
        }
        return log;
    }

    /**
     * Writes what a person has noted: what lies there, with more behind it.
     *
     * @throws IOException also when it would lose a note that lies there.
     */
    public void save(NoteLog log) throws IOException {
        NoteLog former;
        try {
            former = notes(log.athleteId());
        } catch (SettingsException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
        if (!log.continues(former)) {
            throw new IOException("somebody else has written meanwhile; nothing was changed, do it again");
        }
        makeOwn(folder(log.athleteId()));
        SafeFile.replace(notesFile(log.athleteId()), DocumentJson.write(log) + "\n");
    }

    /** All versions of a person's plan, oldest first. */
    public List<Plan> plans(String athleteId) throws SettingsException {
        Path plans = folder(athleteId).resolve(PLANS);
        List<Plan> found = new ArrayList<>();
        for (Path file : files(plans)) {
            found.add(plan(athleteId, file));
        }
        return found;
    }

    private Plan plan(String athleteId, Path file) throws SettingsException {
        Plan plan = planIn(file);
        if (!file.equals(planFile(athleteId, plan.origin().version()))
                || !plan.athleteId().equals(athleteId)) {
            throw refused(
                    file,
                    0,
                    "holds version " + plan.origin().version() + " of athlete '" + plan.athleteId()
                            + "'; its name and folder must say so");
        }
        return plan;
    }

    /**
     * The plan of any file.
     *
     * @throws SettingsException when it is none: with file and line.
     */
    public static Plan planIn(Path file) throws SettingsException {
        return read(file, PlanYaml::read);
    }

    private static List<Path> files(Path plans) throws SettingsException {
        if (!Files.isDirectory(plans)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(plans)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw refused(plans, 0, "cannot be read: " + failed.getMessage());
        }
    }

    /** Everything that is wrong with what lies here of a person: plans, answers and notes, with file and line. */
    public List<SettingsProblem> problems(String athleteId) {
        List<SettingsProblem> problems = new ArrayList<>();
        gather(problems, () -> health(athleteId));
        gather(problems, () -> notes(athleteId));
        Path folderOfPlans = folder(athleteId).resolve(PLANS);
        List<Plan> sound = new ArrayList<>();
        gather(problems, () -> {
            for (Path file : files(folderOfPlans)) {
                gather(problems, () -> sound.add(plan(athleteId, file)));
            }
        });
        Set<Integer> versions =
                sound.stream().map(plan -> plan.origin().version()).collect(Collectors.toSet());
        for (Plan plan : sound) {
            int base = plan.origin().basedOnVersion();
            if (base > 0 && !versions.contains(base) && !Files.exists(planFile(athleteId, base))) {
                problems.add(new SettingsProblem(
                        planFile(athleteId, plan.origin().version()),
                        0,
                        "is based on version " + base + ", which is not there; plan undo would not find it"));
            }
        }
        return problems;
    }

    private interface Reading {
        void read() throws SettingsException;
    }

    private static void gather(List<SettingsProblem> problems, Reading reading) {
        try {
            reading.read();
        } catch (SettingsException damaged) {
            problems.addAll(damaged.problems());
        }
    }

    /** The version that holds: the last. */
    public Optional<Plan> plan(String athleteId) throws SettingsException {
        List<Plan> plans = plans(athleteId);
        return plans.isEmpty() ? Optional.empty() : Optional.of(plans.get(plans.size() - 1));
    }

    /** Writes a new version; one that is there is never overwritten. */
    public void save(Plan plan) throws IOException {
        save(plan, PlanYaml.write(plan));
    }

    /**
     * Writes a new version as somebody has written it, with their comments.
     *
     * @param plan as {@link PlanYaml#read} reads the text.
     * @param text as it shall lie there.
     */
    public void save(Plan plan, String text) throws IOException {
        Path file = planFile(plan.athleteId(), plan.origin().version());
        if (Files.exists(file)) {
            throw new IOException(
                    file + " is there already; somebody else has changed the plan, look at it and do it again");
        }
        makeOwn(folder(plan.athleteId()));
        SafeFile.replace(file, text);
    }

    /**
     * Deletes everything of a person that is not the profile.
     *
     * @return whether there was anything.
     */
    public boolean delete(String athleteId) throws IOException {
        if (!athleteId.matches(ID) || !Files.exists(folder(athleteId))) {
            return false;
        }
        try (Stream<Path> inside = Files.walk(folder(athleteId))) {
            for (Path part : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(part);
            }
        }
        return true;
    }

    /**
     * For the owner of the data folder alone; where that folder is a group's, as in an installation, it is left as the system makes it
     * there: for that group, and for nobody else.
     */
    private void makeOwn(Path own) throws IOException {
        Files.createDirectories(own);
        if (Files.getFileStore(own).supportsFileAttributeView("posix")
                && !Files.getPosixFilePermissions(folder.toAbsolutePath().getParent())
                        .contains(PosixFilePermission.GROUP_WRITE)) {
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static <T> T read(Path file, Function<String, T> reading) throws SettingsException {
        try {
            return reading.apply(Files.readString(file));
        } catch (IOException failed) {
            throw refused(file, 0, "cannot be read: " + failed.getMessage());
        } catch (MalformedDocumentException damaged) {
            throw refused(file, damaged.lineIndex(), String.valueOf(damaged.getMessage()));
        } catch (IllegalArgumentException damaged) {
            throw refused(file, 0, String.valueOf(damaged.getMessage()));
        }
    }

    private static SettingsException refused(Path file, int lineIndex, String why) {
        return new SettingsException(List.of(new SettingsProblem(file, lineIndex, why)));
    }
}
