package org.rollscope.app.sessions;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.SoftwareVersion;
import org.rollscope.export.ExportedSession;
import org.rollscope.export.HtmlReport;
import org.rollscope.export.PdfReport;
import org.rollscope.export.ReportEffect;
import org.rollscope.export.ReportHistory;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SideTotals;
import org.rollscope.session.StoredSession;

/** The page about a session for athlete and coach, as a file. */
public final class SessionReport {
    private SessionReport() {}

    /** Makes the page about one session alone. */
    public static String page(SessionArchive archive, StoredSession stored, String note)
            throws IOException, ArchiveException, CommandFailure {
        return page(archive, stored, Optional.empty(), note);
    }

    /** Makes the page; with whether the athlete's programme works, where there is something to show. */
    public static String page(SessionArchive archive, StoredSession stored, Optional<ReportEffect> effect, String note)
            throws IOException, ArchiveException, CommandFailure {
        ExportedSession session =
                ArchivedSession.of(archive, stored, stored.record().athleteId());
        List<SideTotals.Rolled> finished = new ArrayList<>();
        for (StoredSession one : archive.sessions()) {
            StoredSession.Closed closed = one.closed();
            if (closed != null) {
                finished.add(new SideTotals.Rolled(one.record(), closed.summary()));
            }
        }
        ReportHistory history = ReportHistory.of(new SideTotals.Rolled(session.record(), session.summary()), finished);
        return HtmlReport.of(session, history, effect, note, SoftwareVersion.current());
    }

    /**
     * Writes it; nothing half written stands under the name.
     *
     * @param page from {@link #page}.
     * @param out a name that ends in .pdf is printed.
     * @param replace whether a file of that name may go.
     */
    public static void write(String page, Path out, boolean replace) throws IOException {
        Path fresh = out.resolveSibling(out.getFileName() + ".part");
        try {
            if (isPdf(out)) {
                try (OutputStream print = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                    PdfReport.write(page, print);
                }
            } else {
                Files.writeString(fresh, page);
            }
            if (replace) {
                Files.move(fresh, out, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(fresh, out);
            }
        } catch (FileAlreadyExistsException meanwhile) {
            throw new IOException("it has come to be meanwhile", meanwhile);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    static boolean isPdf(Path out) {
        return out.toString().endsWith(".pdf");
    }
}
