package org.rollscope.app.sessions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.export.ExportedNotes;
import org.rollscope.session.StoredSession;

/** What athletes noted about soreness and range of motion, for exports of their sessions. */
public final class AthleteNotes {
    private AthleteNotes() {}

    /** Gives an athlete the name of an export. */
    @FunctionalInterface
    public interface Naming {
        /** Name for an id. */
        String of(String athleteId);
    }

    /**
     * The notes that count, of those whose sessions these are and of nobody else.
     *
     * @throws CommandFailure when a file of notes is damaged: with file and line.
     */
    public static List<ExportedNotes> of(Path dataFolder, List<StoredSession> sessions, Naming naming)
            throws CommandFailure {
        Map<String, ExportedNotes> notes = new LinkedHashMap<>();
        ProgrammeFolder folder = new ProgrammeFolder(dataFolder);
        for (StoredSession stored : sessions) {
            String athleteId = stored.record().athleteId();
            if (!notes.containsKey(athleteId) && ProgrammeFolder.isAthleteId(athleteId)) {
                notes.put(athleteId, read(folder, athleteId, naming));
            }
        }
        return new ArrayList<>(notes.values());
    }

    private static ExportedNotes read(ProgrammeFolder folder, String athleteId, Naming naming) throws CommandFailure {
        try {
            return new ExportedNotes(
                    naming.of(athleteId), folder.notes(athleteId).standing());
        } catch (SettingsException damaged) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(damaged.getMessage()), damaged);
        }
    }
}
