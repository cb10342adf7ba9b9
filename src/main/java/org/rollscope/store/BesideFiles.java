package org.rollscope.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that lie beside an archive in its data folder, within a copy of it: a table that only copies have, so that a copy stays one file and
 * an archive that any version reads.
 */
final class BesideFiles {
    private static final String TABLE = "beside_file";

    private BesideFiles() {}

    /** Puts files into a copy. */
    static void write(Connection copy, Map<String, byte[]> files) throws SQLException {
        try (Statement statement = copy.createStatement()) {
            statement.execute(
                    "create table " + TABLE + " (path text primary key, content blob not null) without rowid");
        }
        try (PreparedStatement insert = copy.prepareStatement("insert into " + TABLE + " values (?, ?)")) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                insert.setString(1, file.getKey());
                insert.setBytes(2, file.getValue());
                insert.executeUpdate();
            }
        }
    }

    /** The files of a copy by their path; none in one of before, or of a single session. */
    static Map<String, byte[]> read(Connection copy) throws SQLException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Statement statement = copy.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "select 1 from sqlite_master where type = 'table' and name = '" + TABLE + "'")) {
                if (!row.next()) {
                    return files;
                }
            }
            try (ResultSet row = statement.executeQuery("select path, content from " + TABLE)) {
                while (row.next()) {
                    byte[] content = row.getBytes(2);
                    files.put(row.getString(1), content == null ? "".getBytes(StandardCharsets.UTF_8) : content);
                }
            }
        }
        return files;
    }
}
