package org.rollscope.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds a key of a JSON document that its record does not have, with its line and the nearest one that it has. */
final class DocumentKeys {
    private static final String SCHEMA = "schema";

    private DocumentKeys() {}

    /**
     * Goes through a document.
     *
     * @param parser at its beginning.
     * @param type record of the whole document, which may also have a key {@code schema}.
     * @throws MalformedDocumentException at the first unknown key.
     */
    static void check(JsonParser parser, Class<?> type) throws IOException {
        parser.nextToken();
        value(parser, type, true);
    }

    /** The parser stands on the first token of a value, and leaves on its last. */
    private static void value(JsonParser parser, Type type, boolean top) throws IOException {
        Class<?> shape = type instanceof Class<?> plain ? plain : Object.class;
        if (parser.currentToken() == JsonToken.START_OBJECT && shape.isRecord()) {
            object(parser, shape, top);
        } else if (parser.currentToken() == JsonToken.START_ARRAY && type instanceof ParameterizedType list) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, list.getActualTypeArguments()[0], false);
            }
        } else {
            parser.skipChildren();
        }
    }

    private static void object(JsonParser parser, Class<?> shape, boolean top) throws IOException {
        Map<String, Type> known = new LinkedHashMap<>();
        for (RecordComponent component : shape.getRecordComponents()) {
            known.put(SettingsFile.snakeCase(component.getName()), component.getGenericType());
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Type type = known.get(key);
            if (type == null && !(top && key.equals(SCHEMA))) {
                throw new MalformedDocumentException(
                        "unknown key '" + key + "'; did you mean '" + NearestKey.of(key, known.keySet()) + "'?",
                        parser.currentTokenLocation().getLineNr(),
                        null);
            }
            parser.nextToken();
            value(parser, type == null ? String.class : type, false);
        }
    }
}
