package org.rollscope.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that appears under its name only when it is whole: until then it is a hidden one beside it, which goes when the export
 * fails, and with the next export to the same place when the process was killed.
 *
 * <p><b>Threads.</b> One.
 */
public final class BundleFolder implements AutoCloseable {
    /** File with the SHA-256 of every other file, as {@code sha256sum -c} reads it. */
    public static final String SUMS = "SHA256SUMS";

    private static final int CHUNK_BYTES = 65_536;

    private final Path target;
    private final Path staging;
    private boolean finished;

    private BundleFolder(Path target, Path staging) {
        this.target = target;
        this.staging = staging;
    }

    /**
     * Begins a folder.
     *
     * @param target its final name; nothing, or an empty folder, may stand there.
     * @throws ExportException when something stands there, or the place cannot be written.
     */
    public static BundleFolder begin(Path target) throws ExportException {
        Path place = target.toAbsolutePath().normalize();
        Path parent = place.getParent();
        if (parent == null) {
            throw new ExportException("an export needs a folder of its own, not " + target);
        }
        try {
            if (Files.exists(place) && !isEmptyFolder(place)) {
                throw new ExportException(target + " exists and is not empty; choose another --out, or remove it");
            }
            Files.createDirectories(parent);
            String prefix = "." + place.getFileName() + ".part-";
            removeLeftOver(parent, prefix);
            Path staging = parent.resolve(prefix + ProcessHandle.current().pid());
            Files.createDirectory(staging);
            return new BundleFolder(place, staging);
        } catch (IOException failed) {
            throw new ExportException(target + " cannot be written: " + words(failed), failed);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** What killed exports left. */
    private static void removeLeftOver(Path parent, String prefix) throws IOException {
        List<Path> left;
        try (Stream<Path> entries = Files.list(parent)) {
            left = entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .filter(entry -> !isOfLivingProcess(entry, prefix))
                    .toList();
        }
        for (Path folder : left) {
            remove(folder);
        }
    }

    private static boolean isOfLivingProcess(Path folder, String prefix) {
        String id = folder.getFileName().toString().substring(prefix.length());
        boolean own = id.equals(Long.toString(ProcessHandle.current().pid()));
        return !own
                && id.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(id))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    /** Where to write. */
    public Path path() {
        return staging;
    }

    /**
     * Sums all files and gives the folder its name.
     *
     * @throws IOException when the disk refuses; nothing stands under the name then.
     */
    public void finish() throws IOException {
        writeSums();
        Files.deleteIfExists(target);
        Files.move(staging, target);
        finished = true;
    }

    private void writeSums() throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(staging)) {
            files = walked.filter(Files::isRegularFile).sorted().toList();
        }
        StringBuilder sums = new StringBuilder();
        for (Path file : files) {
            String name = staging.relativize(file).toString().replace('\\', '/');
            sums.append(sha256(file)).append("  ").append(name).append('\n');
        }
        Files.writeString(staging.resolve(SUMS), sums);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                digest.update(chunk, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Removes what was not finished. */
    @Override
    public void close() {
        if (!finished) {
            try {
                remove(staging);
            } catch (IOException left) {
                // the next export to this place removes it
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String words(IOException failed) {
        return failed instanceof java.nio.file.AccessDeniedException
                ? "no permission for " + failed.getMessage()
                : String.valueOf(failed.getMessage());
    }
}
