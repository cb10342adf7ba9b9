package org.rollscope.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value of a settings file with the line where it stands: a mapping or a single value.
 *
 * @param lineIndex line, from 1.
 * @param text the value as written; empty for a mapping.
 * @param children the mapping; empty for a single value.
 * @param mapping which of the two.
 */
record YamlNode(int lineIndex, String text, Map<String, YamlNode> children, boolean mapping) {

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
                YamlNode value = read(parser);
                children.put(key, new YamlNode(keyLineIndex, value.text, value.children, value.mapping));
            }
            return new YamlNode(lineIndex, "", children, true);
        }
        if (token == JsonToken.START_ARRAY) {
            parser.skipChildren();
            return new YamlNode(lineIndex, "a list", Map.of(), false);
        }
        return new YamlNode(lineIndex, parser.getText(), Map.of(), false);
    }
}
