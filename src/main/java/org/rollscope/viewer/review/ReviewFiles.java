package org.rollscope.viewer.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.library.SessionLibrary;
import org.rollscope.viewer.library.TimeWindow;
import org.rollscope.viewer.look.Texts;

/**
 * What is given away: exports of a session or of a selection, pictures, the report.
 *
 * <p><b>Threads.</b> Event dispatch thread; written is in the background.
 */
final class ReviewFiles {
    private final JComponent owner;
    private final SessionLibrary library;
    private final Background background;
    private final Stage stage;
    private final WorkLine workLine;
    private final FileChoice choice;

    ReviewFiles(JComponent owner, SessionLibrary library, Background background, Stage stage, WorkLine workLine) {
        this.owner = owner;
        this.library = library;
        this.background = background;
        this.stage = stage;
        this.workLine = workLine;
        this.choice = new FileChoice(owner);
    }

    FileChoice choice() {
        return choice;
    }

    /** The formats of a selection and of the whole session, under a button. */
    void showMenu(JComponent under) {
        ReviewModel model = stage.model();
        if (model == null) {
            workLine.say(Texts.of("review.empty"));
            return;
        }
        JPopupMenu menu = new JPopupMenu();
        TimeWindow selection = model.selection();
        String key = model.selectsBetweenCursors() ? "review.export.cursors" : "review.export.shown";
        String place = Texts.of(key, Clock.text(selection.fromUs(), 2), Clock.text(selection.toUs(), 2));
        menu.add(caption(place));
        for (String format : library.selectionFormats()) {
            menu.add(item(format, () -> askForSelection(format)));
        }
        menu.addSeparator();
        menu.add(caption(Texts.of("review.export.whole")));
        for (String format : library.formats()) {
            menu.add(item(format, () -> askForWhole(format)));
        }
        menu.show(under, 0, under.getHeight());
    }

    private static JLabel caption(String words) {
        JLabel label = new JLabel(words);
        label.setBorder(javax.swing.BorderFactory.createEmptyBorder(4, 10, 4, 10));
        label.setEnabled(false);
        return label;
    }

    private static JMenuItem item(String format, Runnable action) {
        JMenuItem item = new JMenuItem(Texts.of("review.export.format", format));
        item.addActionListener(event -> action.run());
        return item;
    }

    private void askForSelection(String format) {
        ReviewModel model = stage.model();
        if (model != null) {
            Path folder = choice.newFolder(
                    Texts.of("review.export.title"), stage.sessionIds().get(0) + "-selection-" + format);
            if (folder != null) {
                exportSelection(format, folder);
            }
        }
    }

    /** Exports what is selected into a new folder. */
    void exportSelection(String format, Path folder) {
        ReviewModel model = stage.model();
        if (model != null) {
            String sessionId = model.session().entry().sessionId();
            TimeWindow selection = model.selection();
            background.run(
                    "export",
                    Texts.of("review.work.export", folder),
                    progress -> {
                        library.exportSelection(sessionId, selection, format, folder, progress);
                        return folder;
                    },
                    this::written);
        }
    }

    private void askForWhole(String format) {
        Path folder = choice.newFolder(
                Texts.of("review.export.title"), stage.sessionIds().get(0) + "-" + format);
        if (folder != null) {
            exportWhole(format, folder);
        }
    }

    /** Exports the first session into a new folder. */
    void exportWhole(String format, Path folder) {
        String sessionId = stage.sessionIds().get(0);
        background.run(
                "export",
                Texts.of("review.work.export", folder),
                progress -> {
                    library.export(sessionId, format, folder, progress);
                    return folder;
                },
                this::written);
    }

    void askForPicture() {
        if (stage.model() != null) {
            Path file = choice.save(
                    Texts.of("review.picture.title"), stage.sessionIds().get(0) + ".png", PictureFile.ENDINGS);
            if (file != null) {
                savePicture(file);
            }
        }
    }

    /** Writes what is shown as a picture; a file of that name is replaced. */
    void savePicture(Path file) {
        List<String> sessionIds = stage.sessionIds();
        try {
            PictureFile.Drawn drawn = stage.picture().draw(file);
            background.run(
                    "picture",
                    Texts.of("review.work.picture", file),
                    progress -> {
                        drawn.into(file);
                        library.pictureWritten(file, sessionIds);
                        return file;
                    },
                    this::written);
        } catch (IOException failed) {
            workLine.failed(Texts.of("review.picture.failed", file, String.valueOf(failed.getMessage())));
        }
    }

    void askForReport() {
        if (stage.model() != null) {
            Path file = choice.save(
                    Texts.of("review.report.title"), stage.sessionIds().get(0) + ".pdf", List.of("pdf", "html"));
            if (file != null) {
                saveReport(file);
            }
        }
    }

    /** Writes the report; a file of that name is replaced. */
    void saveReport(Path file) {
        String sessionId = stage.sessionIds().get(0);
        background.run(
                "report",
                Texts.of("review.work.report", file),
                progress -> {
                    library.report(sessionId, file, progress);
                    return file;
                },
                this::written);
    }

    private void written(Path target) {
        workLine.say(Texts.of("review.written", target));
    }

    /** Asks for some lines of text; null when nobody wants to write. */
    @Nullable
    String askForText(String title, String about) {
        JTextArea area = new JTextArea(5, 44);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.getAccessibleContext().setAccessibleName(title);
        JPanel content = new JPanel(new java.awt.BorderLayout(0, 8));
        content.add(new JLabel(about), java.awt.BorderLayout.NORTH);
        content.add(new JScrollPane(area), java.awt.BorderLayout.CENTER);
        area.addAncestorListener(new FocusWhenShown());
        int answer = JOptionPane.showConfirmDialog(
                owner, content, title, JOptionPane.OK_CANCEL_OPTION, JOptionPane.PLAIN_MESSAGE);
        return answer == JOptionPane.OK_OPTION ? area.getText() : null;
    }

    /** The field has the keyboard when its dialog opens. */
    private static final class FocusWhenShown implements javax.swing.event.AncestorListener {
        @Override
        public void ancestorAdded(javax.swing.event.AncestorEvent event) {
            event.getComponent().requestFocusInWindow();
        }

        @Override
        public void ancestorRemoved(javax.swing.event.AncestorEvent event) {
            // the dialog is gone
        }

        @Override
        public void ancestorMoved(javax.swing.event.AncestorEvent event) {
            // as before
        }
    }
}
