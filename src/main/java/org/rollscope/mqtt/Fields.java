package org.rollscope.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.Figures;

/**
 * Reads keys of one object and names the key that is missing or wrong.
 *
 * <p><b>Errors.</b> {@link UnreadablePayloadException} with the key and what was expected.
 */
final class Fields {
    private final JsonNode object;
    private final String where;

    private Fields(JsonNode object, String where) {
        this.object = object;
        this.where = where;
    }

    static Fields of(JsonNode root) throws UnreadablePayloadException {
        return of(root, "");
    }

    private static Fields of(@Nullable JsonNode node, String where) throws UnreadablePayloadException {
        if (node == null || !node.isObject()) {
            throw new UnreadablePayloadException((where.isEmpty() ? "payload" : where) + " is not an object");
        }
        return new Fields(node, where);
    }

    boolean has(String key) {
        return object.has(key);
    }

    Fields object(String key) throws UnreadablePayloadException {
        return of(object.get(key), path(key));
    }

    /** All finite numbers that are none of these keys, and those of {@code reasons}. */
    Figures figuresBesides(Set<String> keys) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getValue().isNumber() && !keys.contains(field.getKey())) {
                values.put(field.getKey(), field.getValue().doubleValue());
            }
        }
        for (Map.Entry<String, JsonNode> reason : object.path("reasons").properties()) {
            values.put(
                    Figures.REASON_PREFIX + reason.getKey(), reason.getValue().doubleValue());
        }
        return new Figures(values);
    }

    String text(String key) throws UnreadablePayloadException {
        JsonNode node = required(key);
        if (!node.isTextual()) {
            throw wrong(key, "a text");
        }
        return node.textValue();
    }

    boolean flag(String key) throws UnreadablePayloadException {
        JsonNode node = required(key);
        if (!node.isBoolean()) {
            throw wrong(key, "true or false");
        }
        return node.booleanValue();
    }

    long whole(String key) throws UnreadablePayloadException {
        JsonNode node = required(key);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(key, "a whole number");
        }
        return node.longValue();
    }

    int smallWhole(String key) throws UnreadablePayloadException {
        JsonNode node = required(key);
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong(key, "a whole number of 32 bits");
        }
        return node.intValue();
    }

    int smallWholeOr(String key, int valueForNull) throws UnreadablePayloadException {
        return required(key).isNull() ? valueForNull : smallWhole(key);
    }

    double number(String key) throws UnreadablePayloadException {
        JsonNode node = required(key);
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong(key, "a number");
        }
        return node.doubleValue();
    }

    /** A measured quantity: null stands for NaN. */
    double numberOrNaN(String key) throws UnreadablePayloadException {
        return required(key).isNull() ? Double.NaN : number(key);
    }

    /** Milliseconds with up to three decimals, as microseconds. */
    long millisecondsAsUs(String key) throws UnreadablePayloadException {
        double milliseconds = number(key);
        if (Math.abs(milliseconds) > 1e12) {
            throw wrong(key, "a time in milliseconds");
        }
        return Math.round(milliseconds * 1000);
    }

    Instant instant(String key) throws UnreadablePayloadException {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeException e) {
            throw wrong(key, "an ISO-8601 instant in UTC");
        }
    }

    /** One of a fixed set of words. */
    <T> T word(String key, Function<String, T> ofWord) throws UnreadablePayloadException {
        String word = text(key);
        try {
            return ofWord.apply(word);
        } catch (IllegalArgumentException e) {
            throw new UnreadablePayloadException(path(key) + " has the unknown word '" + shortened(word) + "'");
        }
    }

    JsonNode array(String key) throws UnreadablePayloadException {
        JsonNode node = required(key);
        if (!node.isArray()) {
            throw wrong(key, "an array");
        }
        return node;
    }

    JsonNode arrayOfLength(String key, int count) throws UnreadablePayloadException {
        JsonNode node = array(key);
        if (node.size() != count) {
            throw new UnreadablePayloadException(path(key) + " has " + node.size() + " values instead of " + count);
        }
        return node;
    }

    /** The elements of an array of objects. */
    List<Fields> objects(String key) throws UnreadablePayloadException {
        List<Fields> elements = new ArrayList<>();
        for (JsonNode element : array(key)) {
            elements.add(of(element, path(key) + "[" + elements.size() + "]"));
        }
        return elements;
    }

    int[] smallWholes(String key) throws UnreadablePayloadException {
        JsonNode array = array(key);
        int[] values = new int[array.size()];
        for (int index = 0; index < values.length; index++) {
            if (!array.get(index).isInt()) {
                throw wrong(key, "an array of whole numbers");
            }
            values[index] = array.get(index).intValue();
        }
        return values;
    }

    UnreadablePayloadException wrong(String key, String expected) {
        return new UnreadablePayloadException(path(key) + " is not " + expected);
    }

    private JsonNode required(String key) throws UnreadablePayloadException {
        JsonNode node = object.get(key);
        if (node == null) {
            throw new UnreadablePayloadException(path(key) + " is missing");
        }
        return node;
    }

    private String path(String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 40) + "...";
    }
}
