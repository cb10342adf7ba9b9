package org.rollscope.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes and writes the JSON of the command line and of truth files. */
final class JsonOutput {
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonOutput() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static String text(ObjectNode document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a document cannot be written as JSON", impossible);
        }
    }

    /** Microseconds as milliseconds; whole numbers stay whole. */
    static double ms(long timeUs) {
        return timeUs / 1000.0;
    }
}
