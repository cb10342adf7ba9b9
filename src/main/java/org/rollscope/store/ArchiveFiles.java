package org.rollscope.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.sqlite.SQLiteConfig;

/**
 * The archive of a data folder as files: copies of it, sessions taken out of it and back into it.
 *
 * <p>Works while another process records. A file appears under its name only when it is whole, on the disk and checked.
 *
 * <p><b>Errors.</b> {@link ArchiveException} in one line. <b>Threads.</b> Any.
 */
public final class ArchiveFiles {
    /** Folder for deleted sessions, in the data folder. */
    public static final String DELETED_FOLDER_NAME = "deleted";

    private static final String SUFFIX = ".sqlite";
    private static final Pattern SESSION_ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

    private final Path folder;
    private final Path archive;

    private ArchiveFiles(Path folder) {
        this.folder = folder;
        this.archive = folder.resolve(SqliteSessionArchive.FILE_NAME);
    }

    /**
     * The files of a data folder; its archive is made, or brought up to the present version, where it is not.
     *
     * @throws ArchiveException when it cannot be opened.
     */
    public static ArchiveFiles of(Path folder) throws ArchiveException {
        SqliteSessionArchive.open(folder).close();
        return new ArchiveFiles(folder);
    }

    /**
     * What was taken from a file.
     *
     * @param restoredIds sessions that were added.
     * @param presentIds sessions that the archive had already; they were left as they are.
     * @param beside files of the data folder that were copied with the archive, by their path; nothing has been done with them.
     */
    public record Restoration(List<String> restoredIds, List<String> presentIds, Map<String, byte[]> beside) {
        /** Copies the lists. */
        public Restoration {
            restoredIds = List.copyOf(restoredIds);
            presentIds = List.copyOf(presentIds);
            beside = Map.copyOf(beside);
        }
    }

    /** Whether a process records the session now. */
    public boolean isRecording(String sessionId) {
        return RecordingLock.isTaken(archive, sessionId);
    }

    /**
     * Copies the whole archive as it is at one moment.
     *
     * @param file of the copy.
     * @param overwrite whether a file of that name may be replaced.
     * @param beside files of the data folder to go with it, by their path there.
     * @return what the copy holds.
     */
    public SessionArchive.Verification backup(Path file, boolean overwrite, Map<String, byte[]> beside)
            throws ArchiveException {
        if (isArchive(file)) {
            throw new ArchiveException(file + " is the archive itself; name another file");
        }
        if (!overwrite && Files.exists(file)) {
            throw new ArchiveException(file + " exists already; --force replaces it");
        }
        return appear(file, partial -> {
            try (Connection connection = SqliteConnections.open(archive);
                    PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
                copy.setString(1, partial.toString());
                copy.execute();
            }
            try (Connection connection = SqliteConnections.open(partial)) {
                BesideFiles.write(connection, beside);
            }
        });
    }

    private boolean isArchive(Path file) {
        try {
            return Files.exists(file) && Files.isSameFile(file, archive);
        } catch (IOException unknown) {
            return file.toAbsolutePath()
                    .normalize()
                    .equals(archive.toAbsolutePath().normalize());
        }
    }

    /**
     * Copies one session into a file in the folder of deleted sessions.
     *
     * @return the file; {@link #restore} takes it.
     */
    public Path keepDeleted(String sessionId) throws ArchiveException {
        Path deleted = folder.resolve(DELETED_FOLDER_NAME);
        try {
            Files.createDirectories(deleted);
        } catch (IOException failed) {
            throw new ArchiveException("the folder " + deleted + " cannot be made; nothing was deleted", failed);
        }
        Path file = deleted.resolve(sessionId + SUFFIX);
        for (int index = 2; Files.exists(file); index++) {
            file = deleted.resolve(sessionId + "-" + index + SUFFIX);
        }
        appear(file, partial -> {
            try (Connection connection = SqliteConnections.open(partial)) {
                ArchiveSchema.prepare(connection);
                SessionCopy copy = new SessionCopy(connection, archive);
                connection.setAutoCommit(false);
                copy.copy(sessionId);
                connection.commit();
                connection.setAutoCommit(true);
                copy.detach();
            }
        });
        return file;
    }

    /**
     * Deletes the kept copies of an athlete's deleted sessions.
     *
     * @return how many there were.
     */
    public int forgetDeleted(String athleteId) throws ArchiveException {
        Path deleted = folder.resolve(DELETED_FOLDER_NAME);
        if (!Files.isDirectory(deleted)) {
            return 0;
        }
        int forgottenCount = 0;
        try (Stream<Path> files = Files.list(deleted)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(SUFFIX)).toList()) {
                if (isOf(file, athleteId)) {
                    deleteQuietly(file);
                    forgottenCount++;
                }
            }
        } catch (IOException failed) {
            throw new ArchiveException(deleted + " cannot be read: " + failed.getMessage(), failed);
        }
        return forgottenCount;
    }

    private static boolean isOf(Path file, String athleteId) throws ArchiveException {
        try (Connection connection = SqliteConnections.open(file);
                PreparedStatement ask = connection.prepareStatement("select 1 from session where athlete_id = ?")) {
            ask.setString(1, athleteId);
            try (ResultSet row = ask.executeQuery()) {
                return row.next();
            }
        } catch (SQLException damaged) {
            throw new ArchiveException(
                    file + " cannot be read, so nobody knows whose session it is: " + damaged.getMessage(), damaged);
        }
    }

    /** Deletes a session; its bytes are overwritten. */
    public void delete(String sessionId) throws ArchiveException {
        try (Connection connection = SqliteConnections.open(archive);
                Statement statement = connection.createStatement()) {
            SessionRemoval.delete(connection, sessionId);
            // the log still holds the pages as they were
            statement.execute("pragma wal_checkpoint(truncate)");
            RecordingLock.forget(archive, sessionId);
        } catch (SQLException | IOException failed) {
            throw new ArchiveException(
                    "session " + sessionId + " cannot be deleted from " + archive + ": " + failed.getMessage(), failed);
        }
    }

    /**
     * Adds the sessions of a copy that the archive does not have.
     *
     * @param file from {@link #backup} or {@link #keepDeleted}, or another archive; it is not changed.
     */
    public Restoration restore(Path file) throws ArchiveException {
        return restore(file, Map.of());
    }

    /**
     * As {@link #restore(Path)}, with other names for athletes.
     *
     * @param renamed name in the file to name here; each must occur in the file.
     */
    public Restoration restore(Path file, Map<String, String> renamed) throws ArchiveException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ArchiveException(file + " is not there or cannot be read");
        }
        Path copy = folder.resolve(".restore-" + ProcessHandle.current().pid() + SUFFIX);
        try {
            copyWithLog(file, copy);
            return add(file, copy, renamed);
        } catch (IOException failed) {
            throw new ArchiveException(file + " cannot be copied to " + folder + ": " + failed.getMessage(), failed);
        } finally {
            deleteQuietly(copy);
        }
    }

    private static void copyWithLog(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        Path log = Path.of(from + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, Path.of(to + "-wal"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Restoration add(Path file, Path copy, Map<String, String> renamed) throws ArchiveException {
        Map<String, byte[]> beside;
        try (Connection other = SqliteConnections.open(copy)) {
            ArchiveSchema.prepareExisting(other);
            SessionArchive.Verification found = ArchiveCheck.verify(other, count -> {});
            if (!found.problems().isEmpty()) {
                throw new ArchiveException(file + " is damaged, nothing was restored: "
                        + found.problems().get(0));
            }
            refuseOddIds(file, other);
            rename(file, other, renamed);
            beside = BesideFiles.read(other);
        } catch (SQLException damaged) {
            throw new ArchiveException(
                    file + " is no archive or damaged, nothing was restored: " + damaged.getMessage(), damaged);
        }
        try (Connection connection = SqliteConnections.open(archive)) {
            SessionCopy sessions = new SessionCopy(connection, copy);
            List<String> presentIds = sessions.ids(true);
            List<String> missingIds = sessions.ids(false);
            connection.setAutoCommit(false);
            for (String sessionId : missingIds) {
                sessions.copy(sessionId);
            }
            connection.commit();
            connection.setAutoCommit(true);
            sessions.detach();
            return new Restoration(missingIds, presentIds, beside);
        } catch (SQLException failed) {
            throw new ArchiveException(
                    "the archive " + archive + " cannot take the sessions of " + file + ": " + failed.getMessage(),
                    failed);
        }
    }

    private static void rename(Path file, Connection other, Map<String, String> renamed)
            throws SQLException, ArchiveException {
        if (renamed.isEmpty()) {
            return;
        }
        try (PreparedStatement find = other.prepareStatement("select 1 from session where athlete_id = ?")) {
            for (String old : renamed.keySet()) {
                find.setString(1, old);
                try (ResultSet row = find.executeQuery()) {
                    if (!row.next()) {
                        throw new ArchiveException(
                                file + " has no session of athlete '" + old + "', nothing was taken");
                    }
                }
            }
        }
        // in one statement for all, so that two names can be exchanged
        String cases = " when ? then ?".repeat(renamed.size());
        try (PreparedStatement update = other.prepareStatement(
                "update session set athlete_id = case athlete_id" + cases + " else athlete_id end")) {
            int index = 1;
            for (Map.Entry<String, String> entry : renamed.entrySet()) {
                update.setString(index, entry.getKey());
                update.setString(index + 1, entry.getValue());
                index += 2;
            }
            update.executeUpdate();
        }
    }

    /** Ids become names of files: one from elsewhere must not lead out of the data folder. */
    private static void refuseOddIds(Path file, Connection other) throws SQLException, ArchiveException {
        try (Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery("select session_id from session")) {
            while (row.next()) {
                if (!SESSION_ID.matcher(row.getString(1)).matches()) {
                    throw new ArchiveException(
                            file + " has a session with an impossible name, nothing was restored; names are letters,"
                                    + " digits, '-', '_' and '.'");
                }
            }
        }
    }

    /** Writes a file of its own. */
    private interface Filling {
        void fill(Path partial) throws SQLException;
    }

    /** Lets a file appear under its name when it is whole, checked and on the disk. */
    private static SessionArchive.Verification appear(Path file, Filling filling) throws ArchiveException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new ArchiveException("the folder of " + file + " is not there");
        }
        Path partial = Path.of(file + ".part-" + ProcessHandle.current().pid());
        try {
            Files.deleteIfExists(partial);
            filling.fill(partial);
            keepToOwner(partial);
            SessionArchive.Verification found = check(partial);
            if (!found.problems().isEmpty()) {
                throw new ArchiveException("the archive is damaged; sessions verify shows where: "
                        + found.problems().get(0));
            }
            sync(partial, StandardOpenOption.WRITE);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(parent, StandardOpenOption.READ);
            return found;
        } catch (SQLException | IOException failed) {
            throw new ArchiveException(file + " cannot be written: " + failed.getMessage(), failed);
        } finally {
            deleteQuietly(partial);
        }
    }

    /** It holds what is nobody else's business. */
    private static void keepToOwner(Path partial) throws IOException {
        if (Files.getFileStore(partial).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static SessionArchive.Verification check(Path partial) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // one file, without a log beside it
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + partial)) {
            return ArchiveCheck.verify(connection, count -> {});
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static void deleteQuietly(Path database) {
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
            try {
                Files.deleteIfExists(Path.of(database + suffix));
            } catch (IOException left) {
                database.toFile().deleteOnExit();
            }
        }
    }
}
