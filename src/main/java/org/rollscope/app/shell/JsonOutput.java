package org.rollscope.app.shell;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes and writes the JSON of the command line and of truth files. */
public final class JsonOutput {
    public static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonOutput() {}

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static ArrayNode array() {
        return JSON.createArrayNode();
    }

    public static String text(ObjectNode document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a document cannot be written as JSON", impossible);
        }
    }

    /** Microseconds as milliseconds; whole numbers stay whole. */
    public static double ms(long timeUs) {
        return timeUs / 1000.0;
    }
}
