package org.rollscope.app.sessions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.export.BundleFolder;

/**
 * Exports and reports of certain sessions, wherever the log says that they lie.
 *
 * <p>Deleted is only what we wrote: of a folder the files that its SHA256SUMS names. What somebody put beside them stays.
 */
public final class WrittenExports {
    private final ExportLog log;
    private final Set<String> sessionIds;

    /** Those of these sessions. */
    public WrittenExports(ExportLog log, List<String> sessionIds) {
        this.log = log;
        this.sessionIds = new HashSet<>(sessionIds);
    }

    /** Exports that hold sessions of others too, and are still there. */
    public List<Path> shared() throws CommandFailure {
        return log.all().stream()
                .filter(written -> touches(written) && !onlyTheirs(written) && isThere(written.target()))
                .map(ExportLog.Written::target)
                .toList();
    }

    private boolean touches(ExportLog.Written written) {
        return written.sessionIds().stream().anyMatch(sessionIds::contains);
    }

    private boolean onlyTheirs(ExportLog.Written written) {
        return sessionIds.containsAll(written.sessionIds());
    }

    private static boolean isThere(Path target) {
        return Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * What became of them.
     *
     * @param deletedCount exports and reports that are gone now.
     * @param leftover what could not be found or was not ours alone, a line each, for people.
     */
    public record Deletion(int deletedCount, List<String> leftover) {
        /** Copies the list. */
        public Deletion {
            leftover = List.copyOf(leftover);
        }
    }

    /**
     * Deletes them and forgets where they lay.
     *
     * @param alsoShared whether those go too that hold sessions of others.
     */
    public Deletion delete(boolean alsoShared) throws CommandFailure, IOException {
        int deletedCount = 0;
        List<String> leftover = new ArrayList<>();
        List<ExportLog.Written> kept = new ArrayList<>();
        for (ExportLog.Written written : log.all()) {
            if (!touches(written)) {
                kept.add(written);
            } else if (!isThere(written.target())) {
                leftover.add(written.target() + " is not there any more; if it was moved or copied, delete it there");
                keepRest(written, kept);
            } else if (onlyTheirs(written) || alsoShared) {
                deletedCount++;
                String left = delete(written.target());
                if (!left.isEmpty()) {
                    leftover.add(left);
                }
            } else {
                leftover.add(written.target() + " holds sessions of others too and was kept");
                keepRest(written, kept);
            }
        }
        log.replace(kept);
        return new Deletion(deletedCount, leftover);
    }

    /** Without the sessions that nobody may remember. */
    private void keepRest(ExportLog.Written written, List<ExportLog.Written> kept) {
        List<String> rest = written.sessionIds().stream()
                .filter(id -> !sessionIds.contains(id))
                .toList();
        if (!rest.isEmpty()) {
            kept.add(new ExportLog.Written(written.target(), rest));
        }
    }

    /** Says what is left of it; nothing, when nothing is. */
    private static String delete(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            Files.delete(target);
            return "";
        }
        Path sums = target.resolve(BundleFolder.SUMS);
        if (Files.exists(sums)) {
            for (String line : Files.readAllLines(sums)) {
                Path file = target.resolve(line.substring(line.indexOf(' ') + 1).strip())
                        .normalize();
                if (file.startsWith(target)) {
                    Files.deleteIfExists(file);
                }
            }
            Files.delete(sums);
        }
        return deleteEmptyFolders(target) ? "" : target + " holds files that no export wrote; they were kept";
    }

    private static boolean deleteEmptyFolders(Path target) throws IOException {
        List<Path> folders;
        try (Stream<Path> inside = Files.walk(target)) {
            folders = inside.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path folder : folders) {
            try (Stream<Path> rest = Files.list(folder)) {
                if (rest.findAny().isPresent()) {
                    continue;
                }
            }
            Files.delete(folder);
        }
        return !Files.exists(target);
    }
}
