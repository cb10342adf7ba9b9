package org.rollscope.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Changes single keys in the text of {@code rollscope.yaml}; comments, order and everything else stay as they are.
 *
 * <p>Nothing is written before {@link #write}, so that whoever changes keys can check the {@link #text} first. The text of before
 * is kept as {@link #BEFORE_FILE}.
 *
 * <p><b>Errors.</b> A text in which a key cannot be changed without touching anything else is a {@link SettingsException} that says where.
 * <b>Threads.</b> One.
 */
public final class SettingsEdit {
    /** Where the text of before lies, beside the settings. */
    public static final String BEFORE_FILE = SettingsFolder.MAIN_FILE + ".before";

    private static final String INDENT = "  ";
    /** What no reader of YAML takes for anything but the same text. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./?=&,+@-]*(:[A-Za-z0-9_./?=&,+@-]+)*");

    private static final Set<String> WORDS = Set.of("null", "~", "yes", "no", "on", "off", "y", "n");
    /** A quoted value or a plain one on one line, and the comment behind it. */
    private static final String VALUE_AND_COMMENT =
            "[ \\t]*(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^\\s#'\"|>&*!{\\[][^#]*?|)([ \\t]+#.*|[ \\t]*)$";

    private final Path file;
    private final @Nullable String before;
    private final String lineEnd;
    private final List<String> lines;

    private SettingsEdit(Path file, @Nullable String before, String text) {
        this.file = file;
        this.before = before;
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        lines = new ArrayList<>(Arrays.asList(text.split("\r?\n", -1)));
    }

    /**
     * Begins with the text of a folder's main file; where there is none, with one that takes everything from the shipped one.
     *
     * @throws SettingsException when the text is no YAML.
     */
    public static SettingsEdit of(Path folder) throws SettingsException, IOException {
        Path file = folder.resolve(SettingsFolder.MAIN_FILE);
        String before;
        try {
            before = Files.readString(file);
        } catch (NoSuchFileException none) {
            return new SettingsEdit(file, null, SettingsFolder.EXTENDING_TEXT);
        }
        SettingsEdit edit = new SettingsEdit(file, before, before);
        edit.parsed();
        return edit;
    }

    /** The value of a key as it stands in the text; null when it is not there. */
    public @Nullable String value(String key) throws SettingsException {
        YamlNode node = node(parsed(), key);
        return node == null || node.mapping() ? null : node.text();
    }

    /**
     * Sets a key, in place where it is there, else at the end of its section, else in a new section at the end.
     *
     * @param key name at the top, or section and name with a dot between them.
     * @param value text as a reader shall get it.
     */
    public void set(String key, String value) throws SettingsException {
        YamlNode root = parsed();
        YamlNode there = node(root, key);
        if (there != null && !there.mapping() && there.text().equals(value)) {
            return;
        }
        List<String> kept = List.copyOf(lines);
        if (there == null) {
            add(root, key, quoted(value));
        } else {
            replace(there, key, quoted(value));
        }
        if (!isOnlyChange(values(root), key, value)) {
            lines.clear();
            lines.addAll(kept);
            throw new SettingsException(
                    List.of(
                            new SettingsProblem(
                                    file,
                                    there == null ? root.lineIndex() : there.lineIndex(),
                                    key + " cannot be set to '" + value
                                            + "' without touching other keys; write every key and its value on one line of their own")));
        }
    }

    /** The whole text as it is now. */
    public String text() {
        return String.join(lineEnd, lines);
    }

    /** Whether there is anything to write. */
    public boolean isChanged() {
        return !text().equals(before);
    }

    /** Writes the text, whole or not at all, and keeps the one of before; does nothing where nothing is changed. */
    public void write() throws IOException {
        if (!isChanged()) {
            return;
        }
        if (before != null) {
            SafeFile.replace(file.resolveSibling(BEFORE_FILE), before);
        }
        SafeFile.replace(file, text());
        PosixFileAttributeView access = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (before == null && access != null) {
            // No secret is in it, and the service is another user than who writes it.
            access.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /**
     * Puts the text of before the last {@link #write} in its place again, and the present one where that was.
     *
     * @return whether there was one.
     */
    public static boolean undo(Path folder) throws IOException {
        Path file = folder.resolve(SettingsFolder.MAIN_FILE);
        Path kept = folder.resolve(BEFORE_FILE);
        if (!Files.exists(kept)) {
            return false;
        }
        String before = Files.readString(kept);
        if (Files.exists(file)) {
            SafeFile.replace(kept, Files.readString(file));
        } else {
            Files.delete(kept);
        }
        SafeFile.replace(file, before);
        return true;
    }

    private void replace(YamlNode there, String key, String quoted) {
        int index = there.lineIndex() - 1;
        String name = key.substring(key.indexOf('.') + 1);
        Matcher line = Pattern.compile("^(\\s*(['\"]?)" + Pattern.quote(name) + "\\2\\s*:)" + VALUE_AND_COMMENT)
                .matcher(lines.get(index));
        if (line.matches()) {
            lines.set(index, line.group(1) + " " + quoted + line.group(4));
        }
    }

    private void add(YamlNode root, String key, String quoted) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            YamlNode base = root.children().get(SettingsFile.EXTENDS);
            lines.add(base == null ? textEnd() : base.lineIndex(), key + ": " + quoted);
            return;
        }
        String section = key.substring(0, dot);
        String line = key.substring(dot + 1) + ": " + quoted;
        YamlNode keys = root.children().get(section);
        if (keys == null) {
            lines.addAll(textEnd(), List.of("", section + ":", INDENT + line));
            return;
        }
        int last = keys.lineIndex();
        String indent = INDENT;
        for (YamlNode child : keys.children().values()) {
            last = Math.max(last, child.lineIndex());
            String sibling = lines.get(child.lineIndex() - 1);
            indent = sibling.substring(
                    0, sibling.length() - sibling.stripLeading().length());
        }
        lines.add(last, indent + line);
    }

    /** Behind the last line; the empty one after it stays the last, because it is the last line's end. */
    private int textEnd() {
        return lines.get(lines.size() - 1).isEmpty() ? lines.size() - 1 : lines.size();
    }

    private YamlNode parsed() throws SettingsException {
        List<SettingsProblem> problems = new ArrayList<>();
        YamlNode root = SettingsFile.parse(file, String.join("\n", lines), null, problems)
                .root();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return root;
    }

    private boolean isOnlyChange(Map<String, String> old, String key, String value) {
        try {
            old.put(key, value);
            return values(parsed()).equals(old);
        } catch (SettingsException malformed) {
            return false;
        }
    }

    private static @Nullable YamlNode node(YamlNode root, String key) {
        int dot = key.indexOf('.');
        YamlNode section = dot < 0 ? root : root.children().get(key.substring(0, dot));
        return section == null ? null : section.children().get(key.substring(dot + 1));
    }

    /** Every single value with its path. */
    private static Map<String, String> values(YamlNode root) {
        Map<String, String> values = new LinkedHashMap<>();
        root.children().forEach((key, node) -> {
            if (node.mapping()) {
                values(node).forEach((name, value) -> values.put(key + "." + name, value));
            } else {
                values.put(key, node.text());
            }
        });
        return values;
    }

    private static String quoted(String value) {
        if (PLAIN.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT))) {
            return value;
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
