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
import java.util.stream.Stream;
import org.rollscope.programme.effect.NoteLog;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.screening.HealthLog;
import org.rollscope.programme.team.SharingLog;

/**
 * What lies beside a person's profile in the data folder: {@code ID/health.json}, {@code ID/notes.json} and {@code ID/sharing.json}, which only grow, and {@code ID/plans/NNNN.yaml}, one
 * file for each version of the plan. Only the owner of the files reads them.
 */
public final class ProgrammeFolder {
    private static final String HEALTH = "health.json";
    private static final String NOTES = "notes.json";
    private static final String SHARING = "sharing.json";
    private static final String PLANS = "plans";
    private static final String ASIDE = "aside";
    private static final String SUFFIX = ".yaml";
    private static final String ID = "[a-z0-9-]{1,32}";

    private static final PersonLog<HealthLog> HEALTH_LOG = new PersonLog<>(
            HealthLog::empty,
            DocumentJson::readHealth,
            DocumentJson::write,
            HealthLog::athleteId,
            HealthLog::continues);
    private static final PersonLog<NoteLog> NOTE_LOG = new PersonLog<>(
            NoteLog::empty, DocumentJson::readNotes, DocumentJson::write, NoteLog::athleteId, NoteLog::continues);
    private static final PersonLog<SharingLog> SHARING_LOG = new PersonLog<>(
            SharingLog::empty,
            DocumentJson::readSharing,
            DocumentJson::write,
            SharingLog::athleteId,
            SharingLog::continues);

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
        return HEALTH_LOG.read(healthFile(athleteId), athleteId);
    }

    /**
     * Writes what a person has answered and agreed to: what lies there, with more behind it.
     *
     * @throws IOException also when it would lose an entry that lies there.
     */
    public void save(HealthLog log) throws IOException {
        makeOwn(folder(log.athleteId()));
        HEALTH_LOG.save(healthFile(log.athleteId()), log);
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
        return NOTE_LOG.read(notesFile(athleteId), athleteId);
    }

    /**
     * Writes what a person has noted: what lies there, with more behind it.
     *
     * @throws IOException also when it would lose a note that lies there.
     */
    public void save(NoteLog log) throws IOException {
        makeOwn(folder(log.athleteId()));
        NOTE_LOG.save(notesFile(log.athleteId()), log);
    }

    /** Where it lies what a person lets a coach see. */
    public Path sharingFile(String athleteId) {
        return folder(athleteId).resolve(SHARING);
    }

    /**
     * What a person lets a coach see; an empty log when nobody asked.
     *
     * @throws SettingsException when the file is damaged: then nothing is shared.
     */
    public SharingLog sharing(String athleteId) throws SettingsException {
        return SHARING_LOG.read(sharingFile(athleteId), athleteId);
    }

    /**
     * Writes what a person lets a coach see: what lies there, with more behind it.
     *
     * @throws IOException also when it would lose an entry that lies there.
     */
    public void save(SharingLog log) throws IOException {
        makeOwn(folder(log.athleteId()));
        SHARING_LOG.save(sharingFile(log.athleteId()), log);
    }

    /** All versions of a person's plan, oldest first. */
    public List<Plan> plans(String athleteId) throws SettingsException {
        List<Plan> found = new ArrayList<>();
        for (Path file : planFiles(athleteId)) {
            found.add(plan(athleteId, file));
        }
        return found;
    }

    /** One version, which must be the one that its name says. */
    Plan plan(String athleteId, Path file) throws SettingsException {
        Plan plan = planIn(file);
        if (!file.equals(planFile(athleteId, plan.origin().version()))
                || !plan.athleteId().equals(athleteId)) {
            throw CheckedFile.refused(
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
        return CheckedFile.read(file, PlanYaml::read);
    }

    /** Files of all versions. */
    List<Path> planFiles(String athleteId) throws SettingsException {
        return files(folder(athleteId).resolve(PLANS));
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
            throw CheckedFile.refused(plans, 0, "cannot be read: " + failed.getMessage());
        }
    }

    /** A text that is another one when a version was added, or sharing was agreed or withdrawn, in the folder since. */
    public String stamp(String athleteId) throws SettingsException {
        List<Path> files = new ArrayList<>(planFiles(athleteId));
        List<Path> seen = new ArrayList<>(files.isEmpty() ? List.of() : files.subList(files.size() - 1, files.size()));
        seen.add(sharingFile(athleteId));
        StringBuilder stamp = new StringBuilder(athleteId);
        try {
            for (Path file : seen) {
                if (Files.exists(file)) {
                    stamp.append(' ').append(file.getFileName()).append(' ').append(Files.getLastModifiedTime(file));
                }
            }
        } catch (IOException failed) {
            throw CheckedFile.refused(folder(athleteId), 0, "cannot be read: " + failed.getMessage());
        }
        return stamp.toString();
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
     * Puts a settled history in place of the versions that only this side had: those are put aside first, as files beside. At every
     * moment in between there is a plan, and none is lost.
     *
     * @param former versions that go aside.
     * @param settled versions from the first of those on.
     */
    public void settle(List<Plan> former, List<Plan> settled) throws IOException {
        for (Plan plan : former) {
            Path file = planFile(plan.athleteId(), plan.origin().version());
            String text = Files.readString(file);
            String name =
                    String.format(Locale.ROOT, "%04d-%08x%s", plan.origin().version(), text.hashCode(), SUFFIX);
            keepAside(plan.athleteId(), name, text);
        }
        for (Plan plan : settled) {
            SafeFile.replace(planFile(plan.athleteId(), plan.origin().version()), PlanYaml.write(plan));
        }
        int lastVersion = settled.get(settled.size() - 1).origin().version();
        for (int index = former.size() - 1; index >= 0; index--) {
            Plan plan = former.get(index);
            if (plan.origin().version() > lastVersion) {
                Files.deleteIfExists(planFile(plan.athleteId(), plan.origin().version()));
            }
        }
    }

    /** Puts a text aside under a name that says which it is. */
    public void keepAside(String athleteId, String name, String text) throws IOException {
        SafeFile.replace(folder(athleteId).resolve(PLANS).resolve(ASIDE).resolve(name), text);
    }

    /** Versions that were put aside when two sides had changed the plan. */
    public List<Path> aside(String athleteId) throws SettingsException {
        return files(folder(athleteId).resolve(PLANS).resolve(ASIDE));
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
}
