package org.rollscope.app.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rollscope.app.sessions.ArchivedSelection;
import org.rollscope.app.sessions.ArchivedSession;
import org.rollscope.app.sessions.AthleteNotes;
import org.rollscope.app.sessions.Pseudonyms;
import org.rollscope.app.sessions.SessionEffect;
import org.rollscope.app.sessions.SessionNotes;
import org.rollscope.app.sessions.SessionReport;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.SoftwareVersion;
import org.rollscope.export.ExportException;
import org.rollscope.export.ExportFormat;
import org.rollscope.export.ExportJob;
import org.rollscope.export.ExportTexts;
import org.rollscope.export.ExportedNotes;
import org.rollscope.export.ExportedSession;
import org.rollscope.export.Exporter;
import org.rollscope.export.ReportEffect;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.viewer.library.EffectPage;
import org.rollscope.viewer.library.TimeWindow;

/**
 * What of a session is written for others, or worked out over its athlete's weeks.
 *
 * <p><b>Threads.</b> One.
 */
final class LibraryWriter {
    private static final String EXPORT_TITLE = "Foam rolling sessions";

    private final Path configFolder;

    LibraryWriter(Path configFolder) {
        this.configFolder = configFolder;
    }

    /** A whole session, with its athlete's notes. */
    Path whole(SessionArchive archive, StoredSession stored, Path data, String format, Path target)
            throws CommandFailure, ArchiveException {
        Pseudonyms names = Pseudonyms.of(data);
        ExportedSession session = new SessionNotes(data)
                .with(ArchivedSession.of(
                        archive, stored, names.of(stored.record().athleteId())));
        return write(session, AthleteNotes.of(data, List.of(stored), names::of), format, "", target);
    }

    /** A part of one. */
    Path part(SessionArchive archive, StoredSession stored, Path data, TimeWindow selection, String format, Path target)
            throws CommandFailure, ArchiveException {
        ArchivedSelection part = new ArchivedSelection(selection.fromUs(), selection.toUs());
        String name = Pseudonyms.of(data).of(stored.record().athleteId());
        return write(
                new SessionNotes(data).with(part.of(archive, stored, name)), List.of(), format, part.words(), target);
    }

    private static Path write(
            ExportedSession session, List<ExportedNotes> notes, String format, String note, Path target)
            throws CommandFailure, ArchiveException {
        ExportFormat chosen = Exporter.FORMATS.stream()
                .filter(one -> one.word().equals(format))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no format " + format));
        ExportTexts texts = new ExportTexts(EXPORT_TITLE, List.of(), note);
        try {
            Exporter.export(
                    new ExportJob(List.of(session), notes, texts, SoftwareVersion.current(), () -> {}),
                    List.of(chosen),
                    target);
        } catch (ExportException refused) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, String.valueOf(refused.getMessage()), refused);
        }
        return target;
    }

    /** The page for athlete and coach. */
    Path report(SessionArchive archive, StoredSession stored, Path data, Path target)
            throws CommandFailure, ArchiveException, IOException {
        Optional<ReportEffect> effect = new SessionEffect(data, configFolder).of(archive, stored);
        SessionReport.write(SessionReport.page(archive, stored, effect, ""), target, true);
        return target;
    }

    /** Whether it works, up to that session. */
    Optional<EffectPage> effect(SessionArchive archive, StoredSession stored, Path data)
            throws CommandFailure, ArchiveException {
        return new SessionEffect(data, configFolder)
                .of(archive, stored)
                .map(effect -> new EffectPage(
                        stored.record().athleteId(),
                        effect.weeks().firstDay(0).toString(),
                        effect.weeks().today().toString(),
                        effect.figures(),
                        effect.settings()));
    }
}
