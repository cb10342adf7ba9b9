package org.rollscope.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a settings file with the line where it stands: a mapping, a list or a single value.
 *
 * @param lineIndex line, from 1.
 * @param text the value as written; empty for a mapping, a word about it for a list.
 * @param children the mapping; empty for everything else.
 * @param items the list; empty for everything else.
 * @param kind which of the three.
 */
record YamlNode(int lineIndex, String text, Map<String, YamlNode> children, List<YamlNode> items, Kind kind) {
    /** What a value can be. */
    enum Kind {
        MAPPING,
        LIST,
        SINGLE
    }

    /** A mapping. */
    static YamlNode mapping(int lineIndex, Map<String, YamlNode> children) {
        return new YamlNode(lineIndex, "", children, List.of(), Kind.MAPPING);
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
        return new YamlNode(keyLineIndex, text, children, items, kind);
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
            return new YamlNode(lineIndex, "a list", Map.of(), items, Kind.LIST);
        }
        return new YamlNode(lineIndex, parser.getText(), Map.of(), List.of(), Kind.SINGLE);
    }
}
