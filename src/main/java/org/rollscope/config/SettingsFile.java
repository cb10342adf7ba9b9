package org.rollscope.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One settings file, read section by section into records; gathers every problem instead of stopping at the first.
 *
 * <p>A record's components are the section's keys in snake case. An unknown key, a missing key, a value of the wrong kind
 * and one that the record refuses are problems. To find all refused values in one go, a refused one is replaced by the
 * shipped default while looking for the next; nothing is ever repaired for use.
 *
 * <p>A file with the key {@code extends: shipped} says what is otherwise than in the shipped file of its kind, and takes every
 * key that it lacks from there.
 *
 * <p><b>Threads.</b> One.
 */
public final class SettingsFile {
    /** The key with which a file asks for the shipped values of what it lacks. */
    static final String EXTENDS = "extends";

    private static final String SHIPPED = "shipped";

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final List<SettingsProblem> problems;
    private final YamlNode root;
    private final @Nullable SettingsFile shipped;
    private final Set<String> askedKeys = new HashSet<>();
    private final boolean readable;

    private SettingsFile(
            Path file, List<SettingsProblem> problems, @Nullable YamlNode root, @Nullable SettingsFile shipped) {
        this.file = file;
        this.problems = problems;
        this.readable = root != null;
        this.shipped = shipped;
        this.root = root == null ? YamlNode.mapping(0, Map.of()) : root;
        if (shipped != null) {
            askedKeys.add(EXTENDS);
        }
    }

    /**
     * Reads a file.
     *
     * @param file what to read.
     * @param shipped the shipped file of the same kind, null when this is it.
     * @param problems is added to.
     * @return the file; empty when it could not be read.
     */
    static SettingsFile read(Path file, @Nullable SettingsFile shipped, List<SettingsProblem> problems) {
        try {
            String text = Files.readString(file);
            if (!text.isEmpty() && !text.endsWith("\n")) {
                // A number that was cut in the middle is a number too.
                problems.add(new SettingsProblem(
                        file,
                        (int) text.lines().count(),
                        "the last line has no end; if the file was not cut off, add a new line"));
            }
            return parse(file, text, shipped, problems);
        } catch (NoSuchFileException missing) {
            problems.add(new SettingsProblem(
                    file,
                    0,
                    "is not there; copy the shipped one from config/, or write one with the line 'extends: shipped'"));
        } catch (IOException failed) {
            problems.add(new SettingsProblem(file, 0, "cannot be read: " + failed.getMessage()));
        }
        return new SettingsFile(file, problems, null, shipped);
    }

    /** Parses a text as if it were the content of a file. */
    static SettingsFile parse(Path file, String text, @Nullable SettingsFile shipped, List<SettingsProblem> problems) {
        YamlNode root = null;
        try (JsonParser parser = YAML.createParser(text)) {
            parser.nextToken();
            YamlNode read = YamlNode.read(parser);
            if (read.mapping()) {
                root = completed(file, read, shipped, problems);
            } else {
                problems.add(new SettingsProblem(file, 1, "must be a mapping of keys to values"));
            }
        } catch (JacksonException malformed) {
            int lineIndex = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            String firstLine =
                    malformed.getOriginalMessage().lines().findFirst().orElse("cannot be understood");
            problems.add(new SettingsProblem(file, lineIndex, "is no valid YAML: " + firstLine));
        } catch (IOException | NullPointerException empty) {
            problems.add(new SettingsProblem(file, 0, "is empty"));
        }
        return new SettingsFile(file, problems, root, shipped);
    }

    private static YamlNode completed(
            Path file, YamlNode read, @Nullable SettingsFile shipped, List<SettingsProblem> problems) {
        YamlNode base = read.children().get(EXTENDS);
        if (base == null || shipped == null) {
            return read;
        }
        if (!base.text().equals(SHIPPED)) {
            problems.add(new SettingsProblem(
                    file,
                    base.lineIndex(),
                    "extends must be shipped, or not be there in a file that is complete, was '" + base.text() + "'"));
        }
        // After a wrong word too: one problem is enough, every lacking key would be another.
        return read.completedBy(shipped.root, base.lineIndex());
    }

    /** The same file with other content. */
    SettingsFile holding(YamlNode otherRoot) {
        return new SettingsFile(file, problems, readable ? otherRoot : null, shipped);
    }

    /** Whether it takes what it lacks from the shipped file. */
    boolean extending() {
        return root.children().containsKey(EXTENDS);
    }

    /** Where it is. */
    Path path() {
        return file;
    }

    /** Everything that was read; empty when nothing could be. */
    YamlNode root() {
        return root;
    }

    /**
     * Reads one section.
     *
     * @param key name of the section at the top of the file.
     * @param type record of its keys.
     * @return the record; null when there were problems, which are then in the list.
     */
    public <R extends Record> @Nullable R section(String key, Class<R> type) {
        askedKeys.add(key);
        YamlNode node = root.children().get(key);
        if (node == null) {
            missing(key, root, "");
            return null;
        }
        return type.cast(record(type, node, key + ".", defaults(key)));
    }

    /** Reads a single value at the top of the file; null when it is missing. */
    public @Nullable String text(String key) {
        askedKeys.add(key);
        YamlNode node = root.children().get(key);
        if (node == null) {
            missing(key, root, "");
            return null;
        }
        return node.text();
    }

    /**
     * Reports a single value at the top of the file that its reader refuses.
     *
     * @param key of the value.
     * @param reason what it must be.
     */
    void refuse(String key, String reason) {
        problem(root.children().getOrDefault(key, root), key + " " + reason);
    }

    /** Reports keys at the top of the file that nobody asked for. */
    public void finish() {
        reportUnknown(root, askedKeys, "");
    }

    private @Nullable YamlNode defaults(String key) {
        return shipped == null ? null : shipped.root.children().get(key);
    }

    private @Nullable Object record(Class<?> type, YamlNode node, String prefix, @Nullable YamlNode defaults) {
        if (!node.mapping()) {
            problem(node, prefix.substring(0, prefix.length() - 1) + " must hold keys, not '" + node.text() + "'");
            return null;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        boolean whole = true;
        for (RecordComponent component : type.getRecordComponents()) {
            String key = snakeCase(component.getName());
            YamlNode child = node.children().get(key);
            Object value = null;
            if (child == null) {
                missing(key, node, prefix);
            } else {
                value = value(component.getType(), child, prefix + key, defaultOf(defaults, key));
            }
            whole &= value != null;
            values.put(key, value);
        }
        reportUnknown(node, values.keySet(), prefix);
        return whole ? construct(type, values, node, prefix, defaults) : null;
    }

    private static @Nullable YamlNode defaultOf(@Nullable YamlNode defaults, String key) {
        return defaults == null ? null : defaults.children().get(key);
    }

    private @Nullable Object value(Class<?> type, YamlNode node, String path, @Nullable YamlNode defaults) {
        if (type.isRecord()) {
            return record(type, node, path + ".", defaults);
        }
        if (node.mapping()) {
            problem(node, path + " must be a single value");
            return null;
        }
        Object parsed = SettingsValue.parse(type, node.text());
        if (parsed == null) {
            problem(node, path + " must be " + SettingsValue.kind(type) + ", was '" + node.text() + "'");
        }
        return parsed;
    }

    /** Makes the record; a refused value is noted and, to find the next one, replaced by the shipped default. */
    private @Nullable Object construct(
            Class<?> type,
            Map<String, @Nullable Object> values,
            YamlNode node,
            String prefix,
            @Nullable YamlNode defaults) {
        boolean refused = false;
        for (int tryIndex = 0; tryIndex <= values.size(); tryIndex++) {
            try {
                Object made = type.getDeclaredConstructors()[0].newInstance(
                        values.values().toArray());
                return refused ? null : made;
            } catch (InvocationTargetException failed) {
                refused = true;
                String message = String.valueOf(failed.getTargetException().getMessage());
                String key = message.split(" ", 2)[0];
                YamlNode culprit = node.children().get(key);
                problem(culprit == null ? node : culprit, prefix + message);
                RecordComponent component = component(type, key);
                YamlNode fallback = defaultOf(defaults, key);
                if (component == null || fallback == null) {
                    return null;
                }
                values.put(key, SettingsValue.parse(component.getType(), fallback.text()));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("the record " + type + " cannot be made", impossible);
            }
        }
        return null;
    }

    private static @Nullable RecordComponent component(Class<?> type, String key) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (snakeCase(component.getName()).equals(key)) {
                return component;
            }
        }
        return null;
    }

    private void reportUnknown(YamlNode node, Set<String> known, String prefix) {
        node.children().forEach((key, child) -> {
            if (!known.contains(key)) {
                problem(child, "unknown key '" + prefix + key + "'; did you mean '" + NearestKey.of(key, known) + "'?");
            }
        });
    }

    private void missing(String key, YamlNode node, String prefix) {
        if (!readable) {
            return; // the file as a whole has been reported
        }
        problem(node, "the key '" + prefix + key + "' is missing");
    }

    private void problem(YamlNode node, String message) {
        Path layer = node.layer();
        problems.add(new SettingsProblem(layer == null ? file : layer, node.lineIndex(), message));
    }

    /** {@code onForceN} to {@code on_force_n}. */
    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int index = 0; index < name.length(); index++) {
            char letter = name.charAt(index);
            if (Character.isUpperCase(letter)) {
                snake.append('_').append(Character.toLowerCase(letter));
            } else {
                snake.append(letter);
            }
        }
        return snake.toString();
    }
}
