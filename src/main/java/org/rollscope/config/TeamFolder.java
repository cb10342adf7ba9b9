package org.rollscope.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.team.PlanScrutiny;
import org.rollscope.programme.team.SharedClearance;

/**
 * A folder that an athlete's machine and a coach's both reach, a network share, a synchronised directory or a stick: {@code ID/plans/NNNN.yaml},
 * and {@code ID/clearance.json} where the athlete lets it be seen. Versions are added and never replaced.
 *
 * <p>Whatever lies there may have been written by anybody: only files of these names are read, no links, nothing large, and a history
 * counts only when every version of it is sound. <b>Errors.</b> {@link SettingsException} with every problem, file and line. <b>Threads.</b> One.
 */
public final class TeamFolder {
    /** A plan for every muscle and side with changes of each is under 40 kB. */
    private static final long LARGEST_FILE_BYTES = 256 * 1024L;

    private static final int MOST_VERSIONS_COUNT = 9999;
    private static final String PLANS = "plans";
    private static final String CLEARANCE = "clearance.json";
    private static final String VERSION = "[0-9]{4}\\.yaml";

    private final Path folder;

    /** Names the folder; nothing is read yet. */
    public TeamFolder(Path folder) {
        this.folder = folder;
    }

    /** Where everything of an athlete lies. */
    public Path folder(String athleteId) {
        if (!ProgrammeFolder.isAthleteId(athleteId)) {
            throw new IllegalArgumentException(
                    "an athlete's id must be 1 to 32 of a-z, 0-9 and -, was '" + athleteId + "'");
        }
        return folder.resolve(athleteId);
    }

    /** Athletes of whom anything lies here, by name. */
    public List<String> athleteIds() throws SettingsException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .map(entry -> entry.getFileName().toString())
                    .filter(ProgrammeFolder::isAthleteId)
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw CheckedFile.refused(folder, 0, "cannot be read: " + failed);
        }
    }

    /** Whether anything of an athlete lies here. */
    public boolean has(String athleteId) {
        return Files.isDirectory(folder(athleteId), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Every version of an athlete's plan, oldest first.
     *
     * @param today for days that are yet to come.
     * @throws SettingsException with everything that is wrong: then none of it counts.
     */
    public List<Plan> plans(String athleteId, LocalDate today) throws SettingsException {
        Path plans = folder(athleteId).resolve(PLANS);
        List<SettingsProblem> problems = new ArrayList<>();
        TreeMap<Integer, Plan> found = new TreeMap<>();
        for (Path file : entries(plans)) {
            try {
                Plan plan = plan(file, athleteId, today, problems);
                found.put(plan.origin().version(), plan);
            } catch (SettingsException refused) {
                problems.addAll(refused.problems());
            }
        }
        for (int version = 1; problems.isEmpty() && version <= found.size(); version++) {
            if (!found.containsKey(version)) {
                problems.add(new SettingsProblem(
                        planFile(athleteId, version),
                        0,
                        "is missing, and later versions are there; wait until the folder is whole"));
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new ArrayList<>(found.values());
    }

    /** What lies in the folder of plans, but hidden files, which synchronising programs leave. */
    private static List<Path> entries(Path plans) throws SettingsException {
        if (!Files.isDirectory(plans, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(plans)) {
            List<Path> some = entries.filter(
                            entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .limit(MOST_VERSIONS_COUNT + 1L)
                    .toList();
            if (some.size() > MOST_VERSIONS_COUNT) {
                throw CheckedFile.refused(plans, 0, "has over " + MOST_VERSIONS_COUNT + " files");
            }
            return some;
        } catch (IOException failed) {
            throw CheckedFile.refused(plans, 0, "cannot be read: " + failed);
        }
    }

    private static Plan plan(Path file, String athleteId, LocalDate today, List<SettingsProblem> problems)
            throws SettingsException {
        if (!file.getFileName().toString().matches(VERSION)) {
            throw CheckedFile.refused(
                    file,
                    0,
                    "is no version of a plan (NNNN.yaml); where the synchronisation made it, keep one of the two and remove the other");
        }
        checkShape(file);
        Plan plan = ProgrammeFolder.planIn(file);
        PlanScrutiny.problems(plan, athleteId, today)
                .forEach(problem -> problems.add(new SettingsProblem(file, 0, problem)));
        if (!file.getFileName().toString().equals(name(plan.origin().version()))) {
            throw CheckedFile.refused(file, 0, "holds version " + plan.origin().version() + "; its name must say so");
        }
        return plan;
    }

    private static void checkShape(Path file) throws SettingsException {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw CheckedFile.refused(file, 0, "is no plain file");
            }
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                throw CheckedFile.refused(file, 0, "is larger than " + LARGEST_FILE_BYTES / 1024 + " kB");
            }
        } catch (IOException failed) {
            throw CheckedFile.refused(file, 0, "cannot be read: " + failed.getMessage());
        }
    }

    private static String name(int version) {
        return String.format(Locale.ROOT, "%04d.yaml", version);
    }

    /** Where a version lies. */
    public Path planFile(String athleteId, int version) {
        return folder(athleteId).resolve(PLANS).resolve(name(version));
    }

    /**
     * Adds a version.
     *
     * @throws IOException also when somebody has added one of that number meanwhile; nothing is overwritten.
     */
    public void add(Plan plan) throws IOException {
        Path file = planFile(plan.athleteId(), plan.origin().version());
        Path fresh = file.resolveSibling(
                "." + file.getFileName() + ".new-" + ProcessHandle.current().pid());
        try {
            SafeFile.replace(fresh, PlanYaml.write(plan));
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException meanwhile) {
            throw new IOException(file + " is there already: somebody was quicker; do it again", meanwhile);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * What the athlete lets a coach see of the clearance; empty when nothing of it.
     *
     * @throws SettingsException when it is no such thing.
     */
    public Optional<SharedClearance> clearance(String athleteId) throws SettingsException {
        Path file = folder(athleteId).resolve(CLEARANCE);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        checkShape(file);
        SharedClearance clearance = CheckedFile.read(file, DocumentJson::readSharedClearance);
        if (!clearance.athleteId().equals(athleteId)) {
            throw CheckedFile.refused(file, 0, "belongs to athlete '" + clearance.athleteId() + "'");
        }
        return Optional.of(clearance);
    }

    /** Writes what the athlete lets be seen over what was there. */
    public void save(SharedClearance clearance) throws IOException {
        SafeFile.replace(folder(clearance.athleteId()).resolve(CLEARANCE), DocumentJson.write(clearance) + "\n");
    }

    /** Takes what was told of the clearance away. */
    public boolean removeClearance(String athleteId) throws IOException {
        return Files.deleteIfExists(folder(athleteId).resolve(CLEARANCE));
    }

    /**
     * Takes everything of an athlete away that was put here; what others have put beside it stays.
     *
     * @return how many files.
     */
    public int takeBack(String athleteId) throws IOException {
        int takenCount = removeClearance(athleteId) ? 1 : 0;
        Path plans = folder(athleteId).resolve(PLANS);
        if (Files.isDirectory(plans, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(plans)) {
                for (Path file : entries.filter(
                                entry -> entry.getFileName().toString().matches(VERSION))
                        .toList()) {
                    Files.delete(file);
                    takenCount++;
                }
            }
        }
        for (Path emptied : List.of(plans, folder(athleteId))) {
            if (Files.isDirectory(emptied, LinkOption.NOFOLLOW_LINKS) && isEmpty(emptied)) {
                Files.delete(emptied);
            }
        }
        return takenCount;
    }

    private static boolean isEmpty(Path place) throws IOException {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.findAny().isEmpty();
        }
    }
}
