package org.rollscope.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a settings file with the line where it stands: a mapping, a list or a single value.
 *
 * @param lineIndex line, from 1.
 * @param text the value as written; empty for a mapping, a word about it for a list.
 * @param children the mapping; empty for everything else.
 * @param items the list; empty for everything else.
 * @param kind which of the three.
 * @param layer another file that it was put in from; null for the file itself.
 */
record YamlNode(
        int lineIndex,
        String text,
        Map<String, YamlNode> children,
        List<YamlNode> items,
        Kind kind,
        @Nullable Path layer) {
    /** What a value can be. */
    enum Kind {
        MAPPING,
        LIST,
        SINGLE
    }

    /** A mapping. */
    static YamlNode mapping(int lineIndex, Map<String, YamlNode> children) {
        return new YamlNode(lineIndex, "", children, List.of(), Kind.MAPPING, null);
    }

    /** Whether it holds keys. */
    boolean mapping() {
        return kind == Kind.MAPPING;
    }

    /** Whether it is a list. */
    boolean list() {
        return kind == Kind.LIST;
    }

    /** The same as if it stood in the line of its key. */
    private YamlNode inLine(int keyLineIndex) {
        return new YamlNode(keyLineIndex, text, children, items, kind, layer);
    }

    /** The same mapping with one key more, or with another value for it. */
    YamlNode with(String key, YamlNode value) {
        Map<String, YamlNode> changed = new LinkedHashMap<>(children);
        changed.put(key, value);
        return new YamlNode(lineIndex, text, changed, items, kind, layer);
    }

    /** The same, put in from another file. */
    YamlNode from(Path otherFile) {
        return new YamlNode(lineIndex, text, children, items, kind, otherFile);
    }

    /**
     * The mapping with what it lacks, at any depth, taken from another.
     *
     * @param other where it is taken from.
     * @param takenLineIndex line in which it is said to stand; deeper down, that of what lacks it.
     */
    YamlNode completedBy(YamlNode other, int takenLineIndex) {
        YamlNode whole = this;
        for (Map.Entry<String, YamlNode> entry : other.children.entrySet()) {
            YamlNode own = children.get(entry.getKey());
            if (own == null) {
                whole = whole.with(entry.getKey(), entry.getValue().allInLine(takenLineIndex));
            } else if (own.mapping() && entry.getValue().mapping()) {
                whole = whole.with(entry.getKey(), own.completedBy(entry.getValue(), own.lineIndex));
            }
        }
        return whole;
    }

    private YamlNode allInLine(int otherLineIndex) {
        Map<String, YamlNode> moved = new LinkedHashMap<>();
        children.forEach((key, child) -> moved.put(key, child.allInLine(otherLineIndex)));
        return new YamlNode(otherLineIndex, text, moved, items, kind, layer);
    }

    /** Reads one value; the parser stands on its first token. */
    static YamlNode read(JsonParser parser) throws IOException {
        int lineIndex = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, YamlNode> children = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                int keyLineIndex = parser.currentTokenLocation().getLineNr();
                parser.nextToken();
                children.put(key, read(parser).inLine(keyLineIndex));
            }
            return mapping(lineIndex, children);
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
            return new YamlNode(lineIndex, "a list", Map.of(), items, Kind.LIST, null);
        }
        return new YamlNode(lineIndex, parser.getText(), Map.of(), List.of(), Kind.SINGLE, null);
    }
}
