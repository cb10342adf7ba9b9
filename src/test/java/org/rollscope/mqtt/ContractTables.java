package org.rollscope.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables for people that the AsyncAPI document holds: topics, and the keys of each payload. */
final class ContractTables {
    private final JsonNode contract;
    private final StringBuilder text = new StringBuilder();

    ContractTables(JsonNode contract) {
        this.contract = contract;
    }

    String text() {
        text.append(
                "| topic below `rollscope/v1/{roller_id}/` | QoS | retained | content |\n| --- | --- | --- | --- |\n");
        contract.required("operations").forEach(operation -> {
            String name = last(operation.required("channel"));
            JsonNode mqtt = resolved(operation.required("bindings")).required("mqtt");
            row(
                    "[`" + name + "`](#" + name + ")",
                    mqtt.required("qos").asText(),
                    mqtt.required("retain").asBoolean() ? "yes" : "no",
                    words(contract.required("channels").required(name).required("description")));
        });
        schema("envelope", "In every payload but the will");
        contract.required("operations").forEach(operation -> {
            String name = last(operation.required("channel"));
            schema(name, name);
        });
        return text.toString();
    }

    private void schema(String name, String heading) {
        text.append("\n### ").append(heading).append("\n\n| key | type | always | what |\n| --- | --- | --- | --- |\n");
        keys(
                "",
                resolved(contract.required("components").required("schemas").required(name)),
                new LinkedHashSet<>(),
                !name.equals("envelope"));
    }

    private void keys(String prefix, JsonNode schema, Set<String> told, boolean withoutEnvelope) {
        if (withoutEnvelope
                && schema == contract.required("components").required("schemas").required("envelope")) {
            return;
        }
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(key -> required.add(key.asText()));
        for (Map.Entry<String, JsonNode> key : schema.path("properties").properties()) {
            JsonNode value = resolved(key.getValue());
            if (told.add(prefix + key.getKey())
                    && !(withoutEnvelope && key.getKey().equals("schema"))) {
                row(
                        "`" + prefix + key.getKey() + "`",
                        type(value),
                        required.contains(key.getKey()) ? "yes" : "no",
                        words(value.path("description")));
                keys(prefix + key.getKey() + ".", value, told, withoutEnvelope);
            }
        }
        for (String group : List.of("allOf", "anyOf")) {
            schema.path(group).forEach(part -> keys(prefix, resolved(part), told, withoutEnvelope));
        }
        if (schema.has("then")) {
            keys(prefix, resolved(schema.required("then")), told, withoutEnvelope);
        }
    }

    private String type(JsonNode schema) {
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.required("enum").forEach(word -> words.add("`" + word.asText() + "`"));
            return String.join(", ", words);
        }
        if (schema.has("const")) {
            return "`" + schema.required("const").asText() + "`";
        }
        if (schema.path("type").asText().equals("array")) {
            return "array of " + type(resolved(schema.path("items")));
        }
        if (!schema.required("type").isArray()) {
            return schema.required("type").asText();
        }
        List<String> types = new ArrayList<>();
        schema.required("type").forEach(type -> types.add(type.asText()));
        return String.join(" or ", types);
    }

    private JsonNode resolved(JsonNode node) {
        return resolved(contract, node);
    }

    /** What a reference points to, or the node itself. */
    static JsonNode resolved(JsonNode contract, JsonNode node) {
        return node.has("$ref") ? contract.at(node.required("$ref").asText().substring(1)) : node;
    }

    private static String last(JsonNode reference) {
        String path = reference.required("$ref").asText();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String words(JsonNode description) {
        return description.asText().strip().replaceAll("\\s+", " ");
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
