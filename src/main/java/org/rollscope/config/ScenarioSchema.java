package org.rollscope.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.Confounder;
import org.rollscope.simulation.Hardness;
import org.rollscope.simulation.PartBatch;
import org.rollscope.simulation.Trait;

/** The JSON schema of scenario files, for editors; {@link ScenarioYaml} is what decides. */
final class ScenarioSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RANGE = "^[0-9.]+([eE][-+]?[0-9]+)?\\.\\.[0-9.]+([eE][-+]?[0-9]+)?$";

    private ScenarioSchema() {}

    /** The whole document, as in {@code config/scenario.schema.json}. */
    static String text() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(document()) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can be written", impossible);
        }
    }

    private static ObjectNode document() {
        ObjectNode document = JSON.createObjectNode();
        document.put("$schema", "http://json-schema.org/draft-07/schema#");
        document.put("title", "Rollscope scenario");
        document.put("description", "What a simulated athlete does, on which roller, and what disturbs it.");
        ObjectNode keys = object(document);
        document.putArray("required").add("scenario").add("steps");
        keys.putObject("scenario")
                .put("description", "its name; other draws come with another name")
                .put("type", "string")
                .put("pattern", "^" + ScenarioYaml.NAME + "$");
        keys.putObject("description")
                .put("description", "one line for people")
                .put("type", "string")
                .put("maxLength", ScenarioYaml.LONGEST_DESCRIPTION_COUNT);
        roller(keys.putObject("roller"));
        list(keys, "traits", "what sets the athlete apart", Trait.values(), Trait::word);
        list(keys, "confounders", "what disturbs", Confounder.values(), Confounder::word);
        steps(keys.putObject("steps"), "what the athlete does, over and over; at least one step always happens");
        ObjectNode definitions = document.putObject("definitions");
        ArrayNode kinds = definitions.putObject("step").putArray("oneOf");
        for (StepWord known : StepWord.ALL) {
            kinds.addObject().put("$ref", "#/definitions/" + known.word());
            step(definitions.putObject(known.word()), known);
        }
        return document;
    }

    private static ObjectNode object(ObjectNode node) {
        node.put("type", "object").put("additionalProperties", false);
        return node.putObject("properties");
    }

    private static void roller(ObjectNode node) {
        node.put("description", "the roller; the reference roller, firm, with usual parts unless it says otherwise");
        ObjectNode keys = object(node);
        ObjectNode layout = keys.putObject("layout")
                .put(
                        "description",
                        "what is rolled or pressed, with the tiles of its pads: a roller, a ball or the stick");
        words(layout, ScenarioYaml.LAYOUTS.stream().map(PadGeometry::name).toList());
        ObjectNode hardness = keys.putObject("hardness")
                .put("description", "how hard a roller's sleeve is; left out for a ball or stick");
        words(hardness, Arrays.stream(Hardness.values()).map(Hardness::word).toList());
        ObjectNode parts = keys.putObject("parts").put("description", "how alike the pads are");
        words(parts, Arrays.stream(PartBatch.values()).map(PartBatch::word).toList());
    }

    private static void words(ObjectNode node, Collection<String> words) {
        ArrayNode list = node.putArray("enum");
        words.forEach(list::add);
    }

    private static <T> void list(
            ObjectNode keys, String key, String description, T[] known, java.util.function.Function<T, String> word) {
        ObjectNode list = keys.putObject(key).put("description", description).put("type", "array");
        words(list.putObject("items"), Arrays.stream(known).map(word).toList());
    }

    private static void steps(ObjectNode node, String description) {
        node.put("description", description).put("type", "array").put("minItems", 1);
        node.putObject("items").put("$ref", "#/definitions/step");
    }

    private static void step(ObjectNode node, StepWord known) {
        node.put("description", known.description());
        ObjectNode body = object(node).putObject(known.word());
        node.putArray("required").add(known.word());
        ObjectNode keys = object(body);
        ArrayNode required = body.putArray("required");
        for (StepWord.Key key : known.keys()) {
            required.add(key.name());
            key(keys.putObject(key.name()), key);
        }
    }

    private static void key(ObjectNode node, StepWord.Key key) {
        switch (key.kind()) {
            case STEPS -> steps(node, key.description());
            case FLAG -> node.put("description", key.description()).put("type", "boolean");
            case NUMBER -> number(node.put("description", key.description()), key);
            case RANGE, COUNT -> {
                node.put(
                        "description",
                        key.description() + "; a number or a range a..b within " + ScenarioText.number(key.lowest())
                                + ".." + ScenarioText.number(key.highest()));
                ArrayNode ways = node.putArray("oneOf");
                number(ways.addObject(), key);
                ways.addObject().put("type", "string").put("pattern", RANGE);
            }
        }
    }

    private static void number(ObjectNode node, StepWord.Key key) {
        node.put("type", key.kind() == StepWord.Kind.COUNT ? "integer" : "number");
        if (key.lowest() == Math.rint(key.lowest())) {
            node.put("minimum", (long) key.lowest());
        } else {
            node.put("minimum", key.lowest());
        }
        node.put("maximum", (long) key.highest());
    }
}
