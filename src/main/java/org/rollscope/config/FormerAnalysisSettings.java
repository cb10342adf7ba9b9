package org.rollscope.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Set;

/**
 * Settings that were recorded with sessions before some keys existed, as settings of today.
 *
 * <p>Where the software did something without a key, the new key gets the value that comes nearest to that; what it did not do at
 * all gets the value that is shipped today.
 */
final class FormerAnalysisSettings {
    private static final Set<String> SCHEMAS = Set.of("rollscope.analysis-settings/1", "rollscope.analysis-settings/2");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private FormerAnalysisSettings() {}

    /** Whether a schema is one of such settings. */
    static boolean isFormer(String schema) {
        return SCHEMAS.contains(schema);
    }

    static ObjectNode today(ObjectNode former) {
        former.put("schema", DocumentJson.ANALYSIS_SCHEMA);
        ObjectNode features = former.withObjectProperty("features");
        if (!features.has("roller_hardness")) {
            // The radius was the one under load: a rigid sleeve takes next to nothing off it.
            features.put("roller_hardness", "rigid");
        }
        ObjectNode detection = former.withObjectProperty("detection");
        ObjectNode roll = detection.withObjectProperty("roll");
        if (!roll.has("noise_ratio") && roll.has("on_rate_rad_per_s")) {
            // The threshold was a fixed one.
            roll.put("noise_ratio", 1);
            roll.set("highest_on_rate_rad_per_s", roll.get("on_rate_rad_per_s"));
        }
        ObjectNode overpressure = detection.withObjectProperty("overpressure");
        if (!overpressure.has("on_ratio")) {
            // The ceiling itself was the limit.
            overpressure.put("on_ratio", 1);
        }
        fill(features, shipped("rollscope.yaml").path("features"));
        JsonNode shippedDetection = shipped("detection/default.yaml");
        shippedDetection
                .fieldNames()
                .forEachRemaining(
                        section -> fill(detection.withObjectProperty(section), shippedDetection.path(section)));
        return former;
    }

    private static void fill(ObjectNode section, JsonNode shipped) {
        shipped.properties().forEach(key -> {
            if (!section.has(key.getKey())) {
                section.set(key.getKey(), key.getValue());
            }
        });
    }

    private static JsonNode shipped(String name) {
        try {
            return YAML.readTree(SettingsFolder.shippedText(name));
        } catch (IOException impossible) {
            throw new IllegalStateException("the shipped settings " + name + " cannot be read", impossible);
        }
    }
}
