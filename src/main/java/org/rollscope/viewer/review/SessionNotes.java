package org.rollscope.viewer.review;

import java.awt.Font;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.library.LibraryException;
import org.rollscope.viewer.library.Note;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.SessionLibrary;
import org.rollscope.viewer.library.TimeWindow;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * What people wrote about the session that is shown: written, removed, put back, looked at.
 *
 * <p><b>Threads.</b> Event dispatch thread; the library works on a thread of its own.
 */
final class SessionNotes {
    private final SessionLibrary library;
    private final Background background;
    private final Stage stage;
    private final ReviewFiles files;
    private final NotesPanel panel = new NotesPanel(this::ask, this::remove, this::putBack, this::lookAt);
    private final Deque<Note> removed = new ArrayDeque<>();

    SessionNotes(SessionLibrary library, Background background, Stage stage, ReviewFiles files) {
        this.library = library;
        this.background = background;
        this.stage = stage;
        this.files = files;
    }

    JComponent component() {
        return panel.component();
    }

    void restyle(Palette palette, Font font) {
        panel.restyle(palette, font);
    }

    /** Another session is shown, with these. */
    void opened(List<Note> notes) {
        removed.clear();
        show(notes);
    }

    private void show(List<Note> notes) {
        panel.show(notes, !removed.isEmpty());
        stage.showNotes(notes);
    }

    /** Asks for the text of a new one. */
    void ask() {
        ReviewModel model = stage.model();
        if (model == null) {
            return;
        }
        String text = files.askForText(Texts.of("review.note.title"), ReadoutText.notePlace(model));
        if (text != null && !text.isBlank()) {
            add(text);
        }
    }

    /** Writes one about the stretch between the cursors, the cursor's moment, or the middle of what is shown. */
    void add(String text) {
        ReviewModel model = stage.model();
        if (model == null) {
            return;
        }
        String cut = text.strip();
        TimeWindow place = ReadoutText.placeOfNote(model);
        boolean moment = !model.selectsBetweenCursors();
        Note note = new Note(
                UUID.randomUUID().toString(),
                place.fromUs(),
                moment ? place.fromUs() : place.toUs(),
                cut.length() > Note.MOST_SIGNS_COUNT ? cut.substring(0, Note.MOST_SIGNS_COUNT) : cut,
                Instant.now());
        change(sessionId -> library.addNote(sessionId, note));
    }

    private void remove(Note note) {
        removed.push(note);
        change(sessionId -> library.removeNote(sessionId, note));
    }

    /** Takes the last removal back. */
    void putBack() {
        Note note = removed.poll();
        if (note != null) {
            change(sessionId -> library.addNote(sessionId, note));
        }
    }

    /** A change on the session that is shown. */
    private interface Change {
        void of(String sessionId) throws LibraryException;
    }

    private void change(Change change) {
        String sessionId = shownId();
        if (sessionId == null) {
            return;
        }
        background.run(
                "note" + UUID.randomUUID(),
                Texts.of("review.work.note"),
                progress -> {
                    change.of(sessionId);
                    return library.notes(sessionId);
                },
                found -> {
                    if (sessionId.equals(shownId())) {
                        show(found);
                    }
                });
    }

    private @Nullable String shownId() {
        ReviewedSession session = stage.first();
        return session == null ? null : session.entry().sessionId();
    }

    private void lookAt(Note note) {
        ReviewModel model = stage.model();
        if (model != null) {
            TimeWindow shown = model.window();
            if (!shown.contains(note.startUs())) {
                model.show(shown.movedBy(note.startUs() - shown.fromUs() - shown.lengthUs() / 2), "");
            }
            model.clearCursors();
            model.putCursor(note.startUs());
            if (note.endUs() > note.startUs()) {
                model.putSecond(note.endUs());
            }
        }
    }
}
