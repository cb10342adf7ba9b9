package org.rollscope.viewer.review;

import java.awt.Component;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.look.Texts;

/**
 * Asks where from and where to; nothing is replaced without a question.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class FileChoice {
    private final Component owner;
    private File folder = new File(System.getProperty("user.home", "."));

    FileChoice(Component owner) {
        this.owner = owner;
    }

    @Nullable
    Path recording() {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setDialogTitle(Texts.of("review.open.title"));
        chooser.setFileFilter(new FileNameExtensionFilter(Texts.of("review.open.filter"), "rsw"));
        return chooser.showOpenDialog(owner) == JFileChooser.APPROVE_OPTION ? chosen(chooser) : null;
    }

    /** A file that may be written; null when nobody wants one. */
    @Nullable
    Path save(String title, String suggested, List<String> endings) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setDialogTitle(title);
        chooser.setSelectedFile(new File(folder, suggested));
        chooser.setFileFilter(new FileNameExtensionFilter(String.join(", ", endings), endings.toArray(new String[0])));
        if (chooser.showSaveDialog(owner) != JFileChooser.APPROVE_OPTION) {
            return null;
        }
        Path file = chosen(chooser);
        if (!endings.contains(PictureFile.ending(file))) {
            file = file.resolveSibling(file.getFileName() + "." + endings.get(0));
        }
        return !Files.exists(file) || mayReplace(file) ? file : null;
    }

    /** A folder that is to be made. */
    @Nullable
    Path newFolder(String title, String suggested) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setDialogTitle(title);
        chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
        chooser.setSelectedFile(new File(folder, suggested));
        return chooser.showSaveDialog(owner) == JFileChooser.APPROVE_OPTION ? chosen(chooser) : null;
    }

    private Path chosen(JFileChooser chooser) {
        File chosen = chooser.getSelectedFile();
        File parent = chosen.getParentFile();
        folder = parent == null ? folder : parent;
        return chosen.toPath();
    }

    private boolean mayReplace(Path file) {
        return JOptionPane.showConfirmDialog(
                        owner,
                        Texts.of("review.replace", file),
                        Texts.of("review.replace.title"),
                        JOptionPane.YES_NO_OPTION,
                        JOptionPane.WARNING_MESSAGE)
                == JOptionPane.YES_OPTION;
    }
}
