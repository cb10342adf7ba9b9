package org.rollscope.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rollscope.session.ArchiveException;

/**
 * The sessions of a data folder as Parquet, a folder each, for queries. All of it can be made again from the archive.
 *
 * <p>A session's folder appears when it is whole. It holds a mark of what it was made from; another mark, and it is made anew.
 * What a killed process left is removed by the next one.
 *
 * <p><b>Threads.</b> One; other processes wait at a lock.
 */
public final class ParquetCache implements AutoCloseable {
    private static final String MARK = "made-from";
    private static final String PART_PREFIX = ".part-";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private ParquetCache(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** Where the cache of a data folder lies. */
    public static Path folder(Path dataFolder) {
        return dataFolder.resolve("cache").resolve("parquet").toAbsolutePath().normalize();
    }

    /** Opens the cache of a data folder, when no other process uses it, and removes what is half made. */
    public static ParquetCache open(Path dataFolder) throws IOException {
        Path folder = Files.createDirectories(folder(dataFolder));
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            ParquetCache cache = new ParquetCache(folder, channel, channel.lock());
            for (Path entry : cache.entries(PART_PREFIX)) {
                remove(entry);
            }
            return cache;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private List<Path> entries(String prefix) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Removes a session at once, as when it is deleted; nothing happens where there is no cache.
     *
     * @return whether it was there.
     */
    public static boolean forget(Path dataFolder, String sessionId) throws IOException {
        if (!Files.isDirectory(folder(dataFolder))) {
            return false;
        }
        try (ParquetCache cache = open(dataFolder)) {
            Path place = cache.place(sessionId);
            boolean there = Files.exists(place);
            remove(place);
            return there;
        }
    }

    private Path place(String sessionId) {
        Path place = folder.resolve(ParquetFormat.FOLDER_PREFIX + sessionId).normalize();
        if (!folder.equals(place.getParent())) {
            throw new IllegalArgumentException("no name of a session: " + sessionId);
        }
        return place;
    }

    /** Removes the sessions that the archive does not have any more. */
    public int keepOnly(java.util.Collection<String> sessionIds) throws IOException {
        int removedCount = 0;
        for (Path entry : entries(ParquetFormat.FOLDER_PREFIX)) {
            String sessionId = entry.getFileName().toString().substring(ParquetFormat.FOLDER_PREFIX.length());
            if (!sessionIds.contains(sessionId)) {
                remove(entry);
                removedCount++;
            }
        }
        return removedCount;
    }

    /** Whether a session is there and was made from the same. */
    public boolean has(String sessionId, String mark) throws IOException {
        Path file = place(sessionId).resolve(MARK);
        return Files.exists(file) && Files.readString(file).equals(mark);
    }

    /**
     * Writes a session, in place of what was there of it.
     *
     * @param session its tables.
     * @param softwareVersion who writes.
     * @param mark what it is made from.
     */
    public void put(ExportedSession session, String softwareVersion, String mark) throws IOException, ArchiveException {
        Path part = folder.resolve(PART_PREFIX + session.sessionId());
        remove(part);
        Files.createDirectory(part);
        try {
            String creator = "rollscope version " + softwareVersion;
            ExportJob job = new ExportJob(
                    List.of(session), List.of(), new ExportTexts("cache", List.of(), ""), softwareVersion, () -> {});
            ParquetFormat.writeSmall(part.resolve("session.parquet"), SessionTable.of(job), Map.of(), creator);
            ParquetFormat.writeSession(session, part, creator, job.progress());
            Files.write(part.resolve(MARK), mark.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
            drop(session.sessionId());
            Files.move(part, place(session.sessionId()));
        } finally {
            remove(part);
        }
    }

    /** Removes a session, as one that is damaged now. */
    public void drop(String sessionId) throws IOException {
        remove(place(sessionId));
    }

    /** Whether there is no session. */
    public boolean isEmpty() throws IOException {
        return entries(ParquetFormat.FOLDER_PREFIX).isEmpty();
    }

    private static void remove(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        // The mark first: what remains of a removal that is cut off is not taken for a whole session.
        Files.deleteIfExists(place.resolve(MARK));
        try (Stream<Path> inside = Files.walk(place)) {
            for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
